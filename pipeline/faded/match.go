package faded

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/rising"
)

// Limits of the matching.
const (
	rounds    = 4  // chains: the text, and passages that moved
	reach     = 8  // runs that one text may have where the other has others
	resumes   = 12 // bits that the runs tell where two texts go on together
	weakMost  = 2  // pairs that are taken back where two texts part
	mostPlace = 4  // pairs of places of one window that are looked at
)

// A matching pairs the runs of two texts.
type matching struct {
	a, b   *Text
	of     []int32 // run of a to run of b, or -1
	taken  []bool  // runs of b
	fitter fitter
}

// match pairs the runs of a with those of b. It costs n log n in the number
// of runs.
func match(a, b *Text) *matching {
	m := &matching{a: a, b: b, of: make([]int32, len(a.runs)), taken: make([]bool, len(b.runs))}
	for i := range m.of {
		m.of[i] = -1
	}
	// Windows know nothing of the letters that were not lost.
	all := slices.DeleteFunc(seeds(a.windows, b.windows), func(p pair) bool {
		_, ok := m.fit(p)
		return !ok
	})
	for range rounds {
		all = slices.DeleteFunc(all, func(p pair) bool { return m.of[p.i] >= 0 || m.taken[p.j] })
		risen := longestRising(all)
		if len(risen) == 0 {
			break
		}
		m.extend(risen)
	}
	return m
}

// A pair is a run of a and one of b.
type pair struct{ i, j int32 }

// seeds lists where windows of a stand in b.
func seeds(a, b []window) []pair {
	var out []pair
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0].hash, b[0].hash); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			m, n := same(a), same(b)
			if m*n <= mostPlace {
				for _, x := range a[:m] {
					for _, y := range b[:n] {
						out = append(out, pair{x.at, y.at})
					}
				}
			}
			a, b = a[m:], b[n:]
		}
	}
	return out
}

func same(list []window) int {
	n := 1
	for n < len(list) && list[n].hash == list[0].hash {
		n++
	}
	return n
}

// longestRising returns the longest chain of pairs that rises in both texts. The
// pairs are reordered.
func longestRising(all []pair) []pair {
	slices.SortFunc(all, func(x, y pair) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(y.j, x.j)) })
	risen := rising.Longest(len(all), func(k int) int32 { return all[k].j })
	out := make([]pair, len(risen))
	for n, k := range risen {
		out[n] = all[k]
	}
	return out
}

// extend goes on from each seed of a chain, forwards up to the next and, from
// the next, back.
func (m *matching) extend(chain []pair) {
	end := pair{int32(len(m.a.runs)), int32(len(m.b.runs))}
	m.walk(chain[0], pair{-1, -1}, -1)
	for k, p := range chain {
		next := end
		if k+1 < len(chain) {
			next = chain[k+1]
		}
		if m.of[p.i] == p.j {
			p = pair{p.i + 1, p.j + 1}
		}
		if last := m.walk(p, next, 1); k+1 < len(chain) && last != next {
			m.walk(pair{next.i - 1, next.j - 1}, pair{last.i - 1, last.j - 1}, -1)
		}
	}
}

// walk pairs runs from p on, p included, in steps of 1 or -1, up to the bound
// and not beyond what is paired already. It returns where it stopped.
func (m *matching) walk(p, bound pair, step int32) pair {
	for m.open(p, bound, step) {
		if _, ok := m.fit(p); ok {
			m.of[p.i], m.taken[p.j] = p.j, true
			p = pair{p.i + step, p.j + step}
			continue
		}
		q, ok := m.resume(p, bound, step)
		if !ok || q.i-p.i != q.j-p.j {
			m.retract(p, step)
		}
		if !ok {
			break
		}
		p = q
	}
	return p
}

// retract takes back the last pairs before p, where the texts part, that tell
// of nothing but a length: the next word is as long as it may by chance.
func (m *matching) retract(p pair, step int32) {
	for range weakMost {
		p = pair{p.i - step, p.j - step}
		if p.i < 0 || p.j < 0 || int(p.i) >= len(m.of) || m.of[p.i] != p.j {
			return
		}
		if f, _ := m.fit(p); f.bits >= lengthBits+letterBits {
			return
		}
		m.of[p.i], m.taken[p.j] = -1, false
	}
}

// open reports whether both runs of p stand before the bound and are free.
func (m *matching) open(p, bound pair, step int32) bool {
	if p.i < 0 || p.j < 0 || int(p.i) >= len(m.of) || int(p.j) >= len(m.taken) {
		return false
	}
	return (bound.i-p.i)*step > 0 && (bound.j-p.j)*step > 0 && m.of[p.i] < 0 && !m.taken[p.j]
}

func (m *matching) fit(p pair) (fit, bool) {
	a, b := m.a.runs[p.i], m.b.runs[p.j]
	return m.fitter.fits(m.a.text[a.start:a.end], m.b.text[b.start:b.end])
}

// resume looks for the nearest place from which on the texts go on together
// again.
func (m *matching) resume(p, bound pair, step int32) (pair, bool) {
	for skip := int32(1); skip <= 2*reach; skip++ {
		for di := max(0, skip-reach); di <= min(skip, reach); di++ {
			q := pair{p.i + di*step, p.j + (skip-di)*step}
			if m.goesOn(q, bound, step) {
				return q, true
			}
		}
	}
	return p, false
}

// goesOn reports whether the runs from q on tell that the texts are the same
// there, or lead to where they are.
func (m *matching) goesOn(q, bound pair, step int32) bool {
	bits := 0.0
	for m.open(q, bound, step) {
		f, ok := m.fit(q)
		if !ok {
			return false
		}
		if bits += f.bits; bits >= resumes {
			return true
		}
		q = pair{q.i + step, q.j + step}
	}
	return q == bound
}
