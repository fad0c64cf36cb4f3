package rising

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		places []int
		want   []int
	}{
		{nil, nil},
		{[]int{7}, []int{0}},
		{[]int{1, 2, 3}, []int{0, 1, 2}},
		{[]int{3, 2, 1}, []int{2}},
		{[]int{2, 2, 2}, []int{2}},
		{[]int{5, 1, 6, 2, 7, 3}, []int{1, 3, 5}},
	} {
		if got := Longest(len(c.places), func(i int) int { return c.places[i] }); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.places, got, c.want)
		}
	}
}

// TestLongestIsLongest compares the length with that of the quadratic dynamic
// programme, and holds that the chain rises.
func TestLongestIsLongest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.SliceOfN(rapid.IntRange(0, 20), 0, 40).Draw(t, "places")
		got := Longest(len(places), func(i int) int { return places[i] })
		longest := 0
		best := make([]int, len(places))
		for i := range places {
			best[i] = 1
			for j := range i {
				if places[j] < places[i] {
					best[i] = max(best[i], best[j]+1)
				}
			}
			longest = max(longest, best[i])
		}
		if len(got) != longest {
			t.Fatalf("%v: %v has %d, want %d", places, got, len(got), longest)
		}
		if n := Length(places); n != longest {
			t.Fatalf("%v: length %d, want %d", places, n, longest)
		}
		for k := 1; k < len(got); k++ {
			if got[k] <= got[k-1] || places[got[k]] <= places[got[k-1]] {
				t.Fatalf("%v: %v does not rise", places, got)
			}
		}
	})
}
