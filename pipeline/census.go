package pipeline

import (
	"math/bits"
	"slices"
)

// A census tells of hashes whether they stand in no cluster, in one or in several:
// a tally of millions in eight bytes for each. The lowest bit of a hash says that
// there are several.
type census struct {
	hashes []uint64 // sorted
	ends   []uint32 // of those that begin with the same bits
	shift  int
}

// censusBucket is about how many hashes begin with the same bits.
const censusBucket = 16

// newCensus counts a list, in which each cluster has put a hash once, and keeps it.
func newCensus(list []uint64) census {
	for i := range list {
		list[i] &^= 1
	}
	slices.Sort(list)
	n := 0
	for i, h := range list {
		if i > 0 && h == list[i-1]&^1 {
			list[n-1] |= 1
			continue
		}
		list[n] = h
		n++
	}
	size := bits.Len(uint(n / censusBucket))
	c := census{hashes: list[:n:n], ends: make([]uint32, 1<<size), shift: 64 - size}
	for i, h := range c.hashes {
		c.ends[h>>c.shift] = uint32(i + 1)
	}
	for i := 1; i < len(c.ends); i++ {
		c.ends[i] = max(c.ends[i], c.ends[i-1])
	}
	return c
}

// count is in how many clusters a hash stands: 0, 1, or 2 for several.
func (c census) count(h uint64) int {
	if len(c.hashes) == 0 {
		return 0
	}
	b, from := h>>c.shift, uint32(0)
	if b > 0 {
		from = c.ends[b-1]
	}
	for _, x := range c.hashes[from:c.ends[b]] {
		if x&^1 == h&^1 {
			return 1 + int(x&1)
		}
	}
	return 0
}
