package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A phrase in small letters has no border that one sees: where it begins is
// told by its words alone. Two things tell: several phrases before a comma with
// a space before it, which begin with the same words that stand nowhere else,
// and the wares of a campaign, where two or more stand in a row.

const (
	reachBack    = 6 // words before a mark that are looked at
	leastWindows = 2 // marks with a space before them that a page must have
)

// A window is the words before a mark that has a space before it.
type window struct {
	in       stretch
	from, to int
	ware     bool // has a ware, before a mark as other phrases stand: the word before it governs nothing
}

// windows are those of the page that no other phrase holds.
func (c *campaign) windows() (out []window) {
	t := c.p.traced
	if t == nil || t.total[spaceMark] < leastWindows || t.total[spaceMark]*40 > c.p.proseSize+400 {
		return nil
	}
	for _, s := range c.p.sentences {
		for i := s.from; i < s.to && s.prose; i++ {
			if t.right[i] != spaceMark || c.cut[i] {
				continue
			}
			from := i
			for from > s.from && i-from < reachBack && c.p.words[from].is(spaced) && !c.cut[from-1] {
				from--
			}
			out = append(out, window{in: s, from: from, to: i + 1})
		}
	}
	return out
}

// spaced finds the phrases before such marks that share a word which stands
// before such marks alone: most of the marks must stand behind one.
func (c *campaign) spaced() {
	all := c.windows()
	if len(all) < 2 {
		return
	}
	holders, within := make(map[int32]int), make(map[int32]int32)
	for _, w := range all {
		seen := make(map[int32]bool)
		for i := w.from; i < w.to; i++ {
			if stem, ok := c.p.term(i); ok {
				if !c.aside[i] {
					within[stem]++
				}
				if !seen[stem] {
					seen[stem] = true
					holders[stem]++
				}
			}
		}
	}
	own := func(stem int32) bool { // once elsewhere, of three and more, may be another sense, or spam that was not found
		return c.honest[stem] <= within[stem] || holders[stem] >= 3 && c.honest[stem] <= within[stem]+1
	}
	var found []window
	for _, w := range all {
		for w.from < w.to {
			if stem, ok := c.p.term(w.from); ok && holders[stem] >= 2 && own(stem) {
				break
			}
			w.from++
		}
		if w.to-w.from >= 2 && c.ownWords(w, own) {
			found = append(found, w)
		}
	}
	if len(found) < 2 || 2*len(found) < len(all) {
		return
	}
	c.widen(found)
	for _, w := range found {
		c.take(w, "one of several phrases of one shape before a comma that has a space before it", corpus.Artefact)
	}
}

// ownWords reports that the words of a window that carry a subject stand
// nowhere else.
func (c *campaign) ownWords(w window, own func(int32) bool) bool {
	for i := w.from; i < w.to; i++ {
		if stem, ok := c.p.term(i); ok && !own(stem) {
			return false
		}
	}
	return true
}

// widen takes the words with capitals that stand before all of the phrases:
// names that differ in each.
func (c *campaign) widen(found []window) {
	if c.p.caseWeight() < .2 {
		return
	}
	before := func(w window) bool {
		return w.from > w.in.from+1 && c.p.words[w.from].is(spaced) && c.p.capital(w.from-1)
	}
	for k := 0; k < 3 && !slices.ContainsFunc(found, func(w window) bool { return !before(w) }); k++ {
		for i := range found {
			found[i].from--
		}
	}
}

// take makes a phrase of a window part of the campaign, unless the sentence
// needs it.
func (c *campaign) take(w window, detail string, family corpus.Family) bool {
	f := &phrase{from: w.from, to: w.to, in: w.in}
	if f.from == w.in.from || !c.p.onlySpace(f.from) || !w.ware && c.p.needed(c.p.edgeOf(f.from, f.to, f.in)) {
		return false
	}
	f.evidence = []corpus.Evidence{{Family: family, Weight: .8, Detail: detail}}
	s := &suspect{stretch: stretch{from: f.from, to: f.to, line: w.in.line}, kind: phraseSuspect, phrase: f, taken: true}
	c.suspects = append(c.suspects, s)
	c.learn(s.from, s.to)
	setAll(c.cut, s.stretch)
	return true
}

// runs takes the phrases that are wares and nothing else, where they stand
// before a mark and no word governs them.
func (c *campaign) runs() (grown bool) {
	p := c.p
	for _, s := range p.sentences {
		for i := s.from + 1; i < s.to; i++ {
			if c.cut[i] || !c.isWare(i) {
				continue
			}
			w := c.runAt(i, s)
			if c.loose(w) {
				grown = c.take(w, "wares in a row that no word of the sentence governs", corpus.Syntax) || grown
			}
			i = w.to
		}
	}
	return grown
}

func (c *campaign) isWare(i int) bool {
	stem, ok := c.p.term(i)
	return ok && c.ware[stem] > 0 && c.honest[stem] == 0
}

// filler reports a word that may stand in a phrase beside wares: a number, or
// a name that the rest does not have.
func (c *campaign) filler(i int) bool {
	w := c.p.words[i]
	if w.is(numeral) {
		return true
	}
	stem, ok := c.p.term(i)
	return ok && w.is(title) && c.honest[stem] == 0 && c.p.caseWeight() >= .2
}

// runAt is the run of wares at a word, with the fillers at both of its ends.
func (c *campaign) runAt(i int, s stretch) window {
	p := c.p
	w := window{in: s, from: i, to: i + 1}
	for w.to < s.to && !c.cut[w.to] && p.words[w.to].is(spaced) && (c.isWare(w.to) || c.filler(w.to) || c.bridges(w.to, s)) {
		w.to++
	}
	for w.from > s.from && !c.cut[w.from-1] && p.words[w.from].is(spaced) && c.filler(w.from-1) && !p.words[w.from-1].is(numeral) {
		w.from--
	}
	return w
}

// bridges reports a function word between two wares.
func (c *campaign) bridges(i int, s stretch) bool {
	return c.p.words[i].is(function) && i+1 < s.to && c.p.words[i+1].is(spaced) && c.isWare(i+1)
}

// loose reports a run that was set into its sentence: two wares and more, a
// mark behind it, no capital of the sentence's own before it; in small letters
// it must be long, or have odd spacing.
func (c *campaign) loose(w window) bool {
	p := c.p
	if w.from <= w.in.from || w.to-w.from > maxPhrase {
		return false
	}
	wares, capitals := 0, true
	for i := w.from; i < w.to; i++ {
		if c.isWare(i) {
			wares++
		}
		capitals = capitals && p.words[i].is(title|numeral)
	}
	e := p.edgeOf(w.from, w.to, w.in)
	spaced := p.traced != nil && (p.traced.right[w.to-1] != noTrace || p.traced.left[w.from] != noTrace)
	if !e.leftPlain || e.governor != free || p.words[w.from-1].is(function) && !p.closes[p.words[w.from-1].key] && !spaced {
		return false
	}
	comma := e.mark == ',' || e.mark == '，' || e.mark == '、'
	switch {
	case spaced:
		return wares >= 2 || wares >= 1 && w.to-w.from >= 2
	case !comma:
		return false
	}
	return wares >= 2 && capitals && p.caseWeight() >= .2 || wares >= 4
}
