package spam

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// collect gathers the suspects of a page: the phrases that were not cut, lines
// that are no prose and share no word with it, and sentences with a sign of
// selling, of a mould, or of another language.
func (c *campaign) collect(passages []corpus.Passage) {
	for _, f := range c.p.suspected {
		if !c.cut[f.from] {
			c.suspects = append(c.suspects, &suspect{stretch: stretch{from: f.from, to: f.to, line: f.in.line}, kind: phraseSuspect, phrase: f, weight: .9 * f.artefact})
		}
		for i := f.from; i < f.to && f.artefact >= conspicuous; i++ {
			c.framed[i] = true
		}
	}
	c.collectLinks()
	labelled, judged := c.collectLines()
	c.collectSentences(passages, labelled, judged)
}

// shortLine is how many words a line has at most that is judged as one.
const shortLine = 20

// collectLines gathers the lines that are no prose and share no word with it,
// and gives
// them and the lines that follow the label of a pingback.
func (c *campaign) collectLines() (labelled, judged map[int]bool) {
	p := c.p
	labelled, judged = make(map[int]bool), make(map[int]bool)
	c.collectBlocks(judged)
	for i, l := range p.lines {
		if judged[i] {
			continue
		}
		if l.words() > shortLine || c.cut[l.from] && c.cut[l.to-1] || l.prose && !p.isPingback(l) || p.hasMail(l) {
			continue
		}
		s := suspect{stretch: l, kind: lineSuspect}
		if p.reportsLink(l) {
			s.sign(corpus.Syntax, .9, "a line that reports a link from elsewhere")
			labelled[i+1], s.label, s.line = true, true, i
		}
		if p.addressed {
			if strange, written := p.strangeSite(l); strange && written {
				s.sign(corpus.Syntax, .5, "an address to go to of which the text does not speak")
			}
		}
		if s.weight > 0 || c.isApart(l) {
			c.suspects = append(c.suspects, s.copy())
			judged[i] = true
		}
	}
	return labelled, judged
}

// opened reports a line that begins with the ellipsis of an excerpt, and goes on in
// words: a log has "[...] (2,)".
func (p *page) opened(l stretch) bool {
	if p.words[l.from].start()-l.start < len("[...]") {
		return false
	}
	text := p.lineText(l)
	rest, ok := strings.CutPrefix(text, "[...]")
	if !ok {
		rest, ok = strings.CutPrefix(text, "[…]")
	}
	return ok && !strings.HasPrefix(strings.TrimLeft(rest, spaces), "(")
}

// isApart reports a line of which the prose has no word.
func (c *campaign) isApart(l stretch) bool {
	terms := 0
	for i := l.from; i < l.to; i++ {
		stem, ok := c.p.term(i)
		if !ok {
			continue
		}
		if terms++; c.p.inProse[stem] > 0 {
			return false
		}
	}
	return terms >= 2 && l.words() <= 10
}

// copy puts a suspect that is kept where it stays: most that are looked at are not.
func (s *suspect) copy() *suspect {
	kept := *s
	return &kept
}

// sign adds a sign to a suspect.
func (s *suspect) sign(family corpus.Family, weight float64, detail string) {
	s.weight += weight
	s.signs = append(s.signs, corpus.Evidence{Family: family, Weight: weight, Detail: detail})
}

// collectSentences gathers the sentences that have a sign.
func (c *campaign) collectSentences(passages []corpus.Passage, labelled, judged map[int]bool) {
	p := c.p
	moulds := p.mouldedSentences()
	for i, s := range p.sentences {
		if s.words() < 4 || s.words() > longest || p.hasLink(s) || c.cut[s.from] && c.cut[s.to-1] || p.columns(s) || p.mixed(s) || judged[s.line] {
			continue
		}
		u := suspect{stretch: s, kind: sentenceSuspect}
		if p.siteOf(i).strange && !p.hasMail(s) {
			u.site = true
			u.sign(corpus.Syntax, .5, "an address to go to of which the text does not speak")
		}
		price := p.priceOf(i)
		priced := price.price || price.percent
		if priced {
			u.sign(corpus.Syntax, .4, "a price or a percentage")
		}
		if p.foreign(s, passages) {
			u.sign(Language, .6, "in another language than the text")
		}
		if moulds[i] != noMould && p.isSentence(s) {
			u.sign(corpus.Template, .4, "cast in the mould of another sentence")
		}
		if labelled[s.line] {
			u.sign(corpus.Syntax, .5, "stands below a line that reports a link from elsewhere")
		}
		if u.firm = len(u.signs) > 1 || !priced && len(u.signs) > 0; u.weight > 0 {
			c.suspects = append(c.suspects, u.copy())
		}
	}
}

// hasMail reports a stretch with the address of a person to write to.
func (p *page) hasMail(s stretch) bool {
	if s.lacks(address) {
		return false
	}
	_, mails, _ := p.links(s)
	return mails > 0
}
