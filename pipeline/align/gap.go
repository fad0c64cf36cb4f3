package align

import "github.com/urtext/urtext/pipeline/token"

// Scores of the affine dynamic programme (Gotoh 1982), in tenths. A run of
// unlike words is cheaper as an insertion and an omission from six words on,
// so that an injected sentence is not read as a variant of a lost one.
const (
	scoreRare   = 20  // equal words
	scoreCommon = 10  // equal words that stand everywhere
	scoreLone   = 8   // equal characters of a script without spaces
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
	unpaired // of a step: a pair that was taken apart
)

// A gapTable is the memory of the dynamic programme, kept between gaps.
type gapTable struct {
	score [3][]int32 // previous row, one per state
	next  [3][]int32
	trace []uint8 // two bits per state: the state before
	cols  []int   // free columns of the segment
	words []int   // and free words
	steps []step  // of the alignment, from its end
}

// fill aligns the free columns and words of one segment by the dynamic
// programme. Columns and words at an open end cost nothing.
func (l *locator) fill(s segment) {
	t := &l.dp
	t.cols, t.words = t.cols[:0], t.words[:0]
	for c := s.c0; c < s.c1; c++ {
		if !l.taken[c] {
			t.cols = append(t.cols, c)
		}
	}
	for w := s.w0; w < s.w1; w++ {
		if l.at[w] < 0 {
			t.words = append(t.words, w)
		}
	}
	n, m := len(t.cols), len(t.words)
	if n == 0 || m == 0 {
		return
	}
	t.reset(n, m)
	for j := 1; j <= m; j++ {
		t.score[wordGap][j] = edge(j, s.openStart)
		t.trace[j] = wordGap << 4
	}
	for i := 1; i <= n; i++ {
		l.row(s, i, n, m)
	}
	l.traceBack(s, n, m)
}

// reset makes the table one of n columns and m words, in the room of earlier
// ones, with nothing but its beginning reached.
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

// row computes row i of the table of n columns and m words.
func (l *locator) row(s segment, i, n, m int) {
	t := &l.dp
	col := l.columns[t.cols[i-1]]
	trace := t.trace[i*(m+1):]
	t.next[pair][0], t.next[wordGap][0] = scoreNever, scoreNever
	skipOpen, skip := l.p.skip(col)
	switch {
	case s.openStart:
		t.next[colGap][0] = 0
	case i == 1:
		t.next[colGap][0] = skipOpen
	default:
		t.next[colGap][0] = t.score[colGap][0] + skip
	}
	trace[0] = colGap << 2
	for j := 1; j <= m; j++ {
		p, pf := best(t.score[pair][j-1], t.score[colGap][j-1], t.score[wordGap][j-1])
		t.next[pair][j] = p + l.match(col, l.keys[t.words[j-1]])
		openCol, extCol := skipOpen, skip
		if s.openStop && j == m {
			openCol, extCol = 0, 0
		}
		c, cf := best(t.score[pair][j]+openCol, t.score[colGap][j]+extCol, t.score[wordGap][j]+openCol)
		t.next[colGap][j] = c
		openWord, extWord := int32(scoreOpen+scoreExtend), int32(scoreExtend)
		if s.openStop && i == n {
			openWord, extWord = 0, 0
		}
		w, wf := best(t.next[pair][j-1]+openWord, t.next[colGap][j-1]+openWord, t.next[wordGap][j-1]+extWord)
		t.next[wordGap][j] = w
		trace[j] = pf | cf<<2 | wf<<4
	}
	t.score, t.next = t.next, t.score
}

// skip is the cost of leaving a column without word, as the first of a gap
// and as a further one: small where few strands have a word themselves.
func (p *profile) skip(col *column) (first, further int32) {
	held, n := int32(col.held), int32(max(p.joined, 1))
	return scoreOpen*held/n + scoreExtend*held/n, scoreExtend * held / n
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

// traceBack reads the alignment off the table and pairs columns and words, all but
// those of islands.
func (l *locator) traceBack(s segment, n, m int) {
	t := &l.dp
	t.steps = t.steps[:0]
	_, state := best(t.score[pair][m], t.score[colGap][m], t.score[wordGap][m])
	for i, j := n, m; i > 0 || j > 0; {
		before := t.trace[i*(m+1)+j] >> (2 * state) & 3
		if state != wordGap {
			i--
		}
		if state != colGap {
			j--
		}
		if i < 0 || j < 0 {
			break
		}
		t.steps = append(t.steps, step{state, i, j})
		state = before
	}
	if s.openStart != s.openStop {
		l.clip(s.openStop)
	}
	l.pairSteps()
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
			if sim := l.p.similar.of(k.key, word); sim >= token.Likeness {
				top = max(top, int32(scoreRare*(2*sim-1)))
			}
		}
	}
	return top
}

// leastTotal is the number of words under which counting tells nothing about
// how common a word is.
const leastTotal = 1000

// weigh scores an equal pair: words that stand everywhere prove little, and
// so does one character of a script without spaces.
func (p *profile) weigh(word int32) int32 {
	if p.lone(word) {
		return scoreLone
	}
	if int(p.counts[word])*100 > max(p.total, leastTotal) {
		return scoreCommon
	}
	return scoreRare
}
