package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

// Two copies that were cut may both have been given ends, and the ends may be
// of one foreign text. The words on which they then agree are an island: few,
// past a stretch of the article that neither has and at which each breaks off
// in mid-sentence. An island does not make the copies stand there, or they
// would outvote the one that has the article.

// strait is the number of columns without a word of a copy behind which a few
// corroborated words may be an island.
const strait = 60

// leaveIslands moves the ends of the extents back from islands.
func (v *view) leaveIslands() {
	coast := make([]int, v.n) // end of the extent without the island
	for w := range v.n {
		coast[w] = v.coast(w)
	}
	stranded := func(u, c int) bool { return c >= coast[u] }
	v.islander = make([]bool, v.n)
	for w := range v.n {
		if coast[w] < v.hi[w] && v.onlyWith(w, coast[w], stranded) {
			v.hi[w], v.islander[w] = coast[w], true
		}
	}
}

// onIsland reports whether all that have a word in column c have it on an island,
// and broke off at places far apart: it is of an end that they were given, and
// not where the article goes on.
func (v *view) onIsland(c int) bool {
	first, last := v.cols, 0
	for _, w := range v.places[c].ws {
		if !v.islander[w] || c < v.hi[w] {
			return false
		}
		first, last = min(first, v.hi[w]), max(last, v.hi[w])
	}
	return last-first > strait
}

// coast returns the column behind the last corroborated word of witness w
// before its island, and the end of its extent when it has none.
func (v *view) coast(w int) int {
	next, n := v.hi[w], 0
	for c := v.hi[w] - 1; c >= v.lo[w]; c-- {
		i := v.al.Columns[c][w]
		if i == corpus.Absent {
			continue
		}
		ok := v.vouched(c, w)
		if next-c > strait && ok && !endsSentence(v.ws[w].Gaps[i+1]) {
			return c + 1
		}
		if !ok {
			continue // foreign words between the coast and the island
		}
		if n++; n >= firmWindow {
			break
		}
		next = c
	}
	return v.hi[w]
}

// onlyWith reports whether all who agree with witness w from column from to
// the end of its extent are stranded there.
func (v *view) onlyWith(w, from int, stranded func(u, c int) bool) bool {
	for c := from; c < v.hi[w]; c++ {
		x := v.at(c, w)
		if x == nil {
			continue
		}
		for u := range v.n {
			if y := v.at(c, u); y != nil && y.Key == x.Key && !stranded(u, c) {
				return false
			}
		}
	}
	return true
}
