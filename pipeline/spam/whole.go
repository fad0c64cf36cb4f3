package spam

import (
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A unit is a whole sentence, paragraph or line, weighed as one.
type unit struct {
	stretch
	cohesion
	semantics float64
	selling   pitch
	language  float64 // another language than the document's
	kin       float64 // speaks of what was injected elsewhere in the text
	headline  float64 // a headline where the text has none
	strangers float64 // names that the page has nowhere else
}

// longest is how many words a unit may have; what is longer is no
// advertisement, and chance says little about it.
const longest = 130

// minProse is how many words of prose a page must have before its units are
// measured against it.
const minProse = 120

// units weighs the sentences, paragraphs and lines that are not phrases.
func (p *page) units(doc *corpus.Document, known []corpus.Proposal) []corpus.Proposal {
	if p.proseSize < minProse {
		return nil
	}
	scratch := p.numbers.Take(len(p.keys))
	kin, damaged := p.kinWords(known)
	if p.lone(known) != nil {
		clear(kin) // what is doubted convicts nothing
		damaged = false
	}
	p.mask(known)
	out := p.titleUnits(doc.Title, kin, damaged, scratch)
	lines, ofLines := p.measure(p.lines, scratch)
	sentences, ofSentences := p.measure(p.sentences, scratch)
	if lines.seen < 4 {
		lines = sentences
	}
	offers := p.offers(sentences, doc.Passages, known, kin, scratch)
	if out = append(out, offers...); len(offers) > 0 {
		clear(ofLines) // the page speaks of less than it did
		clear(ofSentences)
	}
	akin := kin
	if !slices.Contains(kin, true) {
		akin = nil // most pages: nothing is akin to nothing
	}
	for i, l := range p.lines {
		if q, ok := p.ofForm(l, kin, scratch); ok {
			out = append(out, q)
			continue
		}
		if hasPart(offers, l) {
			continue
		}
		u := unit{stretch: l, cohesion: ofLines[i]}
		p.weigh(&u, lines, doc.Passages, akin, scratch)
		p.weighHeadline(&u, i)
		u.leaveKin(known)
		p.weighSelling(&u, lines, scratch)
		if q, ok := p.judge(&u, p.lineSpan); ok {
			out = append(out, q)
		}
	}
	quiet := akin == nil && len(doc.Passages) == 0 && len(offers) == 0 // nothing but what it speaks of says anything about a sentence
	for i, s := range p.sentences {
		l := &p.lines[s.line]
		if !s.prose || s.from == l.from && s.to == l.to || quiet && !ofSentences[i].strange() {
			continue
		}
		u := unit{stretch: s, cohesion: ofSentences[i]}
		p.weigh(&u, sentences, doc.Passages, akin, scratch)
		u.leaveKin(known)
		p.weighSelling(&u, sentences, scratch)
		if q, ok := p.judge(&u, p.sentenceSpan); ok {
			out = append(out, q)
		}
	}
	return out
}

// ofForm recognises a line whose form alone tells that it is injected.
func (p *page) ofForm(l stretch, kin []bool, scratch []int32) (corpus.Proposal, bool) {
	if q, ok := p.pingback(l); ok {
		return q, true
	}
	if q, ok := p.stuffed(l); ok {
		return q, true
	}
	return p.searchList(l, kin, scratch)
}

// mayWeigh reports a stretch that can be measured against the page.
func (n norms) mayWeigh(s stretch) bool { return s.words() <= longest && s.words() >= 2 && n.seen >= 4 }

// weigh fills the families of a unit but for what weighSelling fills; the
// cohesion may be known. Kin is nil where nothing was injected.
func (p *page) weigh(u *unit, n norms, passages []corpus.Passage, kin []bool, scratch []int32) {
	if !n.mayWeigh(u.stretch) {
		return
	}
	if u.terms == 0 {
		u.cohesion = p.cohere(u.stretch, scratch)
	}
	u.weighSemantics(n)
	if p.foreign(u.stretch, passages) {
		u.language = .6
	} else if _, inside := passageOf(u.stretch, passages); inside {
		u.semantics = 0 // what is left untranslated shares no word with the rest
	}
	if len(kin) == 0 {
		return
	}
	if related, apart := p.related(u.stretch, kin, scratch); related*4 >= max(u.terms, 2) && (related*2 >= u.terms && apart > related || apart*2 >= u.words()) {
		u.kin = .8
	}
}

// weighSelling measures how a unit sells, where that may make a difference.
func (p *page) weighSelling(u *unit, n norms, scratch []int32) {
	if u.plain() || !n.mayWeigh(u.stretch) || u.hopeless() {
		return
	}
	if (u.semantics >= .3 || !u.prose) && !(u.prose && p.linkMarkup(u.stretch)) {
		u.selling = p.sell(u.stretch, n, scratch) // a link inside a sentence is judged as a phrase (markup.go)
	}
	if u.language == 0 && u.selling.terse && p.tongue(u.stretch) >= 2 {
		u.selling.plain-- // another language explains that
	}
	if u.language > 0 && u.selling.linked {
		if strange, _ := p.strangeSite(u.stretch); !strange {
			u.selling.plain-- // what was left untranslated sends to sites that the text speaks of
		}
	}
}

// foreign reports that a stretch lies in a passage in another language than
// the document's, and is a good part of it.
func (p *page) foreign(s stretch, passages []corpus.Passage) bool {
	if len(passages) == 0 || p.bilingual(passages) {
		return false
	}
	f, inside := passageOf(s, passages)
	return inside && f.End-f.Start <= 3*(s.end-s.start)
}

// passageOf is the passage in another language in which a stretch lies.
func passageOf(s stretch, passages []corpus.Passage) (f corpus.Passage, inside bool) {
	i, _ := slices.BinarySearchFunc(passages, s.start+1, func(f corpus.Passage, at int) int { return f.Start - at })
	if i > 0 && s.end <= passages[i-1].End {
		return passages[i-1], true
	}
	return f, false
}

// bilingual reports a page of which more than a fourth is in other languages:
// a translation that is not done, or a text with long quotations.
func (p *page) bilingual(passages []corpus.Passage) bool {
	n := 0
	for _, f := range passages {
		n += f.End - f.Start
	}
	return 4*n > len(p.text)
}

// weighSemantics turns the surprise at so little cohesion into a weight; a
// unit that shares more than a few words with the page has none.
func (u *unit) weighSemantics(n norms) {
	if u.strange() {
		u.semantics = min(1, u.surprise(n.known)/4) * max(0, 1-2.5*u.share())
	}
}

// strange reports words of content that share few with the page.
func (c cohesion) strange() bool { return c.terms >= 2 && c.share() < .4 }

func (c cohesion) share() float64 { return float64(c.known) / float64(c.terms) }

// kinWords marks the stems of phrases already found to be injected, and says
// whether there are any. Links to other sites take their words from the article:
// of those only what two have counts.
func (p *page) kinWords(known []corpus.Proposal) (kin []bool, damaged bool) {
	kin = p.flags.Take(len(p.keys))
	var linked map[int32]int // by stem: the last link that has it, from 1 on
	cuts := 0
	for from, to := range p.cuts(known) {
		cuts++
		link := p.leadsAway(from, to)
		for _, w := range p.words[from:to] {
			if !w.is(content) {
				continue
			}
			if last, again := linked[w.stem]; !link || again && last != cuts {
				kin[w.stem] = true
			}
			if link && linked == nil {
				linked = map[int32]int{}
			}
			if link {
				linked[w.stem] = cuts
			}
		}
	}
	return kin, cuts > 0
}

// leadsAway reports an address among words [from, to).
func (p *page) leadsAway(from, to int) bool {
	return slices.ContainsFunc(p.words[from:to], func(w word) bool { return w.is(address) })
}

// related counts the words of a unit that stand in what was injected elsewhere
// and, but for the unit itself, nowhere else in the prose, and says over how
// many words they are spread: those of a phrase inside it stand together.
func (p *page) related(s stretch, kin []bool, scratch []int32) (n, apart int) {
	first := -1
	for _, w := range p.words[s.from:s.to] {
		if s.prose && w.is(content) {
			scratch[w.stem]++
		}
	}
	for i, w := range p.words[s.from:s.to] {
		if w.is(content) && kin[w.stem] && p.inProse[w.stem] <= scratch[w.stem] {
			if n++; first < 0 {
				first = i
			}
			apart = i - first + 1
		}
	}
	for _, w := range p.words[s.from:s.to] {
		scratch[w.stem] = 0
	}
	return n, apart
}

// mask takes the words of phrases that are cut out of what the units around
// them speak of.
func (p *page) mask(known []corpus.Proposal) {
	for from, to := range p.cuts(known) {
		for i := from; i < to; i++ {
			p.words[i].class &^= content | title
			p.terms[i] = noTerm
		}
	}
}

// hasInside reports that a phrase of the unit is suspect by itself: it is then
// the phrase that is akin to what was injected elsewhere, not the unit.
func hasInside(known []corpus.Proposal, s stretch) bool {
	i, _ := slices.BinarySearchFunc(known, s.start, func(q corpus.Proposal, at int) int { return q.Start - at })
	return i < len(known) && known[i].Start < s.end
}

// holdsPhrase reports that a phrase inside a stretch is certain or set apart by
// odd spacing, or that one may end there at a mark with a space before it: it may
// be injected, and not the stretch.
func (p *page) holdsPhrase(known []corpus.Proposal, s stretch) bool {
	if slices.Contains(p.traced.right[s.from:s.to], spaceMark) {
		return true
	}
	i, _ := slices.BinarySearchFunc(known, s.start, func(q corpus.Proposal, at int) int { return q.Start - at })
	for ; i < len(known) && known[i].Start < s.end; i++ {
		if q := known[i]; q.Verdict == corpus.Cut || slices.ContainsFunc(q.Evidence, func(e corpus.Evidence) bool { return e.Family == corpus.Artefact }) {
			return true
		}
	}
	return false
}

// leaveKin takes from a unit what a phrase inside it is akin to.
func (u *unit) leaveKin(known []corpus.Proposal) {
	if hasInside(known, u.stretch) {
		u.kin = 0
	}
}

// hasPart reports that offers were found in a line and are less than half of
// it: it is they that were injected, not the line.
func hasPart(offers []corpus.Proposal, l stretch) bool {
	part := 0
	for _, q := range offers {
		part += max(0, min(q.End, l.end)-max(q.Start, l.start))
	}
	return part > 0 && 2*part < l.end-l.start
}

// cuts yields the words [from, to) of each phrase that is cut.
func (p *page) cuts(known []corpus.Proposal) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for _, q := range known {
			if q.Verdict == corpus.Cut && !yield(p.wordAt(q.Start), p.wordAt(q.End)) {
				return
			}
		}
	}
}

