package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

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
		if w > 0 && len(v.ws[w].Words) >= equalWords && sameWords(v.ws[w-1], v.ws[w]) {
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

func sameWords(a, b *corpus.Witness) bool {
	return slices.EqualFunc(a.Words, b.Words, func(x, y corpus.Word) bool { return x.Key == y.Key })
}

// A reading is what a witness has in a column: a key, or "" for nothing.
type oddReading struct {
	col int
	key string
}

// oddReadings returns for each of the witnesses the readings that at most two
// of them share and at least two others, agreeing, contradict. Of a run of
// them only the first counts: an injected sentence is one event.
func (v *view) oddReadings(streams []int) []map[oddReading]bool {
	out := make([]map[oddReading]bool, v.n)
	last := make([]int, v.n)
	for w := range out {
		out[w] = map[oddReading]bool{}
		last[w] = -2
	}
	for c := range v.cols {
		holders := map[string][]int{}
		for _, w := range streams {
			if !v.covers(w, c) {
				continue
			}
			key := ""
			if x := v.at(c, w); x != nil {
				key = x.Key
			}
			holders[key] = append(holders[key], w)
		}
		if len(holders) < 2 {
			continue
		}
		top := 0
		for _, ws := range holders {
			top = max(top, len(ws))
		}
		for key, ws := range holders {
			if len(ws) > 2 || top <= len(ws) {
				continue
			}
			for _, w := range ws {
				if last[w] < c-1 {
					out[w][oddReading{c, key}] = true
				}
				last[w] = c
			}
		}
	}
	return out
}

func lineage(a, b map[oddReading]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for r := range a {
		if b[r] {
			n++
		}
	}
	return n >= sharedMin && float64(n) >= sharedShare*float64(len(a))
}
