package reconstruct

import (
	"strings"
	"unicode"
)

// Two hands that inject at one place of an article have their insertions laid
// over each other, as if they were readings of one phrase. Sentences that one
// program made of two wares even agree in most of their words.

const (
	// clashLeast is the number of columns in which copies disagree from which they
	// may clash, clashShare the share of a sentence.
	clashLeast, clashShare = 2, .2
	// clashOdds is the odds from which what a copy has there is an insertion.
	clashOdds = 1
)

// splitClashes cuts the clashes out of the runs.
func (v *view) splitClashes() {
	out := make([]run, 0, len(v.runs))
	for _, r := range v.runs {
		from := r.from
		if !v.hands && !v.oneGroup(r.by) {
			for _, x := range v.clashesIn(&r) {
				if x.from > from {
					out = append(out, run{from: from, to: x.from, by: r.by})
				}
				x.clash = true
				out = append(out, x)
				from = x.to
			}
		}
		if r.from = from; from < r.to {
			out = append(out, r)
		}
	}
	v.runs, v.casts = out, nil
}

// clashesIn returns the clashes in a run of several groups, in order: whole
// sentences, and phrases in others.
func (v *view) clashesIn(r *run) (out []run) {
	for from, c := r.from, r.from; c < r.to; c++ {
		if c+1 < r.to && !v.endsAt(c) {
			continue
		}
		sentence := run{from: from, to: c + 1, by: r.by}
		if from = c + 1; v.clash(&sentence) {
			out = append(out, sentence)
			continue
		}
		for b := sentence.from; b < sentence.to; b++ {
			phrase := run{from: b, by: r.by}
			for b < sentence.to && len(v.agreeingAt(b)) == 0 {
				b++
			}
			if phrase.to = b; phrase.to > phrase.from && v.clash(&phrase) {
				out = append(out, phrase)
			}
		}
	}
	return out
}

// endsAt reports whether a sentence ends with column c in some copy.
func (v *view) endsAt(c int) bool {
	return v.behind(c, func(gap string, _ bool) bool {
		at := strings.IndexAny(gap, sentenceStops+"\n")
		return at >= 0 && strings.ContainsFunc(gap[at:], unicode.IsSpace)
	})
}

// clash reports a run in which the groups disagree, and all have what would be
// an insertion if the others lacked it.
func (v *view) clash(r *run) bool {
	n := 0
	for c := r.from; c < r.to; c++ {
		n += b2i(len(v.agreeingAt(c)) == 0)
	}
	if n < clashLeast || float64(n) < clashShare*float64(r.to-r.from) {
		return false
	}
	for _, w := range r.by {
		alone := run{from: r.from, to: r.to, by: []int{w}}
		if odds, _ := v.weighInsertion(&alone, w, v.shape(&alone, w)); odds < clashOdds {
			return false
		}
	}
	return true
}
