package cluster

import (
	"cmp"
	"iter"
	"maps"
	"slices"
)

// A starList is stars by their places. Of one that is alone, as most of millions are,
// it keeps its only node.
type starList struct {
	of      []int32 // of each star its only node, or the complement of its place in several
	several []star
}

// newStarList lists stars of a single node each, in a list that is its own from then
// on, and other stars behind them.
func newStarList(alone []int32, others ...star) *starList {
	l := &starList{of: alone}
	for _, s := range others {
		l.of = append(l.of, 0)
		l.set(len(l.of)-1, s)
	}
	return l
}

func (l *starList) len() int { return len(l.of) }

// at is a star. The node of one that is alone lies in the list, and is good until the
// list changes.
func (l *starList) at(i int) star {
	if n := l.of[i]; n >= 0 {
		return star{centre: n, nodes: l.of[i : i+1 : i+1]}
	}
	return l.several[^l.of[i]]
}

// alone reports whether a star has no more than one node.
func (l *starList) alone(i int) bool { return l.of[i] >= 0 || len(l.several[^l.of[i]].nodes) == 1 }

// set puts a star into a place.
func (l *starList) set(i int, s star) {
	switch {
	case l.of[i] < 0:
		l.several[^l.of[i]] = s
	case len(s.nodes) > 1:
		l.of[i] = ^int32(len(l.several))
		l.several = append(l.several, s)
	default:
		l.of[i] = s.centre
	}
}

// all goes through the stars, which may be set meanwhile.
func (l *starList) all() iter.Seq2[int, star] {
	return func(yield func(int, star) bool) {
		for i := range l.of {
			if !yield(i, l.at(i)) {
				return
			}
		}
	}
}

// sort brings the stars into the order of their first nodes.
func (l *starList) sort() {
	first := func(n int32) int32 {
		if n >= 0 {
			return n
		}
		return l.several[^n].first()
	}
	slices.SortFunc(l.of, func(a, b int32) int { return cmp.Compare(first(a), first(b)) })
}

// keep leaves out the stars of which which does not hold; the others move up.
func (l *starList) keep(which func(i int) bool) {
	out := l.of[:0]
	for i, n := range l.of {
		if which(i) {
			out = append(out, n)
		}
	}
	l.of = out
}

// homes says of stars that are put into others into which.
type homes map[int]int

// of is the home of a star, most of which are their own.
func (h homes) of(i int) int {
	if home, ok := h[i]; ok {
		return home
	}
	return i
}

// merge puts each star into the one that is its home.
func (l *starList) merge(h homes) {
	moved := slices.Sorted(maps.Keys(h))
	for _, i := range moved {
		l.grow(h[i], l.at(i).nodes)
	}
	l.keep(func(i int) bool { return h.of(i) == i })
}

// grow gives nodes to a star.
func (l *starList) grow(i int, nodes []int32) {
	s := l.at(i)
	s.nodes = append(s.nodes, nodes...)
	slices.Sort(s.nodes)
	l.set(i, s)
}
