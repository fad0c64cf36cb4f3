package cluster

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pages of one template differ where the template has slots: isolated words
// between equal words are other words altogether, all over the page.
// Damage takes words out, puts runs of words in, and changes letters.

// slots sums up the places where one page has other words than the other
// between the same words on both sides.
type slots struct {
	count    int
	facts    float64 // score of the slots of numbers and names
	score    float64 // numbers and names count for more than other words
	spread   int     // of ten parts of the aligned text, those that have slots
	replaced int     // units that count in passages replaced by others
	flanks   int     // and before and after all that is common
	noise    int     // words that differ by characters only
	lostA    int     // short gaps that only b fills, and only a: words eaten
	lostB    int
}

// What a slot scores.
const (
	numberSlot   = 2.0
	nameSlot     = 1.5
	wordSlot     = 0.7 // editors reword, too
	repeatedSlot = 1.0 // a word of each filler for the second time
	rightsSlot   = 2.0 // other holders of the rights since other years
)

// fillerWords is how many words of a filler are remembered.
const fillerWords = 4

// findSlots reads the gaps between the matches.
func findSlots(p *pairing) slots {
	s := slots{noise: p.alike, replaced: p.replaced(), flanks: p.flanks()}
	seen := map[[2]uint64]bool{}
	parts := [10]bool{}
	from, to := p.prose()
	for k := from + 1; k <= to; k++ {
		l, r := p.main[k-1], p.main[k]
		if r.i == l.i+1 && r.j == l.j+1 {
			continue
		}
		da, db := p.lacking(l.i+1, r.i, p.hasA), p.lacking(l.j+1, r.j, p.hasB)
		switch {
		case da == 0 && db == 0:
		case da == 0:
			s.lostA += b2i(db <= closeGap)
		case db == 0:
			s.lostB += b2i(da <= closeGap)
		case max(da, db) > closeGap:
		case injected(p.a, l.i+1, r.i) || injected(p.b, l.j+1, r.j):
		default:
			score := p.slotScore(gap{l.i + 1, r.i, l.j + 1, r.j, true, true}, seen)
			if score < numberSlot && !p.firm(k-1, -1) && !p.firm(k, 1) {
				continue // chance matches between two passages
			}
			if score == 0 {
				s.noise++
				continue
			}
			s.count++
			if score >= nameSlot {
				s.facts += score
			}
			s.score += score
			parts[k*10/len(p.main)] = true
		}
	}
	for _, ok := range parts {
		if ok {
			s.spread++
		}
	}
	return s
}

// prose returns the first and the last match that count in both pages, with
// the line before the first, which is the title: what stands before and after
// belongs to the frame, whose facts are of the page.
func (p *pairing) prose() (from, to int) {
	to = len(p.main) - 1
	counts := func(m match) bool { return p.a.weight[m.i] && p.b.weight[m.j] }
	for from < to && !counts(p.main[from]) {
		from++
	}
	for to > from && !counts(p.main[to]) {
		to--
	}
	first := p.main[from]
	near := func(m match) bool {
		return p.a.lineOf[m.i]+1 >= p.a.lineOf[first.i] && p.b.lineOf[m.j]+1 >= p.b.lineOf[first.j]
	}
	for from > 0 && near(p.main[from-1]) {
		from--
	}
	return from, to
}

// injected reports whether all of the units [from, to) are in doubt and one of
// those beside them, in their line, is not: where the whole sentence is, the fact in
// it is doubted for its sake.
func injected(of *page, from, to int32) bool {
	before, after := of.doubt[from-1], of.doubt[to]
	switch {
	case of.lineOf[from-1] != of.lineOf[from]:
		before = before || after
	case of.lineOf[to] != of.lineOf[to-1]:
		after = after || before
	}
	if before && after {
		return false
	}
	for _, d := range of.doubt[from:to] {
		if !d {
			return false
		}
	}
	return true
}

// firm reports whether match k and the one beyond it (step 1 or -1) are
// neighbours in both pages.
func (p *pairing) firm(k, step int) bool {
	if k+step < 0 || k+step >= len(p.main) {
		return false
	}
	m, n := p.main[k], p.main[k+step]
	return n.i-m.i == int32(step) && n.j-m.j == int32(step)
}