// wordAt is the first word that begins at a byte or after it.
func (p *page) wordAt(at int) int {
	i, _ := slices.BinarySearchFunc(p.words, at, func(w word, at int) int { return w.start() - at })
	return i
}

// judge cuts a unit of prose on two families that weigh enough, else gives
// its score. A line that is not prose is never cut for what it does not share
// with the page: lists and tables share little.
func (p *page) judge(u *unit, span func(stretch) (int, int)) (corpus.Proposal, bool) {
	if u.plain() {
		return corpus.Proposal{}, false
	}
	score := u.score()
	cut := (u.prose && !u.selling.names || u.language >= .6) && u.certain() || u.headline >= .7 && u.strangers >= .6
	cut = cut && !p.continues(u.stretch) && (u.headline >= .7 || u.kin >= .7 || p.sellsAllOver(u.stretch))
	if !cut && score < leastScore {
		return corpus.Proposal{}, false
	}
	if whole := u.stretch; cut && u.headline < .7 {
		if u.stretch = p.unglued(whole); u.words() < whole.words() {
			span = p.sentenceSpan
		}
	}
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: score, Evidence: u.evidence(), Head: p.headOf(u.from, u.to, 4)}
	q.Start, q.End = span(u.stretch)
	if cut {
		q.Verdict, q.Score = corpus.Cut, max(score, .95)
	}
	return q, true
}

