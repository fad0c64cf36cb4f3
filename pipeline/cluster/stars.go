package cluster

import (
	"cmp"
	"slices"
)

// A star is a centre and the nodes that it, or one of its own, verifies.
type star struct {
	centre int32
	nodes  []int32 // the centre too, sorted
}

func (s star) first() int32 { return s.nodes[0] }

// documents appends the documents of a star to an empty list, the centre's first.
func (p *prover) documents(out []int, s star) []int {
	for _, n := range s.nodes {
		p.members(n, func(doc int32) { out = append(out, int(doc)) })
	}
	centre := int(p.nodes[s.centre].doc)
	slices.SortFunc(out, func(a, b int) int {
		if a == centre || b == centre {
			return cmp.Compare(b2i(b == centre), b2i(a == centre))
		}
		return cmp.Compare(p.rank[a], p.rank[b])
	})
	return out
}

// later lists the documents of a star that are pages which go on from the
// others, sorted.
func (p *prover) later(s star) []int {
	var out []int
	for _, n := range p.beyond[s.centre] {
		p.members(n, func(doc int32) { out = append(out, int(doc)) })
	}
	slices.Sort(out)
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// starBudget bounds the alignments spent on a joined set, for each node of
// it: sets that fall into ever more stars end as single nodes.
const starBudget = 64

// stars breaks a joined set into stars. The node that covers most of the
// others is the centre; it takes those that it verifies, and those that a
// dovetail continues. What is left is joined anew and broken up in turn. A
// centre that holds several articles takes nothing and stands aside.
func (p *prover) stars(set []int32) ([]star, error) {
	var out []star
	var digests []int32
	budget := starBudget * len(set)
	stack := [][]int32{set}
	for len(stack) > 0 {
		work := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if budget -= len(work); len(work) == 1 || budget < 0 {
			out = append(out, alone(work)...)
			continue
		}
		c, err := p.centre(work)
		if err != nil {
			return nil, err
		}
		if err := p.verifyAll(c, work); err != nil {
			return nil, err
		}
		var s star
		if isDigest, err := p.digest(c, work); err != nil {
			return nil, err
		} else if isDigest {
			digests = append(digests, c)
			s.nodes = []int32{c}
		} else {
			var twofold []int32
			if s, twofold, err = p.starOf(c, work); err != nil {
				return nil, err
			}
			digests = append(digests, twofold...)
			out = append(out, s)
			s.nodes = append(slices.Clone(s.nodes), twofold...)
		}
		rest, err := p.join(without(work, s.nodes))
		if err != nil {
			return nil, err
		}
		stack = append(stack, rest...)
	}
	more, err := p.copiesOf(digests)
	return append(out, more...), err
}

// starOf makes the star of a centre, and lists the digests that were in it. A
// digest that turns out to span pages of one article is the better centre.
func (p *prover) starOf(c int32, work []int32) (s star, digests []int32, err error) {
	if s, err = p.gather(c, work); err != nil {
		return s, nil, err
	}
	s.nodes, digests = p.dropDigests(s, work)
	bridge, ok, err := p.bridge(digests, work)
	if err != nil || !ok {
		return s, digests, err
	}
	if s, err = p.gather(bridge, work); err != nil {
		return s, nil, err
	}
	s.nodes, digests = p.dropDigests(s, work)
	return s, digests, nil
}

func alone(nodes []int32) []star {
	out := make([]star, len(nodes))
	for i, n := range nodes {
		out[i] = star{centre: n, nodes: []int32{n}}
	}
	return out
}

// without returns the nodes of set that are not in drop.
func without(set, drop []int32) []int32 {
	gone := make(map[int32]bool, len(drop))
	for _, n := range drop {
		gone[n] = true
	}
	var out []int32
	for _, n := range set {
		if !gone[n] {
			out = append(out, n)
		}
	}
	return out
}

func (p *prover) verifyAll(c int32, set []int32) error {
	pairs := make([][2]int32, 0, len(set))
	for _, n := range set {
		pairs = append(pairs, [2]int32{c, n})
	}
	return p.verify(pairs)
}

// centre is the node that covers most of the others: the sum of their
// estimated containments in it, told from the samples in one pass. Among
// equals the shorter, then the smaller content hash.
func (p *prover) centre(set []int32) (int32, error) {
	mass := map[uint64]float64{}
	samples := p.shelf.viewSamples()
	for _, n := range set {
		own, err := samples.get(p.samplesOf(n))
		if err != nil {
			return 0, err
		}
		for _, h := range own {
			mass[h] += 1 / float64(len(own))
		}
	}
	best, most := int32(-1), 0.0
	for _, n := range set {
		own, err := samples.get(p.samplesOf(n))
		if err != nil {
			return 0, err
		}
		sum := 0.0
		for _, h := range own {
			sum += mass[h]
		}
		const tie = 1e-9
		if best < 0 || sum > most+tie || sum > most-tie && p.card(n).Kept < p.card(best).Kept {
			best, most = n, sum
		}
	}
	return best, nil
}

// gather collects the star of a centre: first what it verifies itself, then
// what a member of these verifies, when a dovetail leads there, and the copies of
// that.
func (p *prover) gather(c int32, work []int32) (star, error) {
	s := star{centre: c, nodes: []int32{c}}
	in := map[int32]bool{c: true}
	var rest []int32
	for _, n := range work {
		if v, ok := p.verdict(c, n); n != c && ok && v.same {
			s.nodes = append(s.nodes, n)
			in[n] = true
		} else if n != c {
			rest = append(rest, n)
		}
	}
	if err := p.verifySpare(rest, in); err != nil {
		return s, err
	}
	led := map[int32]bool{} // by a dovetail
	rest, err := p.dropStrangers(&s, rest, in)
	if err != nil {
		return s, err
	}
	for _, n := range rest {
		if p.unmet(c, n) && slices.ContainsFunc(p.edges[n], func(m int32) bool { return in[m] && m != c && p.leads(c, m, n) }) {
			s.nodes = append(s.nodes, n)
			led[n] = true
		}
	}
	s.nodes = append(s.nodes, p.copiesBeside(c, rest, led)...)
	slices.Sort(s.nodes)
	return s, nil
}

// unmet reports two nodes that were laid side by side and have too little in
// common.
func (p *prover) unmet(a, b int32) bool {
	v, ok := p.verdict(a, b)
	return ok && v.cause == TooLittle
}

// copiesBeside lists those of the nodes with too little of the centre that are
// copies of nodes to which a dovetail leads.
func (p *prover) copiesBeside(c int32, nodes []int32, led map[int32]bool) (out []int32) {
	for _, n := range nodes {
		if !led[n] && p.unmet(c, n) && slices.ContainsFunc(p.edges[n], func(m int32) bool {
			v, _ := p.verdict(m, n)
			return led[m] && v.same && !v.tail
		}) {
			out = append(out, n)
		}
	}
	return out
}

// verifySpare verifies the links from nodes to members of a star that were laid
// by: which of them hold tells parts from digests.
func (p *prover) verifySpare(nodes []int32, in map[int32]bool) error {
	var pairs [][2]int32
	for _, n := range nodes {
		for _, m := range p.spare[n] {
			if in[m] {
				pairs = append(pairs, [2]int32{n, m})
			}
		}
	}
	return p.verify(pairs)
}

// leads reports whether member m continues the centre c with n.
func (p *prover) leads(c, m, n int32) bool {
	v, _ := p.verdict(m, c)
	w, _ := p.verdict(m, n)
	return v.tail || w.tail
}
