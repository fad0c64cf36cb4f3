package pipeline

import (
	"math/rand"
	"testing"
)

// TestBlanks holds that the notes of documents with words are found past those without.
func TestBlanks(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200 {
		var l blanks
		var others []int32
		for i, n := int32(0), int32(r.Intn(30)); i < n; i++ {
			if r.Intn(3) == 0 {
				l = append(l, i)
			} else {
				others = append(others, i)
			}
		}
		for i, want := range others {
			if got := l.other(int32(i)); got != want {
				t.Fatalf("other %d beside %v is at %d, want %d", i, l, got, want)
			}
		}
	}
}
