package cluster

import (
	"cmp"
	"math/bits"
	"slices"
	"sync/atomic"
)

// An index numbers the different units of a page, in the order of their
// hashes. A page is compared with many others, and numbers are counted
// without sorting.
type index struct {
	of     []int32  // number of each unit
	hashes []uint64 // of each number, ascending
	forms  []atomic.Pointer[form]
}

func newIndex(units []unit) *index {
	places := make([]place, len(units))
	for i, u := range units {
		places[i] = place{u.hash, int32(i)}
	}
	places = sortPlaces(places)
	x := &index{of: make([]int32, len(units))}
	for i, u := range places {
		if i == 0 || u.hash != places[i-1].hash {
			x.hashes = append(x.hashes, u.hash)
		}
		x.of[u.at] = int32(len(x.hashes) - 1)
	}
	x.forms = make([]atomic.Pointer[form], len(x.hashes))
	return x
}

// form returns the form of unit i, made when first asked for; x is the index of
// the page.
func (p *page) form(x *index, i int32) *form {
	slot := &x.forms[x.of[i]]
	if f := slot.Load(); f != nil {
		return f
	}
	u := p.units[i]
	f := newForm(p.text[u.start:u.end], u.lone)
	slot.Store(&f)
	return &f
}

// sortPlaces sorts places that come in the order of the text. Hashes are spread
// evenly: they go to as many parts as there are places, or more, in linear time,
// and after that hardly one is out of place.
func sortPlaces(list []place) []place {
	shift := 64 - bits.Len(uint(len(list)))
	ends := make([]int32, 1<<(64-shift))
	for _, x := range list {
		ends[x.hash>>shift]++
	}
	sum := int32(0)
	for i, n := range ends {
		ends[i] = sum
		sum += n
	}
	out := make([]place, len(list))
	for _, x := range list {
		k := x.hash >> shift
		out[ends[k]] = x
		ends[k]++
	}
	moves := 0
	for i, x := range out { // those of one hash stay in the order of the text
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
	return out
}

func comparePlaces(a, b place) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(a.at, b.at)
}

// A concord says which units two pages have in common, and counts them.
type concord struct {
	inB            []int32 // for each number of a the one of b, or -1
	countA, countB []int32 // by number, zero between two calls of once
	at             []int32 // where a number of b stands
}

func (r *pairRoom) concord(a, b *index) *concord {
	m, n := len(a.hashes), len(b.hashes)
	c := &concord{inB: r.numbers.Take(m), countA: r.numbers.Take(m), countB: r.numbers.Take(n), at: r.numbers.Take(n)}
	j := 0
	for i, h := range a.hashes {
		for j < len(b.hashes) && b.hashes[j] < h {
			j++
		}
		c.inB[i] = -1
		if j < len(b.hashes) && b.hashes[j] == h {
			c.inB[i] = int32(j)
		}
	}
	return c
}

// once matches the units that stand once on both sides of a gap.
func (p *pairing) once(g gap) []match {
	x, y := p.a.index(), p.b.index()
	if p.concord == nil {
		p.concord = p.room.concord(x, y)
	}
	c := p.concord
	inA, inB := x.of[g.i0:g.i1], y.of[g.j0:g.j1]
	for _, n := range inA {
		c.countA[n]++
	}
	for j, n := range inB {
		c.countB[n]++
		c.at[n] = g.j0 + int32(j)
	}
	var out []match
	for i, n := range inA {
		if m := c.inB[n]; m >= 0 && c.countA[n] == 1 && c.countB[m] == 1 {
			out = append(out, match{g.i0 + int32(i), c.at[m]})
		}
	}
	for _, n := range inA {
		c.countA[n] = 0
	}
	for _, n := range inB {
		c.countB[n] = 0
	}
	return out
}
