package language

import (
	"testing"
	"unicode"
)

// TestLettersAgree holds the table of letters against the search that it saves,
// and that against unicode.
func TestLettersAgree(t *testing.T) {
	for r := rune(0); r < planeEnd; r++ {
		if got, want := letters()[r], kindOf(r); got != want {
			t.Errorf("%U: %d, want %d", r, got, want)
		}
		if kind := kindOf(r); unicode.IsLetter(r) == (kind == none) {
			t.Errorf("%U: a letter %v, kind %d", r, unicode.IsLetter(r), kind)
		}
	}
}