// solidRun is how many matches in a row are no chance.
const solidRun = 4

// replaced counts the units that count in passages that stand in the place
// of each other, between solid runs of matches: a few words match by chance
// in any two passages.
func (p *pairing) replaced() int {
	total, from := 0, -1 // the last match of a solid run
	for k := 0; k < len(p.main); {
		n := k + 1
		for n < len(p.main) && p.firm(n-1, 1) {
			n++
		}
		if n-k >= solidRun {
			if from >= 0 {
				l, r := p.main[from], p.main[k]
				if d := min(p.open(p.a, l.i+1, r.i, p.hasA), p.open(p.b, l.j+1, r.j, p.hasB)); d > closeGap {
					total += d
				}
			}
			from = n - 1
		}
		k = n
	}
	return total
}

// flanks counts the units that count and stand before the first match in both
// pages, or after the last: the smaller of each two. Behind the end of a page
// that is continued, and before one that goes on from another, the other has
// what is on the next page.
func (p *pairing) flanks() int {
	first, last := p.main[0], p.main[len(p.main)-1]
	head := min(p.open(p.a, 0, first.i, p.hasA), p.open(p.b, 0, first.j, p.hasB))
	tail := min(p.open(p.a, last.i+1, int32(len(p.a.units)), p.hasA), p.open(p.b, last.j+1, int32(len(p.b.units)), p.hasB))
	if p.a.part.Before || p.b.part.Before {
		tail = 0
	}
	if p.a.part.After || p.b.part.After {
		head = 0
	}
	return head + tail
}

// lacking counts the units of [from, to) without a partner.
func (p *pairing) lacking(from, to int32, has []bool) int {
	n := 0
	for _, ok := range has[from:to] {
		if !ok {
			n++
		}
	}
	return n
}

// open counts those of them that count.
func (p *pairing) open(of *page, from, to int32, has []bool) int {
	n := 0
	for i := from; i < to; i++ {
		if !has[i] && of.weight[i] {
			n++
		}
	}
	return n
}

// slotScore scores what stands in a gap, 0 where it may be noise: a word
// broken in two, one character of a script without spaces.
func (p *pairing) slotScore(g gap, seen map[[2]uint64]bool) float64 {
	a, b := p.filler(p.a, g.i0, g.i1), p.filler(p.b, g.j0, g.j1)
	ua, ub := p.a.units[g.i0], p.b.units[g.j0]
	if ua.lone() && ub.lone() && g.i1-g.i0 == 1 && g.j1-g.j0 == 1 || p.room.alike(a, b) || p.littered(g) || p.noted(g) {
		return 0
	}
	score := wordSlot
	switch {
	case hasDigit(a) && hasDigit(b):
		score = numberSlot
	case isCapital(p.a.text[ua.start:]) && isCapital(p.b.text[ub.start:]), p.mailed(g):
		score = nameSlot
	}
	if p.repeated(g, seen) {
		score += repeatedSlot
	}
	if score >= numberSlot && p.claimed(g) {
		score += rightsSlot
	}
	return score
}

// claimed reports whether what stands between the same words are other years and other
// names behind the sign of who has the rights in a text, as in a licence.
func (p *pairing) claimed(g gap) bool {
	rights := func(of *page, from, to int32) bool {
		if to-from < 2 {
			return false
		}
		before := of.text[of.units[from-1].start:of.units[from].start]
		return hasDigit(p.filler(of, from, from+1)) && !hasDigit(p.filler(of, to-1, to)) &&
			(strings.Contains(before, "©") || strings.Contains(strings.ToLower(before), "(c)"))
	}
	return rights(p.a, g.i0, g.i1) && rights(p.b, g.j0, g.j1)
}

