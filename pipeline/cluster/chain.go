package cluster

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/rising"
)

// A match pairs unit i of one page with unit j of the other.
type match struct{ i, j int32 }

// anchorsOf returns where shingles of a stand in b. A shingle that stands more
// than twice in one and once in the other says nothing of the place.
func (r *pairRoom) anchorsOf(a, b []place) []match {
	out := r.anchors[:0]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i].hash, b[j].hash
		if x != y {
			i += b2i(x < y) // no branch tells which comes first: it could not be foreseen
			j += b2i(y < x)
			continue
		}
		m, n := run(a[i:]), run(b[j:])
		if m*n <= 4 {
			for _, x := range a[i : i+m] {
				for _, y := range b[j : j+n] {
					out = append(out, match{x.at, y.at})
				}
			}
		}
		i, j = i+m, j+n
	}
	r.anchors = out
	return out
}

// run is the number of places at the head of the list with one hash.
func run(list []place) int {
	n := 1
	for n < len(list) && list[n].hash == list[0].hash {
		n++
	}
	return n
}

// longestChain returns the longest chain of matches that rises in both
// pages. The matches are reordered.
func (r *pairRoom) longestChain(all []match) []match {
	r.sortMatches(all)
	if rises(all) {
		out := r.matches.Take(len(all))
		copy(out, all)
		return out
	}
	risen := rising.LongestIn(&r.rising, len(all), func(k int) int32 { return all[k].j })
	out := r.matches.Take(len(risen))
	for n, k := range risen {
		out[n] = all[k]
	}
	return out
}

// rises reports whether sorted matches are a chain as they are.
func rises(all []match) bool {
	for k := 1; k < len(all); k++ {
		if all[k-1].j >= all[k].j { // of one place in a the later ones in b come first
			return false
		}
	}
	return true
}

// fewPlaces is how many places there may be for each match to sort them by place.
const fewPlaces = 32

// sortMatches sorts matches by their places in a. Where these are few each is
// put to those of its place, and these, hardly more than one, are sorted.
func (r *pairRoom) sortMatches(all []match) {
	last := int32(-1)
	sorted := true
	for k, m := range all {
		last = max(last, m.i)
		sorted = sorted && (k == 0 || all[k-1].i < m.i)
	}
	if sorted {
		return
	}
	if int(last) > fewPlaces*len(all) {
		slices.SortFunc(all, func(x, y match) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(y.j, x.j)) })
		return
	}
	ends := r.numbers.Take(int(last) + 1)
	for _, m := range all {
		ends[m.i]++
	}
	sum := int32(0)
	for i, n := range ends {
		ends[i] = sum
		sum += n
	}
	out := r.matches.Take(len(all))
	for _, m := range all {
		k := ends[m.i]
		ends[m.i]++
		for ; k > 0 && out[k-1].i == m.i && out[k-1].j < m.j; k-- {
			out[k] = out[k-1]
		}
		out[k] = m
	}
	copy(all, out)
}
