package language

import (
	"slices"
	"testing"
)

// TestLinguaIsSpared asks which languages are left to lingua's larger models, of three
// that the trigrams rank, for what the function words say beside them.
func TestLinguaIsSpared(t *testing.T) {
	ranks := func(second, third float64) []rank {
		return []rank{{"en", 0}, {"la", int32(second * costUnit)}, {"es", int32(third * costUnit)}}
	}
	same := []score{{"en", 7, 3}, {"es", 1, 1}}
	for _, c := range []struct {
		name  string
		words []score
		ranks []rank
		want  []string
	}{
		{"all in doubt", nil, ranks(2, 4), []string{"en", "la", "es"}},
		{"the third is far behind", nil, ranks(2, 9), []string{"en", "la"}},
		{"the words say the same", same, ranks(3, 4), nil},
		{"the words say the same, but hardly more", same, ranks(1, 4), []string{"en", "la", "es"}},
		{"the words say more for another", []score{{"cs", 20, 4}, {"en", 1, 1}}, ranks(9, 12), []string{"en", "cs"}},
	} {
		if got := codes(profile{scores: c.words}.shortlist(c.ranks)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
