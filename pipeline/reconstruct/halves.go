package reconstruct

import (
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// likelyWhole is the similarity from which two halves put together are the
// word that another copy has.
const likelyWhole = .85

// halved reports a run of one column that holds half of a word: the word of
// its only group and that group's next (or last) word, put together, are
// what another group has in the neighbour's column. The whole word is right
// unless the halves are words that the corpus knows better.
func (v *view) halved(r *run) bool {
	if r.to-r.from != 1 || len(v.attesters(r.from)) != 1 {
		return false
	}
	w := r.by[0]
	i := v.al.Columns[r.from][w]
	half := v.ws[w].Words[i].Key
	if c := v.columnOf(w, i+1, r.from, 1); c >= 0 {
		other := v.ws[w].Words[i+1].Key
		if v.wholeAt(c, w, half+other, other, min(v.known(half), v.known(other))) {
			return true
		}
	}
	if c := v.columnOf(w, i-1, r.from, -1); c >= 0 {
		other := v.ws[w].Words[i-1].Key
		return v.wholeAt(c, w, other+half, other, min(v.known(half), v.known(other)))
	}
	return false
}

// columnOf returns the column of word i of witness w if it is the next one in
// direction step that the witness has, -1 otherwise.
func (v *view) columnOf(w int, i int32, from, step int) int {
	if i < 0 || int(i) >= len(v.ws[w].Words) {
		return -1
	}
	for c := from + step; c >= 0 && c < v.cols; c += step {
		if x := v.al.Columns[c][w]; x != corpus.Absent {
			if x == i {
				return c
			}
			return -1
		}
	}
	return -1
}

// wholeAt reports whether another group than that of w has the whole word in
// column c, more like it than the half that stands there, and at least as
// well known as the halves.
func (v *view) wholeAt(c, w int, whole, half string, halves int) bool {
	for u := range v.n {
		if v.group[u] == v.group[w] {
			continue
		}
		x := v.at(c, u)
		if x == nil || v.known(x.Key) < min(halves, 2) {
			continue
		}
		if s := token.Similarity(x.Key, whole); s >= likelyWhole && s > token.Similarity(x.Key, half) {
			return true
		}
	}
	return false
}