// sellsAllOver reports that the sentences of a stretch that have something to offer
// are half of it, if it has several: else it is they that were injected.
func (p *page) sellsAllOver(s stretch) bool {
	sells, words, several := 0, 0, false
	first, _ := slices.BinarySearchFunc(p.sentences, s.from, func(u stretch, at int) int { return u.from - at })
	for k := first; k < len(p.sentences) && p.sentences[k].from < s.to; k++ {
		u := p.sentences[k]
		words += u.words()
		several = several || k > first
		_, _, called := p.links(u)
		if called || p.priceOf(k) != (price{}) || !u.lacks(address) {
			sells += u.words()
		}
	}
	return !several || 3*sells >= words
}

// continues reports a line that goes on with the sentence of the one right above it.
func (p *page) continues(s stretch) bool {
	first, _ := utf8.DecodeRuneInString(p.text[p.words[s.from].start():])
	if s.line == 0 || s.from != p.lines[s.line].from || !unicode.IsLower(first) {
		return false
	}
	above := p.lines[s.line-1]
	return strings.Count(p.text[above.end:s.start], "\n") == 1 && !fullStop(p.text[p.words[above.to-1].end():above.end])
}

// certain reports two families that are enough together. Another language
// explains by itself that no words are shared and that function words of the
// text's own language are few; what was left untranslated has addresses and
// exclamations, but hardly beside a price.
func (u *unit) certain() bool {
	switch {
	case u.kin >= .7:
		return u.semantics >= .3 || u.selling.weight >= .3
	case u.language >= .6:
		return u.words() <= 60 && u.selling.priced && (u.selling.plain >= 3 || u.selling.plain == 2 && !u.selling.terse)
	}
	return u.selling.offers && (u.semantics >= .6 && u.selling.plain >= 2 || u.semantics >= .45 && u.selling.plain >= 3)
}

