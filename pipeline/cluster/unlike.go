package cluster

// Most pairs that share a rare shingle have a passage or a frame in common and
// nothing else. That shows before the gaps between their shingles are filled,
// which is what costs: of the words that count on either page the other has too
// few for noise to explain it, and the chain of shingles is short, or has other
// words all round.

// When two pages are not laid side by side to the end. Of the pairs of the
// fixtures that are one article none is near these.
const (
	shortChain  = .2  // of the smaller's units
	shorterPart = .3  // the same, where no dovetail can come of it
	fewWords    = .65 // of the words that count on a page, those that the other has
	fewestWords = .48 // the same, where the chain is not short
	nearEdge    = 2   // times the slack of a dovetail: the chain is not filled yet
	edgeUnits   = 10
	thinChain   = .4 // of the units of a dovetail, those that are in the chain
	thinDense   = .5 // and of its density
)

// unlike reports whether the chain of two pages is too short, or too torn for a
// dovetail, and their words too different, for them to be one article; and the
// verdict on them.
func (p *pairing) unlike(scale float64, marked bool) (v verdict, unlike bool) {
	n, part := len(p.main), share(len(p.main), min(len(p.a.units), len(p.b.units)))
	dove := (part >= shortChain || marked) && p.mayDovetail()
	if dove && (marked || !p.torn(scale)) {
		return v, false
	}
	words := p.words()
	if words >= fewWords {
		return v, false
	}
	v = verdict{cause: TooLittle, inA: share(n, len(p.a.units)), inB: share(n, len(p.b.units))}
	if counted := p.countedInBoth(); part < shortChain || part < shorterPart && !dove || float64(counted) < leastShare*scale {
		return v, true
	} else if words >= fewestWords {
		return v, false
	} else {
		v.cause = Replaced
		return v, p.frames(counted)
	}
}

// torn reports whether the chain is too short for a dovetail of unmarked pages,
// or lies about.
func (p *pairing) torn(scale float64) bool {
	n, first, last := float64(len(p.main)), p.main[0], p.main[len(p.main)-1]
	return n < thinChain*leastPart*scale || n < thinDense*dovetailDense*float64(max(last.i-first.i, last.j-first.j))
}

// countedInBoth is how many matches count on both pages.
func (p *pairing) countedInBoth() int {
	n := 0
	for _, m := range p.main {
		n += b2i(p.a.weight[m.i] && p.b.weight[m.j])
	}
	return n
}

// frames reports whether much of either page stands in the place of the other's,
// between and round the matches that count.
func (p *pairing) frames(counted int) bool {
	p.hasA, p.hasB = p.room.flags.Take(len(p.a.units)), p.room.flags.Take(len(p.b.units))
	for _, m := range p.main {
		p.hasA[m.i], p.hasB[m.j] = true, true
	}
	s := slots{replaced: p.replaced(), flanks: p.flanks()}
	return s.otherArticle(counted)
}

// words is the share of the units that count on one page which stand on the
// other, whichever is more.
func (p *pairing) words() float64 {
	inA, inB := p.a.index().common(p.b.index())
	return max(share(inA, p.a.total), share(inB, p.b.total))
}

// mayDovetail reports whether the end of one page may be the beginning of the
// other.
func (p *pairing) mayDovetail() bool {
	if len(p.main) == 0 {
		return false
	}
	first, last := p.main[0], p.main[len(p.main)-1]
	slack := nearEdge*max(dovetailSlack*max(p.a.scale, p.b.scale), dovetailRate*float64(len(p.main))) + edgeUnits
	small := func(a, b int) bool { return float64(a) <= slack && float64(b) <= slack }
	return small(p.a.counted(last.i+1, int32(len(p.a.units))), p.b.counted(0, first.j)) ||
		small(p.b.counted(last.j+1, int32(len(p.b.units))), p.a.counted(0, first.i))
}
