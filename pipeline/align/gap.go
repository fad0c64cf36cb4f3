package align

// Scores of the affine dynamic programme (Gotoh 1982), in tenths. A run of
// unlike words is cheaper as an insertion and an omission from six words on,
// so that an injected sentence is not read as a variant of a lost one.
const (
	scoreRare   = 20  // equal words
	scoreCommon = 10  // equal words that stand everywhere
	scoreUnlike = -12 // unlike words
	scoreOpen   = -12
	scoreExtend = -4
	scoreNever  = -1 << 28
)

// States of the programme: a pair, a column without word, a word without
// column.
const (
	pair = iota
	colGap
	wordGap
)

// A gapTable is the memory of the dynamic programme, kept between gaps.
type gapTable struct {
	score [3][]int32 // previous row, one per state
	next  [3][]int32
	trace []uint8 // two bits per state: the state before
}

// fill aligns one segment by the dynamic programme. Columns and words at an
// open end cost nothing.
func (l *locator) fill(s segment) {
	n, m := s.c1-s.c0, s.w1-s.w0
	t := &l.dp
	t.reset(n, m)
	for j := 1; j <= m; j++ {
		t.score[wordGap][j] = edge(j, s.openStart)
		t.trace[j] = wordGap << 4
	}
	for i := 1; i <= n; i++ {
		l.row(s, i, m)
	}
	l.traceBack(s, n, m)
}

func (t *gapTable) reset(n, m int) {
	for k := range 3 {
		if cap(t.score[k]) < m+1 {
			t.score[k], t.next[k] = make([]int32, m+1), make([]int32, m+1)
		}
		t.score[k], t.next[k] = t.score[k][:m+1], t.next[k][:m+1]
		for j := range t.score[k] {
			t.score[k][j] = scoreNever
		}
	}
	t.score[pair][0] = 0
	if need := (n + 1) * (m + 1); cap(t.trace) < need {
		t.trace = make([]uint8, need)
	} else {
		t.trace = t.trace[:need]
	}
}

func edge(n int, open bool) int32 {
	if open {
		return 0
	}
	return scoreOpen + int32(n)*scoreExtend
}

// row computes row i of the table: column i-1 of the segment.
func (l *locator) row(s segment, i, m int) {
	t := &l.dp
	col := l.p.columns[s.c0+i-1]
	trace := t.trace[i*(m+1):]
	open := s.openStart
	t.next[pair][0], t.next[wordGap][0] = scoreNever, scoreNever
	t.next[colGap][0] = edge(i, open)
	trace[0] = colGap << 2
	for j := 1; j <= m; j++ {
		p, pf := best(t.score[pair][j-1], t.score[colGap][j-1], t.score[wordGap][j-1])
		t.next[pair][j] = p + l.match(col, l.word[s.w0+j-1])
		openCol, extCol := int32(scoreOpen+scoreExtend), int32(scoreExtend)
		if s.openStop && j == m {
			openCol, extCol = 0, 0
		}
		c, cf := best(t.score[pair][j]+openCol, t.score[colGap][j]+extCol, t.score[wordGap][j]+openCol)
		t.next[colGap][j] = c
		openWord, extWord := int32(scoreOpen+scoreExtend), int32(scoreExtend)
		if s.openStop && i == s.c1-s.c0 {
			openWord, extWord = 0, 0
		}
		w, wf := best(t.next[pair][j-1]+openWord, t.next[colGap][j-1]+openWord, t.next[wordGap][j-1]+extWord)
		t.next[wordGap][j] = w
		trace[j] = pf | cf<<2 | wf<<4
	}
	t.score, t.next = t.next, t.score
}

// best returns the largest of the three and its index, the first of equals.
func best(a, b, c int32) (int32, uint8) {
	switch {
	case a >= b && a >= c:
		return a, pair
	case b >= c:
		return b, colGap
	}
	return c, wordGap
}

func (l *locator) traceBack(s segment, n, m int) {
	t := &l.dp
	_, state := best(t.score[pair][m], t.score[colGap][m], t.score[wordGap][m])
	for i, j := n, m; i > 0 || j > 0; {
		tr := t.trace[i*(m+1)+j]
		switch state {
		case pair:
			if i == 0 || j == 0 {
				return
			}
			i, j = i-1, j-1
			l.at[s.w0+j] = s.c0 + i
			state = tr & 3
		case colGap:
			if i == 0 {
				return
			}
			i--
			state = tr >> 2 & 3
		default:
			if j == 0 {
				return
			}
			j--
			state = tr >> 4 & 3
		}
	}
}

// match scores a word against a column: against the most similar of the
// words that stand there.
func (l *locator) match(col *column, word int32) int32 {
	top := int32(scoreUnlike)
	for i, k := range col.keys {
		if k.key == word {
			return l.p.weigh(word)
		}
		if i < 4 {
			if sim := l.p.similar.of(k.key, word); sim >= likeness {
				top = max(top, int32(scoreRare*(2*sim-1)))
			}
		}
	}
	return top
}

// weigh scores an equal pair: words that stand everywhere prove little.
func (p *profile) weigh(word int32) int32 {
	if int(p.counts[word])*100 > p.total {
		return scoreCommon
	}
	return scoreRare
}
