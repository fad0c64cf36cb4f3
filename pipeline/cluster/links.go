package cluster

import (
	"cmp"
	"slices"
)

// A link is a pair of nodes that share a sampled shingle: places in the list
// of nodes, a < b. Spread is the number of nodes that the rarest such
// shingle stands in.
type link struct {
	a, b   int32
	spread int32
	shared int32
	hash   uint64 // the rarest shared shingle, the smallest among equals
}

// posting is one sampled shingle of one node.
type posting struct {
	hash uint64
	node int32
}

// postings lists the samples of the nodes in set, by hash, then by node.
func postings(nodes []node, set []int32) []posting {
	n := 0
	for _, i := range set {
		n += len(nodes[i].Samples)
	}
	out := make([]posting, 0, n)
	for _, i := range set {
		for _, h := range nodes[i].Samples {
			out = append(out, posting{h, i})
		}
	}
	slices.SortFunc(out, func(x, y posting) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.node, y.node)) })
	return out
}

// links pairs up the nodes of set that are worth a look, rarest shared
// shingle first, then by likeness, then by content. Each shingle links each
// of its nodes to two: to the smallest one that has it and to the next
// smaller one. So the links are at most twice the postings, however many
// nodes share a shingle, and no single node (a digest, a template page) is
// the only link between the others.
func links(nodes []node, set []int32) []link {
	list := postings(nodes, set)
	var out []link
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].hash == list[0].hash {
			n++
		}
		for i := 1; i < n; i++ {
			out = append(out, link{a: list[0].node, b: list[i].node, spread: int32(n), hash: list[0].hash})
			if i > 1 {
				out = append(out, link{a: list[i-1].node, b: list[i].node, spread: int32(n), hash: list[0].hash})
			}
		}
		list = list[n:]
	}
	slices.SortFunc(out, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.spread, y.spread), cmp.Compare(x.hash, y.hash))
	})
	out = slices.CompactFunc(out, func(x, y link) bool { return x.a == y.a && x.b == y.b })
	kept := out[:0]
	for _, l := range out {
		if worth(&nodes[l.a], &nodes[l.b], &l) {
			kept = append(kept, l)
		}
	}
	slices.SortFunc(kept, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.spread, y.spread), cmp.Compare(y.shared, x.shared), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return kept
}

// When a pair is worth a look.
const (
	leastShared    = 3   // samples, with the containment below
	likelyContain  = .4  // of the one in the other, estimated
	rareSpread     = 64  // a shingle on so few nodes counts without the containment: dovetails, noise
	rarestSpread   = 16  // and one alone is enough for a short text
	shortShingles  = 150 // a short text
	closestSpread  = 4   // two shingles on so few nodes are enough for any text
	leastOfClosest = 2
)

// worth reports whether a link is worth an alignment, and notes how many
// samples its nodes share.
func worth(a, b *node, l *link) bool {
	if !a.comparable() || !b.comparable() {
		return false
	}
	both, inA, inB := a.shared(b.Sketch)
	l.shared = int32(both)
	switch {
	case both >= leastShared && float64(both) >= likelyContain*float64(min(inA, inB)):
		return true
	case both >= leastShared && l.spread <= rareSpread:
		return true
	case both >= leastOfClosest && l.spread <= closestSpread:
		return true
	}
	return both >= 1 && l.spread <= rarestSpread && min(a.shingles(), b.shingles()) < shortShingles
}
