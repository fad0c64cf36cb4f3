package cluster

// compare appends the best common subsequence of a small gap, in which equal
// words count for more than alike ones.
func (p *pairing) compare(dst []match, g gap) []match {
	const equal, alike = 5, 3
	fa, fb := p.cells.forms(p.a, g.i0, g.i1), p.cells.forms(p.b, g.j0, g.j1)
	p.cells.words = p.cells.words[:0]
	m, n := len(fa), len(fb)
	w := n + 1
	pairs, best := p.cells.of(m, n) // best of the suffixes
	for i := m - 1; i >= 0; i-- {
		hash, f := p.a.units[int(g.i0)+i].hash, fa[i]
		row, below := best[i*w:(i+1)*w], best[(i+1)*w:(i+2)*w]
		for j := n - 1; j >= 0; j-- {
			b := max(below[j], row[j+1])
			s := int8(0)
			if hash == p.b.units[int(g.j0)+j].hash {
				s = equal
			} else if !f.far(fb[j]) && f.alike(fb[j]) {
				s = alike
			}
			if s > 0 {
				b = max(b, below[j+1]+int16(s))
			}
			pairs[i*n+j] = s
			row[j] = b
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
	words []*form
	pairs []int8
	best  []int16
}

// forms gives the forms of the units [from, to) of a page.
func (c *cells) forms(p *page, from, to int32) []*form {
	n, x := len(c.words), p.index()
	for i := from; i < to; i++ {
		c.words = append(c.words, p.form(x, i))
	}
	return c.words[n:]
}

// of gives m by n cells for pairs, of no known content, and one row and column
// more for the best, in which these are zero.
func (c *cells) of(m, n int) (pairs []int8, best []int16) {
	if size := (m + 1) * (n + 1); len(c.best) < size {
		c.pairs, c.best = make([]int8, size), make([]int16, size)
	}
	pairs, best = c.pairs[:m*n], c.best[:(m+1)*(n+1)]
	clear(best[m*(n+1):])
	for i := range m {
		best[i*(n+1)+n] = 0
	}
	return pairs, best
}
