package spam

import "github.com/urtext/urtext/pipeline/corpus"

// Whole paragraphs are injected too, and only some of their sentences show it.
// A paragraph of which a sentence is certain, and of which every sentence
// names a ware or has a sign of its own, is of one hand.

// paragraphs takes into the campaign the sentences that stand in a paragraph
// with what is certain, where all are of one hand.
func (c *campaign) paragraphs() (grown bool) {
	for k, i := 0, 0; i < len(c.p.sentences); i = k {
		for k = i; k < len(c.p.sentences) && c.p.sentences[k].line == c.p.sentences[i].line; k++ {
		}
		if k-i > 1 && c.ofOneHand(c.p.sentences[i:k]) {
			for _, s := range c.p.sentences[i:k] {
				if u := (&suspect{stretch: s, kind: sentenceSuspect, taken: true}); !c.covered(u) {
					u.signs = []corpus.Evidence{{Family: corpus.Layout, Weight: .6, Detail: "stands in a paragraph with what was injected"}}
					c.suspects = append(c.suspects, u)
					setAll(c.cut, s)
					grown = true
				}
			}
		}
	}
	return grown
}

// ofOneHand reports a paragraph with sentences that are certain, a fifth of it
// or more, of which each other one names a ware or is a suspect by itself, and
// shares hardly a word with the rest.
func (c *campaign) ofOneHand(sentences []stretch) bool {
	sure, words := 0, 0
	var all suspect
	for _, s := range sentences {
		words += s.words()
		u := &suspect{stretch: s, kind: sentenceSuspect}
		if c.covered(u) {
			sure += s.words()
			continue
		}
		c.gauge(u)
		if c.inside(u) || u.kin == 0 && !c.marked(s) || u.kin < 2 && 3*u.known > u.terms || 2*u.known > u.terms {
			return false
		}
		all.terms += u.terms
		all.known += u.known
	}
	return sure > 0 && sure < words && 5*sure >= words && words <= 2*longest && 2*all.known <= all.terms
}

// marked reports a sentence with a sign of its own.
func (c *campaign) marked(s stretch) bool {
	for _, u := range c.suspects {
		if u.kind == sentenceSuspect && u.from == s.from && u.weight >= conspicuous {
			return true
		}
	}
	return false
}
