package cluster

// compare appends the best common subsequence of a small gap, in which equal
// words count for more than alike ones.
func (p *pairing) compare(dst []match, g gap) []match {
	const equal, alike = 5, 3
	m, n := int(g.i1-g.i0), int(g.j1-g.j0)
	w := n + 1
	words, pairs, best := p.cells.of(p.b, g.j0, m, n) // best of the suffixes
	x := p.a.index()
	for i := m - 1; i >= 0; i-- {
		hash, f := p.a.units[int(g.i0)+i].hash, p.a.form(x, g.i0+int32(i))
		row, below, cells := best[i*w:(i+1)*w], best[(i+1)*w:(i+2)*w], pairs[i*n:(i+1)*n]
		right := int16(0) // row[j+1]
		for j := len(words) - 1; j >= 0; j-- {
			b, s := max(below[j], right), int8(0)
			if o := &words[j]; hash == o.hash {
				s = equal
			} else if !f.far(o.mask, o.runes) && f.alike(o.form) {
				s = alike
			}
			if s > 0 {
				b = max(b, below[j+1]+int16(s))
			}
			cells[j], row[j], right = s, b, b
		}
	}
	for i, j := 0, 0; i < m && j < n && best[i*w+j] > 0; {
		s := pairs[i*n+j]
		switch {
		case s > 0 && best[i*w+j] == best[(i+1)*w+j+1]+int16(s):
			dst = append(dst, match{g.i0 + int32(i), g.j0 + int32(j)})
			i, j = i+1, j+1
		case best[i*w+j] == best[(i+1)*w+j]:
			i++
		default:
			j++
		}
	}
	return dst
}

// cells is room for the gaps that are compared one after the other.
type cells struct {
	words []other
	pairs []int8
	best  []int16
}

// An other is a word of the other page.
type other struct {
	hash, mask uint64
	runes      int
	form       *form
}

// of gives the n words of a page from a place on, m by n cells for pairs, of no
// known content, and one row and column more for the best, in which these are
// zero.
func (c *cells) of(p *page, from int32, m, n int) (words []other, pairs []int8, best []int16) {
	if size := (m + 1) * (n + 1); len(c.best) < size {
		c.pairs, c.best = make([]int8, size), make([]int16, size)
	}
	pairs, best = c.pairs[:m*n], c.best[:(m+1)*(n+1)]
	clear(best[m*(n+1):])
	for i := range m {
		best[i*(n+1)+n] = 0
	}
	c.words = c.words[:0]
	x := p.index()
	for j := from; j < from+int32(n); j++ {
		f := p.form(x, j)
		c.words = append(c.words, other{p.units[j].hash, f.mask, len(f.runes), f})
	}
	return c.words, pairs, best
}
