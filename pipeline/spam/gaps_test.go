package spam

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBeforeWord holds what is read of a gap once against what is asked of it.
func TestBeforeWord(t *testing.T) {
	sign := rapid.SampledFrom([]rune(" \t\n.,;:!?|-/@=[<&'\"()…。，、！？｜•·،“”’—  　"))
	rapid.Check(t, func(t *rapid.T) {
		gap := string(rapid.SliceOfN(sign, 0, 5).Draw(t, "gap"))
		c := beforeWord(gap)
		for _, x := range []struct {
			bit  class
			want bool
		}{
			{blankBefore, blank(gap)},
			{stopBefore, stop(gap) >= 0},
			{partBefore, strings.ContainsFunc(gap, partsPhrases)},
			{joinBefore, gap == "." || gap == "@" || gap == "://"},
			{columnBefore, strings.Contains(gap, "\t") || strings.Contains(gap, "   ")},
			{markupBefore, strings.ContainsAny(gap, markupSigns) || shouts(gap)},
		} {
			if got := c&x.bit != 0; got != x.want {
				t.Errorf("%q: bit %b is %t", gap, x.bit, got)
			}
		}
		traced := &page{text: "x" + gap + "y", words: []word{{begins: 0, ends: 1}, {begins: 1 + uint32(len(gap)), ends: 2 + uint32(len(gap))}}}
		if trace := traced.trailing(gap, 1) != noTrace || traced.leading(gap, 1) != noTrace; trace && c&traceBefore == 0 {
			t.Errorf("%q has a trace that is not seen", gap)
		}
	})
}

// TestPricedByWords holds that a price is found where the numbers are as in the
// whole text.
func TestPricedByWords(t *testing.T) {
	part := rapid.SampledFrom([]string{"5", "12,50", "b2b", "$", "€", "%", "％", "euro", "eurozone", "kr", "krona", "рублей", "円", "USD", "pear", " ", "  ", "\u00a0", ", ", "-", "."})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 1, 12).Draw(t, "parts"), "")
		p := newPage(text, "en")
		if len(p.words) == 0 {
			return
		}
		all := stretch{start: 0, end: len(text), from: 0, to: len(p.words)}
		price, percent := p.priced(all)
		if sign, share := priced(text); price != sign || percent != share {
			t.Errorf("%q: %t %t by words, %t %t in the whole", text, price, percent, sign, share)
		}
	})
}
