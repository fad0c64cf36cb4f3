package cluster

import "strings"

// A dovetail may be short where it lies at a seam: a page that says that it
// goes on from another begins with it, or a copy breaks off in its midst. Few
// words, one after the other and in this place, are no chance. They count
// where one of the two pages is not in doubt of them.

// When two pages have a seam.
const (
	leastSeam  = 12  // kept words of it where a page mark says that there is one
	leastTorn  = 40  // of it where one page breaks off there
	seamSlack  = 2   // units that count before it on the marked page
	seamDoubt  = 40  // units of any kind between it and the mark: the text that pages of one site end with is no seam
	tornSlack  = 6   // units that count after the place where a page breaks off
	seamSplice = .6  // the same, for each unit of a seam that a page mark leads to
	seamDense  = .85 // of its length in both, what is matched
)

// seamed reports whether all matches of two pages are one dense run.
func (p *pairing) seamed() bool {
	if len(p.main) == 0 {
		return false
	}
	first, last := p.main[0], p.main[len(p.main)-1]
	return float64(len(p.main)) >= seamDense*float64(max(last.i-first.i, last.j-first.j)+1)
}

// seam reports whether the end of a is the beginning of b, word for word, where
// the matches are one dense run.
func (p *pairing) seam(scale float64) bool {
	first, last := p.main[0], p.main[len(p.main)-1]
	n := 0
	for _, m := range p.main {
		n += b2i(p.a.weight[m.i] || p.b.weight[m.j])
	}
	if float64(n) < leastSeam*scale || p.spliced(first) {
		return false
	}
	after := p.a.counted(last.i+1, int32(len(p.a.units)))
	before := p.b.counted(0, first.j)
	splice := int(seamSplice * float64(n))
	switch {
	case p.b.part.After:
		return before <= seamSlack && after <= splice && float64(first.j) <= seamDoubt*scale
	case p.a.part.Before:
		return after <= seamSlack && before <= splice && float64(len(p.a.units)-1-int(last.i)) <= seamDoubt*scale
	}
	return float64(n) >= leastTorn*scale && before <= seamSlack && after <= tornSlack && p.b.goesOn(last.j) && !p.titledWithin(first, scale)
}

// goesOn reports whether the sentence of unit i goes on after it.
func (p *page) goesOn(i int32) bool {
	if int(i)+1 >= len(p.units) {
		return false
	}
	return !strings.ContainsFunc(p.text[p.units[i].end():p.units[i+1].start], func(r rune) bool {
		return r == '\n' || stops(r)
	})
}
