package align

// denseCells is the largest gap, in cells, that goes to the dynamic
// programme at once; giantCells the largest that goes there at all when no
// anchor is left in it. A larger gap is two unrelated texts.
const (
	denseCells = 1 << 14
	giantCells = 1 << 22
)

// A locator finds the column of each word of one strand.
type locator struct {
	p    *profile
	reps []int32 // representative of each column
	word []int32
	at   []int // column of each word, -1 when it has none
	dp   gapTable
}

// locate returns the column of each word of the strand, -1 for a word that
// has none, and notes the strand's moves.
func (p *profile) locate(st *strand) []int {
	l := &locator{p: p, reps: make([]int32, len(p.columns)), word: st.words, at: make([]int, len(st.words))}
	for c, col := range p.columns {
		l.reps[c] = col.rep
	}
	for i := range l.at {
		l.at[i] = -1
	}
	if len(p.columns) == 0 || len(st.words) == 0 {
		return l.at
	}
	l.segment(segment{0, len(l.reps), 0, len(l.word), true, true}, runLength)
	st.moves = l.moves()
	return l.at
}

// A segment is a gap between anchors: columns [c0, c1) against words
// [w0, w1). An end of it is open where the text itself begins or ends.
type segment struct {
	c0, c1, w0, w1      int
	openStart, openStop bool
}

func (s segment) cells() int { return (s.c1 - s.c0) * (s.w1 - s.w0) }

// segment aligns one segment: anchors of k words first, then what lies
// between them; shorter runs where there are none; the dynamic programme in
// the end.
func (l *locator) segment(s segment, k int) {
	s = l.equalEnds(s)
	if s.c0 == s.c1 || s.w0 == s.w1 {
		return
	}
	for ; k > 0 && s.cells() > denseCells; k-- {
		anchors := chain(uniqueRuns(l.reps[s.c0:s.c1], l.word[s.w0:s.w1], k), s.w1-s.w0)
		if len(anchors) == 0 {
			continue
		}
		rest := s
		for _, a := range anchors {
			c, w := s.c0+a.col, s.w0+a.word
			gap := rest
			gap.c1, gap.w1, gap.openStop = c, w, false
			l.segment(gap, k)
			for i := range a.n {
				l.at[w+i] = c + i
			}
			rest.c0, rest.w0, rest.openStart = c+a.n, w+a.n, false
		}
		l.segment(rest, k)
		return
	}
	if s.cells() <= giantCells {
		l.fill(s)
	}
}

// equalEnds pairs the equal words at closed ends of a segment.
func (l *locator) equalEnds(s segment) segment {
	for !s.openStart && s.c0 < s.c1 && s.w0 < s.w1 && l.reps[s.c0] == l.word[s.w0] {
		l.at[s.w0] = s.c0
		s.c0, s.w0 = s.c0+1, s.w0+1
	}
	for !s.openStop && s.c0 < s.c1 && s.w0 < s.w1 && l.reps[s.c1-1] == l.word[s.w1-1] {
		s.c1, s.w1 = s.c1-1, s.w1-1
		l.at[s.w1] = s.c1
	}
	return s
}
