package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// loneScore is the score of a phrase that is all a page has: less than what falls
// where there are no copies.
const loneScore = .85

// doubtLone leaves to the copies a phrase between odd spaces that are typed, if
// nothing else on the page is certain and it fills no template. Who injects seldom
// does it once, and where tags were dropped, one term of a hundred stands so: "opens
// the  Standard Filter  dialog".
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

// doubtful reports a phrase that proves nothing alone.
func (f *phrase) doubtful() bool {
	return f.template == 0 && !f.cast && !f.recurs && f.left != noBreak && f.right != noBreak && f.novel < 3
}
