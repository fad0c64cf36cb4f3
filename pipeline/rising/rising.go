// Package rising finds the longest chain of matches between two texts that
// rises in both. In flow the places of the matches in one text, in the order
// of their places in the other; out flow the numbers of those that make the
// chain.
package rising

import (
	"cmp"
	"slices"
)

// A Room is memory that one search after another takes.
type Room struct{ tops, before, out []int }

// Longest returns the indices of a longest strictly increasing subsequence,
// ascending, by patience sorting (Fredman 1975): n log n in the number of
// places, which are given by number.
func Longest[T cmp.Ordered](n int, place func(i int) T) []int { return LongestIn(new(Room), n, place) }

// LongestIn is Longest in a room: what it returns is good until the room is used
// again.
func LongestIn[T cmp.Ordered](r *Room, n int, place func(i int) T) []int {
	tops := slices.Grow(r.tops[:0], n) // the smallest end of a subsequence of each length
	before := slices.Grow(r.before[:0], n)[:n]
	for i := range n {
		at := len(tops)
		if x := place(i); at > 0 && place(tops[at-1]) >= x { // most places rise anyway
			at, _ = slices.BinarySearchFunc(tops, x, func(t int, x T) int { return cmp.Compare(place(t), x) })
		}
		before[i] = -1
		if at > 0 {
			before[i] = tops[at-1]
		}
		if at == len(tops) {
			tops = append(tops, i)
		} else {
			tops[at] = i
		}
	}
	r.tops, r.before = tops, before
	if len(tops) == 0 {
		return nil
	}
	out := slices.Grow(r.out[:0], len(tops))[:len(tops)]
	for i, n := tops[len(tops)-1], len(tops)-1; n >= 0; i, n = before[i], n-1 {
		out[n] = i
	}
	r.out = out
	return out
}

// Length returns the length of a longest strictly increasing subsequence.
func Length[T cmp.Ordered](places []T) int {
	tops := make([]T, 0, len(places)) // the smallest end of a subsequence of each length
	for _, x := range places {
		if n := len(tops); n == 0 || tops[n-1] < x {
			tops = append(tops, x)
			continue
		}
		at, _ := slices.BinarySearch(tops, x)
		tops[at] = x
	}
	return len(tops)
}
