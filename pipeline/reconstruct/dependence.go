package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

const (
	// sharedMin odd readings in common, and sharedShare of the fewer, make
	// two witnesses one lineage.
	sharedMin   = 4
	sharedShare = .4
	// equalWords is the length from which two copies are equal because one is
	// made of the other. A sentence that two have alike is right in both.
	equalWords = 50
	// pairwiseMax bounds the witnesses compared pair by pair; beyond it only
	// equal streams share a vote.
	pairwiseMax = 64
)

// depend groups witnesses that come from one damaged parent: those with the
// same words, and those that share readings which most others contradict. It
// reports whether there are any.
func (v *view) depend() bool {
	parent := make([]int, v.n)
	for w := range parent {
		parent[w] = w
	}
	find := func(w int) int {
		for parent[w] != w {
			w = parent[w]
		}
		return w
	}
	join := func(a, b int) {
		a, b = find(a), find(b)
		parent[max(a, b)] = min(a, b)
	}
	var streams []int    // the first witness of each
	for w := range v.n { // equal streams are neighbours in content order
		if w > 0 && len(v.ws[w].Words) >= equalWords && v.ws[w].SameWords(v.ws[w-1]) {
			join(w-1, w)
		} else {
			streams = append(streams, w)
		}
	}
	if len(streams) > 2 && len(streams) <= pairwiseMax {
		odd := v.oddReadings(streams)
		for i, a := range streams {
			for _, b := range streams[i+1:] {
				if find(a) != find(b) && lineage(odd[a], odd[b]) {
					join(a, b)
				}
			}
		}
	}
	ids := map[int]int{}
	for w := range v.n {
		r := find(w)
		if _, ok := ids[r]; !ok {
			ids[r] = len(ids)
		}
		v.group[w] = ids[r]
	}
	if v.groups = len(ids); v.groups == v.n {
		return false
	}
	v.regroup()
	return true
}

// An oddReading is what a witness has in a column: the place of its key among
// those of the column, or noKey.
type oddReading struct {
	col int
	key int32
}

const noKey int32 = -1

// oddReadings returns for each of the witnesses, by columns, the readings that
// at most two of them share and at least two others, agreeing, contradict. Of a
// run of them only the first counts: an injected sentence is one event.
func (v *view) oddReadings(streams []int) [][]oddReading {
	out := make([][]oddReading, v.n)
	last := make([]int, v.n)
	for w := range last {
		last[w] = -2
	}
	var held []int // how many have each key, none of them first
	for c := range v.cols {
		held = append(held[:0], make([]int, len(v.places[c].keys)+1)...)
		kinds, top := 0, 0
		for _, w := range streams {
			if v.covers(w, c) {
				h := &held[v.keyAt(c, w)+1]
				if *h++; *h == 1 {
					kinds++
				}
				top = max(top, *h)
			}
		}
		if kinds < 2 {
			continue
		}
		for _, w := range streams {
			key := v.keyAt(c, w)
			if n := held[key+1]; n > 2 || top <= n || !v.covers(w, c) {
				continue
			}
			if last[w] < c-1 {
				out[w] = append(out[w], oddReading{c, key})
			}
			last[w] = c
		}
	}
	return out
}

// keyAt is the place of the key of witness w among those of column c, noKey when
// it has none.
func (v *view) keyAt(c, w int) int32 {
	i := v.al.Columns[c].At(w)
	if i == corpus.Absent {
		return noKey
	}
	return v.keyOf[w][i]
}

func lineage(a, b []oddReading) bool {
	few, n := min(len(a), len(b)), 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].col < b[0].col:
			a = a[1:]
		case a[0].col > b[0].col:
			b = b[1:]
		default:
			n += b2i(a[0].key == b[0].key)
			a, b = a[1:], b[1:]
		}
	}
	return n >= sharedMin && float64(n) >= sharedShare*float64(few)
}
