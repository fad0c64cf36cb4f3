package cluster

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/rising"
)

// A match pairs unit i of one page with unit j of the other.
type match struct{ i, j int32 }

// anchors returns where shingles of a stand in b. A shingle that stands more
// than twice in one and once in the other says nothing of the place.
func anchors(a, b []place) []match {
	var out []match
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].hash < b[j].hash:
			i++
		case a[i].hash > b[j].hash:
			j++
		default:
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
	}
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
func longestChain(all []match) []match {
	slices.SortFunc(all, func(x, y match) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(y.j, x.j)) })
	risen := rising.Longest(len(all), func(k int) int32 { return all[k].j })
	out := make([]match, len(risen))
	for n, k := range risen {
		out[n] = all[k]
	}
	return out
}
