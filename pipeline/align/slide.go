package align

import "slices"

// A strand may have twice what the others have once. To each of these both places
// are as good, and if they take different ones, or begin at the first and go on at
// the second, the article has both. So where a strand skips columns, the words on
// either side of them slide over as long as there are more strands to join there.

const (
	leastSkip   = 3 // columns that a strand skips, of those
	sharing     = 8 // that one in so many strands has
	slidePasses = 3 // one strand may make room for another
	slideMisses = 3 // words in a row that find no equal where they slide to
)

// slide lets all strands slide.
func (p *profile) slide() {
	if p.joined < 3 {
		return // there is nobody else to join
	}
	at := p.places()
	main := make([]int, len(p.columns)+1) // columns before each that many strands share
	for c, col := range p.columns {
		main[c+1] = main[c] + b2i(sharing*col.held >= p.joined)
	}
	for range slidePasses {
		moved := false
		for s := range p.strands {
			moved = p.slideStrand(s, at[s], main) || moved
		}
		if !moved {
			break
		}
	}
	p.columns = slices.DeleteFunc(p.columns, func(col *column) bool { return col.held == 0 })
}

// places are the columns of each strand, ascending.
func (p *profile) places() [][]int {
	at := make([][]int, len(p.strands))
	for s, st := range p.strands {
		at[s] = make([]int, 0, len(st.words))
	}
	for c, col := range p.columns {
		for s := range col.cells.All() {
			at[s] = append(at[s], c)
		}
	}
	return at
}

// slideStrand lets strand s slide, given its columns and how many that are shared
// stand before each: down to the column right behind the one before the skip, and up to
// the one right before the next. It reports whether it did.
func (p *profile) slideStrand(s int, at, main []int) (moved bool) {
	skips := func(i int) bool { return main[at[i]]-main[at[i-1]+1] >= leastSkip }
	for i := 1; i < len(at); i++ {
		if skips(i) {
			moved = p.slideFrom(s, at, i, at[i-1]+1, 1) || moved
		}
	}
	for i := len(at) - 1; i > 0; i-- {
		if skips(i) {
			moved = p.slideFrom(s, at, i-1, at[i]-1, -1) || moved
		}
	}
	return moved
}

// slideFrom moves the words from the i-th column of strand s on, in the direction of
// step, to the columns next to each other from to on, as many as gain by it.
func (p *profile) slideFrom(s int, at []int, i, to, step int) bool {
	n := p.gaining(s, at, i, to, step)
	for k := range n {
		p.shift(s, at[i+k*step], to+k*step)
		at[i+k*step] = to + k*step
	}
	return n > 0
}

// gaining returns how many of these words best move, by the strands with the same word
// that they join and leave.
func (p *profile) gaining(s int, at []int, i, to, step int) (n int) {
	gain, most, misses := 0, 0, 0
	for k := 0; i+k*step >= 0 && i+k*step < len(at); k++ {
		c, d := at[i+k*step], to+k*step
		if d == c || misses > slideMisses {
			break // what lay between has been crossed
		}
		key := p.strands[s].words[p.columns[c].cells.At(s)]
		here, there := p.columns[c].having(key)-1, p.columns[d].having(key)
		misses++
		if there > 0 {
			misses = 0
		}
		if gain += there - here; gain > most || gain == most && n > 0 && there > 0 {
			most, n = gain, k+1
		}
	}
	return n
}

// having counts the strands with a key in the column.
func (c *column) having(key int32) int {
	for _, k := range c.keys {
		if k.key == key {
			return k.count
		}
	}
	return 0
}

// shift moves the word of strand s from one column to another.
func (p *profile) shift(s, from, to int) {
	st := p.strands[s]
	w := p.columns[from].cells.At(s)
	p.columns[from].unset(s, st.words[w])
	p.put(p.columns[to], s, int(w))
}
