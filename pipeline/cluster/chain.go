package cluster

import "github.com/urtext/urtext/pipeline/rising"

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
	sortMatches(all)
	risen := rising.Longest(len(all), func(k int) int32 { return all[k].j })
	out := make([]match, len(risen))
	for n, k := range risen {
		out[n] = all[k]
	}
	return out
}

// sortMatches sorts matches by their places in a, which are few: first each is
// put to those of its place, then these, hardly more than one, are sorted.
func sortMatches(all []match) {
	last := int32(-1)
	sorted := true
	for k, m := range all {
		last = max(last, m.i)
		sorted = sorted && (k == 0 || all[k-1].i < m.i)
	}
	if sorted {
		return
	}
	ends := make([]int32, last+1)
	for _, m := range all {
		ends[m.i]++
	}
	sum := int32(0)
	for i, n := range ends {
		ends[i] = sum
		sum += n
	}
	out := make([]match, len(all))
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
