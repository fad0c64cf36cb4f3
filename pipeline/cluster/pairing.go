package cluster

import (
	"sync"

	"github.com/urtext/urtext/pipeline/rising"
	"github.com/urtext/urtext/pipeline/scratch"
)

// A pairing lays the units of one page over those of another.
type pairing struct {
	a, b  *page
	main  []match // in order, equal units and alike ones
	alike int     // of these, the units that are only alike
	hasA  []bool  // units of a that have a partner, moved runs included
	hasB  []bool

	concord *concord // made when first asked for
	room    *pairRoom
}

// A pairRoom is memory that one pairing after another takes.
type pairRoom struct {
	flags   scratch.Room[bool]
	numbers scratch.Room[int32]
	matches scratch.Room[match]
	rising  rising.Room
	anchors []match
	cells   cells
	forms   []form // not yet any word's

	left, right form // of words that are compared once
}

var pairRooms = sync.Pool{New: func() any { return new(pairRoom) }}

// leave gives the memory back. Of the pairing nothing may be used any more.
func (p *pairing) leave() {
	p.room.flags.Leave()
	p.room.numbers.Leave()
	p.room.matches.Leave()
	pairRooms.Put(p.room)
}

// Limits of the alignment.
const (
	closeGap   = 6    // units in a gap that a copy's noise or a template's slot may fill
	gapCells   = 2500 // cells of a gap that is compared word by word
	edgeWindow = 40   // units compared beyond the first and the last anchor
	leastRun   = 4    // matches that can stand alone between replaced passages
	leastMoved = 6    // anchors that make a moved run
	movedGap   = 12   // units that two anchors of one moved run may be apart
)

// chained begins the alignment of two pages, which finish ends: the longest
// chain of the shingles they share, all of which it returns. Both cost n log n
// in the number of units.
func chained(a, b *page) (pairing, []match) {
	p := pairing{a: a, b: b, room: pairRooms.Get().(*pairRoom)}
	all := p.room.anchorsOf(a.shingles, b.shingles)
	p.main = p.spread(p.room.longestChain(all))
	return p, all
}

// finish fills the gaps of the chain with equal and alike words, and finds what
// moved: runs that the chain leaves out.
func (p *pairing) finish(all []match) {
	a, b := p.a, p.b
	p.hasA, p.hasB = p.room.flags.Take(len(a.units)), p.room.flags.Take(len(b.units))
	p.fill()
	p.prune()
	for _, m := range p.main {
		p.hasA[m.i], p.hasB[m.j] = true, true
		if a.units[m.i].hash != b.units[m.j].hash {
			p.alike++
		}
	}
	p.findMoved(all)
}

// spread turns a chain of shingles into a chain of units.
func (p *pairing) spread(chain []match) []match {
	out := p.room.matches.Take(min(loneShingle*len(chain), len(p.a.units), len(p.b.units)))[:0]
	i, j := int32(-1), int32(-1)
	for _, m := range chain {
		for k := range int32(width(p.a.units, int(m.i))) {
			if m.i+k > i && m.j+k > j {
				i, j = m.i+k, m.j+k
				out = append(out, match{i, j})
			}
		}
	}
	return out
}

// fill adds the matches inside the gaps of the main chain and at its ends.
func (p *pairing) fill() {
	base := p.main
	out := p.room.matches.Take(min(len(p.a.units), len(p.b.units)))[:0]
	i, j := int32(0), int32(0)
	for k := 0; k <= len(base); k++ {
		g := gap{i, int32(len(p.a.units)), j, int32(len(p.b.units)), k > 0, k < len(base)}
		if k < len(base) {
			g.i1, g.j1 = base[k].i, base[k].j
		}
		if g.i0 < g.i1 && g.j0 < g.j1 {
			out = p.fillGap(out, g, 2)
		}
		if k < len(base) {
			out = append(out, base[k])
			i, j = base[k].i+1, base[k].j+1
		}
	}
	p.main = out
}

// findMoved collects the anchors off the chain into runs. What one page says again is
// no other text than what both have.
func (p *pairing) findMoved(all []match) {
	var cur []match
	flush := func() {
		if len(cur) >= leastMoved {
			p.addMoved(cur)
		}
		cur = cur[:0]
	}
	for _, m := range all { // longestChain has sorted them by place in a
		if p.hasA[m.i] && p.hasB[m.j] {
			continue
		}
		if n := len(cur); n > 0 {
			last := cur[n-1]
			if m.i == last.i {
				continue
			}
			if m.i-last.i > movedGap || m.j <= last.j || m.j-last.j > movedGap {
				flush()
			}
		}
		cur = append(cur, m)
	}
	flush()
}

func (p *pairing) addMoved(run []match) {
	for _, m := range run {
		for k := range int32(width(p.a.units, int(m.i))) {
			p.hasA[m.i+k] = true
			if int(m.j+k) < len(p.hasB) {
				p.hasB[m.j+k] = true
			}
		}
	}
}

// covered is how many of a page's units that count have a partner, and in which
// of 64 stretches of the page most have. Units that do not count are left out.
func covered(p *page, has []bool) (n int, bins uint64) {
	from := 0
	for k := range 64 {
		to := ((k+1)*len(has) + 63) / 64
		got := 0
		for i := from; i < to; i++ {
			got += b2i(has[i]) & b2i(p.weight[i])
		}
		if got*2 > p.counted(int32(from), int32(to)) {
			bins |= 1 << k
		}
		n, from = n+got, to
	}
	return n, bins
}
