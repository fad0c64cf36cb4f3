package align

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/rising"
)

// blocksTried bounds the passages that are looked at to be put elsewhere.
const blocksTried = 40

// relocate puts passages where most strands have them. A block of columns
// that some strand holds out of order is tried behind the column that
// precedes it in that strand, and stays there when fewer words, over all
// strands, are out of order than before: equal copies count once.
func (p *profile) relocate() {
	if len(p.strands) > realignLimit {
		return
	}
	cost := p.disorder()
	for range blocksTried {
		if cost == 0 || !p.relocateOne(&cost) {
			return
		}
	}
}

// relocateOne makes the first relocation that lowers the cost.
func (p *profile) relocateOne(cost *int) bool {
	tried := 0
	for s := range p.strands {
		for _, m := range outOfOrder(p.wordsOf(s), len(p.strands[s].words)) {
			from, to, after := p.block(s, m)
			if tried++; tried > blocksTried || m[1]-m[0] < moveLength || after >= from-1 && after < to {
				continue
			}
			old := p.columns
			p.columns = moveBlock(old, from, to, after)
			if c := p.disorder(); c < *cost {
				*cost = c
				return true
			}
			p.columns = old
		}
	}
	return false
}

// disorder counts the words out of order over all strands: in each, those
// outside a longest increasing subsequence (see outOfOrder). It is asked for many
// orders of the columns.
func (p *profile) disorder() int {
	n := 0
	for s, words := range p.inColumns() {
		if !slices.IsSorted(words) {
			n += len(p.strands[s].words) - rising.Length(words)
		}
	}
	return n
}

// inColumns returns the words of each strand in the order of the columns, which it goes
// through once for all strands, in memory that the next call takes.
func (p *profile) inColumns() [][]int32 {
	order := make([][]int32, len(p.strands))
	p.order = sized(p.order, p.total)
	for s, rest := 0, p.order; s < len(order); s++ {
		n := len(p.strands[s].words)
		order[s], rest = rest[:0:n], rest[n:]
	}
	for _, col := range p.columns {
		for s, w := range col.cells.All() {
			order[s] = append(order[s], w)
		}
	}
	return order
}

// outOfOrder returns the runs of words of a strand of n that stand elsewhere in
// it than in the profile: those outside a longest increasing subsequence of
// its words over the columns.
func outOfOrder(words []int32, n int) [][2]int {
	if slices.IsSorted(words) {
		return nil
	}
	inOrder := make([]bool, n)
	for _, i := range rising.Longest(len(words), func(i int) int32 { return words[i] }) {
		inOrder[words[i]] = true
	}
	var out [][2]int
	for w := 0; w < len(inOrder); w++ {
		from := w
		for w < len(inOrder) && !inOrder[w] {
			w++
		}
		if w > from {
			out = append(out, [2]int{from, w})
		}
	}
	return out
}

// wordsOf returns the words of one strand in the order of the columns.
func (p *profile) wordsOf(s int) []int32 {
	words := make([]int32, 0, len(p.strands[s].words))
	for _, col := range p.columns {
		if w := col.cells.At(s); w != corpus.Absent {
			words = append(words, w)
		}
	}
	return words
}

// block returns the columns [from, to) that words [m[0], m[1]) of strand s
// fill, and the column of the word before them in that strand, -1 if none.
func (p *profile) block(s int, m [2]int) (from, to, after int) {
	from, after = len(p.columns), -1
	before := -1
	for c, col := range p.columns {
		w := int(col.cells.At(s))
		switch {
		case w < 0:
		case w >= m[0] && w < m[1]:
			from, to = min(from, c), c+1
		case w < m[0] && w > before:
			before, after = w, c
		}
	}
	return from, to, after
}

// moved is where columns [from, to) begin once they are behind column after.
func moved(from, to, after int) int {
	if after >= to {
		return after + 1 - (to - from)
	}
	return after + 1
}

// moveBlock returns the columns with [from, to) behind column after.
func moveBlock(columns []*column, from, to, after int) []*column {
	rest := slices.Concat(columns[:from], columns[to:])
	at := moved(from, to, after)
	return slices.Concat(rest[:at], columns[from:to], rest[at:])
}
