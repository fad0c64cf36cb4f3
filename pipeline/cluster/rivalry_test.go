package cluster

import (
	"math/rand"
	"testing"
)

// TestRivalry holds the counts against those of asking for every pair.
func TestRivalry(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 50 {
		n := 1 + r.Intn(40)
		p := &prover{known: map[[2]int32]int32{}, found: newVerdictList()}
		for _, v := range []verdict{{same: true}, {cause: OtherFact}, {cause: TooLittle, inA: .1}} {
			p.found.add(v)
		}
		stars, ends := newStarList(make([]int32, n)), make([]end, n)
		for i := range ends {
			stars.set(i, star{centre: int32(i + 3)})
			ends[i] = end{star: i, part: Part{After: r.Intn(2) == 0, Before: r.Intn(2) == 0, Page: int32(r.Intn(4))}}
		}
		for range 3 * n {
			if a, b := int32(r.Intn(n+3)), int32(r.Intn(n+3)); a < b {
				p.known[[2]int32{a, b}] = int32(1 + r.Intn(3))
			}
		}
		rivals := p.newRivalry(stars, ends)
		for i := range ends {
			after, before := 0, 0
			for k := range ends {
				after += b2i(p.fits(stars, ends[i], ends[k]))
				before += b2i(p.fits(stars, ends[k], ends[i]))
			}
			if got := [2]int{rivals.after(i), rivals.before(i)}; got != [2]int{after, before} {
				t.Fatalf("of %d ends %+v has %v, want %d and %d", n, ends[i], got, after, before)
			}
		}
	}
}
