package token

import (
	"math/rand"
	"testing"
	"unicode"
)

// TestFastPathsAgree holds the fast paths against the definitions, for
// every character, alone and between others, and for some words.
func TestFastPathsAgree(t *testing.T) {
	check := func(w string) {
		t.Helper()
		if got, want := Key(w), slowKey(w); got != want {
			t.Errorf("Key(%q) of %U: %q, want %q", w, []rune(w), got, want)
		}
		if got, want := Bare(w), slowBare(w); got != want {
			t.Errorf("Bare(%q) of %U: %q, want %q", w, []rune(w), got, want)
		}
		checkAppend(t, w)
	}
	for r := rune(0x21); r < 0x11000; r++ {
		if r < 0xD800 || r > 0xDFFF {
			check(string(r))
			check("a" + string(r) + "Z")
		}
	}
	for _, w := range []string{"Straße", "İstanbul", "ΟΔΟΣ", "ﬁn", "Ǆ", "ＡＢＣ", "ЁЖ", "e\u0301", "क्षेत्र", "क़", "שָׁלוֹם", "مُحَمَّد", "가\u11A8", "\u1100\u1161", "日本語", "Ấ", "a\u0323\u0302", "ſ\u0307"} {
		check(w)
	}
}

// checkAppend holds the appending forms against the others.
func checkAppend(t *testing.T, w string) {
	t.Helper()
	if got, want := string(AppendKey([]byte("x"), w)), "x"+Key(w); got != want {
		t.Fatalf("AppendKey(%q) of %U: %q, want %q", w, []rune(w), got, want)
	}
	if got, want := string(AppendBare([]byte("x"), w)), "x"+slowBare(slowKey(w)); got != want {
		t.Fatalf("AppendBare(%q) of %U: %q, want %q", w, []rune(w), got, want)
	}
}

// TestFastPathsAgreeOnPairs tries characters side by side: composition and
// the order of marks are matters of neighbours.
func TestFastPathsAgreeOnPairs(t *testing.T) {
	var plain []rune
	for r := rune(0x80); r < foldingEnd; r++ {
		if unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf) {
			plain = append(plain, r)
		}
	}
	marks := []rune{}
	for _, r := range plain {
		if unicode.IsMark(r) {
			marks = append(marks, r)
		}
	}
	rnd := rand.New(rand.NewSource(1))
	for range 300000 {
		r := plain[rnd.Intn(len(plain))]
		w := string([]rune{r, marks[rnd.Intn(len(marks))], marks[rnd.Intn(len(marks))], plain[rnd.Intn(len(plain))]}[:2+rnd.Intn(3)])
		if rnd.Intn(2) == 0 { // a mark of the same script
			m := r - 128 + rune(rnd.Intn(256))
			if m > 0x80 {
				w = string([]rune{r, m, r})
			}
		}
		checkAppend(t, w)
		if Key(w) != slowKey(w) || Bare(w) != slowBare(w) {
			t.Fatalf("%q %U: Key %q, want %q; Bare %q, want %q", w, []rune(w), Key(w), slowKey(w), Bare(w), slowBare(w))
		}
	}
}

// TestClassesAgree holds the table of classes against unicode's own.
func TestClassesAgree(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		class := classOf(classes(), r)
		if want := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r); class&isLetter != 0 != want {
			t.Errorf("%U: a letter %v", r, !want)
		}
		if class&isMark != 0 != unicode.IsMark(r) {
			t.Errorf("%U: a mark %v", r, !unicode.IsMark(r))
		}
		if want := r >= 0xE00 && unicode.In(r, spaceless...) && !unicode.IsMark(r); Spaceless(r) != want {
			t.Errorf("%U: without spaces %v", r, !want)
		}
		if class&isJoiner != 0 != (r == 0x200C || r == 0x200D) {
			t.Errorf("%U: a joiner", r)
		}
	}
}
