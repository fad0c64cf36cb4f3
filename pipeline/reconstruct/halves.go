package reconstruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// likelyWhole is the similarity from which two halves put together are the
// word that another copy has.
const likelyWhole = .85

// halved decides on a run of one column that holds half of a word: the word of
// its only group and that group's next (or last) word, put together, are
// what another group has in the neighbour's column. The whole word is right
// unless the halves are words that the corpus knows better, or stand in a copy so much
// sounder that the other lost a space. It reports whether the run is such a case.
func (v *view) halved(r *run) bool {
	if r.to-r.from != 1 || v.attesters(r.from) != 1 {
		return false
	}
	w := r.by[0]
	i := v.al.Columns[r.from].At(w)
	half := v.ws[w].Words[i].Key
	if c := v.columnOf(w, i+1, r.from, 1); c >= 0 {
		other := v.ws[w].Words[i+1].Key
		if v.wholeAt(r, c, half+other, other, v.leastWhole(half, other)) {
			return true
		}
	}
	if c := v.columnOf(w, i-1, r.from, -1); c >= 0 {
		other := v.ws[w].Words[i-1].Key
		return v.wholeAt(r, c, other+half, other, v.leastWhole(half, other))
	}
	return false
}

// leastWhole is how well a word must be known of which these are halves: as well as
// they, or better where one is a word by itself that stands beside any other, since a
// copy may have lost the space.
func (v *view) leastWhole(a, b string) int {
	return min(v.known(a), v.known(b), 2) + b2i(v.isFunction(a) || v.isFunction(b))
}

// columnOf returns the column of word i of witness w if it is the next one in
// direction step that the witness has, -1 otherwise.
func (v *view) columnOf(w int, i int32, from, step int) int {
	if i < 0 || int(i) >= len(v.ws[w].Words) {
		return -1
	}
	if c := v.nextOf(w, from, step); c >= 0 && v.al.Columns[c].At(w) == i {
		return c
	}
	return -1
}

// wholeAt decides on a run if another group has the whole word in column c, more like
// it than the half that stands there, and at least so well known. Of two copies the
// sounder one is right if it is no better known: a damaged one loses spaces, too.
func (v *view) wholeAt(r *run, c int, whole, half string, least int) bool {
	p, w := &v.places[c], r.by[0]
	tried := make([]bool, len(p.keys))
	for i, u := range p.ws {
		if v.group[u] == v.group[w] || tried[p.key[i]] {
			continue
		}
		tried[p.key[i]] = true
		key := p.keys[p.key[i]]
		if s := token.Similarity(key, whole); s < likelyWhole || s <= token.Similarity(key, half) || v.known(key) < least {
			continue
		}
		if v.known(key) == least && v.weight[w] > v.weight[u]+knownBonus && p.backed[p.key[i]] == 1 {
			r.keepAs(RuleSplit, .8)
			v.forced[c] = half
			return true
		}
		r.drop(RuleSplit, .9, corpus.KindSpace, "witness: half of a word that another copy has whole")
		v.forced[c] = key
		return true
	}
	return false
}

// gluedMax is the number of words up to which a run may be part of a word.
const gluedMax = 3

// glued decides on a run that its only witness writes together with the next
// or the last word, where another group has one word for both: the token of
// the one stands against the token of the other ("brother-in-law" against
// "brotherinlaw", "M&uumlhe" against "Mühe"). It reports whether the run is
// such a case; the better token is forced on the shared column.
func (v *view) glued(r *run, attest int) bool {
	if r.to-r.from > gluedMax || attest != 1 {
		return false
	}
	w := r.by[0]
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	for c := r.from; c < r.to; c++ {
		letter, _ := utf8.DecodeRuneInString(v.at(c, w).Key)
		if !unicode.IsLetter(letter) || token.Spaceless(letter) || c > r.from && !v.together(w, v.al.Columns[c].At(w)) {
			return false
		}
	}
	if c := v.columnOf(w, last+1, r.to-1, 1); c >= 0 && v.together(w, last+1) && v.contest(r, w, c, v.firstWhite) {
		return true
	}
	c := v.columnOf(w, first-1, r.from, -1)
	return c >= 0 && v.together(w, first) && v.contest(r, w, c, v.lastWhite)
}

// together reports whether no white space stands before word i of witness w.
func (v *view) together(w int, i int32) bool {
	gap := v.ws[w].Gaps[i]
	return gap != "" && !strings.ContainsFunc(gap, whiteRune)
}

// firstWhite and lastWhite report whether the gap before (behind) word i of
// witness u is white or at the end of the text.
func (v *view) firstWhite(u int, i int32) bool {
	return i == 0 || strings.ContainsFunc(v.ws[u].Gaps[i], whiteRune)
}

