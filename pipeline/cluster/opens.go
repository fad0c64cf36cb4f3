package cluster

// A copy that was cut off, or lost paragraphs, under a frame has too little of the
// other for a part. But it opens as the other does: a page that quotes an article, or
// has a text of its site in common with it, opens with its own words.

// When two pages open with one text.
const (
	leastOpening = 40  // kept words that they share
	leastEntitle = 30  // the same, under one title
	leastHead    = 3   // units of the title that both have in a row
	openSlack    = 10  // kept words that may stand before it in one of them, as a title of its own does
	titleAmong   = 8   // of the first matches, how many may belong to the frame before it
	openAlike    = .2  // of what is matched, what is not equal
	openPlaced   = .1  // units that stand in the place of others, for each matched one
	openRest     = .3  // the same, of those that count behind the opening in the one that ends first
	openWhole    = .75 // of the length of the opening in one of the two, what is matched
)

// opens reports whether two pages open with one text and one of them has hardly
// anything else. Each may have lost what the other has in the midst of it, but has
// nothing else there.
func (p *pairing) opens(v verdict, scale float64) bool {
	from, titled := p.entitled()
	main := p.main[from:]
	least, slack := leastOpening*scale, openSlack*scale
	if titled {
		least, slack = leastEntitle*scale, titledSlack*scale
	}
	n := float64(len(main))
	if float64(v.laid)*scale < least || n < least || float64(p.alike) > openAlike*n {
		return false
	}
	first, last := main[0], main[len(main)-1]
	before := [2]int{p.a.counted(0, first.i), p.b.counted(0, first.j)}
	if float64(min(before[0], before[1])) > slack || float64(max(before[0], before[1])) > titledSlack*scale {
		return false
	}
	rest := min(p.a.counted(last.i+1, int32(len(p.a.units))), p.b.counted(last.j+1, int32(len(p.b.units))))
	length := float64(min(last.i-first.i, last.j-first.j) + 1)
	return float64(rest) <= openRest*n && placed(main) <= openPlaced*n && n >= openWhole*length
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
