package spam

import (
	"fmt"

	"github.com/urtext/urtext/pipeline/corpus"
)

// In a script that sets no spaces between its words one stands where something was set
// in. Before a comma with a space before it it tells where the phrase begins, as long as
// the page does not set such spaces elsewhere: many do round words of another script.

// setApart finds the phrases between such a space and a comma with a space before it.
func (p *page) setApart(t *traces, known []*phrase) (out []*phrase) {
	if p.some&spaceless == 0 || t.total[spaceMark] == 0 {
		return nil
	}
	others := 0
	taken := p.taken(known)
	for _, s := range p.sentences {
		for i := s.from + 1; i < s.to && s.prose; i++ {
			if p.setsSpace(i) {
				others++
			}
			if t.right[i] != spaceMark || taken[i] || !p.beforeComma(i+1, s) {
				continue
			}
			if from := p.apartFrom(i, s); from > 0 {
				out = append(out, &phrase{from: from, to: i + 1, in: s, left: apart, right: spaceMark})
			}
		}
	}
	n := float64(len(out))
	t.loose[spaceMark] -= len(out)
	for _, f := range out {
		others -= p.spacesIn(f)
	}
	chance := float64(others*2*maxPhrase) / float64(p.proseSize+1) // that one of the others stands as near before a comma
	for _, f := range out {
		f.artefact = .95 * n / (n + float64(max(t.loose[spaceMark], 0))) * max(0, 1-chance)
		f.evidence = append(f.evidence, corpus.Evidence{Family: corpus.Artefact, Weight: f.artefact, Detail: fmt.Sprintf("stands between %v and %v", f.left, f.right)})
	}
	return out
}

// setsSpace reports a space beside a character of such a script.
func (p *page) setsSpace(i int) bool {
	return p.words[i].is(spaced) && (p.words[i].is(spaceless) || p.words[i-1].is(spaceless))
}

// spacesIn counts such spaces before the words of a phrase.
func (p *page) spacesIn(f *phrase) (n int) {
	for i := f.from; i < f.to; i++ {
		if p.setsSpace(i) {
			n++
		}
	}
	return n
}

// apartFrom is the word before which such a space stands that ends with word i, with no
// mark between; 0 where there is none.
func (p *page) apartFrom(i int, s stretch) int {
	for j := i; j > s.from && i-j < 2*maxPhrase; j-- {
		switch {
		case p.words[j].is(spaced) && p.words[j-1].is(spaceless):
			return j
		case !p.words[j].is(spaced) && p.words[j].start() != p.words[j-1].end():
			return 0
		}
	}
	return 0
}
