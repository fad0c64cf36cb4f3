package cluster

// compare appends the best common subsequence of a small gap, in which equal
// words count for more than alike ones.
func (p *pairing) compare(dst []match, g gap) []match {
	const equal, alike = 5, 3
	fa, fb := forms(p.a, g.i0, g.i1), forms(p.b, g.j0, g.j1)
	m, n := len(fa), len(fb)
	pairs := make([]int8, m*n)
	best := make([]int16, (m+1)*(n+1)) // of the suffixes
	w := n + 1
	for i := m - 1; i >= 0; i-- {
		hash := p.a.units[int(g.i0)+i].hash
		row, below := best[i*w:(i+1)*w], best[(i+1)*w:(i+2)*w]
		for j := n - 1; j >= 0; j-- {
			b := max(below[j], row[j+1])
			s := int8(0)
			if hash == p.b.units[int(g.j0)+j].hash {
				s = equal
			} else if fa[i].alike(fb[j]) {
				s = alike
			}
			if s > 0 {
				pairs[i*n+j] = s
				b = max(b, below[j+1]+int16(s))
			}
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

func forms(p *page, from, to int32) []*form {
	out := make([]*form, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, p.form(i))
	}
	return out
}
