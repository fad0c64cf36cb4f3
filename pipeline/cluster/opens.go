package cluster

import "github.com/urtext/urtext/pipeline/token"

// A copy that was cut off, or lost paragraphs, under a frame has too little of the
// other for a part. But it opens as the other does: a page that quotes an article, or
// has a text of its site in common with it, opens with its own words.

// When two pages open with one text.
const (
	leastOpening = 40  // kept words that they share
	leastEntitle = 30  // the same, under one title
	leastHead    = 3   // units of the title
	openSlack    = 10  // kept words that may stand before it there, as a title of its own does
	titleAmong   = 8   // of the first matches, how many may belong to the frame before it
	openAlike    = .2  // of what is matched, what is not equal
	openPlaced   = .1  // units that stand in the place of others, for each matched one
	openRest     = .3  // of the opening, what counts behind it in the one that ends first
	pageRest     = .5  // the same of a first page, of which the other has more than the opening: it may lack what the page ends with
	openProse    = .6  // of what is matched, what stands in prose
	openKept     = .8  // of the words of an opening without a title, that are no function words
	openWhole    = .75 // of the length of the opening in one of the two, what is matched
	openShare    = .4  // of all that stands on the one that ends first, the opening
	loneWord     = 1. / 3
)

// opens reports whether two pages open with one text and one of them has hardly
// anything else. Each may have lost what the other has in the midst of it, but has
// nothing else there.
func (p *pairing) opens(v verdict, scale float64) bool {
	from, titled := p.entitled()
	main := p.main[from:]
	least := leastOpening * scale
	if titled {
		least = leastEntitle * scale
	}
	n := float64(len(main))
	if float64(v.laid)*scale < least || n < least || float64(p.alike) > openAlike*n {
		return false
	}
	first, last := main[0], main[len(main)-1]
	length := float64(min(last.i-first.i, last.j-first.j) + 1)
	if placed(main) > openPlaced*n || n < openWhole*length || p.inProse(main) < openProse*n || !titled && !p.a.speaks(first.i, last.i) {
		return false
	}
	x, y := p.a.round(first.i, last.i), p.b.round(first.j, last.j)
	page := p.a.part
	if y.rest < x.rest {
		x, y, page = y, x, p.b.part
	}
	rest := openRest
	if page.first() && y.rest > x.within {
		rest = pageRest
	}
	return x.before <= openSlack && y.before <= titledSlack && x.rest <= rest*x.within && x.within >= openShare*x.all
}

// A setting is what stands in and round a stretch of a page, in kept words: of what
// counts before it and behind it, and of any sort within it and on the page.
type setting struct{ before, within, rest, all float64 }

// round returns the setting of units first to last. A page may have words of two
// scripts: a character is a third of a word wherever it stands.
func (p *page) round(first, last int32) (s setting) {
	for i, u := range p.units {
		word := 1.
		if u.lone() {
			word = loneWord
		}
		s.all += word
		switch n := int32(i); {
		case n >= first && n <= last:
			s.within += word
		case !p.weight[i]:
		case n < first:
			s.before += word
		default:
			s.rest += word
		}
	}
	return s
}

// inProse is how many matches stand in a line of prose on one of the two pages.
func (p *pairing) inProse(main []match) float64 {
	n := 0
	for _, m := range main {
		n += b2i(p.a.lines[p.a.lineOf[m.i]].prose || p.b.lines[p.b.lineOf[m.j]].prose)
	}
	return float64(n)
}

// placed is how many units of one page stand between matches in the place of others.
func placed(main []match) float64 {
	n := int32(0)
	for k := 1; k < len(main); k++ {
		n += min(main[k].i-main[k-1].i, main[k].j-main[k-1].j) - 1
	}
	return float64(n)
}

// entitled returns the match at which a title begins that both pages have, and whether
// there is one: 0 where there is none.
func (p *pairing) entitled() (int, bool) {
	for k := 0; k < min(titleAmong, len(p.main)); k++ {
		if n := p.sameTitle(k); n >= leastHead {
			return k, true
		}
	}
	return 0, false
}

// sameTitle is how many units from match k on are all of a line of either page that may
// be its title; 0 where they are not.
func (p *pairing) sameTitle(k int) int {
	first := p.main[k]
	la, lb := p.a.lineOf[first.i], p.b.lineOf[first.j]
	if !p.a.lines[la].title || !p.b.lines[lb].title || first.i > 0 && p.a.lineOf[first.i-1] == la || first.j > 0 && p.b.lineOf[first.j-1] == lb {
		return 0
	}
	n := int32(1)
	inLine := func(of []int32, at int32, line int32) bool { return int(at) < len(of) && of[at] == line }
	for inLine(p.a.lineOf, first.i+n, la) || inLine(p.b.lineOf, first.j+n, lb) {
		if m := k + int(n); m == len(p.main) || p.main[m].i != first.i+n || p.main[m].j != first.j+n ||
			!inLine(p.a.lineOf, first.i+n, la) || !inLine(p.b.lineOf, first.j+n, lb) {
			return 0
		}
		n++
	}
	return int(n)
}

// speaks reports whether units first to last are of prose, by the function words that
// were left out between them: a list of names has none.
func (p *page) speaks(first, last int32) bool {
	n := len(token.Words(nil, p.text[p.units[first].start:p.units[last].end()]))
	return float64(last-first+1) <= openKept*float64(n)
}
