package align

import "slices"

// denseCells is the largest gap, in cells, that goes to the dynamic
// programme. A larger gap in which no run of words is unique on both sides is
// two unrelated texts.
const denseCells = 1 << 14

// A locator finds the column of each word of one strand. Its memory but for
// what it finds is that of the profile: the next locator takes it.
type locator struct {
	p       *profile
	columns []*column
	at      []int // column of each word, -1 when it has none
	keys    []int32
	*workspace
}

// A workspace is memory that one locator after another takes. Words and columns
// that are paired are masked in word and reps by ids that match nothing.
type workspace struct {
	reps    []int32 // representative of each column, and
	word    []int32 // key of each word, without its marks: a copy that lost them all has no run in common else
	taken   []bool  // columns that have a word
	dp      gapTable
	pairing pairing
}

// sized gives a slice n cells, whatever they hold.
func sized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// newLocator is a locator among some columns, all of which it reads.
func (p *profile) newLocator(columns []*column, st *strand) *locator {
	l := p.unread(columns, st)
	l.read(0, len(columns))
	return l
}

// unread is one that has read no columns yet.
func (p *profile) unread(columns []*column, st *strand) *locator {
	l := &locator{p: p, columns: columns, at: make([]int, len(st.words)), keys: st.words, workspace: &p.space}
	l.reps, l.word, l.taken = sized(l.reps, len(columns)), sized(l.word, len(st.words)), sized(l.taken, len(columns))
	clear(l.taken)
	for i, key := range st.words {
		l.word[i] = p.plain[key]
	}
	for i := range l.at {
		l.at[i] = -1
	}
	return l
}

// read reads those of columns [from, to) that have no word yet.
func (l *locator) read(from, to int) {
	for c := from; c < to; c++ {
		if !l.taken[c] {
			l.reps[c] = l.p.plain[l.columns[c].rep]
		}
	}
}

// locate returns the column of each word of the strand, -1 for a word that
// has none.
func (p *profile) locate(st *strand) []int {
	if len(p.columns) == 0 || len(st.words) == 0 {
		return p.newLocator(nil, st).at
	}
	if p.joined < minorShare { // no column is a minor one
		return p.locateIn(p.columns, st)
	}
	stream := p.mainstream()
	columns := sized(p.main, len(stream))
	for i, c := range stream {
		columns[i] = p.columns[c]
	}
	p.main = columns
	return p.refine(st, p.locateIn(columns, st), stream)
}

// locateIn does so with regard to some columns only.
func (p *profile) locateIn(columns []*column, st *strand) []int {
	l := p.newLocator(columns, st)
	l.lay()
	if n, need := l.solid(st); len(l.at) >= 4*solidWords && n < need {
		for i := range l.at {
			l.at[i] = -1
		}
	}
	return l.at
}

// lay finds the columns of all words: anchors, moves, and what lies between.
func (l *locator) lay() {
	anchors := l.pairing.uniqueRuns(l.reps, l.word, runLength)
	main := chain(anchors, len(l.word))
	l.moves(main, anchors)
	open := len(l.word) > sentenceWords
	l.between(segment{0, len(l.reps), 0, len(l.word), open, open}, main, runLength)
}

// sentenceWords is the number of words up to which a text is taken for a
// sentence: it has no page's frame at its ends, and is not cut off anywhere.
const sentenceWords = 60

// What two texts of some length have in common by chance: under solidWords, or
// under one word in solidShare up to solidMost, in equal runs of solidRun or
// more. Two pages of one article share the title and a few set phrases, and
// must not be woven into each other; an overlap of two parts is longer.
const (
	solidWords = 12
	solidShare = 12
	solidMost  = 48
	solidRun   = 6
)

// solid counts the words of two texts that stand in runs of solidRun or more
// side by side in both, and the number of them that proves the texts to be one
// (both twice that where each character is a word). What stands in the frame
// of a page of several counts for nothing: it may be the title of another.
func (l *locator) solid(st *strand) (total, need int) {
	need = min(max(solidWords, min(len(l.at), len(l.reps))/solidShare), solidMost)
	if l.p.otherPages(st) {
		need = solidMost
	}
	lone := 0
	for w := 0; w < len(l.at); w++ {
		from, n := w, 0
		for ; w < len(l.at) && l.at[w] >= 0 && l.at[w] == l.at[from]+w-from; w++ {
			n += b2i(st.text(w) && l.p.text(l.columns[l.at[w]]))
		}
		if w == from {
			continue
		}
		run := solidRun
		if l.p.lone(l.columns[l.at[from]].rep) {
			run *= 2
			lone += n
		}
		total += n * b2i(n >= run)
		w--
	}
	if 2*lone > total {
		need *= 2
	}
	return total, need
}

// otherPages reports whether all strands in the profile say that they are
// other pages than this one.
func (p *profile) otherPages(st *strand) bool {
	if st.page == 0 {
		return false
	}
	for _, col := range p.columns {
		for s := range col.cells.All() {
			if page := p.strands[s].page; page == 0 || page == st.page {
				return false
			}
		}
	}
	return true
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pair puts word w into column c and masks both.
func (l *locator) pair(c, w int) {
	l.at[w], l.taken[c] = c, true
	l.reps[c], l.word[w] = int32(-1-c), int32(-1-len(l.reps)-w)
}

// A segment is a gap between anchors: columns [c0, c1) against words
// [w0, w1). An end of it is open where the text itself begins or ends.
type segment struct {
	c0, c1, w0, w1      int
	openStart, openStop bool
}

func (s segment) cells() int { return (s.c1 - s.c0) * (s.w1 - s.w0) }

// between pairs the anchors, given relative to the segment, and aligns what
// lies between them.
func (l *locator) between(s segment, anchors []anchor, k int) {
	rest := s
	for _, a := range anchors {
		c, w := s.c0+a.col, s.w0+a.word
		gap := rest
		gap.c1, gap.w1, gap.openStop = c, w, false
		l.segment(gap, k)
		for i := range a.n {
			l.pair(c+i, w+i)
		}
		rest.c0, rest.w0, rest.openStart = c+a.n, w+a.n, false
	}
	l.segment(rest, k)
}

// segment aligns one segment: anchors of k words first, then what lies
// between them; shorter runs where there are none; the dynamic programme in
// the end.
func (l *locator) segment(s segment, k int) {
	s = l.equalEnds(s)
	if s.c0 == s.c1 || s.w0 == s.w1 {
		return
	}
	if s.cells() <= denseCells {
		l.fill(s)
		return
	}
	least := 2 // words in an anchor
	if s.openStart || s.openStop {
		least = runLength
	}
	for ; k >= least; k-- {
		if anchors := chain(l.pairing.uniqueRuns(l.reps[s.c0:s.c1], l.word[s.w0:s.w1], k), s.w1-s.w0); len(anchors) > 0 {
			l.between(s, anchors, k)
			return
		}
	}
}

// equalEnds pairs the equal words at closed ends of a segment.
func (l *locator) equalEnds(s segment) segment {
	for !s.openStart && s.c0 < s.c1 && s.w0 < s.w1 && l.reps[s.c0] == l.word[s.w0] {
		l.pair(s.c0, s.w0)
		s.c0, s.w0 = s.c0+1, s.w0+1
	}
	for !s.openStop && s.c0 < s.c1 && s.w0 < s.w1 && l.reps[s.c1-1] == l.word[s.w1-1] {
		s.c1, s.w1 = s.c1-1, s.w1-1
		l.pair(s.c1, s.w1)
	}
	return s
}
