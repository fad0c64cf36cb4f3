package spam

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// phrases finds, weighs and decides the phrases inside sentences.
func (p *page) phrases() []corpus.Proposal {
	t := p.findTraces()
	all := p.framed(t)
	all = append(all, p.setApart(t, all)...)
	all = append(all, p.casts(t, all)...)
	all = append(all, p.recurring(t, all)...)
	p.widenShapes(all)
	all = append(all, p.halfFramed(t, all)...)
	all = append(all, p.unframed(all)...)
	p.traced = t
	if len(all) == 0 {
		return nil
	}
	p.weighTemplates(all)
	for _, f := range all {
		if f.suspect() && f.in.prose {
			p.count(f.stretch(), -1) // so that injected phrases do not vouch for each other
		}
	}
	pairs := p.joins(all)
	strays := p.strays(all, t)
	for _, s := range strays {
		p.count(s, -1)
	}
	for _, f := range all {
		p.weighSyntax(f, pairs)
		p.weighPhrase(f)
	}
	for _, s := range strays {
		p.count(s, 1)
	}
	p.countWedged(all)
	p.suspected = all
	var out []corpus.Proposal
	for _, f := range all {
		if q, ok := p.decide(f); ok {
			out = append(out, q)
		}
	}
	return out
}

func (f *phrase) suspect() bool { return f.artefact >= .5 || f.template > 0 }

func (f *phrase) stretch() stretch { return stretch{from: f.from, to: f.to, prose: true} }

// strong is the weight from which a family of evidence counts as one of two.
const strong = .5

// decide combines the families: two strong ones, one of them artefact or
// template, cut; the rest is a score.
func (p *page) decide(f *phrase) (corpus.Proposal, bool) {
	cut := false
	switch {
	case f.cast:
		cut = !f.needed && !f.unsure && f.semantics >= strong
	case f.recurs:
		cut = !f.needed && !p.signs(f) && f.artefact >= strong && (f.semantics >= f.leastNovel() || p.stamped(f))
	case f.wedged && p.wedges >= 2 && !p.signs(f) && f.artefact >= strong && (f.right == noBreak || f.semantics >= strong || !f.needed && f.to-f.from > 1):
		cut = true
		f.note(corpus.Template, &f.template, strong, fmt.Sprintf("%d phrases of the page stand between such spaces and a comma", p.wedges))
	case f.needed || f.unsure || p.signs(f) || f.left == noTrace && f.right == noTrace && (f.template < .9 || sparse[p.language]):
	case f.artefact >= strong && f.template >= strong:
		cut = p.looseIfPlain(f) && (f.semantics >= .3 || f.syntax >= .3 && f.novel > 0)
	case f.artefact >= .75:
		cut = p.framedCut(f)
	case f.artefact >= strong:
		cut = f.semantics >= strong && f.syntax >= strong
	case f.template >= .9:
		cut = f.semantics >= strong && f.syntax >= .6 && !p.headed(f)
	}
	score := 1 - (1-.6*f.artefact)*(1-.55*f.template)*(1-.3*f.syntax)*(1-.3*f.semantics)
	if f.needed {
		score *= .5
	}
	if cut {
		score = max(score, .95)
	}
	if score < .2 {
		return corpus.Proposal{}, false
	}
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: score, Evidence: f.evidence, Head: p.head(f)}
	q.Start, q.End, q.Now = p.excise(f)
	if cut {
		q.Verdict = corpus.Cut
	}
	return q, true
}

// headed reports that the heading right above names what a phrase names.
func (p *page) headed(f *phrase) bool {
	if f.in.line == 0 || p.lines[f.in.line-1].prose {
		return false
	}
	head := p.lines[f.in.line-1]
	for _, w := range p.words[f.from:f.to] {
		if !slices.ContainsFunc(p.words[head.from:head.to], func(h word) bool { return h.stem == w.stem }) {
			return false
		}
	}
	return true
}

// leastNovel is what the semantics of a recurring phrase must weigh: less where
// three words come three times, or other words in one mould. Writers copy their own
// slips, too.
func (f *phrase) leastNovel() float64 {
	if f.filled || f.times >= 3 && f.to-f.from >= 3 {
		return .3
	}
	return strong
}

