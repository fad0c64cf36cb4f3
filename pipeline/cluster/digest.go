package cluster

import (
	"cmp"
	"math/bits"
	"slices"
)

// A digest holds several articles, each whole, that other pages hold alone.
// The whole copy of an article of two pages looks much the same: two texts
// that have nothing in common stand in it one after the other. It is told by
// what the parts look like and by how many other copies span them.

// passage is a stretch of a page that one or more nodes have in common with
// it, alone.
type passage struct {
	mask   uint64
	copies int
	titled bool // such a node begins there with a title
}

// Tests on passages, in stretches of 64.
const (
	leastPassage = 3
	widestGap    = 6 // between two parts of one article
)

// digest reports whether node c holds several articles.
func (p *prover) digest(c int32, work []int32) (bool, error) {
	type witness struct {
		mask uint64
		node int32
		verdict
	}
	var list []witness
	for _, n := range work {
		if v, ok := p.verdict(c, n); n != c && ok && v.same && v.inB >= leastContained && bits.OnesCount64(v.binsA) >= leastPassage {
			list = append(list, witness{v.binsA, n, v})
		}
	}
	slices.SortFunc(list, func(a, b witness) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(a.mask), bits.OnesCount64(b.mask)), cmp.Compare(a.mask, b.mask), cmp.Compare(a.node, b.node))
	})
	var found []passage
	spanning := 0
	for _, w := range list {
		at := overlapping(found, w.mask)
		switch len(at) {
		case 0:
			found = append(found, passage{w.mask, 1, w.titled})
		case 1:
			f := &found[at[0]]
			f.mask |= w.mask
			f.copies++
			f.titled = f.titled || w.titled
		default:
			spanning++
		}
	}
	if len(found) < 2 {
		return false, nil
	}
	for _, w := range list {
		pg, err := p.page(w.node)
		if err != nil || pg.marked {
			return false, err
		}
	}
	return several(found, spanning), nil
}

// overlapping lists the passages that have half of the smaller in common
// with mask.
func overlapping(found []passage, mask uint64) []int {
	var out []int
	for i, f := range found {
		both := bits.OnesCount64(f.mask & mask)
		if both*2 >= min(bits.OnesCount64(f.mask), bits.OnesCount64(mask)) {
			out = append(out, i)
		}
	}
	return out
}

// several decides whether the passages of a page are articles of their own:
// when a later one begins with its title and the pages that span them are
// fewer than the copies of each, or when none spans them and much stands
// between them.
func several(found []passage, spanning int) bool {
	slices.SortFunc(found, func(a, b passage) int {
		return cmp.Or(cmp.Compare(bits.TrailingZeros64(a.mask), bits.TrailingZeros64(b.mask)), cmp.Compare(a.mask, b.mask))
	})
	copies := found[0].copies
	titled, gap := false, 0
	for i, f := range found[1:] {
		copies = min(copies, f.copies)
		titled = titled || f.titled
		gap = max(gap, bits.TrailingZeros64(f.mask)-bits.Len64(found[i].mask))
	}
	switch {
	case titled && spanning == 0:
		return true
	case titled:
		return spanning+1 < copies
	}
	return spanning == 0 && gap > widestGap
}

// dropDigests takes out of a star the members that link it to nodes outside
// through a part of theirs that the centre does not have.
func (p *prover) dropDigests(s star, work []int32) (kept, digests []int32) {
	in := map[int32]bool{}
	for _, n := range s.nodes {
		in[n] = true
	}
	out := map[int32]bool{}
	for _, n := range work {
		if in[n] {
			continue
		}
		for _, m := range p.edges[n] {
			if !in[m] || m == s.centre {
				continue
			}
			v, ok := p.verdict(m, s.centre)
			w, _ := p.verdict(m, n)
			if ok && v.same && v.inB >= leastContained && w.inB >= leastContained && len(overlapping([]passage{{mask: v.binsA}}, w.binsA)) == 0 {
				out[m] = true
			}
		}
	}
	for _, n := range s.nodes {
		if out[n] {
			digests = append(digests, n)
		} else {
			kept = append(kept, n)
		}
	}
	return kept, digests
}

// copiesOf puts digests that are copies of each other together.
func (p *prover) copiesOf(digests []int32) ([]star, error) {
	slices.Sort(digests)
	for _, n := range digests {
		p.twofold[n] = true
	}
	sets, err := p.join(digests)
	if err != nil {
		return nil, err
	}
	var out []star
	for len(sets) > 0 {
		c := p.centre(sets[0])
		if err := p.verifyAll(c, sets[0]); err != nil {
			return nil, err
		}
		s := star{centre: c}
		for _, n := range sets[0] {
			if v, ok := p.verdict(c, n); n == c || ok && v.same && min(v.inA, v.inB) >= leastContained {
				s.nodes = append(s.nodes, n)
			}
		}
		out = append(out, s)
		rest, err := p.join(without(sets[0], s.nodes))
		if err != nil {
			return nil, err
		}
		sets = append(sets[1:], rest...)
	}
	return out, nil
}
