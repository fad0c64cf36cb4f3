package reconstruct

import (
	"slices"
)

// Two copies that were cut may both have been given ends, and the ends may be
// of one foreign text. The words on which they then agree are an island: few,
// past a stretch of the article that neither has and at which each breaks off
// in mid-sentence. An island does not make the copies stand there, or they
// would outvote the one that has the article.

// strait is the number of columns without a word of a copy behind which a few
// corroborated words may be an island; farApart how many columns two copies broke off
// apart. Two that lost a passage each, and both from the midst of a sentence, seldom go
// on from one place.
const (
	strait   = 16
	farApart = 6
)

// leaveIslands moves the ends of the extents back from islands.
func (v *view) leaveIslands() {
	coast := make([]int, v.n) // end of the extent without the island
	for w := range v.n {
		coast[w] = v.coast(w)
	}
	v.islander = make([]bool, v.n)
	for w := range v.n {
		v.islander[w] = coast[w] < v.hi[w] && v.stranded(w, coast)
	}
	for w, is := range v.islander {
		if is {
			v.hi[w] = coast[w]
		}
	}
}

// onIsland reports whether all that have a word in column c have it on an island:
// it is of an end that they were given, and not where the article goes on.
func (v *view) onIsland(c int) bool {
	return !slices.ContainsFunc(v.places[c].ws, func(w int) bool { return !v.islander[w] || c < v.hi[w] })
}

// coast returns the column behind the last corroborated word of witness w
// before its island, and the end of its extent when it has none.
func (v *view) coast(w int) int {
	next, n := v.hi[w], 0
	for _, col := range slices.Backward(v.within(w, v.lo[w], v.hi[w])) {
		c := int(col)
		i := v.al.Columns[c].At(w)
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

// stranded reports whether all who agree with witness w from its coast to the
// end of its extent are on their islands there, and one of them broke off far
// from w: who broke off in one place may both go on with the article.
func (v *view) stranded(w int, coast []int) bool {
	apart := false
	for _, col := range v.within(w, coast[w], v.hi[w]) {
		c := int(col)
		x := v.at(c, w)
		for _, u := range v.present(c) {
			if v.at(c, u).Key == x.Key {
				if c < coast[u] {
					return false
				}
				apart = apart || max(coast[u]-coast[w], coast[w]-coast[u]) > farApart
			}
		}
	}
	return apart
}

// beyondAll reports whether column c lies past the extents of all that have a
// word there.
func (v *view) beyondAll(c int) bool {
	return !slices.ContainsFunc(v.places[c].ws, func(w int) bool { return c >= v.lo[w] && c < v.hi[w] })
}
