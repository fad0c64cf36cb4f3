package cluster

import (
	"cmp"
	"slices"
)

// A copy that is much damaged may be refused by the centre, whose own damage
// adds to its, and still be known by the copies nearest to it.

// Bounds of a second look.
const (
	adoptLooks   = 4  // members asked
	adoptAmong   = 64 // members of which those nearest are asked
	leastAdopted = .4 // of the node that stands in the centre
	leastVotes   = 2
)

// adopts reports whether the members of a star claim a node that its centre
// has refused: for too little in common, when one member holds the node as a
// part should be held; for other facts, when most of those asked take it for
// a copy.
func (p *prover) adopts(s star, n int32) (bool, error) {
	v, ok := p.verdict(s.centre, n)
	if !ok || v.same || v.inB < leastAdopted {
		return false, nil
	}
	asked, err := p.nearest(s, n)
	if err != nil {
		return false, err
	}
	var pairs [][2]int32
	for _, m := range asked {
		pairs = append(pairs, [2]int32{m, n})
	}
	if err := p.verify(pairs); err != nil {
		return false, err
	}
	return p.claimed(s, n, v.cause, asked), nil
}

// nearest lists the members of a star that share most samples with node n,
// the centre left out.
func (p *prover) nearest(s star, n int32) ([]int32, error) {
	type near struct {
		node  int32
		share int
	}
	var all []near
	own, err := p.shelf.viewSamples().get(p.samplesOf(n))
	if err != nil {
		return nil, err
	}
	samples := p.shelf.viewSamples()
	for _, m := range s.nodes[:min(len(s.nodes), adoptAmong)] {
		other, err := samples.get(p.samplesOf(m))
		if err != nil {
			return nil, err
		}
		if both, _, _ := (sampled{p.card(m), other}).shared(sampled{p.card(n), own}); m != s.centre && both > 0 {
			all = append(all, near{m, both})
		}
	}
	slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.node, b.node)) })
	var out []int32
	for _, m := range all[:min(len(all), adoptLooks)] {
		out = append(out, m.node)
	}
	return out, nil
}

// claimed reports whether the members asked claim a node that the centre
// refused for the cause given.
func (p *prover) claimed(s star, n int32, cause Cause, asked []int32) bool {
	yes, no := 0, 1
	for _, m := range asked {
		v, _ := p.verdict(m, n)
		in, _ := p.verdict(s.centre, m)
		held := v.inB >= leastOfPart || min(v.inA, v.inB) >= leastContained
		if cause == TooLittle && v.same && held && in.same && in.inB >= leastContained {
			return true
		}
		yes, no = yes+b2i(v.same && !v.tail), no+b2i(!v.same)
	}
	return cause != TooLittle && yes >= leastVotes && yes > no
}
