package spam

import (
	"slices"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A specimen is a unit of an assayed page: a sentence, or a line that is none.
type specimen struct {
	stretch
	terms     []int32 // distinct stems of its words, those that are cut left out
	capitals  []int32 // those of words with capitals, the first word left out
	functions int
	tongue    float64 // function words of another language less those of the page's, halved
	script    float64 // share of the words in another script than the page's
	sentence  bool    // else a line
	weighed   bool    // else nothing is asked about it
	searched  bool    // the traits that do not change are there
	doubted   bool    // does not vouch for others
	clumped   bool    // its wares stand together
	convicted bool
	learnt    bool // its words are wares
	odds      float64
	traits    traits
}

// alien reports a unit in another language or script than the page.
func (u *specimen) alien() bool { return u.tongue >= 1 || u.script > .5 }

// leastAmounts is how many numbers a list of amounts has.
const leastAmounts = 4

// leastLeft is how many words are left of a sentence that is not of what was put
// into it, however much that is.
const leastLeft = 5

// leastKin is the share of what a sentence says that is of what was injected, from which
// that is evidence: in a long one a word of many is chance.
const leastKin = .1

// leastEchoed is the share of its threes that others have, from which a sentence is of a mould.
const leastEchoed = .5

// againMost is that from which it says the same again, as writers do: a mould has fillers.
const againMost = 1

// borneOut reports another family of evidence than that the page speaks of
// nothing that the unit speaks of. Wares that stand together do not suffice:
// they may be a phrase that has its place there, unless most of the paragraph falls.
// Nor does a site to go to where nothing on the page has the form of spam: a note on
// the author names one.
//
// That a sentence is in another language is no such evidence: it explains why
// the page says nothing of it and has few of its function words, and a few words
// in common with what was injected in that language are chance, as is a place
// beside it, and a price, and a mould in a page that is full of them. It must show by
// itself that it sells, or be bound to what was injected (bound.go), unless all the rest
// of its line was found to be.
func (a *assay) borneOut(i int) bool {
	u := &a.all[i]
	t := &u.traits
	kin := t[akinShare]+t[contested] > 0
	if t[echoed] >= leastEchoed && (kin || t[echoed] < againMost || t[pricedAt]+t[rebated]+t[writtenOut] > 0) || t[labelled] > 0 || a.formed && t[writtenOut] > 0 && (kin || t[handy] > 0) {
		return true
	}
	if t[inRows] > 0 {
		return kin || t[writtenOut] > 0
	}
	if u.sentence && u.alien() {
		return !a.echoing && t[moulded] >= ofOneMould && (kin || t[pricedAt]+t[rebated]+t[writtenOut] > 0) || t[amid] == 1 || a.bound(i)
	}
	return (t[pricedAt]+t[rebated] > 0 || t[amid] > .5) && kin || !u.clumped && (t[akinShare]+t[contested] >= leastKin || t[amid] > 0)
}

// collect reads what is counted of each unit once.
func (a *assay) collect(cut []bool) {
	p := a.p
	seen := p.numbers.Take(len(p.keys))
	latin, framed := p.inLatin(), p.framedWords(cut)
	room := p.numbers.Take(2 * len(p.words))[:0]
	for k, s := range p.sentences {
		u := &a.all[k]
		u.stretch = s
		gone, left, strange, addresses := 0, 0, 0, 0
		for i := s.from; i < s.to; i++ {
			w := p.words[i]
			if cut[i] {
				gone++
			} else if !w.is(address) {
				left++
			}
			switch {
			case w.is(address):
				addresses++
			case !w.is(numeral) && p.latin(w) != latin:
				strange++
			}
			if w.is(function) {
				u.functions++
			}
		}
		u.convicted = 2*gone >= s.words() && left < leastLeft
		u.traits[hosting] = one(gone > 0 && !u.convicted)
		u.script = float64(strange) / float64(max(1, s.words()-addresses))
		u.sentence = s.words()-addresses >= 5 && p.isSentence(s)
		room = a.collectTerms(u, cut, seen, int32(k+1), room)
		u.weighed = !u.convicted && len(u.terms) > 0 && s.words() <= longest && !p.columns(s) && !p.hasLink(s) && !p.mixed(s) && !p.measures(s) && !slices.Contains(framed[s.from:s.to], true)
	}
}

// measures reports a list of amounts, as of what goes into a dish.
func (p *page) measures(s stretch) bool {
	n := 0
	for _, w := range p.words[s.from:s.to] {
		n += w.class.one(numeral)
	}
	return n >= leastAmounts && 4*n >= s.words()
}

// collectTerms gives a unit its terms in the room, and makes wares of what is
// cut inside it. Seen holds by stem the last turn in which it was met.
func (a *assay) collectTerms(u *specimen, cut []bool, seen []int32, turn int32, room []int32) []int32 {
	p, first := a.p, len(room)
	for i := u.from; i < u.to; i++ {
		stem, ok := p.term(i)
		switch {
		case !ok:
		case cut[i] && !u.convicted:
			a.wares[stem]++
		case seen[stem] != turn:
			seen[stem] = turn
			room = append(room, stem)
		}
	}
	u.terms, first = room[first:len(room):len(room)], len(room)
	for i := u.from + 1; i < u.to; i++ {
		if stem, ok := p.term(i); ok && p.words[i].is(title) && !cut[i] {
			room = append(room, stem)
		}
	}
	u.capitals = room[first:len(room):len(room)]
	return room
}

// latin reports a word in Latin letters.
func (p *page) latin(w word) bool { return w.is(latin) || p.text[w.start()] < utf8.RuneSelf }

// inLatin reports a page most of whose words are in Latin letters.
func (p *page) inLatin() bool {
	n, all := 0, 0
	for _, w := range p.words {
		if w.is(numeral | address) {
			continue
		}
		if all++; p.latin(w) {
			n++
		}
	}
	return 2*n >= all
}

// search finds the traits that do not change.
func (a *assay) search(u *specimen) {
	p, t := a.p, &u.traits
	u.searched = true
	_, written := p.strangeSite(u.stretch)
	price, percent := p.priced(u.stretch)
	t[writtenOut], t[pricedAt], t[rebated] = one(written), one(price), one(percent)
	t[numbered] = one(p.hasNumber(u.stretch))
	t[lonely] = one(p.lines[u.line].words() == u.words())
	t[handy] = one(u.words() >= 8 && u.words() <= 25)
	t[mailed] = one(p.hasMail(u.stretch))
	t[otherScript] = u.script
	t[labelled] = one(p.reportsLink(p.lines[u.line]))
	t[inRows] = one(a.inBlock(u.line))
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// hasNumber reports a number.
func (p *page) hasNumber(s stretch) bool {
	for _, w := range p.words[s.from:s.to] {
		if w.is(numeral) {
			return true
		}
	}
	return false
}

// framedWords marks the words of phrases with odd spacing that are not cut, and
// those before a mark with a space before it: a phrase may be injected there.
func (p *page) framedWords(cut []bool) []bool {
	out := p.flags.Take(len(p.words))
	for i := range p.words {
		out[i] = p.traced.right[i] == spaceMark && !cut[i]
	}
	for _, f := range p.suspected {
		for i := f.from; i < f.to && f.artefact >= conspicuous; i++ {
			out[i] = out[i] || !cut[i]
		}
	}
	return out
}

// inBlock reports that a line is one of rows of one mould.
func (a *assay) inBlock(line int) bool {
	if a.rows == nil {
		a.rows = a.p.flags.Take(len(a.p.lines))
		for _, b := range a.p.blocks() {
			for i := b[0]; i < b[1]; i++ {
				a.rows[i] = true
			}
		}
	}
	return a.rows[line]
}

// twoFamilies reports evidence of two families at least.
func twoFamilies(list []corpus.Evidence) bool {
	return slices.ContainsFunc(list, func(e corpus.Evidence) bool { return e.Family != list[0].Family })
}

// evidence says what convicts a unit.
func (u *specimen) evidence() (out []corpus.Evidence) {
	t := &u.traits
	add := func(is bool, family corpus.Family, weight float64, detail string) {
		if is {
			out = append(out, corpus.Evidence{Family: family, Weight: weight, Detail: detail})
		}
	}
	add(t[echoed] >= leastEchoed, corpus.Template, t[echoed], "most of its words stand in a row in another sentence")
	add(t[akinShare]+t[contested] > 0, corpus.Template, .8, "speaks of what was injected elsewhere on the page")
	add(t[moulded] > 0, corpus.Template, t[moulded], "in words of which another sentence has the most")
	add(t[unknown] > 0, corpus.Semantics, t[unknown], "speaks of hardly anything the page speaks of")
	add(t[writtenOut] > 0, corpus.Syntax, .5, "an address to go to of which the text does not speak")
	add(t[pricedAt]+t[rebated] > 0, corpus.Syntax, .4, "a price or a percentage")
	add(t[labelled] > 0, corpus.Syntax, .9, "a line that reports a link from elsewhere")
	add(t[inRows] > 0, corpus.Template, .6, "rows of one mould")
	add(u.alien(), Language, .6, "in another language than the text")
	add(t[amid] > .3, corpus.Layout, t[amid], "stands in a paragraph with what was injected")
	return out
}
