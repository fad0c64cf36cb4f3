package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Who takes a paragraph to another place breaks three joins: the one before it, the
// one behind it, and the one where it is put, however far that is (the breakpoints
// of Sankoff and Blanchette 1998). So of several orders the article's is the one
// that breaks fewest joins of the copies and needs fewest losses: a copy that goes
// on across a passage must have lost it.

// A tangle is the columns as blocks that no strand has reason to part, and how each
// strand orders them.
type tangle struct {
	blocks [][]*column
	sound  []int    // how much of each is attested
	order  []int    // of the blocks
	holds  [][]bool // strand, block
	next   [][]int  // strand, 1 + block: the block that follows in it; at 0 its first, -1 behind its last
	edge   [][2]int // strand: behind which of these a page of several begins, and ends
}

// blocksMost bounds the blocks whose orders are tried: there are as many swaps as
// the cube of it.
const blocksMost = 40

// tangle cuts the columns into blocks at the paragraphs before which some strand
// turns or, where these are too many, goes back; nil if these are, too.
func (p *profile) tangle() *tangle {
	for _, far := range []int{moveLength, len(p.columns)} {
		if t := p.cut(far); len(t.blocks) <= blocksMost {
			return t.read(p.strands)
		}
	}
	return nil
}

// cut makes blocks of the columns, between paragraphs before which there are turns,
// where two passages are woven, and where all that have a word come from elsewhere: a
// sentence of a passage that is in another place may stand behind it only here.
func (p *profile) cut(far int) *tangle {
	t := &tangle{}
	turns, parted := p.turns(far)
	near := func(c int) bool {
		return slices.Contains(turns[max(0, c-spanReach):min(len(turns), c+spanReach+1)], true)
	}
	from := 0
	for c := 1; c <= len(p.columns); c++ {
		if c < len(p.columns) && !parted[c] && !p.seamAt(c) && !(p.breaksAt(c) && near(c)) {
			continue
		}
		sound := 0
		for _, col := range p.columns[from:c] {
			sound += b2i(p.attested(col))
		}
		t.order = append(t.order, len(t.blocks))
		t.blocks, t.sound = append(t.blocks, p.columns[from:c]), append(t.sound, sound)
		from = c
	}
	return t
}

// seamAt reports that no strand goes on from column c-1 to column c, though several
// have each: two passages are woven there.
func (p *profile) seamAt(c int) bool {
	before, here := p.columns[c-1], p.columns[c]
	if before.held < 2 || here.held < 2 {
		return false
	}
	for s, w := range here.cells.All() {
		if last := before.cells.At(s); last != corpus.Absent && w == last+1 {
			return false
		}
	}
	return true
}

// turns marks the columns before which a strand begins, or has ended, or does not
// go on with its next word, or goes on behind so many columns, and those in which no
// strand goes on.
func (p *profile) turns(far int) (out, parted []bool) {
	out, parted = make([]bool, len(p.columns)+1), make([]bool, len(p.columns))
	last := make([]int, len(p.strands)) // 1 + the column of its last word
	word := make([]int32, len(p.strands))
	for c, col := range p.columns {
		parted[c] = true
		for s, w := range col.cells.All() {
			if parted[c] = parted[c] && last[s] > 0 && w != word[s]+1; last[s] == 0 || w != word[s]+1 || c-last[s] >= far {
				out[last[s]], out[c] = true, true
			}
			last[s], word[s] = c+1, w
		}
	}
	for _, c := range last {
		out[c] = true
	}
	return out, parted
}

