package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Who injects, injects one ware in several ways: a phrase here, a sentence
// there, a title, a list of links. What is certain of one of them says what the
// others are. A campaign is read off in two steps: the words of what was cut,
// or of several suspects of different kinds, which the honest rest of the page
// has nowhere, are its wares; a suspect that speaks of the wares and of hardly
// anything that the rest speaks of is of the campaign. The honest rest is what
// is left when all suspects are set aside, so that they do not vouch for each
// other. A page that speaks of the same trade honestly has its words in the
// rest, and they are no wares.

const (
	leastHonest = 60  // words of the rest that a page must have
	conspicuous = .3  // weight from which a suspect has a sign of its own
	concerted   = 1.7 // weight of the suspects that share a word, from which it is a ware
)

// A suspect is a stretch that may have been injected.
type suspect struct {
	stretch
	kind   suspectKind
	weight float64 // of its own signs
	signs  []corpus.Evidence
	phrase *phrase
	link   *anchor
	last   int  // the last line of rows
	site   bool // sends to a site that the text does not name
	label  bool // reports a link from elsewhere
	firm   bool // has a sign besides a price
	taken  bool // of the campaign
	terms  int  // distinct words of content
	known  int  // those the rest has
	kin    int  // those that are wares
	apart  int  // over how many words the wares are spread
}

type suspectKind uint8

const (
	lineSuspect suspectKind = iota
	sentenceSuspect
	phraseSuspect
	blockSuspect
	linkSuspect
)

// campaign is what is known of the suspects of a page.
type campaign struct {
	p        *page
	suspects []*suspect
	certain  bool    // something is
	cut      []bool  // by word: certain already
	aside    []bool  // by word: certain or suspect
	framed   []bool  // by word: in a phrase with odd spacing, or in raw markup
	honest   []int32 // by stem: how often it stands in the rest
	ware     []int32 // by stem: in how many spans of the campaign
	seen     []int32 // by stem: the last turn in which it was met
	turn     int32
	rest     int     // words of the rest
	norm     float64 // chance that a word of the rest stands in it again
}

// campaign finds what is of one campaign with what was found, or with each
// other.
func (p *page) campaign(doc *corpus.Document, found []corpus.Proposal) []corpus.Proposal {
	if !slices.ContainsFunc(found, isCut) && !p.mayCampaign(doc.Passages) {
		return nil
	}
	c := &campaign{p: p, cut: p.flags.Take(len(p.words)), framed: p.flags.Take(len(p.words)), honest: p.numbers.Take(len(p.keys)), ware: p.numbers.Take(len(p.keys)), seen: p.numbers.Take(len(p.keys))}
	c.certain = c.markCut(found)
	c.collect(doc.Passages)
	if !c.certain && !(c.conspicuous() && c.mayBegin()) {
		return nil
	}
	c.setAside()
	if c.rest < leastHonest || 2*c.rest < len(p.words) {
		if !c.certain {
			return nil
		}
		c.aside = slices.Clone(c.cut) // next to nothing is left: all but what is certain vouches
		c.count()
		c.endings()
	} else {
		for from, to := range p.cuts(found) {
			c.learn(from, to)
		}
		c.spaced()
		c.concert()
		for c.round() || c.paragraphs() || c.runs() || c.endings() {
		}
	}
	var out []corpus.Proposal
	for _, s := range c.suspects {
		if s.taken && s.kind == sentenceSuspect {
			p.noteBegun(s.stretch)
		}
	}
	for _, s := range c.suspects {
		if s.taken {
			out = append(out, c.proposal(s))
		}
	}
	return out
}

