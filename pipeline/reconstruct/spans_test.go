package reconstruct

import (
	"math/rand"
	"testing"
)

// TestSpans holds a set of stretches to a list of columns.
func TestSpans(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		var s spans
		want := make([]bool, 60)
		for range r.Intn(8) {
			from := r.Intn(60)
			to := min(60, from+r.Intn(9))
			s = s.add(from, to)
			for c := from; c < to; c++ {
				want[c] = true
			}
		}
		last := -1
		for _, x := range s {
			if x[0] <= last || x[1] <= x[0] {
				t.Fatalf("%v touch or are out of order", s)
			}
			last = x[1]
		}
		for c, is := range want {
			if s.has(c) != is {
				t.Fatalf("%v: has %d is %v", s, c, !is)
			}
		}
	}
}
