package corpus

import (
	"iter"
	"slices"
)

// A Column holds what stands at one place of the article: of each witness the
// index of its word there, or Absent. Among many witnesses most columns hold the
// word of one or two, which somebody put there: such a column names only those who
// have one, so that it takes as much room as it has words.
type Column struct {
	words []int32 // of all witnesses, or of those in who
	who   []int32 // ascending
	n     int32   // witnesses
	whole bool    // words are of all
}

const (
	// wholeMost is up to how many witnesses a column has a cell for each.
	wholeMost = 64
	// wholeShare: beyond that it has, once one in so many has a word.
	wholeShare = 8
)

// NewColumns makes empty columns for n witnesses.
func NewColumns(count, n int) []Column {
	out := make([]Column, count)
	var cells []int32
	if n <= wholeMost {
		cells = absent(count * n)
	}
	for i := range out {
		out[i].n = int32(n)
		if n <= wholeMost {
			out[i].words, out[i].whole, cells = cells[:n:n], true, cells[n:]
		}
	}
	return out
}

// ColumnOf makes a column of a row, which has a cell for each witness.
func ColumnOf(row []int32) Column {
	c := NewColumns(1, len(row))[0]
	for w, i := range row {
		if i != Absent {
			c.Set(w, i)
		}
	}
	return c
}

func absent(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = Absent
	}
	return out
}

// Witnesses is the number of those that the column is made for.
func (c *Column) Witnesses() int { return int(c.n) }

// Cells is what the column takes, in cells of four bytes.
func (c *Column) Cells() int { return len(c.words) + len(c.who) }

// At returns the word of a witness, or Absent.
func (c *Column) At(w int) int32 {
	if c.whole {
		return c.words[w]
	}
	return c.find(int32(w))
}

func (c *Column) find(w int32) int32 {
	if k, ok := slices.BinarySearch(c.who, w); ok {
		return c.words[k]
	}
	return Absent
}

// Set gives a witness a word, or takes it away with Absent.
func (c *Column) Set(w int, i int32) {
	if c.whole {
		c.words[w] = i
		return
	}
	k, ok := slices.BinarySearch(c.who, int32(w))
	switch {
	case ok && i != Absent:
		c.words[k] = i
	case ok:
		c.who, c.words = slices.Delete(c.who, k, k+1), slices.Delete(c.words, k, k+1)
	case i != Absent:
		c.who, c.words = slices.Insert(c.who, k, int32(w)), slices.Insert(c.words, k, i)
		if wholeShare*len(c.who) >= int(c.n) {
			c.fill()
		}
	}
}

// fill gives the column a cell for each witness.
func (c *Column) fill() {
	cells := absent(int(c.n))
	for k, w := range c.who {
		cells[w] = c.words[k]
	}
	c.words, c.who, c.whole = cells, nil, true
}

// Clone copies a column.
func (c *Column) Clone() Column {
	out := *c
	out.words, out.who = slices.Clone(c.words), slices.Clone(c.who)
	return out
}

// Empty reports whether no witness has a word in the column.
func (c *Column) Empty() bool {
	for range c.All() {
		return false
	}
	return true
}

// All yields the witnesses that have a word, ascending, with these.
func (c *Column) All() iter.Seq2[int, int32] {
	return func(yield func(int, int32) bool) {
		for k, i := range c.words {
			switch {
			case i == Absent:
			case c.whole:
				if !yield(k, i) {
					return
				}
			case !yield(int(c.who[k]), i):
				return
			}
		}
	}
}
