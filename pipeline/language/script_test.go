package language

import (
	"math/rand"
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

// TestCountAgrees holds the counting of eight characters at a time against the
// counting of each.
func TestCountAgrees(t *testing.T) {
	alphabet := []rune("aZz[@`{09 \n.-éжя漢かح")
	random := rand.New(rand.NewSource(1))
	for range 5000 {
		text := make([]rune, random.Intn(60))
		few := 1 + random.Intn(len(alphabet))
		for i := range text {
			text[i] = alphabet[random.Intn(few)]
		}
		var want counts
		run := uint8(none)
		for _, r := range text {
			run = want.add(letters()[r], run)
		}
		if run != none {
			want.word(run)
		}
		if got := count(string(text)); got != want {
			t.Fatalf("%q: %+v, want %+v", string(text), got, want)
		}
	}
}
