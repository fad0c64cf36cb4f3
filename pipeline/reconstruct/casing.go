package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What converts a text to capitals, to small letters or to words with capitals
// converts all of it. Such a copy says nothing about where the article has them.

const (
	leastCased  = 40   // words that can tell
	levelShare  = .95  // of them, with a capital
	levelledSay = .001 // of a vote on casing
	leastRaised = .02  // of the words of another copy, with a capital where this one has none
	raisedLine  = 3    // words of a line in capitals
	raisedSay   = .3   // of a vote on casing there: a style sheet sets headings so, and nobody takes it back
)

// A casing counts the words of a copy that have a capital and a small form.
type casing struct{ words, small int }

func casingOf(wit *corpus.Witness) (k casing) {
	for i := range wit.Words {
		s := wit.Words[i].Surface
		first, n := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		if n == len(s) || unicode.ToUpper(last) == unicode.ToLower(last) || unicode.ToUpper(first) == unicode.ToLower(first) {
			continue
		}
		k.words++
		k.small += b2i(!unicode.IsUpper(first) && !unicode.IsUpper(last))
	}
	return k
}

// findLevelled finds the copies that were converted to one case: nearly all
// words have capitals, or none has where other copies have some.
func (v *view) findLevelled() {
	v.levelled = make([]bool, v.n)
	cased := make([]casing, v.n)
	raised := false // some copy has capitals as texts have them
	for w, wit := range v.ws {
		cased[w] = casingOf(wit)
		k := &cased[w]
		raise := float64(k.words - k.small)
		v.levelled[w] = k.words >= leastCased && raise >= levelShare*float64(k.words)
		raised = raised || !v.levelled[w] && raise > leastRaised*float64(k.words)
	}
	for w, k := range cased {
		v.levelled[w] = v.levelled[w] || raised && k.words >= leastCased && k.small == k.words
	}
}

// findRaised marks the words of each copy that stand in lines in capitals.
func (v *view) findRaised() {
	v.raised = make([]bitset, v.n)
	for w, wit := range v.ws {
		for from, to := 0, 0; from < len(wit.Words); from = to {
			capitals, small := 0, false
			for to = from; to < len(wit.Words) && (to == from || !strings.Contains(wit.Gaps[to], "\n")); to++ {
				if s := wit.Words[to].Surface; !small {
					small = strings.ContainsFunc(s, unicode.IsLower)
					capitals += b2i(utf8.RuneCountInString(s) > 1 && strings.ContainsFunc(s, unicode.IsUpper))
				}
			}
			if small || capitals < raisedLine {
				continue
			}
			if v.raised[w] == nil {
				v.raised[w] = newBitset(len(wit.Words))
			}
			for i := from; i < to; i++ {
				v.raised[w].add(i)
			}
		}
	}
}
