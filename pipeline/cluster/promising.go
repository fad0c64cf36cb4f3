package cluster

// Of the links from a node to its leaders most are worth no look: the two share by chance
// the one shingle that makes the link. The bonds of the node tell how many more they may
// share, without the cards of the leaders and their samples, which lie all over memory and
// the disk.

// glances is, for each node, what tells most at once: two bits for what is known of it,
// and a bit for each shingle that it has in common with three others and more, by its
// hash. There are none where nodes are few.
type glances []uint64

const (
	seenComparable = 1 << 63
	seenShort      = 1 << 62
	seenShingles   = 62
)

func seenShingle(hash uint64) uint64 { return 1 << (hash % seenShingles) }

// glancesAt makes the glances of the nodes of a set.
func (p *prover) glancesAt(set []int32) glances {
	if len(set) < p.shelf.few {
		return nil
	}
	g := make(glances, len(p.nodes))
	for _, n := range set {
		g[n] = p.glanceAt(n)
	}
	return g
}

// glanceAt is that of a node without its shingles.
func (p *prover) glanceAt(n int32) uint64 {
	c := p.card(n)
	return uint64(b2i(c.comparable()))*seenComparable | uint64(b2i(c.shingles() < shortShingles))*seenShort
}

// note adds a shingle of some nodes.
func (g glances) note(hash uint64, nodes []int32) {
	if g == nil || len(nodes) <= known {
		return
	}
	for _, n := range nodes {
		g[n] |= seenShingle(hash)
	}
}

// glanceOf is the glance of a node, with all shingles that it may have.
func (p *prover) glanceOf(n int32) uint64 {
	if p.glances == nil {
		return p.glanceAt(n) | (1<<seenShingles - 1)
	}
	return p.glances[n]
}

// known is how many nodes may have a shingle for its bonds to name all.
const known = 3

// promising reports whether a link from a node with some bonds may be worth a look (see
// worth), as far as can be told without samples.
func (p *prover) promising(bonds []bond, l link) bool {
	sure, more := inCommonWith(bonds, l.a)
	if !l.mayTell(sure+more) && l.spread > rarestSpread {
		return false
	}
	a, b := p.glanceOf(l.a), p.glanceOf(l.b)
	if a&b&seenComparable == 0 {
		return false
	}
	if more > 0 {
		sure += between(bonds, l.a, a)
	}
	if !l.mayTell(sure) {
		return l.spread <= rarestSpread && (a|b)&seenShort > 0
	}
	both, least := float64(sure), 0.
	if n := min(p.samplesOf(l.a).len(), p.samplesOf(l.b).len()); n > sampleFloor && !p.card(l.a).whole && !p.card(l.b).whole {
		least = float64(n) // all of them are below the limit of both
	}
	return both >= leastLikely*least && (l.spread <= rareSpread || both >= likelyContain*least)
}

// mayTell reports whether so many shared samples are enough, whatever the two texts have.
func (l link) mayTell(both int) bool {
	return both >= leastShared || both >= leastOfClosest && l.spread <= closestSpread
}

// inCommonWith counts the samples of a node with some bonds that a smaller one has, as far
// as these name it, and those that it may have, which stand on nodes between their
// leaders.
func inCommonWith(bonds []bond, leader int32) (sure, more int) {
	for _, x := range bonds {
		named := b2i(x.first == leader || x.before == leader)
		sure += named
		more += b2i(x.spread > known && x.first < leader && leader < x.before)
	}
	return sure, more
}

// between counts those which it may have by its glance.
func between(bonds []bond, leader int32, glance uint64) (n int) {
	for _, x := range bonds {
		n += b2i(x.spread > known && x.first < leader && leader < x.before && glance&seenShingle(x.hash) > 0)
	}
	return n
}
