package pipeline

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestSteadyCharactersStayAsTheyAre holds the ranges against the tables of the
// normal forms.
func TestSteadyCharactersStayAsTheyAre(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !steady(r) {
			continue
		}
		n++
		p := norm.NFC.PropertiesString(string(r))
		if !norm.NFC.IsNormalString(string(r)) || p.CCC() != 0 || !p.BoundaryBefore() {
			t.Errorf("%U is not steady", r)
		}
	}
	if n < 30000 {
		t.Errorf("%d steady characters only", n)
	}
}

func TestComposed(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "Plain words.": true, "Größe, «ёлка» 清水镇 がぎ 한국어": true, "e\u0301": false, "Cafe\u0301s": false, "q\u0301": true, "か\u3099": false, "\u212B": false,
	} {
		if got := composed(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
