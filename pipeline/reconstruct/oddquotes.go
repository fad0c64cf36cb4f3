package reconstruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Programs write quotes in ways that no author does: twice, or as colons. Copies
// with such quotes are read as if they had plain ones, so that they can say where
// quotes stand; of their form they say little or nothing.

// oddQuotes tells how the quotes of a witness were written before it was mended.
type oddQuotes uint8

const (
	plainQuotes oddQuotes = iota
	doubledQuotes
	colonQuotes
)

// formShare is what the quotes of a copy say of the form of the article's.
func (q oddQuotes) formShare() float64 {
	switch q {
	case doubledQuotes:
		return doubledShare
	case colonQuotes:
		return 0
	}
	return 1
}

// doubledShare is the share of a vote that a doubled form has: what was doubled may
// have been flattened before.
const doubledShare = .5

// mendQuotes gives witnesses with odd quotes plain ones.
func (v *view) mendQuotes() {
	v.odd = make([]oddQuotes, v.n)
	for w, wit := range v.ws {
		if gaps := undouble(wit.Gaps); gaps != nil {
			v.mendGaps(w, gaps, doubledQuotes)
		}
	}
	for w, wit := range v.ws {
		if gaps := v.uncolon(w, wit); gaps != nil {
			v.mendGaps(w, gaps, colonQuotes)
		}
	}
}

// mended reports a gap with quotes of a witness that were written oddly.
func (v *view) mended(x gapVote) bool {
	return v.odd[x.w] != plainQuotes && strings.ContainsAny(x.raw, "\"'")
}

func (v *view) mendGaps(w int, gaps []string, was oddQuotes) {
	mended := *v.ws[w]
	mended.Gaps = gaps
	v.ws[w], v.odd[w], v.forms = &mended, was, nil
}

// undouble returns the gaps of a copy whose double quotes are doubled, and its
// single ones with them, without the second of each; nil of any other.
func undouble(gaps []string) []string {
	twice, all := 0, 0
	for _, g := range gaps {
		twice += strings.Count(g, `""`)
		all += strings.Count(g, `"`)
	}
	if twice == 0 || all > 3*twice { // more than half stand alone
		return nil
	}
	out := slices.Clone(gaps)
	for i, g := range out {
		out[i] = strings.ReplaceAll(strings.ReplaceAll(g, `""`, `"`), "''", "'")
	}
	return out
}

// uncolon returns the gaps of a copy that has colons where another has quotes with
// quotes in their place: those that end no clause, because a space is before and
// none behind them, and what closes them; nil of any other copy.
func (v *view) uncolon(w int, wit *corpus.Witness) []string {
	gaps := wit.Gaps
	if !v.quotesAreColons(w, gaps) {
		return nil
	}
	ends := "\n\n"
	if wit.Broken {
		ends = "\n"
	}
	out := slices.Clone(gaps)
	open := -1
	for i, g := range gaps {
		if at := closingColon(g); open >= 0 && at >= 0 {
			out[open] = strings.TrimSuffix(out[open], ":") + `"`
			out[i] = g[:at] + `"` + g[at+1:]
			open = -1
		}
		if strings.Contains(g, ends) {
			open = -1 // a quotation whose end was lost takes no colon of another paragraph
		}
		if opensWithColon(g) || i == 0 && g == ":" {
			open = i
		}
	}
	return out
}

// quotesAreColons reports a witness that has a colon before a word before which
// another one has a quote.
func (v *view) quotesAreColons(w int, gaps []string) bool {
	if !slices.ContainsFunc(gaps, opensWithColon) {
		return false
	}
	return slices.ContainsFunc(v.colsOf[w], func(c int32) bool {
		return opensWithColon(gaps[v.al.Columns[c].At(w)]) && v.quotedBefore(int(c))
	})
}

// quotedBefore reports whether a witness has a double quote before its word in
// column c.
func (v *view) quotedBefore(c int) (found bool) {
	for _, w := range v.present(c) {
		eachSign(v.ws[w].Gaps[v.al.Columns[c].At(w)], func(class signClass, _, _ int) { found = found || class == doubleQuote })
	}
	return found
}

// opensWithColon reports a colon right before a word, behind white space or a sign
// that opens.
func opensWithColon(gap string) bool {
	before, ok := strings.CutSuffix(gap, ":")
	r, _ := utf8.DecodeLastRuneInString(before)
	return ok && before != "" && (white(r) || unicode.In(r, unicode.Ps, unicode.Pd))
}

// closingColon returns the place of the first colon before the white space of a
// gap; -1 when there is none.
func closingColon(gap string) int {
	closing, _, _ := cutWhite(gap)
	return strings.IndexByte(closing, ':')
}
