package reconstruct

import (
	"slices"
)

// findColumns notes which columns each witness has.
func (v *view) findColumns() {
	v.colsOf = make([][]int32, v.n)
	for w, wit := range v.ws {
		v.colsOf[w] = make([]int32, 0, len(wit.Words))
	}
	for c := range v.al.Columns {
		for w := range v.al.Columns[c].All() {
			v.colsOf[w] = append(v.colsOf[w], int32(c))
		}
	}
}

// nextOf returns the next column of witness w beyond column c in direction step, 1 or
// -1; -1 where it has none.
func (v *view) nextOf(w, c, step int) int {
	cols := v.colsOf[w]
	i, found := slices.BinarySearch(cols, int32(c))
	switch {
	case step < 0:
		i--
	case found:
		i++
	}
	if i < 0 || i >= len(cols) {
		return -1
	}
	return int(cols[i])
}

// within returns the columns [from, to) that witness w has.
func (v *view) within(w, from, to int) []int32 {
	cols := v.colsOf[w]
	i, _ := slices.BinarySearch(cols, int32(from))
	j, _ := slices.BinarySearch(cols, int32(to))
	return cols[i:max(i, j)]
}