// mayCampaign reports that something on the page may begin a campaign where
// nothing is certain: an odd suspect, as concert asks for one (of sentences one with
// an address and another sign), a phrase that is set apart, or marks with a space
// before them. Most pages have none of these, and their suspects need not be
// collected.
func (p *page) mayCampaign(passages []corpus.Passage) bool {
	if p.marked || p.traced != nil && p.traced.total[spaceMark] >= leastWindows {
		return true
	}
	if slices.ContainsFunc(p.suspected, func(f *phrase) bool { return f.artefact >= strong }) {
		return true
	}
	if slices.ContainsFunc(p.lines, p.reportsLink) {
		return true
	}
	for i, s := range p.sentences {
		if p.siteOf(i).strange && s.words() >= 4 && (p.priceOf(i) != (price{}) || p.foreign(s, passages) || p.mouldedSentences()[i] != noMould) {
			return true
		}
	}
	return false
}

// markCut marks the words of what is certain.
func (c *campaign) markCut(found []corpus.Proposal) (any bool) {
	for from, to := range c.p.cuts(found) {
		for i := from; i < to; i++ {
			c.cut[i], any = true, true
		}
	}
	return any
}

func isCut(q corpus.Proposal) bool { return q.Verdict == corpus.Cut }

// conspicuous reports two suspects with signs of their own.
func (c *campaign) conspicuous() bool {
	n := 0
	if t := c.p.traced; t != nil {
		n = t.total[spaceMark]
	}
	for _, s := range c.suspects {
		if s.weight >= .6 {
			return true
		}
		if s.weight >= conspicuous {
			n++
		}
	}
	return n >= 2
}

// mayBegin reports that the suspects may begin a campaign: marks with a space
// before them, a phrase that is set apart, or enough for a concert, one of them odd.
func (c *campaign) mayBegin() bool {
	if t := c.p.traced; t != nil && t.total[spaceMark] >= leastWindows {
		return true
	}
	sum, odd := 0., false
	for _, s := range c.suspects {
		if s.kind == phraseSuspect && s.phrase.setApart() {
			return true
		}
		if s.weight >= conspicuous {
			sum += s.weight
			odd = odd || s.odd()
		}
	}
	return odd && sum >= concerted-1e-9
}

// term gives the stem of a word that carries a subject, whether or not it was
// masked as part of what is certain.
func (p *page) term(i int) (stem int32, ok bool) {
	w := &p.words[i]
	switch {
	case p.tagged != nil && p.tagged[i]:
		return w.stem, false
	case w.is(spaceless):
		return w.stem, w.is(paired)
	}
	return w.stem, !w.is(function|numeral|address) && w.size() >= 3
}

// setAside counts the words of the rest, and takes out of it the sentences
// that share hardly a word with it.
func (c *campaign) setAside() {
	c.aside = slices.Clone(c.cut)
	for _, s := range c.suspects {
		setAll(c.aside, s.stretch)
	}
	c.setAsideStray()
	c.setAsideEchoes()
	c.count()
	c.norm = c.usual()
	for _, s := range c.p.sentences {
		if u, ok := c.stranger(s); ok {
			c.suspects = append(c.suspects, u)
			setAll(c.aside, s)
		}
	}
	c.count()
}

// setAll sets the flags of the words of a stretch.
func setAll(flags []bool, s stretch) {
	for i := s.from; i < s.to; i++ {
		flags[i] = true
	}
}

// count counts the words of the rest by stem.
func (c *campaign) count() {
	clear(c.honest)
	c.rest = 0
	for i := range c.p.words {
		if c.aside[i] {
			continue
		}
		c.rest++
		if stem, ok := c.p.term(i); ok {
			c.honest[stem]++
		}
	}
}

// usual is the chance that a word of the rest stands in it more than once.
func (c *campaign) usual() float64 {
	once, all := 0, 0
	for _, n := range c.honest {
		all += int(n)
		if n == 1 {
			once++
		}
	}
	return 1 - float64(once)/float64(all+1)
}