// read notes which blocks each strand has, and in what order: the few words that it
// has of a block may stand there by chance.
func (t *tangle) read(strands []*strand) *tangle {
	most := make([]int, len(t.blocks))
	count, sum := make([][]int, len(strands)), make([][]int, len(strands))
	for s := range strands {
		count[s], sum[s] = make([]int, len(t.blocks)), make([]int, len(t.blocks))
		for b, columns := range t.blocks {
			for _, col := range columns {
				if w := col.cells.At(s); w != corpus.Absent {
					count[s][b]++
					sum[s][b] += int(w)
				}
			}
			most[b] = max(most[b], count[s][b])
		}
	}
	for s, st := range strands {
		var own []int
		holds, next := make([]bool, len(t.blocks)), make([]int, 1+len(t.blocks))
		for b, n := range count[s] {
			if holds[b] = n >= moveLength || n > 0 && 2*n >= most[b]; holds[b] {
				own = append(own, b)
			}
		}
		slices.SortStableFunc(own, func(a, b int) int {
			return cmp.Compare(sum[s][a]*count[s][b], sum[s][b]*count[s][a])
		})
		at, edge := 0, [2]int{-1, -1}
		for _, b := range own {
			middle := sum[s][b] / count[s][b]
			if edge[0] < 0 && st.page > 1 && middle >= st.from {
				edge[0] = at
			}
			next[at], at = b, 1+b
			if st.page == 1 && middle < st.to {
				edge[1] = at
			}
		}
		next[at] = -1
		t.holds, t.next, t.edge = append(t.holds, holds), append(t.next, next), append(t.edge, edge)
	}
	return t
}

// broken weighs the joins of strand s that an order of the blocks breaks, and counts
// the passages that it must have lost.
func (t *tangle) broken(s int, order []int) (joins, losses int) {
	at, gap := 0, 0
	for _, b := range order {
		if !t.holds[s][b] {
			gap += t.sound[b]
			continue
		}
		if t.next[s][at] != b {
			joins += t.weight(s, at)
		}
		losses += b2i(at > 0 && gap >= lostWords)
		at, gap = 1+b, 0
	}
	if t.next[s][at] != -1 {
		joins += t.weight(s, at)
	}
	return joins, losses
}

// weight is that of the join of strand s behind a block: twice that of another where a
// page of the article begins or ends, since few passages are taken just there.
func (t *tangle) weight(s, at int) int { return 1 + b2i(t.edge[s][0] == at || t.edge[s][1] == at) }

// cost is what an order of the blocks breaks and needs, over all strands; what costs
// more than most is not counted to its end.
func (t *tangle) cost(order []int, most int) int {
	n := 0
	for s := 0; s < len(t.next) && n <= most; s++ {
		joins, losses := t.broken(s, order)
		n += joins + losses
	}
	return n
}

// A swap puts the blocks that stand at [i, j) behind those at [j, k).
type swap struct{ i, j, k int }

// of is the order that a swap makes, in the memory of into.
func (x swap) of(order, into []int) []int {
	into = append(append(into[:0], order[:x.i]...), order[x.j:x.k]...)
	return append(append(into, order[x.i:x.j]...), order[x.k:]...)
}

// swaps lists those that cost least, of those that cost no more than the order of
// the blocks does, and says whether they cost less.
func (t *tangle) swaps() (out []swap, less bool) {
	here := t.cost(t.order, math.MaxInt)
	least := here
	var room []int
	for i := range t.order {
		for j := i + 1; j < len(t.order); j++ {
			for k := j + 1; k <= len(t.order); k++ {
				x := swap{i, j, k}
				room = x.of(t.order, room)
				c := t.cost(room, least)
				if c < least {
					out, least = out[:0], c
				}
				if c == least {
					out = append(out, x)
				}
			}
		}
	}
	return out, least < here
}

// sides says of which strands a swap breaks fewer joins and of which more.
func (t *tangle) sides(x swap) (mends, breaks []int) {
	other := x.of(t.order, nil)
	for s := range t.next {
		here, _ := t.broken(s, t.order)
		switch there, _ := t.broken(s, other); {
		case there < here:
			mends = append(mends, s)
		case here < there:
			breaks = append(breaks, s)
		}
	}
	return mends, breaks
}

// span is the columns [from, to) that a swap puts behind column after.
func (t *tangle) span(x swap) (from, to, after int) {
	n := 0
	for i, b := range t.order {
		if n += len(t.blocks[b]); i < x.i {
			from = n
		}
		if i < x.j {
			to = n
		}
		if i < x.k {
			after = n - 1
		}
	}
	return from, to, after
}

// turn makes a swap, and returns the columns.
func (t *tangle) turn(x swap) (columns []*column) {
	t.order = x.of(t.order, nil)
	for _, b := range t.order {
		columns = append(columns, t.blocks[b]...)
	}
	return columns
}
