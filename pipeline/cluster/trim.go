package cluster

// prune takes out short runs that stand by chance between passages that
// have nothing in common.
func (p *pairing) prune() {
	m := p.main
	apart := func(k int) bool { // the gap before match k parts two passages
		i, j := int32(-1), int32(-1)
		if k > 0 {
			i, j = m[k-1].i, m[k-1].j
		}
		ni, nj := int32(len(p.a.units)), int32(len(p.b.units))
		if k < len(m) {
			ni, nj = m[k].i, m[k].j
		}
		return min(ni-i, nj-j)-1 > closeGap
	}
	out := p.room.matches.Take(len(m))[:0]
	from := 0
	for k := 1; k <= len(m); k++ {
		if k < len(m) && !apart(k) {
			continue
		}
		if k-from >= leastRun || !apart(from) && !apart(k) {
			out = append(out, m[from:k]...)
		}
		from = k
	}
	p.main = trimTail(trimHead(p.dense(out)))
}

// A gap of the chain is a lacuna if one page goes straight on from one solid run to the
// next: it lost what the other has there, which is less than what it has, and what
// stands beyond is no chance.
const mostStraight = 2

// lacuna reports whether there is one before match k of a chain.
func lacuna(m []match, k int) bool {
	i, j := m[k].i-m[k-1].i, m[k].j-m[k-1].j
	return min(i, j) <= mostStraight && int(max(i, j)) <= len(m) && solid(m, k-1, -1) && solid(m, k, 1)
}

// solid reports whether a run of neighbours in both pages begins with match k and goes on
// in direction step.
func solid(m []match, k, step int) bool {
	end := k + (solidRun-1)*step
	if end < 0 || end >= len(m) {
		return false
	}
	n := int32(end - k)
	return m[end].i-m[k].i == n && m[end].j-m[k].j == n
}

// Where matches count: this many stand within that many units of the one
// page, and of the other. In texts that have nothing in common a few words
// still match.
const (
	denseMatches = 8
	denseUnits   = 18
	widestUnits  = 36
)

// dense keeps the matches of a chain that stand close to others.
func (p *pairing) dense(m []match) []match {
	if len(m) < denseMatches {
		return m
	}
	out, laid := p.room.matches.Take(len(m))[:0], p.closed(m)
	next := 0
	for k := 0; k+denseMatches <= len(m); k++ {
		first, last := laid[k], laid[k+denseMatches-1]
		i, j := last.i-first.i, last.j-first.j
		if min(i, j) >= denseUnits || max(i, j) >= widestUnits {
			continue
		}
		for next = max(next, k); next < k+denseMatches; next++ {
			out = append(out, m[next])
		}
	}
	return out
}

// closed is where the matches of a chain would stand if nothing had been lost.
func (p *pairing) closed(m []match) []match {
	out := p.room.matches.Take(len(m))
	var lost match
	for k := range m {
		if k > 0 && lacuna(m, k) {
			lost.i, lost.j = lost.i+m[k].i-m[k-1].i-1, lost.j+m[k].j-m[k-1].j-1
		}
		out[k] = match{m[k].i - lost.i, m[k].j - lost.j}
	}
	return out
}

// Chance matches at the ends: few, and far from the rest of the chain.
const (
	strayMost = 30 // matches
	strayRate = 3  // units of the gap for each of them, and more than closeGap
)

// trimHead takes stray matches off the head of a chain.
func trimHead(m []match) []match {
	for k := 1; k < len(m) && k <= strayMost; {
		if far(m[k-1], m[k], k) && !lacuna(m, k) {
			m, k = m[k:], 1
			continue
		}
		k++
	}
	return m
}

// trimTail takes them off its tail.
func trimTail(m []match) []match {
	for k := 1; k < len(m) && k <= strayMost; {
		if n := len(m) - k; far(m[n-1], m[n], k) && !lacuna(m, n) {
			m, k = m[:n], 1
			continue
		}
		k++
	}
	return m
}

func far(l, r match, k int) bool { return int(max(r.i-l.i, r.j-l.j)) > max(closeGap+2, strayRate*k) }
