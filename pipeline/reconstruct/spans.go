package reconstruct

import (
	"cmp"
	"slices"
)

// A spans is a set of columns, as stretches [from, to) in order that do not touch.
// What a witness lost is a few of them, however many columns there are. Nil is an
// empty one.
type spans [][2]int

func (s spans) has(c int) bool {
	if len(s) == 0 {
		return false
	}
	i, _ := slices.BinarySearchFunc(s, c, func(x [2]int, c int) int { return cmp.Compare(x[1], c+1) })
	return i < len(s) && s[i][0] <= c
}

// add returns the set with a stretch.
func (s spans) add(from, to int) spans {
	if from >= to {
		return s
	}
	i := 0
	for i < len(s) && s[i][1] < from {
		i++
	}
	j := i
	for ; j < len(s) && s[j][0] <= to; j++ {
		from, to = min(from, s[j][0]), max(to, s[j][1])
	}
	return slices.Replace(s, i, j, [2]int{from, to})
}
