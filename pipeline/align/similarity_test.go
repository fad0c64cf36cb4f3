package align

import (
	"math/rand/v2"
	"testing"

	"github.com/urtext/urtext/pipeline/token"
)

// TestSimilarity holds what is told at a look against the comparison by letters.
func TestSimilarity(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	var keys []string
	for range 300 {
		word := make([]rune, random.IntN(9))
		for i := range word {
			word[i] = []rune("abcdeéèßжщ世界\u0301한z")[random.IntN(4+random.IntN(11))]
		}
		keys = append(keys, string(word))
	}
	s := newSimilarity(keys)
	seen := [2]int{}
	for a, x := range keys {
		for b, y := range keys {
			want := token.Similarity(x, y)
			if want < token.Likeness {
				want = 0
			}
			if got := s.of(int32(a), int32(b)); got != want && a != b {
				t.Errorf("%q and %q: %.3f, want %.3f", x, y, got, want)
			}
			seen[min(1, int(want*2))]++
		}
	}
	if min(seen[0], seen[1]) < 1000 {
		t.Errorf("%v: too few pairs of a kind", seen)
	}
}
