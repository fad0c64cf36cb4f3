package cluster

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/segment"
)

// Most pairs that are worth a look share a few passages by chance, or a
// template's, and too few shingles to be copies. These are told apart by the
// sets of their shingles, without their texts, which are twice as long on disk
// and would have to be cut into words again.

// shingles is the shingle hashes of a text, ascending and distinct.
func shingles(units []unit) []uint64 {
	out := make([]uint64, 0, len(units))
	for i := range units {
		if n := width(units, i); n > 0 {
			out = append(out, shingle(units[i:i+n]))
		}
	}
	return slices.Compact(sortHashes(out))
}

// sortHashes sorts hashes, which are spread evenly: their first bits put them
// into about as many parts as there are hashes.
func sortHashes(list []uint64) []uint64 {
	shift := 64 - bits.Len(uint(len(list)))
	ends := make([]int32, 1<<(64-shift)+1)
	for _, h := range list {
		ends[h>>shift+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	out := make([]uint64, len(list))
	for _, h := range list {
		k := h >> shift
		out[ends[k]] = h
		ends[k]++
	}
	from := int32(0)
	for _, end := range ends[:len(ends)-1] {
		if end-from > 1 {
			slices.Sort(out[from:end])
		}
		from = end
	}
	return out
}

// upper is the upper halves of sorted hashes, distinct.
func upper(all []uint64) []uint32 {
	out := make([]uint32, len(all))
	for i, h := range all {
		out[i] = uint32(h >> 32)
	}
	return slices.Compact(out)
}

// packSet puts a set into words, two to a word; an odd last one twice.
func packSet(set []uint32) []uint64 {
	out := make([]uint64, 0, (len(set)+1)/2)
	for i := 0; i < len(set); i += 2 {
		out = append(out, uint64(set[i])<<32|uint64(set[min(i+1, len(set)-1)]))
	}
	return out
}

// unpackSet appends to dst the set that packSet has put into words.
func unpackSet(dst []uint32, words []uint64) []uint32 {
	for _, w := range words {
		dst = append(dst, uint32(w>>32), uint32(w))
	}
	if n := len(dst); n > 1 && dst[n-1] == dst[n-2] {
		dst = dst[:n-1]
	}
	return dst
}

// setRoom is what two sets are read into.
type setRoom struct {
	words []uint64
	sets  [2][]uint32
}

var setRooms = sync.Pool{New: func() any { return new(setRoom) }}

// strange reports whether two nodes have so few shingles in common that they
// are not laid side by side.
func (p *prover) strange(x [2]int32) (bool, error) {
	r := setRooms.Get().(*setRoom)
	defer setRooms.Put(r)
	for i, n := range x {
		var err error
		if r.words, err = p.shelf.sets.read(r.words[:0], p.nodes[n].set); err != nil {
			return false, err
		}
		r.sets[i] = unpackSet(r.sets[i][:0], r.words)
	}
	a, b := r.sets[0], r.sets[1]
	return strange(inBoth(a, b), len(a), len(b), p.marked(x)), nil
}

// areStrange tells of each pair of nodes whether they are strange to each other.
// The sets are read from front to back, once.
func (p *prover) areStrange(pairs [][2]int32) ([]bool, error) {
	var pieces []segment.Piece
	var of []int32 // the pair of each piece, -1 where it is the second node of the next ones
	last := int32(-1)
	for i, x := range pairs {
		if x[1] != last {
			last = x[1]
			pieces, of = append(pieces, p.nodes[last].set.piece()), append(of, -1)
		}
		pieces, of = append(pieces, p.nodes[x[0]].set.piece()), append(of, int32(i))
	}
	out := make([]bool, len(pairs))
	var r setRoom
	err := segment.Rearrange(p.shelf.dir, p.shelf.budget/sortShare, &p.shelf.sets, pieces, func(i int, data []byte) error {
		k := b2i(of[i] < 0)
		r.words = r.words[:0]
		for ; len(data) > 0; data = data[8:] {
			r.words = append(r.words, binary.LittleEndian.Uint64(data))
		}
		r.sets[k] = unpackSet(r.sets[k][:0], r.words)
		if k == 0 {
			out[of[i]] = strange(inBoth(r.sets[0], r.sets[1]), len(r.sets[0]), len(r.sets[1]), p.marked(pairs[of[i]]))
		}
		return p.ctx.Err()
	})
	return out, err
}

// leastCommonShare is the share of the smaller's shingles below which two texts
// are not laid side by side: a dovetail of leastTail with every fourth word
// damaged has more.
const leastCommonShare = .08

// marked reports whether one of two nodes bears a page mark.
func (p *prover) marked(x [2]int32) bool {
	return p.nodes[x[0]].series().Marked || p.nodes[x[1]].series().Marked
}

// strange reports whether two texts of a and b shingles, of which both are in
// common, are strange to each other. Pages that bear a mark are not if they have
// any: a seam is short.
func strange(both, a, b int, marked bool) bool {
	return !(marked && both > 0) && float64(both) < leastCommonShare*float64(min(a, b))
}

// inBoth is the number of elements that two sorted sets have in common.
func inBoth(a, b []uint32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		n += b2i(x == y)
		i += b2i(x <= y)
		j += b2i(y <= x)
	}
	return n
}
