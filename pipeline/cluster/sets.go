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

// shingles is the shingle hashes of a text, ascending and distinct, which lie in
// the room, and their upper halves, distinct too.
func (r *sketchRoom) shingles(units []unit) (all []uint64, set []uint32) {
	if len(units) < wideShingle {
		return nil, nil
	}
	r.hashShingles(units)
	r.spread()
	return r.settle()
}

// hashShingles lists the hashes of all shingles.
func (r *sketchRoom) hashShingles(units []unit) {
	r.all = slices.Grow(r.all[:0], len(units))
	if r.lone == 0 {
		r.all = r.all[:len(units)-2]
		a, b := units[0].hash, units[1].hash
		for i, u := range units[2:] {
			r.all[i] = wide(a, b, u.hash)
			a, b = b, u.hash
		}
		return
	}
	for i := range units[2:] {
		switch n := width(units, i); n {
		case 0:
		case wideShingle:
			r.all = append(r.all, wide(units[i].hash, units[i+1].hash, units[i+2].hash))
		default:
			r.all = append(r.all, shingle(units[i:i+n]))
		}
	}
}

// spread puts the shingles nearly into their order. Hashes are spread evenly:
// their first bits put them into more parts than there are hashes, most of which
// hold one or none.
func (r *sketchRoom) spread() {
	size := bits.Len(uint(len(r.all)))
	shift := 64 - size
	r.ends = slices.Grow(r.ends[:0], 1<<size)[:1<<size]
	r.sorted = slices.Grow(r.sorted[:0], len(r.all))[:len(r.all)]
	clear(r.ends)
	for _, h := range r.all {
		r.ends[h>>shift]++
	}
	sum := int32(0)
	for i, k := range r.ends {
		r.ends[i] = sum
		sum += k
	}
	for _, h := range r.all {
		k := h >> shift
		r.sorted[r.ends[k]] = h
		r.ends[k]++
	}
	r.all, r.sorted = r.sorted, r.all
}

// settle moves each of the shingles to its place, mostly by one step or none,
// and drops those that come again.
func (r *sketchRoom) settle() (all []uint64, set []uint32) {
	all = r.all
	moves := 0
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		all[i-1], all[i] = min(a, b), max(a, b)
		for k := i - 1; k > 0 && all[k-1] > all[k]; k-- {
			all[k-1], all[k] = all[k], all[k-1]
			moves++
		}
		if moves > len(all) { // one thing is said again and again
			slices.Sort(all)
			break
		}
	}
	set = make([]uint32, len(all))
	n, m := 0, 0
	for i, h := range all {
		next := ^h
		if i+1 < len(all) {
			next = all[i+1]
		}
		all[n], set[m] = h, uint32(h>>32)
		n += b2i(h != next)
		m += b2i(h>>32 != next>>32)
	}
	return all[:n], set[:m]
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
	var out [1]bool
	err := p.strangersOf([][2]int32{x}, out[:])
	return out[0], err
}

// strangersOf tells of pairs that have their second node in common which are strange.
func (p *prover) strangersOf(pairs [][2]int32, out []bool) error {
	r := setRooms.Get().(*setRoom)
	defer setRooms.Put(r)
	if err := r.read(p, 1, pairs[0][1]); err != nil {
		return err
	}
	for i, x := range pairs {
		if err := r.read(p, 0, x[0]); err != nil {
			return err
		}
		out[i] = r.strange(p.marked(x))
	}
	return nil
}

// read takes the set of a node into the room.
func (r *setRoom) read(p *prover, k int, n int32) error {
	sets := viewer{&p.shelf.sets, r.words}
	words, err := sets.get(p.setOf(n))
	r.words, r.sets[k] = sets.room, unpackSet(r.sets[k][:0], words)
	return err
}

// strange compares the two sets.
func (r *setRoom) strange(marked bool) bool {
	a, b := r.sets[0], r.sets[1]
	return strange(inBoth(a, b, leastInBoth(len(a), len(b))), len(a), len(b), marked)
}

// areStrange tells of each pair of nodes, by their second nodes, whether they are
// strange to each other.
func (p *prover) areStrange(pairs [][2]int32) ([]bool, error) {
	if p.shelf.sets.file != nil {
		return p.areStrangeOnDisk(pairs)
	}
	out := make([]bool, len(pairs))
	starts := []int{0} // of pairs that are told of together
	for i, x := range pairs {
		if from := starts[len(starts)-1]; x[1] != pairs[from][1] || i-from == toldTogether {
			starts = append(starts, i)
		}
	}
	starts = append(starts, len(pairs))
	err := p.inParallel(len(starts)-1, func(i int) error {
		from, to := starts[i], starts[i+1]
		if from == to {
			return nil
		}
		return p.strangersOf(pairs[from:to], out[from:to])
	})
	return out, err
}

// toldTogether is how many pairs with one node a worker takes at a time.
const toldTogether = 64

// areStrangeOnDisk is areStrange for sets that it reads from front to back, once.
func (p *prover) areStrangeOnDisk(pairs [][2]int32) ([]bool, error) {
	var pieces []segment.Piece
	var of []int32 // the pair of each piece, -1 where it is the second node of the next ones
	last := int32(-1)
	for i, x := range pairs {
		if x[1] != last {
			last = x[1]
			pieces, of = append(pieces, p.setOf(last).piece()), append(of, -1)
		}
		pieces, of = append(pieces, p.setOf(x[0]).piece()), append(of, int32(i))
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
			out[of[i]] = r.strange(p.marked(pairs[of[i]]))
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
	return p.ownSeries(x[0]).Marked || p.ownSeries(x[1]).Marked
}

// strange reports whether two texts of a and b shingles, of which both are in
// common, are strange to each other. Pages that bear a mark are not if they have
// any: a seam is short.
func strange(both, a, b int, marked bool) bool {
	return !(marked && both > 0) && float64(both) < leastCommonShare*float64(min(a, b))
}

// leastInBoth is how many shingles two texts of a and b have in common that are
// not strange to each other for that.
func leastInBoth(a, b int) int { return int(leastCommonShare*float64(min(a, b))) + 1 }

// inBoth is the number of elements that two sorted sets have in common, counted
// no further than where it is known to be enough.
func inBoth(a, b []uint32, enough int) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) && n < enough {
		x, y := a[i], b[j]
		n += b2i(x == y)
		i += b2i(x <= y)
		j += b2i(y <= x)
	}
	return n
}
