package reconstruct

import (
	"slices"
	"strings"
)

// Where a copy breaks off, or begins, in mid-word or in mid-sentence, it tells
// nothing of where the article ends, and its last word is what was left of one.

// readTorn lets the last word of each witness, and the first, that is but a part of
// the word which another has there, behind the same words, attest that one.
func (v *view) readTorn() {
	for w, wit := range v.ws {
		if n := int32(len(wit.Words)); n > 1 && !strings.ContainsFunc(wit.Gaps[n], notWhite) {
			v.readTornAt(w, n-1, -1, strings.HasPrefix)
		}
		if len(wit.Words) > 1 && !strings.ContainsFunc(wit.Gaps[0], notWhite) {
			v.readTornAt(w, 0, 1, strings.HasSuffix)
		}
	}
}

func notWhite(r rune) bool { return !whiteRune(r) }

// readTornAt does so for word i of witness w, whose neighbour is a step away.
func (v *view) readTornAt(w int, i, step int32, partOf func(s, part string) bool) {
	c := v.columnFrom(w, i, int(step))
	if c < 0 {
		return
	}
	inner := v.columnOf(w, i+step, c, int(step))
	if inner < 0 || step > 0 && v.ws[w].Words[i].Surface != strings.ToLower(v.ws[w].Words[i].Surface) {
		return // a word has its capital before the end that is left
	}
	for u, row := range v.al.Columns[c].All() {
		if beyond := row - step; u == w || beyond < 0 || int(beyond) == len(v.ws[u].Words) {
			continue // it ends here too
		}
		whole, part := v.ws[u].Words[row].Key, v.ws[w].Words[i].Key
		if j := v.al.Columns[inner].At(u); j == row+step && whole != part && partOf(whole, part) &&
			v.ws[u].Words[j].Key == v.ws[w].Words[i+step].Key {
			v.keyOf[w][i] = v.keyOf[u][row]
			return
		}
	}
}

// columnFrom returns the column of word i of witness w, looked for from the end of the
// table in direction step; -1 where it has none.
func (v *view) columnFrom(w int, i int32, step int) int {
	c := -1
	if step < 0 {
		c = v.cols
	}
	if c = v.nextOf(w, c, step); c >= 0 && v.al.Columns[c].At(w) == i {
		return c
	}
	return -1
}

// cutShort reports whether witness w stands no farther than amid a sentence, in which
// another goes on: it was cut there, and says nothing of the end of the article, or of
// its beginning.
func (v *view) cutShort(w int, trailing bool) bool {
	if v.short[b2i(trailing)] == nil {
		v.short[b2i(trailing)] = make([]answer, v.n)
	}
	a := &v.short[b2i(trailing)][w]
	if *a == unasked {
		*a = no
		if v.breaksOff(w, trailing) {
			*a = yes
		}
	}
	return *a == yes
}

// breaksOff is cutShort, worked out: the last corroborated word of witness w, or
// its first, is a part of the word that others have, or others go on with its
// sentence beyond it.
func (v *view) breaksOff(w int, trailing bool) bool {
	cols, at := v.colsOf[w], -1
	if trailing {
		at, _ = slices.BinarySearch(cols, int32(v.hi[w]))
		at--
	} else {
		at, _ = slices.BinarySearch(cols, int32(v.lo[w]))
	}
	if at < 0 || at >= len(cols) {
		return false
	}
	c := cols[at]
	if v.places[c].keys[v.keyOf[w][v.al.Columns[c].At(w)]] != v.at(int(c), w).Key {
		return true // in mid-word
	}
	if !v.amidAt(int(c), w, trailing) {
		return false
	}
	some, other := v.goingOn(int(c), trailing)
	return some >= 0 && (some != v.group[w] || other >= 0)
}

// amidAt reports whether another word of the sentence of witness u stands beside the one
// that it has in column c.
func (v *view) amidAt(c, u int, trailing bool) bool {
	return !endsSentence(v.ws[u].Gaps[v.al.Columns[c].At(u)+int32(b2i(trailing))])
}

// goingOn returns two of the groups that go on with a sentence beyond column c, -1 where
// there are none: many copies break off at one.
func (v *view) goingOn(c int, trailing bool) (some, other int) {
	key := [2]int{c, b2i(trailing)}
	if found, ok := v.going[key]; ok {
		return found[0], found[1]
	}
	some, other = -1, -1
	for _, u := range v.places[c].ws {
		i := v.al.Columns[c].At(u) + int32(b2i(trailing))
		if v.group[u] == some || i == 0 || int(i) >= len(v.ws[u].Words) || !v.amidAt(c, u, trailing) || !v.breaksLines(u) ||
			!trailing && !v.goesOnSmall(c) && !v.titledBefore(u, int(i)) {
			continue // and what stands before a title is a site's name
		}
		if some >= 0 {
			other = v.group[u]
			break
		}
		some = v.group[u]
	}
	if v.going == nil {
		v.going = map[[2]int][2]int{}
	}
	v.going[key] = [2]int{some, other}
	return some, other
}

// breaksLines reports whether a witness has line breaks: where none are left what
// stands behind the article is in its line.
func (v *view) breaksLines(u int) bool {
	return slices.ContainsFunc(v.ws[u].Gaps, func(gap string) bool { return strings.Contains(gap, "\n") })
}
