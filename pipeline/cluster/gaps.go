package cluster

// gap is a stretch of both pages without matches: units [i0, i1) of a and
// [j0, j1) of b. Left and right tell whether a match stands at its border.
type gap struct {
	i0, i1, j0, j1 int32
	left, right    bool
}

func (g gap) cells() int { return int(g.i1-g.i0) * int(g.j1-g.j0) }

// fillGap appends the matches found in a gap: equal words at its borders,
// then either all pairs of words, if they are few, or the words that stand
// once in both, and so again in the gaps between those.
func (p *pairing) fillGap(dst []match, g gap, depth int) []match {
	a, b := p.a.units, p.b.units
	for g.left && g.i0 < g.i1 && g.j0 < g.j1 && a[g.i0].hash == b[g.j0].hash {
		dst = append(dst, match{g.i0, g.j0})
		g.i0, g.j0 = g.i0+1, g.j0+1
	}
	tail := int32(0)
	for g.right && g.i0 < g.i1 && g.j0 < g.j1 && a[g.i1-1].hash == b[g.j1-1].hash {
		tail, g.i1, g.j1 = tail+1, g.i1-1, g.j1-1
	}
	switch {
	case g.cells() == 0:
	case g.cells() <= gapCells:
		dst = p.compare(dst, g)
	case depth > 0:
		dst = p.divide(dst, g, depth)
	default:
		dst = p.edges(dst, g)
	}
	for k := range tail {
		dst = append(dst, match{g.i1 + k, g.j1 + k})
	}
	return dst
}

// divide fills a large gap around the words that stand once on both sides.
func (p *pairing) divide(dst []match, g gap, depth int) []match {
	chain := p.room.longestChain(p.once(g))
	if len(chain) == 0 {
		return p.edges(dst, g)
	}
	i, j, left := g.i0, g.j0, g.left
	for _, m := range chain {
		dst = p.fillGap(dst, gap{i, m.i, j, m.j, left, true}, depth-1)
		dst = append(dst, m)
		i, j, left = m.i+1, m.j+1, true
	}
	return p.fillGap(dst, gap{i, g.i1, j, g.j1, left, g.right}, depth-1)
}

// edges compares what lies close to the matches at the borders of a gap that
// is too large to compare whole.
func (p *pairing) edges(dst []match, g gap) []match {
	w := gap{g.i0, min(g.i1, g.i0+edgeWindow), g.j0, min(g.j1, g.j0+edgeWindow), true, false}
	if g.left {
		dst = p.compare(dst, w)
	}
	if !g.right {
		return dst
	}
	v := gap{max(g.i0, g.i1-edgeWindow), g.i1, max(g.j0, g.j1-edgeWindow), g.j1, false, true}
	if g.left { // the two windows must not cross
		v.i0, v.j0 = max(v.i0, w.i1), max(v.j0, w.j1)
	}
	if v.i0 < v.i1 && v.j0 < v.j1 {
		dst = p.compare(dst, v)
	}
	return dst
}
