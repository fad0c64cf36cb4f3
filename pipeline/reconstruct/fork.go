package reconstruct

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Where a copy breaks off in mid-sentence, and was given another end, the copies
// fork: at most one goes on as the article does.

// beatenTail reports a trailing flank that begins in mid-sentence at a place
// where another group goes on at greater length: at most one continuation of
// a broken sentence is right.
func (v *view) beatenTail(r *run, w int) bool {
	if !v.trailing(r, w) || v.hi[w] == 0 {
		return false
	}
	if v.beaten == nil {
		v.beaten = make([]answer, v.n)
	}
	if v.beaten[w] == unasked {
		v.beaten[w] = no
		if v.beatenAt(w, v.hi[w]-1) {
			v.beaten[w] = yes
		}
	}
	return v.beaten[w] == yes
}

// An answer is given once for all runs.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// mostForks is the number of witnesses up to which each that ends with a sentence is laid
// beside all others: of more, enough go on.
const mostForks = 64

// beatenAt reports whether another group goes on at greater length where witness
// w breaks off in mid-sentence, behind column end.
func (v *view) beatenAt(w, end int) bool {
	i := v.al.Columns[end].At(w)
	if i == corpus.Absent || int(i)+1 >= len(v.ws[w].Words) {
		return false
	}
	whole := endsSentence(v.ws[w].Gaps[i+1]) // it broke off in the first word of the next, if it did
	if whole && v.n > mostForks {
		return false
	}
	mine := v.continuation(w, end)
	for u := range v.n {
		if v.group[u] == v.group[w] || v.lo[u] > end {
			continue // of the same hand, or a later page, which continues nothing here
		}
		if v.hi[u] < v.hi[w]-borderSlack {
			continue
		}
		theirs := v.continuation(u, end)
		if whole && mine.torn(theirs) < mostTorn {
			continue
		}
		odds := theirs.over(mine)
		if v.hi[u] > v.hi[w]+borderSlack {
			odds += math.Ln2
		}
		if odds > math.Ln2 {
			return true
		}
	}
	return false
}

// A continuation is what a witness has behind the column at which others break
// off.
type continuation struct {
	words    int
	cohesion float64 // share of its content words whose stem the article has
	known    int     // how well known the first word is: a splice blends two
	first    []firstWord
}

// A firstWord is one of the words with which a continuation begins.
type firstWord struct {
	key      string
	known    int
	function bool
}

// What a cohesion of one and a grade of knowledge weigh beside the logarithm of
// the length.
const (
	oddsCohering = 3
	oddsKnown    = .7
	oddsTorn     = .8 // of each letter of a word that was torn, up to four
)

// over weighs one continuation against another, in log odds.
func (x continuation) over(y continuation) float64 {
	if x.words == 0 {
		return math.Inf(-1)
	}
	return math.Log(float64(x.words)/float64(max(y.words, 1))) + oddsCohering*(x.cohesion-y.cohesion) +
		oddsKnown*float64(min(2, max(-2, x.known-y.known))) + oddsTorn*float64(y.torn(x)-x.torn(y))
}

// torn is the number of letters that are left, four at most, of a word with
// which y goes on: a first word of x is that much of it, or blends that much
// with a word that was spliced to it and is known nowhere.
func (x continuation) torn(y continuation) int {
	most := 0
	for _, a := range x.first {
		for _, b := range y.first {
			n := commonPrefix(a.key, b.key)
			whole := n == utf8.RuneCountInString(a.key)
			if n >= leastTorn && n < utf8.RuneCountInString(b.key) && (whole && !a.function || !whole && a.known <= 0) {
				most = max(most, n)
			}
		}
	}
	return min(most, mostTorn)
}

const (
	// A torn word is among so many: the others may have lost one before it.
	tornWords = 2
	// From so many letters on it is known, and so many tell.
	leastTorn, mostTorn = 2, 4
)

// commonPrefix is the number of letters with which both words begin.
func commonPrefix(a, b string) int {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n++
	}
	return n
}

// continuation reads the words of witness w in columns behind c.
func (v *view) continuation(w, c int) (x continuation) {
	kin, content := 0, 0
	for c++; c < v.cols; c++ {
		word := v.at(c, w)
		if word == nil {
			continue
		}
		if x.words++; x.words == 1 {
			x.known = v.known(word.Key)
		}
		if x.words <= tornWords {
			x.first = append(x.first, firstWord{word.Key, v.known(word.Key), v.isFunction(word.Key)})
		}
		if v.content(word.Key) {
			content++
			kin += b2i(v.stemCount(stem(word.Key)) > 0)
		}
	}
	x.cohesion = float64(kin) / float64(max(content, 1))
	return x
}