// plain reports a unit against which nothing speaks: most of them.
func (u *unit) plain() bool {
	return u.semantics == 0 && u.kin == 0 && u.language == 0 && u.headline == 0
}

// hopeless reports a unit that judge would pass however much it sold.
func (u *unit) hopeless() bool {
	return u.kin < .7 && u.language < .6 && u.semantics < .45 && u.headline < .7 && u.scoreOf(1, false) < leastScore
}

// leastScore is from which score a unit is proposed.
const leastScore = .22

func (u *unit) score() float64 { return u.scoreOf(u.selling.weight, u.selling.names) }

// scoreOf is the score of a unit that sells so much, or is a list of names.
func (u *unit) scoreOf(selling float64, names bool) float64 {
	s := u.semantics
	if !u.prose || names {
		s *= .5
	}
	return math.Min(.9, 1-(1-.55*s)*(1-.5*selling*s)*(1-.35*u.language)*(1-.5*u.kin)*(1-.5*u.headline))
}

func (u *unit) evidence() []corpus.Evidence {
	var out []corpus.Evidence
	add := func(f corpus.Family, w float64, detail string) {
		if w > 0 {
			out = append(out, corpus.Evidence{Family: f, Weight: w, Detail: detail})
		}
	}
	add(corpus.Semantics, u.semantics, "speaks of nothing the page speaks of")
	add(corpus.Template, u.kin, "speaks of what was injected elsewhere on the page")
	add(corpus.Syntax, u.selling.weight, u.selling.String())
	add(Language, u.language, "in another language than the text")
	add(corpus.Syntax, u.headline, "a headline between two paragraphs that do not speak of it")
	add(corpus.Semantics, u.strangers, "names what the page names nowhere else")
	return out
}

// lineSpan is a line with the breaks after it, or before it when it is the
// last one.
func (p *page) lineSpan(s stretch) (start, end int) {
	start, end = s.start, s.end
	if next := end + white(p.text[end:]); next < len(p.text) {
		return start, next
	}
	return len(strings.TrimRight(p.text[:start], " \t\r\n\u00a0")), len(p.text)
}

// sentenceSpan is a sentence with the space after it, or before it when it is
// the last of its line.
func (p *page) sentenceSpan(s stretch) (start, end int) {
	line := p.lines[s.line]
	if s.to < line.to {
		return s.start, s.end + white(p.text[s.end:])
	}
	return len(strings.TrimRight(p.text[:s.start], spaces)), line.end
}

// spanOf is sentenceSpan, or lineSpan where the sentence is the line.
func (p *page) spanOf(s stretch) (start, end int) {
	if l := p.lines[s.line]; l.words() == s.words() {
		return p.lineSpan(l)
	}
	return p.sentenceSpan(s)
}
