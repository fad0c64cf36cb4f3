package reconstruct

import (
	"cmp"
	"slices"
)

// How many groups have a say on a column is asked of every run. It is counted for
// all columns at once, from where the extents and lacunae of the groups begin and end.

// stands returns the number of groups that have a say on column c.
func (v *view) stands(c int) int {
	if v.stood == nil {
		v.countStanding()
	}
	return v.stood[c]
}

// countStanding does so for all columns.
func (v *view) countStanding() {
	change := make([]int, v.cols+1)
	for _, ws := range v.membersOf() {
		for _, x := range v.reach(ws) {
			change[x[0]]++
			change[x[1]]--
		}
	}
	n := 0
	for c := range change {
		n += change[c]
		change[c] = n
	}
	v.stood = change
}

// reach returns the columns on which some of the witnesses have a say, in stretches that
// do not overlap.
func (v *view) reach(ws []int) (out [][2]int) {
	for _, w := range ws {
		from := v.lo[w]
		for _, x := range v.lacuna[w] {
			if x[1] <= from || x[0] >= v.hi[w] {
				continue
			}
			if x[0] > from {
				out = append(out, [2]int{from, x[0]})
			}
			from = x[1]
		}
		if from < v.hi[w] {
			out = append(out, [2]int{from, v.hi[w]})
		}
	}
	if len(ws) == 1 {
		return out
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	joined := out[:0]
	for _, x := range out {
		if n := len(joined); n > 0 && x[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], x[1])
			continue
		}
		joined = append(joined, x)
	}
	return joined
}

// membersOf returns the witnesses of each group.
func (v *view) membersOf() [][]int {
	if v.folk == nil {
		v.folk = make([][]int, v.groups)
		for w, g := range v.group {
			v.folk[g] = append(v.folk[g], w)
		}
	}
	return v.folk
}

// groupCovers reports whether a witness of a group has a say on column c.
func (v *view) groupCovers(g, c int) bool {
	return slices.ContainsFunc(v.membersOf()[g], func(w int) bool { return v.covers(w, c) })
}

// standingBeside counts the groups that have a say on a column, but for those of some witnesses.
func (v *view) standingBeside(ws []int, c int) int {
	n, mark := v.stands(c), v.stamp()
	for _, w := range ws {
		if g := v.group[w]; v.stamps[g] != mark {
			v.stamps[g] = mark
			n -= b2i(v.groupCovers(g, c))
		}
	}
	return n
}
