package cluster

// A copy that was cut off, or lost paragraphs, under a frame has too little of the
// other for a part. But it opens as the other does: a page that quotes an article, or
// has a text of its site in common with it, opens with its own words.

// When two pages open with one text.
const (
	leastOpening = 40  // kept words that they share
	leastEntitle = 30  // the same, under one title
	leastHead    = 3   // units of the title that both have in a row
	openSlack    = 10  // kept words that may stand before it there, as a title of its own does
	titleAmong   = 8   // of the first matches, how many may belong to the frame before it
	openAlike    = .2  // of what is matched, what is not equal
	openPlaced   = .1  // units that stand in the place of others, for each matched one
	openRest     = .3  // of the opening, what counts behind it in the one that ends first
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
	if placed(main) > openPlaced*n || n < openWhole*length {
		return false
	}
	x, y := p.a.round(first.i, last.i), p.b.round(first.j, last.j)
	if y.rest < x.rest {
		x, y = y, x
	}
	return x.before <= openSlack && y.before <= titledSlack && x.rest <= openRest*x.within && x.within >= openShare*x.all
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

// sameTitle is how many units from match k on stand in a row in one line of either page
// that may be its title.
func (p *pairing) sameTitle(k int) int {
	la, lb := p.a.lineOf[p.main[k].i], p.b.lineOf[p.main[k].j]
	if !p.a.lines[la].title || !p.b.lines[lb].title {
		return 0
	}
	n := 1
	for ; k+n < len(p.main); n++ {
		m, l := p.main[k+n], p.main[k+n-1]
		if p.a.lineOf[m.i] != la || p.b.lineOf[m.j] != lb || m.i != l.i+1 || m.j != l.j+1 {
			break
		}
	}
	return n
}
