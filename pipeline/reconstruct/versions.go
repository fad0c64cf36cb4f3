package reconstruct

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Two versions of an article, of before and after a correction or an update,
// must not be blended into a third that no one wrote. Damage is scattered over
// the copies; what an editor rewrote splits them along the same line again and
// again, into words that are sound on both sides. Where they split so, the
// version that most copies have is rebuilt as if the others were silent at
// these places, and what the others have there stands in the apparatus.

const (
	// leastSplits is the number of places, occasionReach columns apart at the
	// least, that copies must split at in the same way to be of two versions.
	leastSplits = 3
	// leastSplitsAlone is the number where each version has one copy, which
	// cannot be told from damage by the company that it keeps.
	leastSplitsAlone = 5
	occasionReach    = 8
	// crossShare times as many places may split them otherwise, and harmShare
	// times as many may split them so in words that are like each other: copies
	// of a damaged copy have its words in common.
	crossShare = .25
	harmShare  = 2.
	// soundLetters is the number of letters from which damage leaves a word like
	// what it was.
	soundLetters = 5
	// bridged is the number of words in a row that a rewritten passage may have
	// in common with what it was made of.
	bridged = 2
	// splitsTried bounds the places that are compared with each other.
	splitsTried = 400
)

// streamSet is a set of distinct streams, by their numbers.
type streamSet uint64

func (s streamSet) size() int { return bits.OnesCount64(uint64(s)) }

// A split is a place at which two groups of streams have different words.
type split struct {
	col  int
	a, b streamSet
	harm bool // words of one side may be the other's, damaged
}

// A versioned view knows the versions of the article. Main are the streams of
// the one that is rebuilt.
type versioned struct {
	*view
	streams     []int // the first witness of each stream
	stream      []int // of each witness
	main, other streamSet
	least       int // streams of a version
	need        int // places at which they must split
}

// findVersions returns the places at which the copies are of two versions, and
// who is of the one that is not to be rebuilt; no places when they are of one.
func (v *view) findVersions() ([]event, []bool) {
	x := versioned{view: v, stream: make([]int, v.n)}
	for w := range v.n {
		if w == 0 || !v.ws[w].SameWords(v.ws[w-1]) {
			x.streams = append(x.streams, w)
		}
		x.stream[w] = len(x.streams) - 1
	}
	switch n := len(x.streams); {
	case n == 2:
		x.least, x.need = 1, leastSplitsAlone
	case n > 3 && n <= pairwiseMax:
		x.least, x.need = 2, leastSplits
	default:
		return nil, nil
	}
	if !x.takeSides(x.splits()) {
		return nil, nil
	}
	other := make([]bool, v.n)
	for w := range other {
		other[w] = x.other>>x.stream[w]&1 == 1
	}
	return x.events(), other
}

// presentIn and coveringIn are the streams that have a word in column c, and
// those that have a say on it.
func (x *versioned) presentIn(c int) (out streamSet) {
	for _, w := range x.present(c) {
		out |= 1 << x.stream[w]
	}
	return out
}

func (x *versioned) coveringIn(c int) (out streamSet) {
	for s, w := range x.streams {
		if x.covers(w, c) {
			out |= 1 << s
		}
	}
	return out
}

// holders are the streams that have each key of column c.
func (x *versioned) holders(c int) []streamSet {
	p := &x.places[c]
	out := make([]streamSet, len(p.keys))
	for i, w := range p.ws {
		out[p.key[i]] |= 1 << x.stream[w]
	}
	return out
}

// contested reports whether some streams, enough for a version, have one thing
// in column c and some another.
func (x *versioned) contested(c int) bool {
	several := 0
	for _, h := range x.holders(c) {
		if h.size() >= x.least {
			several++
		}
	}
	if several > 0 && (x.coveringIn(c)&^x.presentIn(c)).size() >= x.least {
		several++
	}
	return several > 1
}

// splits finds the places at which two streams or more have the same sound
// words and two or more have others.
func (x *versioned) splits() (out []split) {
	for c := 0; c < x.cols && len(out) < splitsTried; c++ {
		if !x.contested(c) {
			continue
		}
		cols := []int{c}
		for c++; c < x.cols && (x.contested(c) || x.presentIn(c).size() < x.least); c++ {
			if x.contested(c) {
				cols = append(cols, c)
			}
		}
		if s, ok := x.splitAt(cols); ok {
			out = append(out, s)
		}
	}
	return out
}

// splitAt compares what the streams have in contested columns in a row.
func (x *versioned) splitAt(cols []int) (split, bool) {
	type reading struct {
		keys []string
		by   streamSet
		torn bool
	}
	var readings []reading
	for s, w := range x.streams {
		keys, torn := x.wordsAt(cols, w)
		i := slices.IndexFunc(readings, func(r reading) bool { return slices.Equal(r.keys, keys) })
		if i < 0 && len(keys) > 0 {
			i = len(readings)
			readings = append(readings, reading{keys: keys})
		}
		if i >= 0 {
			readings[i].torn = readings[i].torn || torn
			readings[i].by |= 1 << s
		}
	}
	slices.SortStableFunc(readings, func(a, b reading) int { return cmp.Compare(b.by.size(), a.by.size()) })
	if len(readings) < 2 || readings[1].by.size() < x.least {
		return split{}, false
	}
	a, b := readings[0], readings[1]
	harm := a.torn || b.torn || misspelt(a.keys, b.keys)
	return split{cols[0], a.by, b.by, harm}, harm || x.reworded(a.keys, b.keys)
}

