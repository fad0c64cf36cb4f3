package cluster

import "math/bits"

// Two damaged copies, or a copy and a page, may have too little in common, or
// too much that stands in the place of each other, to be known as one article.
// A digest that holds both tells where they stand in it: in the same stretch.

const enclosedShare = 3 // one in so many stretches of a passage that another, around it, has too

// claim takes two nodes that stand in the same article of a digest for copies,
// though they were refused when laid side by side: each node for one of the
// node of its passage that holds most of it, and that one for one of those
// around it.
func (p *prover) claim(list []witness) error {
	pairs := inOneArticle(list)
	if err := p.verify(pairs); err != nil {
		return err
	}
	for _, x := range pairs {
		p.held(x[0], x[1])
	}
	return nil
}

// inOneArticle lists the pairs that claim takes for copies.
func inOneArticle(list []witness) (pairs [][2]int32) {
	found, _ := passages(shortestFirst(list))
	for _, f := range found {
		most := f.most()
		for _, w := range f.nodes {
			if both := bits.OnesCount64(w.mask & most.mask); w.node != most.node && both*2 >= bits.OnesCount64(w.mask) {
				pairs = append(pairs, [2]int32{w.node, most.node})
			}
		}
		for _, g := range found {
			if g.encloses(f) {
				pairs = append(pairs, [2]int32{most.node, g.most().node})
			}
		}
	}
	return pairs
}

// most is the node of a passage that holds most of it: they come shortest first.
func (p passage) most() witness { return p.nodes[len(p.nodes)-1] }

// encloses reports whether passage f stands among the stretches of p, some of
// which it has too.
func (p passage) encloses(f passage) bool {
	both := bits.OnesCount64(p.mask & f.mask)
	return both >= leastPassage && both*enclosedShare >= bits.OnesCount64(f.mask) && p.first() <= f.first() && f.last() <= p.last() && p.mask != f.mask
}

// held notes that two nodes are one article, as another text shows.
func (p *prover) held(a, b int32) {
	x := [2]int32{min(a, b), max(a, b)}
	v, ok := p.verdict(x[0], x[1])
	if !ok || v.same || v.cause != TooLittle && v.cause != Replaced {
		return
	}
	v.same, v.tail, v.cause = true, true, 0
	p.keep(x, v)
}
