package cluster

import (
	"testing"

	"pgregory.net/rapid"
)

// TestSieve holds that a sieve lets all words pass that are equal or alike.
func TestSieve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.Custom(func(t *rapid.T) *form {
			lone := rapid.IntRange(0, 9).Draw(t, "lone") == 0
			return newForm(rapid.StringMatching(`[a-dxy7é橋]{0,9}|[a-m]{30,60}`).Draw(t, "word"), lone)
		})
		words := rapid.SliceOfN(word, 1, sieveSize).Draw(t, "words")
		var s sieve
		var all []seen
		for _, g := range words {
			all = append(all, seen{glance: g.glance})
		}
		s.fill(all)
		f := word.Draw(t, "other")
		passed := s.pass(&f.glance)
		for k, g := range words {
			equal := f.lone == g.lone && string(f.runes) == string(g.runes)
			if (equal || !f.far(&g.glance) && f.alike(g)) && passed>>k&1 == 0 {
				t.Fatalf("%q and %q are equal or alike, and do not pass", string(f.runes), string(g.runes))
			}
		}
	})
}