// leastStamped is the weight of spaces before commas hardly one of which stands behind
// something else than the phrases that recur.
const leastStamped = .7

// stamped reports a phrase whose like stand before all the spaced commas of a page that
// has many plain ones: three of them, with a word that the prose has half as often at
// most, or two of words with capitals that are new. No term of the page is so rare.
func (p *page) stamped(f *phrase) bool {
	if f.artefact < leastStamped || p.ordinary(f) {
		return false
	}
	rare := func(w word) bool { return w.is(content) && 2*int(p.inProse[w.stem]) <= f.times }
	return f.times >= 3 && slices.ContainsFunc(p.words[f.from:f.to], rare) || f.semantics >= .3 && f.syntax >= .6
}

// framedCut decides on a phrase whose frame is strong evidence. Words of
// ordinary speech and single words must also be loose in their sentence: in a
// page of stray no-break spaces two of them frame whatever stands there.
func (p *page) framedCut(f *phrase) bool {
	if f.to-f.from == 1 || p.ordinary(f) {
		return f.loose() && f.semantics >= .3
	}
	if f.semantics >= .3 && max(f.syntax, f.semantics) >= strong {
		return true
	}
	return f.artefact >= .9 && (f.loose() || f.semantics >= .3 && f.novel >= 2)
}

// ordinary reports a phrase of ordinary speech: more than a quarter of its words are
// function words.
func (p *page) ordinary(f *phrase) bool { return p.functions(f)*4 > f.to-f.from }

// loose reports that a sentence does well without a phrase that has a word which
// stands nowhere else.
func (f *phrase) loose() bool { return f.syntax >= .55 && f.novel > 0 }

// looseIfPlain is what ordinary speech must be to fill a template.
func (p *page) looseIfPlain(f *phrase) bool { return !p.ordinary(f) || f.loose() }

// countWedged marks the phrases that stand between two odd spaces, of which the
// second is right before a comma: no printer and no typist sets one there. Two of them on a page, which frame no words of one sentence's own,
// were put in by a machine, whatever the page speaks of.
func (p *page) countWedged(all []*phrase) {
	for _, f := range all {
		if f.left == noTrace || f.right != noBreak && f.right != spaceMark || 2*p.functions(f) > f.to-f.from {
			continue
		}
		if p.beforeComma(f.to, f.in) {
			f.wedged = true
			p.wedges++
		}
	}
}

// beforeComma reports a comma behind word j-1.
func (p *page) beforeComma(j int, s stretch) bool {
	r := p.markBefore(j, s)
	return r == ',' || r == '，' || r == '、'
}

// head is the shape of the template the phrase fills, else its words, in
// their match keys, function words left out.
func (p *page) head(f *phrase) string {
	if f.shape != "" {
		return f.shape
	}
	return p.headOf(f.from, f.to, maxPhrase)
}

func (p *page) headOf(from, to, most int) string {
	var b strings.Builder
	for i := from; i < to && most > 0; i++ {
		if p.words[i].is(function) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.keys[p.words[i].key])
		most--
	}
	return b.String()
}

// excise gives the span to cut, odd spacing on both sides included, and what
// stays in its place: nothing before a mark, else one space.
func (p *page) excise(f *phrase) (start, end int, now string) {
	start, end = p.words[f.from].start(), p.words[f.to-1].end()
	e := p.edgeOf(f.from, f.to, f.in)
	head := strings.TrimRightFunc(e.before, unicode.IsSpace)
	start -= len(e.before) - len(head)
	end += white(e.after)
	rest := e.after[white(e.after):]
	before, _ := utf8.DecodeLastRuneInString(p.text[:start])
	after, _ := utf8.DecodeRuneInString(rest)
	switch {
	case e.left < 0 && head == "" || e.right < 0 && rest == "":
		return start, end, ""
	case rest != "" && closing(after):
		return start, end, ""
	case unicode.In(before, unicode.Ps, unicode.Pi):
		return start, end, ""
	case p.dense(f):
		return start, end, ""
	}
	return start, end, " "
}

// dense reports that the words on both sides are of a script without spaces.
func (p *page) dense(f *phrase) bool {
	return f.from > 0 && f.to < len(p.words) && p.words[f.from-1].is(spaceless) && p.words[f.to].is(spaceless)
}
