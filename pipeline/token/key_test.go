package token

import (
	"testing"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// TestKeyFastPathAgrees holds the fast path against the definition, for every
// letter it takes and some words.
func TestKeyFastPathAgrees(t *testing.T) {
	slow := func(w string) string { return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(w))) }
	for r := rune(0x21); r < 0x600; r++ {
		for _, w := range []string{string(r), "a" + string(r) + "Z"} {
			if got, want := Key(w), slow(w); got != want {
				t.Errorf("%q (%U): %q, want %q", w, r, got, want)
			}
		}
	}
	for _, w := range []string{"Straße", "İstanbul", "ΟΔΟΣ", "ﬁn", "Ǆ", "ＡＢＣ", "ЁЖ", "e\u0301"} {
		if got, want := Key(w), slow(w); got != want {
			t.Errorf("%q: %q, want %q", w, got, want)
		}
	}
}
