package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Phrases are weighed before sentences are, and those that were injected speak of the
// same wares: they vouch for the phrases. What they say is not the page's, so once
// they are certain, the phrases between odd spaces that they acquitted are weighed
// again without them.

// reweigh decides again on the phrases that are not certain, where something else is
// that they were weighed against.
func (p *page) reweigh(found []corpus.Proposal) (out []corpus.Proposal) {
	if !slices.ContainsFunc(found, isCut) {
		return nil
	}
	var open []*phrase
	cut := p.flags.Take(len(p.words))
	for from, to := range p.cuts(found) {
		for i := from; i < to; i++ {
			cut[i] = true
		}
	}
	for _, f := range p.suspected {
		if f.artefact >= strong && !cut[f.from] && !cut[f.to-1] {
			open = append(open, f)
		}
	}
	if len(open) == 0 {
		return nil
	}
	p.recount(cut)
	for _, f := range open {
		f.evidence = slices.DeleteFunc(f.evidence, func(e corpus.Evidence) bool { return e.Family == corpus.Semantics })
		f.semantics = 0
		p.weighPhrase(f)
		if q, ok := p.decide(f); ok && isCut(q) {
			out = append(out, q)
		}
	}
	return out
}

// recount counts what the prose speaks of, what is certain and what is suspect left out.
func (p *page) recount(cut []bool) {
	for _, f := range p.suspected {
		for i := f.from; i < f.to && f.suspect(); i++ {
			cut[i] = true
		}
	}
	clear(p.inProse)
	for _, l := range p.lines {
		for i := l.from; i < l.to && l.prose; i++ {
			if !cut[i] && p.words[i].is(content) {
				p.inProse[p.words[i].stem]++
			}
		}
	}
}
