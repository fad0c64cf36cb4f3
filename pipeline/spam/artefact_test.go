package spam

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestScatteredSpaces has the fixtures' articles with the odd spaces of a typist or
// a scan: next to nothing is cut, though many words stand between two of them.
func TestScatteredSpaces(t *testing.T) {
	words, lost := 0, 0
	for _, language := range []string{"en", "de", "es", "ru"} {
		for i, text := range articles(t, language) {
			for _, every := range []int{7, 10, 14, 20, 30} {
				odd := scatter(text, rand.New(rand.NewPCG(uint64(i), 1)), every)
				words += len(strings.Fields(odd))
				for _, p := range cuts(detect(t, odd, language)) {
					lost += len(strings.Fields(odd[p.Start:p.End]))
					t.Logf("%s, one in %d: %q: %v", language, every, odd[p.Start:p.End], p.Why())
				}
			}
		}
	}
	if lost*5000 > words {
		t.Errorf("%d of %d words are cut", lost, words)
	}
}

// scatter makes one space in so many an odd one.
func scatter(text string, r *rand.Rand, every int) string {
	var b strings.Builder
	for piece := range strings.SplitAfterSeq(text, " ") {
		b.WriteString(piece)
		if strings.HasSuffix(piece, " ") && r.IntN(every) == 0 {
			b.WriteString([]string{" ", " ", "\u2009"}[r.IntN(3)])
		}
	}
	return b.String()
}

// TestNameBeforeAPhrase has names before the doubled spaces that set phrases apart.
func TestNameBeforeAPhrase(t *testing.T) {
	text := replace(t, orchard, "held the ladder, gave", "held it beside Osgood Brindle  vintage harmonica reeds , gave")
	text = replace(t, text, "on the south side, and", "on the south side  silver harmonica reeds , and")
	if got := cut(t, detect(t, text, "en")); !strings.Contains(got, "beside Osgood Brindle, gave") {
		t.Errorf("left %q", got)
	}
}