// stranger gives a sentence of the rest that shares hardly a word with it: it
// is no suspect by itself, but does not vouch for what it shares with one.
func (c *campaign) stranger(s stretch) (*suspect, bool) {
	if s.words() < 5 || s.words() > longest || c.aside[s.from] && c.aside[s.to-1] || c.p.hasLink(s) || c.p.mixed(s) {
		return nil, false
	}
	terms, known := 0, 0
	for i := s.from; i < s.to; i++ {
		if stem, ok := c.p.term(i); ok && !c.aside[i] {
			if terms++; c.honest[stem] > 1 {
				known++
			}
		}
	}
	if terms < 3 || (cohesion{terms, known}).surprise(c.norm) < .8 || 4*known > terms {
		return nil, false
	}
	return &suspect{stretch: s, kind: sentenceSuspect}, true
}

// learn makes wares of the words of a span that the rest has nowhere. In texts
// of other languages what is said in English shares its function words.
func (c *campaign) learn(from, to int) {
	c.turn++
	for i := from; i < to; i++ {
		if stem, ok := c.p.term(i); ok && c.honest[stem] == 0 && c.seen[stem] != c.turn && !token.IsFunction("en", c.p.keys[c.p.words[i].key]) {
			c.ware[stem]++
			c.seen[stem] = c.turn
		}
	}
}

// round takes into the campaign the suspects that speak of its wares.
func (c *campaign) round() (grown bool) {
	for _, s := range c.suspects {
		if s.taken || c.covered(s) {
			continue
		}
		c.gauge(s)
		if !c.belongs(s) {
			continue
		}
		s.taken, grown = true, true
		if s.kind != sentenceSuspect || s.weight >= conspicuous {
			c.learn(s.from, s.to) // else one sentence would lead to the next
		}
		setAll(c.cut, s.stretch)
	}
	return grown
}

// covered reports a suspect that is certain already.
func (c *campaign) covered(s *suspect) bool {
	n := 0
	for i := s.from; i < s.to; i++ {
		if c.cut[i] {
			n++
		}
	}
	return 4*n >= 3*s.words()
}

// gauge counts the words of a suspect, but for those of phrases inside it that
// are suspect by themselves.
func (c *campaign) gauge(s *suspect) {
	s.terms, s.known, s.kin, s.apart = 0, 0, 0, 0
	c.turn++
	first := -1
	for i := s.from; i < s.to; i++ {
		stem, ok := c.p.term(i)
		if s.kind == blockSuspect {
			stem, ok = c.rowTerm(i)
		}
		if !ok || s.kind == sentenceSuspect && (c.cut[i] || c.framed[i]) {
			continue
		}
		if c.ware[stem] > 0 {
			if first < 0 {
				first = i
			}
			s.apart = i - first + 1
		}
		if c.seen[stem] == c.turn {
			continue
		}
		c.seen[stem] = c.turn
		s.terms++
		switch {
		case c.honest[stem] > 0:
			s.known++
		case c.ware[stem] > 0:
			s.kin++
		}
	}
}

// proposal cuts a suspect.
func (c *campaign) proposal(s *suspect) corpus.Proposal {
	p := c.p
	q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .955, Head: p.headOf(s.from, s.to, 4)}
	q.Evidence = append(q.Evidence,
		corpus.Evidence{Family: corpus.Template, Weight: .8, Detail: "speaks of what was injected elsewhere on the page"},
		corpus.Evidence{Family: corpus.Semantics, Weight: .7, Detail: "nothing else on the page speaks of it"})
	q.Evidence = append(q.Evidence, s.signs...)
	switch {
	case s.link != nil:
		q.Start, q.End, q.Now = p.linkSpan(s.link)
	case s.kind == blockSuspect:
		q.Start = p.lines[s.line].start
		_, q.End = p.lineSpan(p.lines[s.last])
	case s.phrase != nil:
		q.Evidence, q.Head = append(q.Evidence, s.phrase.evidence...), p.head(s.phrase)
		q.Start, q.End, q.Now = p.excise(s.phrase)
	case s.kind == lineSuspect:
		q.Start, q.End = p.lineSpan(p.lines[s.line])
	case p.lines[s.line].words() == s.words():
		q.Start, q.End = p.spanOf(p.behindHeading(s.stretch))
	default:
		q.Start, q.End = p.sentenceSpan(p.unglued(s.stretch))
	}
	return q
}
