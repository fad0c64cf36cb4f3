package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// loneScore is the score of a phrase that is all a page has: less than what falls
// where there are no copies.
const loneScore = .85

// lone gives the only thing that is certain, if it is a doubtful phrase between odd
// spaces. Who injects seldom does it once, and where tags were dropped one term of a
// hundred stands so: "opens the  Standard Filter  dialog".
func (p *page) lone(found []corpus.Proposal) *corpus.Proposal {
	i := slices.IndexFunc(found, isCut)
	if i < 0 || slices.ContainsFunc(found[i+1:], isCut) {
		return nil
	}
	q := &found[i]
	for _, f := range p.suspected {
		if start, end, _ := p.excise(f); start == q.Start && end == q.End && f.doubtful() {
			return q
		}
	}
	return nil
}

// doubtLone leaves such a phrase to the copies.
func (p *page) doubtLone(found []corpus.Proposal) []corpus.Proposal {
	if q := p.lone(found); q != nil {
		q.Verdict, q.Score = corpus.Flag, loneScore
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
