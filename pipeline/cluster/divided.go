package cluster

import "math/bits"

// Where a digest holds two articles of which there are many copies, some of these are
// cut, and some have a line of their frame elsewhere in it: no passage is one article's
// any more. But hardly any copy spans the border.

const (
	leastDivided = 8   // copies that end at the border, and that begin there
	mostSpanning = 8   // copies on either side for one that spans it
	mostBeyond   = .25 // of where a copy stands in the digest, what may lie beyond the border
	titledShare  = .25 // of the copies that begin at the border, those that do with a title of their own
)

// divided reports whether the nodes that stand in a page of some title are on two sides
// of a border, at which many copies of one article end and many of another begin.
func divided(list []witness, title uint64) bool {
	for k := leastPassage; k <= 64-leastPassage; k++ {
		if dividedAt(list, k, title) {
			return true
		}
	}
	return false
}

// dividedAt reports such a border before stretch k.
func dividedAt(list []witness, k int, title uint64) bool {
	var left, right, spanning, ends, begins, titled, marked int
	for _, w := range list {
		before, after := w.mask&(1<<k-1), w.mask>>k
		beyond := mostBeyond * float64(bits.OnesCount64(w.mask))
		switch {
		case float64(bits.OnesCount64(after)) < beyond:
			left++
			if k-bits.Len64(before) <= borderSlack {
				ends, marked = ends+b2i(!w.part.Before), marked+b2i(w.part.Before)
			}
		case float64(bits.OnesCount64(before)) < beyond:
			right++
			if bits.TrailingZeros64(after) <= borderSlack {
				begins, marked = begins+b2i(!w.part.After), marked+b2i(w.part.After)
				titled += b2i(w.titled && w.title != 0 && w.title != title)
			}
		default:
			spanning++
		}
	}
	return min(ends, begins) >= leastDivided && spanning*mostSpanning <= min(left, right) &&
		float64(titled) >= titledShare*float64(begins) && marked*partRate < ends+begins+marked
}
