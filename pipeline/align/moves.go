package align

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// moveLength is the number of equal words, unique on both sides, from which
// a passage in another place is held to be the same passage.
const moveLength = 8

// moves finds passages of the strand that stand in another place in the
// profile: unique runs among the words without column and the columns
// without word, off the chain. Their words get their columns. It returns
// the runs of words, sorted.
func (l *locator) moves() [][2]int {
	taken := make([]bool, len(l.reps))
	for _, c := range l.at {
		if c >= 0 {
			taken[c] = true
		}
	}
	free, freeAt := masked(l.reps, func(i int) bool { return !taken[i] })
	left, leftAt := masked(l.word, func(i int) bool { return l.at[i] < 0 })
	if free < moveLength || left < moveLength {
		return nil
	}
	anchors := uniqueRuns(freeAt, leftAt, runLength)
	slices.SortFunc(anchors, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.col, b.col), cmp.Compare(a.word, b.word))
	})
	var out [][2]int
	for _, a := range anchors {
		if a.n < moveLength || l.at[a.word] >= 0 || taken[a.col] {
			continue
		}
		s := l.around(a, taken)
		l.segment(s, runLength)
		for w := s.w0; w < s.w1; w++ {
			if l.at[w] >= 0 {
				taken[l.at[w]] = true
			}
		}
		out = append(out, l.used(s))
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// masked returns seq with a distinct negative id wherever keep is false, so
// that no run crosses such a place, and the number kept.
func masked(seq []int32, keep func(int) bool) (int, []int32) {
	out := make([]int32, len(seq))
	n := 0
	for i, x := range seq {
		if keep(i) {
			out[i] = x
			n++
		} else {
			out[i] = int32(-1 - i)
		}
	}
	return n, out
}

// around grows an anchor to the free columns and words round it: the
// passage that moved, damage included.
func (l *locator) around(a anchor, taken []bool) segment {
	s := segment{a.col, a.col + a.n, a.word, a.word + a.n, true, true}
	for s.c0 > 0 && !taken[s.c0-1] {
		s.c0--
	}
	for s.c1 < len(taken) && !taken[s.c1] {
		s.c1++
	}
	for s.w0 > 0 && l.at[s.w0-1] < 0 {
		s.w0--
	}
	for s.w1 < len(l.at) && l.at[s.w1] < 0 {
		s.w1++
	}
	return s
}

// used trims a segment to the words that found a column.
func (l *locator) used(s segment) [2]int {
	for s.w0 < s.w1 && l.at[s.w0] < 0 {
		s.w0++
	}
	for s.w1 > s.w0 && l.at[s.w1-1] < 0 {
		s.w1--
	}
	return [2]int{s.w0, s.w1}
}

// relocate puts passages where most strands have them: a block of columns
// that more strands hold out of order than in order moves behind the column
// that precedes it in most of those.
func (p *profile) relocate() {
	for range len(p.columns) {
		if !p.relocateOne() {
			return
		}
	}
}

func (p *profile) relocateOne() bool {
	for s, st := range p.strands {
		for _, m := range st.moves {
			cols := p.columnsOf(s, m)
			if len(cols) < moveLength {
				continue
			}
			from, to := slices.Min(cols), slices.Max(cols)+1
			moved, stayed, after := p.opinions(from, to)
			if moved > stayed && after >= 0 && (after < from-1 || after >= to) {
				p.moveBlock(from, to, after)
				return true
			}
		}
	}
	return false
}

// columnsOf returns the columns that hold words [m[0], m[1]) of strand s.
func (p *profile) columnsOf(s int, m [2]int) []int {
	var out []int
	for c, col := range p.columns {
		if w := int(col.cells[s]); w >= m[0] && w < m[1] {
			out = append(out, c)
		}
	}
	return out
}

// opinions counts the strands that hold the block out of order and in
// order, by copies, and finds the column that the block follows in most of
// the former.
func (p *profile) opinions(from, to int) (moved, stayed, after int) {
	votes := map[int]int{}
	for s, st := range p.strands {
		first, n := -1, 0
		for c := from; c < to; c++ {
			if w := p.columns[c].cells[s]; w != corpus.Absent {
				if first < 0 {
					first = int(w)
				}
				n++
			}
		}
		if n < moveLength {
			continue
		}
		if !slices.ContainsFunc(st.moves, func(m [2]int) bool { return first >= m[0] && first < m[1] }) {
			stayed++
			continue
		}
		moved++
		votes[p.columnBefore(s, first)]++
	}
	after, most := -1, 0
	for c, n := range votes {
		if n > most || n == most && c < after {
			after, most = c, n
		}
	}
	return moved, stayed, after
}

// columnBefore returns the column of the nearest word before word w of
// strand s that stands in a column, -1 if there is none.
func (p *profile) columnBefore(s, w int) int {
	best, at := -1, -1
	for c, col := range p.columns {
		if x := int(col.cells[s]); x >= 0 && x < w && x > best {
			best, at = x, c
		}
	}
	return at
}

// moveBlock takes the columns [from, to) out and puts them behind column
// after. The strands that held the block out of order hold it in order now,
// and the others the reverse.
func (p *profile) moveBlock(from, to, after int) {
	block := slices.Clone(p.columns[from:to])
	for s, st := range p.strands {
		lo, hi := -1, -1
		for _, col := range block {
			if w := int(col.cells[s]); w >= 0 {
				if lo < 0 || w < lo {
					lo = w
				}
				hi = max(hi, w+1)
			}
		}
		if lo < 0 {
			continue
		}
		n := len(st.moves)
		st.moves = slices.DeleteFunc(st.moves, func(m [2]int) bool { return m[0] < hi && m[1] > lo })
		if n == len(st.moves) {
			st.moves = append(st.moves, [2]int{lo, hi})
		}
	}
	rest := slices.Delete(slices.Clone(p.columns), from, to)
	at := after + 1
	if after >= to {
		at -= to - from
	}
	p.columns = slices.Insert(rest, at, block...)
}