func (v *view) lastWhite(u int, i int32) bool {
	return int(i)+1 == len(v.ws[u].Words) || strings.ContainsFunc(v.ws[u].Gaps[i+1], whiteRune)
}

// joiners are the signs that join the parts of a token.
const joiners = "'’-‐‑·"

// joinerBonus is what it weighs that the parts of a token are joined by the
// signs that join words: a copy loses an apostrophe more easily than it gains
// one. Any other sign inside a word is damage.
const joinerBonus = 1.2

// joined reports whether apostrophes or hyphens join the run and the word in
// column c of witness w, and no line ended there: that is a hyphenation.
func (v *view) joined(r *run, w, c int) bool {
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	i := v.al.Columns[c].At(w)
	for j := min(first, i) + 1; j <= max(last, i); j++ {
		if strings.Trim(v.ws[w].Gaps[j], joiners) != "" || v.ws[w].Wrapped != nil && v.ws[w].Wrapped[j] {
			return false
		}
	}
	return true
}

// hyphenatedLeast is the number of words that a copy has in two halves joined by a
// hyphen, where others have them whole, from which it was hyphenated at the ends of its
// lines.
const hyphenatedLeast = 2

// hyphenated reports whether witness w was.
func (v *view) hyphenated(w int) bool {
	if v.broken == nil {
		v.broken = make([]int, v.n)
		for u := range v.n {
			v.broken[u] = v.hyphensIn(u)
		}
	}
	return v.broken[w] >= hyphenatedLeast
}

func (v *view) hyphensIn(w int) (n int) {
	wit := v.ws[w]
	for at, c := range v.colsOf[w] {
		i := v.al.Columns[c].At(w)
		if i == 0 || at == 0 || wit.Gaps[i] != "-" {
			continue
		}
		whole := wit.Words[i-1].Key + wit.Words[i].Key
		is := func(c int32) bool { return slices.Contains(v.places[c].keys, whole) }
		n += b2i(is(c) || is(v.colsOf[w][at-1]))
	}
	return n
}

// contest weighs the token of witness w, of which the run is a part, against
// the words that others have in column c, free on the side of the run.
func (v *view) contest(r *run, w, c int, free func(u int, i int32) bool) bool {
	mine := v.at(c, w).Key
	parts := v.known(mine)
	for _, k := range v.keysOf(r) {
		parts = min(parts, v.known(k))
	}
	ours := v.weight[w] + knownBonus*float64(parts)
	if v.joined(r, w, c) && !v.hyphenated(w) {
		ours += joinerBonus
	} else {
		ours -= joinerBonus
	}
	theirs, key := 0.0, ""
	seen := map[int]bool{}
	for _, u := range v.present(c) {
		x := v.at(c, u)
		if v.group[u] == v.group[w] || seen[v.group[u]] || x.Key == mine || !free(u, v.al.Columns[c].At(u)) {
			continue
		}
		seen[v.group[u]] = true
		theirs += v.weight[u]
		if key == "" || v.known(x.Key) > v.known(key) {
			key = x.Key
		}
	}
	if key == "" {
		return false
	}
	if theirs += knownBonus * float64(v.known(key)); theirs >= ours {
		r.drop(RuleSplit, .8, corpus.KindSpace, "witness: part of a word that another copy has whole")
		v.forced[c] = key
		return true
	}
	r.keepAs(RuleSplit, .8)
	v.forced[c] = mine
	return true
}

// sinkFragments drops what is left of a token of which the rest was dropped:
// in every copy that has the run it is written together with dropped words,
// and with no kept one.
func (v *view) sinkFragments() {
	for i := range v.runs {
		r := &v.runs[i]
		fragment := r.keep
		for _, w := range r.by {
			fragment = fragment && v.oneToken(r, w) && v.leftOver(r, w)
		}
		if fragment {
			r.drop(RuleSplit, .8, v.kindOf(r), "witness: the rest of a token that was dropped")
		}
	}
}

// oneToken reports whether witness w writes the words of the run together.
func (v *view) oneToken(r *run, w int) bool {
	for c := r.from + 1; c < r.to; c++ {
		if !v.together(w, v.al.Columns[c].At(w)) {
			return false
		}
	}
	return true
}

// leftOver reports whether the run is written together with dropped words of
// witness w and with no kept ones.
func (v *view) leftOver(r *run, w int) bool {
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	dropped := false
	if first > 0 && v.together(w, first) {
		c := v.columnOf(w, first-1, r.from, -1)
		if c < 0 || v.verdict[c].keep {
			return false
		}
		dropped = true
	}
	if int(last)+1 < len(v.ws[w].Words) && v.together(w, last+1) {
		c := v.columnOf(w, last+1, r.to-1, 1)
		if c < 0 || v.verdict[c].keep {
			return false
		}
		dropped = true
	}
	return dropped
}
