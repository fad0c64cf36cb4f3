package cluster

// Most pairs that share a rare shingle have a passage or a frame in common and
// nothing else. That shows before the gaps between their shingles are filled,
// which is what costs: the chain of shingles is short, and of the words that
// count on either page the other has too few for noise to explain it.

// When two pages are not laid side by side to the end. Of the pairs of the
// fixtures and of documentation that are one article none is near these.
const (
	shortChain  = .2  // of the smaller's units
	shorterPart = .3  // the same, where no dovetail can come of it
	fewWords    = .65 // of the words that count on a page, those that the other has
	nearEdge    = 2   // times the slack of a dovetail: the chain is not filled yet
	edgeUnits   = 10
)

// unlike reports whether the chain of two pages is too short, and their words
// too different, for them to be one article.
func (p *pairing) unlike() bool {
	n, smaller := float64(len(p.main)), float64(min(len(p.a.units), len(p.b.units)))
	if n >= shorterPart*smaller || n >= shortChain*smaller && (p.mayDovetail() || p.flipped().mayDovetail()) {
		return false
	}
	return p.words() < fewWords
}

// words is the share of the units that count on one page which stand on the
// other, whichever is more.
func (p *pairing) words() float64 {
	x, y := p.a.index(), p.b.index()
	if p.concord == nil {
		p.concord = newConcord(x, y)
	}
	inA := make([]bool, len(y.hashes)) // numbers of b that stand in a
	both := 0
	for i, n := range x.of {
		if m := p.concord.inB[n]; m >= 0 {
			inA[m] = true
			both += b2i(p.a.weight[i])
		}
	}
	back := 0
	for j, m := range y.of {
		back += b2i(inA[m] && p.b.weight[j])
	}
	return max(share(both, p.a.total), share(back, p.b.total))
}

// mayDovetail reports whether the end of a may be the beginning of b.
func (p *pairing) mayDovetail() bool {
	if len(p.main) == 0 {
		return false
	}
	first, last := p.main[0], p.main[len(p.main)-1]
	slack := nearEdge*max(dovetailSlack*max(p.a.scale, p.b.scale), dovetailRate*float64(len(p.main))) + edgeUnits
	after := p.a.counted(last.i+1, int32(len(p.a.units)))
	before := p.b.counted(0, first.j)
	return float64(after) <= slack && float64(before) <= slack
}