// wordsAt returns what a witness has in columns, and whether it is suspected, or
// letters of it were lost or torn out by a sign that stands in no word.
func (x *versioned) wordsAt(cols []int, w int) (keys []string, torn bool) {
	apart := func(gap string) bool {
		return strings.ContainsFunc(gap, whiteRune) || strings.Trim(gap, "'’‘-‐‑–—/.,") == ""
	}
	wit := x.ws[w]
	for _, c := range cols {
		i := x.al.Columns[c].At(w)
		if i == corpus.Absent {
			continue
		}
		keys = append(keys, wit.Words[i].Key)
		torn = torn || x.suspect(w, i) != nil || strings.ContainsFunc(wit.Words[i].Key, isLost) ||
			i > 0 && !apart(wit.Gaps[i]) || int(i)+1 < len(wit.Words) && !apart(wit.Gaps[i+1])
	}
	return keys, torn
}

// misspelt reports whether a word of one reading is like one of the other and not
// the same.
func misspelt(a, b []string) bool {
	return slices.ContainsFunc(a, func(k string) bool {
		return !slices.Contains(b, k) && slices.ContainsFunc(b, func(q string) bool {
			return !slices.Contains(a, q) && !numbers([]string{k, q}) && token.Similarity(k, q) >= token.Likeness
		})
	})
}

// reworded reports whether each of two readings has a sound word that is like
// none of the other: another number, or another word. Letters that were lost
// or decoded wrongly make no such words, nor do signs within numbers.
func (x *versioned) reworded(a, b []string) bool {
	if numbers(a) && numbers(b) {
		return len(a) == len(b) && strings.Join(a, "") != strings.Join(b, "")
	}
	own := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(k string) bool {
			return x.sound(k) && !slices.ContainsFunc(b, func(q string) bool { return token.Similarity(k, q) >= token.Likeness })
		})
	}
	return own(a, b) && own(b, a)
}

// sound reports a word that may be the author's: it is a frequent one, stands in
// other texts, or two copies have it and it is too long to be a damaged one that
// is like no other.
func (x *versioned) sound(key string) bool {
	n := utf8.RuneCountInString(key)
	return n > 1 && (x.isFunction(key) || x.known(key) > 1 || x.least > 1 && n >= soundLetters && x.known(key) >= 0)
}

func numbers(keys []string) bool {
	return !slices.ContainsFunc(keys, func(k string) bool {
		return strings.ContainsFunc(k, func(r rune) bool { return !unicode.IsDigit(r) })
	})
}

// takeSides divides the streams along the line that most splits have in
// common. It reports whether that is the line between two versions.
func (x *versioned) takeSides(all []split) bool {
	var best []int // the side on which each split has its first group: 1 or -1, 0 when it tells nothing
	var most, crossing, harmed occasions
	for _, e := range all {
		var along, cross, harm occasions
		sides := make([]int, len(all))
		for i, f := range all {
			side, crosses := e.compare(f)
			switch {
			case side != 0 && f.harm:
				harm.at(f.col)
			case side != 0:
				sides[i] = side
				along.at(f.col)
			case crosses && !f.harm:
				cross.at(f.col)
			}
		}
		if along.n > most.n {
			most, crossing, harmed, best = along, cross, harm, sides
		}
	}
	if n := float64(most.n); most.n < x.need || float64(crossing.n) > crossShare*n || float64(harmed.n) > harmShare*n {
		return false
	}
	x.divide(all, best)
	return x.main.size() >= x.least && x.other.size() >= x.least
}

// occasions counts places that are not next to each other.
type occasions struct{ n, next int }

func (o *occasions) at(col int) {
	if o.n == 0 || col >= o.next {
		o.n, o.next = o.n+1, col+occasionReach
	}
}

// compare tells how another split divides the streams: along the same line,
// with the first groups on one side (1) or on different sides (-1), or across.
func (e split) compare(f split) (side int, crosses bool) {
	same, swapped := e.a&f.a|e.b&f.b, e.a&f.b|e.b&f.a
	switch {
	case swapped == 0 && e.a&f.a != 0 && e.b&f.b != 0:
		return 1, false
	case same == 0 && e.a&f.b != 0 && e.b&f.a != 0:
		return -1, false
	}
	return 0, same != 0 && swapped != 0
}

// divide puts each stream on the side on which it stands most often. The main
// version is that of most streams, of equals that of most copies, then the
// longer one.
func (x *versioned) divide(all []split, sides []int) {
	votes := make([]int, len(x.streams))
	for i, f := range all {
		for s := range votes {
			votes[s] += sides[i] * (int(f.a>>s&1) - int(f.b>>s&1))
		}
	}
	for s, n := range votes {
		switch {
		case n > 0:
			x.main |= 1 << s
		case n < 0:
			x.other |= 1 << s
		}
	}
	a, b := x.main, x.other
	copiesA, wordsA := x.extentOf(a)
	copiesB, wordsB := x.extentOf(b)
	if cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(copiesB, copiesA), cmp.Compare(wordsB, wordsA), cmp.Compare(a&-a, b&-b)) > 0 {
		x.main, x.other = b, a
	}
}

// extentOf counts the copies that streams have, and the words of the streams.
func (x *versioned) extentOf(set streamSet) (copies, words int) {
	for w, s := range x.stream {
		if set>>s&1 == 0 {
			continue
		}
		copies++
		if x.streams[s] == w {
			words += len(x.ws[w].Words)
		}
	}
	return copies, words
}
