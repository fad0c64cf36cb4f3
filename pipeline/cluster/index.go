package cluster

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

// An index numbers the different units of a page, in the order of their
// hashes. A page is compared with many others, and numbers are counted
// without sorting.
type index struct {
	of     []int32  // number of each unit
	hashes []uint64 // of each number, ascending
	counts []int32  // of each number, the units that count
	forms  []atomic.Pointer[form]
}

// newIndex numbers the different units of a page in the order of their hashes;
// weight tells which of its units count.
func newIndex(units []unit, weight []bool) *index {
	r := placeRooms.Get().(*placeRoom)
	defer placeRooms.Put(r)
	for i, u := range units {
		r.add(u.hash, i)
	}
	places := r.sort()
	n := distinct(places)
	x := &index{of: make([]int32, len(units)), hashes: make([]uint64, 0, n), counts: make([]int32, n), forms: make([]atomic.Pointer[form], n)}
	for i, u := range places {
		if i == 0 || u.hash != places[i-1].hash {
			x.hashes = append(x.hashes, u.hash)
		}
		k := len(x.hashes) - 1
		x.of[u.at] = int32(k)
		x.counts[k] += int32(b2i(weight[u.at]))
	}
	return x
}

// form returns the form of unit i of a page, made when first asked for; x is the
// index of the page.
func (r *pairRoom) form(p *page, x *index, i int32) *form {
	slot := &x.forms[x.of[i]]
	if f := slot.Load(); f != nil {
		return f
	}
	if len(r.forms) == 0 {
		r.forms = make([]form, formBatch)
	}
	u, f := p.units[i], &r.forms[0]
	r.forms = r.forms[1:]
	slot.Store(f.set(p.text[u.start:u.end()], u.lone()))
	return f
}

// formBatch is how many forms are made room for at one time.
const formBatch = 32

// A placeRoom is where places are sorted. The next text takes the same memory.
type placeRoom struct {
	list, sorted []place
	ends         []int32 // of the parts by which they are sorted
}

var placeRooms = sync.Pool{New: func() any { return new(placeRoom) }}

// add adds a place; they come in the order of the text.
func (r *placeRoom) add(hash uint64, at int) { r.list = append(r.list, place{hash, int32(at)}) }

// sort gives the places that were added by their hashes, those of one hash in the
// order of the text; they lie in the room. Hashes are spread evenly: they go to as
// many parts as there are places, or more, in linear time, and after that hardly
// one is out of place.
func (r *placeRoom) sort() []place {
	size := bits.Len(uint(len(r.list)))
	shift := 64 - size
	r.ends = slices.Grow(r.ends[:0], 1<<size)[:1<<size]
	clear(r.ends)
	for _, x := range r.list {
		r.ends[x.hash>>shift]++
	}
	sum := int32(0)
	for i, n := range r.ends {
		r.ends[i] = sum
		sum += n
	}
	out := slices.Grow(r.sorted[:0], len(r.list))[:len(r.list)]
	for _, x := range r.list {
		k := x.hash >> shift
		out[r.ends[k]] = x
		r.ends[k]++
	}
	moves := 0
	for i, x := range out {
		k := i
		for ; k > 0 && out[k-1].hash > x.hash; k-- {
			out[k] = out[k-1]
		}
		out[k] = x
		if moves += i - k; moves > 4*len(out) { // one thing is said again and again
			slices.SortFunc(out, comparePlaces)
			break
		}
	}
	r.list, r.sorted = r.list[:0], out
	return out
}

// distinct is the number of different hashes of sorted places.
func distinct(list []place) int {
	n := 0
	for i, x := range list {
		n += b2i(i == 0 || x.hash != list[i-1].hash)
	}
	return n
}

func comparePlaces(a, b place) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(a.at, b.at)
}

// A concord says which units two pages have in common, and where they stand.
type concord struct {
	inB []int32 // for each number of a the one of b, or -1
	atB []int32 // by number, one more than where it stands, or a sign; zero between two calls of once
}

// Signs that stand for the place of a unit which stands twice or more in a gap of
// b, or of which the match is found: below those, its place in the list.
const (
	moreThanOnce = -1
	matched      = -2
)

func (r *pairRoom) concord(a, b *index) *concord {
	m, n := len(a.hashes), len(b.hashes)
	c := &concord{inB: r.numbers.Take(m), atB: r.numbers.Take(n)}
	i, j := 0, 0
	for i < m && j < n { // no branch tells which comes first: it could not be foreseen
		x, y := a.hashes[i], b.hashes[j]
		c.inB[i] = int32(j) | -int32(b2i(x != y))
		i += b2i(x <= y)
		j += b2i(y <= x)
	}
	for ; i < m; i++ {
		c.inB[i] = -1
	}
	return c
}

// common is how many of the units that count on either page stand on the other.
func (x *index) common(y *index) (inX, inY int) {
	for i, j := 0, 0; i < len(x.hashes) && j < len(y.hashes); {
		a, b := x.hashes[i], y.hashes[j]
		both := -int32(b2i(a == b))
		inX += int(x.counts[i] & both)
		inY += int(y.counts[j] & both)
		i += b2i(a <= b)
		j += b2i(b <= a)
	}
	return inX, inY
}

// once matches the units that stand once on both sides of a gap.
func (p *pairing) once(g gap) []match {
	x, y := p.a.index(), p.b.index()
	if p.concord == nil {
		p.concord = p.room.concord(x, y)
	}
	c := p.concord
	inA, inB := x.of[g.i0:g.i1], y.of[g.j0:g.j1]
	for j, n := range inB {
		at := g.j0 + int32(j) + 1
		if c.atB[n] != 0 {
			at = moreThanOnce
		}
		c.atB[n] = at
	}
	out := p.room.matches.Take(min(len(inA), len(inB)))[:0]
	for i, n := range inA {
		m := c.inB[n]
		if m < 0 {
			continue
		}
		switch at := c.atB[m]; {
		case at > 0:
			c.atB[m] = matched - int32(len(out))
			out = append(out, match{g.i0 + int32(i), at - 1})
		case at <= matched: // it stands in a again
			out[matched-at].i = -1
		}
	}
	for _, n := range inB {
		c.atB[n] = 0
	}
	return slices.DeleteFunc(out, func(m match) bool { return m.i < 0 })
}
