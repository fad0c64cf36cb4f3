package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// loneScore is the score of a phrase that is all a page has: less than what falls
// where there are no copies.
const loneScore = .85

// doubtLone leaves to the copies a doubtful phrase between odd spaces if nothing else
// on the page is certain. Who injects seldom does it once, and where tags were dropped
// one term of a hundred stands so: "opens the  Standard Filter  dialog".
func (p *page) doubtLone(found []corpus.Proposal) []corpus.Proposal {
	i := slices.IndexFunc(found, isCut)
	if i < 0 || slices.ContainsFunc(found[i+1:], isCut) {
		return found
	}
	q := &found[i]
	for _, f := range p.suspected {
		if start, end, _ := p.excise(f); start == q.Start && end == q.End && f.doubtful() {
			q.Verdict, q.Score = corpus.Flag, loneScore
		}
	}
	return found
}

// doubtful reports a phrase that proves nothing alone: one of a line that is no prose, as
// the heads of columns are, or a short one between typed spaces.
func (f *phrase) doubtful() bool {
	if f.template > 0 || f.cast || f.recurs {
		return false
	}
	return !f.in.prose || f.left != noBreak && f.right != noBreak && f.novel < 3
}