// repeated reports whether a word of the one filler stood for one of the other before,
// and notes them all.
func (p *pairing) repeated(g gap, seen map[[2]uint64]bool) bool {
	again := false
	for _, u := range p.a.units[g.i0:min(g.i1, g.i0+fillerWords)] {
		for _, v := range p.b.units[g.j0:min(g.j1, g.j0+fillerWords)] {
			both := [2]uint64{u.hash, v.hash}
			again = again || seen[both]
			seen[both] = true
		}
	}
	return again
}

// mailed reports whether what stands between the same words on both sides is of an
// address for letters.
func (p *pairing) mailed(g gap) bool {
	return strings.Contains(p.between(p.a, g.i0, g.i1), "@") && strings.Contains(p.between(p.b, g.j0, g.j1), "@")
}

// filler is the words of [from, to) run together.
func (p *pairing) filler(of *page, from, to int32) string {
	if u := of.units[from]; to == from+1 {
		return of.text[u.start:u.end()]
	}
	var out []byte
	for _, u := range of.units[from:to] {
		out = append(out, of.text[u.start:u.end()]...)
	}
	return string(out)
}

// littered reports whether what stands between the same words on both sides is
// one word, with letters strewn in on one page.
func (p *pairing) littered(g gap) bool {
	a, b := p.between(p.a, g.i0, g.i1), p.between(p.b, g.j0, g.j1)
	if x, y := firstASCII(a), firstASCII(b); x != y && x != 0 && y != 0 {
		return false
	}
	return p.room.left.set(letters(a), false).littered(p.room.right.set(letters(b), false))
}

// noted reports whether what stands between the same words is, on both pages, the
// mark of a note or the time of a recording: a number in square brackets.
func (p *pairing) noted(g gap) bool {
	return inBrackets(p.between(p.a, g.i0, g.i1)) && inBrackets(p.between(p.b, g.j0, g.j1))
}

// inBrackets reports a number in square brackets, with signs and spaces round it.
func inBrackets(s string) bool {
	_, s, opened := strings.Cut(s, "[")
	s, _, closed := strings.Cut(s, "]")
	return opened && closed && s != "" && strings.Trim(s, "0123456789:.") == ""
}

// alike is form.alike for two words that are compared once.
func (r *pairRoom) alike(a, b string) bool { return r.left.set(a, false).alike(r.right.set(b, false)) }

// between is the text between the units before from and at to.
func (p *pairing) between(of *page, from, to int32) string {
	return of.text[of.units[from-1].end():of.units[to].start]
}

// firstASCII is the first letter or digit of a text, in lower case; 0 where
// something else than ASCII stands before it.
func firstASCII(text string) byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return 0
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			return c | 0x20
		case '0' <= c && c <= '9':
			return c
		}
	}
	return 0
}

// letters is the letters and digits of a text, function words included.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

func hasDigit(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// When slots make two pages of one template.
const (
	leastSlots   = 3
	slotRate     = .02 // score for each matched unit, over the page
	denseRate    = .08 // the same, wherever they stand
	slotParts    = 3   // of ten
	leastFacts   = 4   // score of numbers and names
	factRate     = .03 // of these, wherever they stand
	noisePerSlot = .3  // damaged words for which one may be damaged beyond knowing
	replacedRate = .25 // replaced units for each matched one
	flankRate    = .4  // the same, with those before and after
)

// template reports whether the slots, over so many matched units, are other
// facts in one template.
func (s slots) template(matched int) bool {
	// Words eaten side by side, one here and one there, look like a slot.
	chance := 2 * float64(s.lostA) * float64(s.lostB) / float64(matched)
	rate := (s.score - noisePerSlot*float64(s.noise) - chance) / float64(matched)
	facts := min(rate, s.facts/float64(matched))
	return s.count >= leastSlots && rate >= slotRate && s.spread >= slotParts ||
		s.facts >= leastFacts && facts >= factRate ||
		s.count >= leastSlots-1 && rate >= denseRate
}

// otherArticle reports whether so much is replaced, over so many matched
// units, that what is common is a frame. Copies may have teasers before them
// and foreign tails behind, so the flanks are given more room.
func (s slots) otherArticle(matched int) bool {
	return float64(s.replaced) > replacedRate*float64(matched) || float64(s.replaced+s.flanks) > flankRate*float64(matched)
}
