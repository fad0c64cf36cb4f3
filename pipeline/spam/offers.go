package spam

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Injected sentences vouch for each other: what one sells, the next one sells
// too, so that their words are no strangers to the text. What sells, what is
// cast in one mould and what is in another language is therefore set aside
// together and measured against the prose that is left. A genuine text that
// sells, sells in most of its sentences, or sells what the rest speaks of.

// An offer is a sentence that was set aside.
type offer struct {
	unit
	site, price, rebate bool // names an address, a price, a percentage
	written             bool // the address is written out, as one to go to
	moulded             bool // another sentence shares its mould
	distant             bool // one that does stands elsewhere in the text
	sentence            bool // is no entry of a list and no code
	wares               int  // words that other offers have and the rest hardly has
	convicted           bool
}

const (
	mostOffers = .5 // share of the words that may be set aside
	leastRest  = 60 // words of prose that the rest must have
	leastSigns = 3  // words behind a sign of code from which a stretch is code
)

// offers finds the sentences that sell what the rest of the text does not
// speak of, and marks their words as kin. Their words leave the count.
func (p *page) offers(n norms, passages []corpus.Passage, known []corpus.Proposal, kin []bool, scratch []int32) []corpus.Proposal {
	if !p.mayConvict(kin) {
		p.unopened = &aside{passages, slices.Clone(known)}
		return nil
	}
	all := p.setAside(passages, known)
	for _, o := range all {
		o.selling = p.sell(o.stretch, n, scratch)
	}
	p.countOffers(all, -1)
	p.noteOpenings(all)
	p.convict(all, n, kin)
	for _, o := range all {
		if o.convicted {
			p.noteBegun(o.stretch)
		}
	}
	var out []corpus.Proposal
	for i, o := range all {
		if !o.convicted {
			p.countOffers(all[i:i+1], 1)
			continue
		}
		o.stretch = p.unglue(o.stretch)
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Evidence: o.evidence(), Head: p.headOf(o.from, o.to, 4)}
		q.Start, q.End = p.spanOf(o.stretch)
		out = append(out, q)
	}
	return out
}

// mayConvict reports that something on the page may be an offer beyond doubt, which
// names a site, or was injected. Most pages have nothing of the kind.
func (p *page) mayConvict(kin []bool) bool {
	if slices.Contains(kin, true) {
		return true
	}
	for i := range p.sentences {
		if p.siteOf(i).strange {
			return true
		}
	}
	return false
}

// countOffers adds n to the counts of the words of offers in prose.
func (p *page) countOffers(all []*offer, n int32) {
	for _, o := range all {
		if o.prose {
			p.count(o.stretch, n)
		}
	}
}

// An aside is by what sentences are set aside, where no offer may be among them.
type aside struct {
	passages []corpus.Passage
	known    []corpus.Proposal
}

// openOffers notes how the sentences set aside begin, if offers did not.
func (p *page) openOffers() {
	if p.unopened == nil {
		return
	}
	all := p.setAside(p.unopened.passages, p.unopened.known)
	p.unopened = nil
	p.countOffers(all, -1)
	p.noteOpenings(all)
	p.countOffers(all, 1)
}

// noteOpenings notes the words with which the sentences set aside begin: their
// first ones, and the first with a capital behind different words of heads that
// were run into them, of which the text speaks: what is for sale stands behind
// different words, too. The counts must not hold the sentences.
func (p *page) noteOpenings(all []*offer) {
	p.opens, p.openings = p.flags.Take(len(p.keys)), map[[2]int32]int{}
	for _, o := range all {
		if first, strange := p.opening(o.stretch); strange {
			p.openings[first]++
		}
	}
	behind := make(map[int32]int32) // by key: the word before it
	for _, o := range all {
		p.opens[p.words[o.from].key] = true
		known := false
		for i := o.from + 1; i < o.to; i++ {
			w := p.words[i]
			known = known || p.words[i-1].is(content) && p.inProse[p.words[i-1].stem] > 0
			if !w.is(title) || w.is(address) || p.inProse[w.stem] > 0 || !p.onlySpace(i) {
				continue
			}
			if before, ok := behind[w.key]; ok && before != p.words[i-1].key && known {
				p.opens[w.key] = true
			}
			behind[w.key] = p.words[i-1].key
			break
		}
	}
}

// setAside returns the sentences that sell, stand in a mould or in another
// language, or none where they are most of the page.
func (p *page) setAside(passages []corpus.Passage, known []corpus.Proposal) []*offer {
	moulds := p.mouldedSentences()
	var out []*offer
	words, rest := 0, p.proseSize
	for i, s := range p.sentences {
		if s.words() < 4 || s.words() > longest || p.holdsPhrase(known, s) || p.hasLink(s) {
			continue // a phrase inside it may be injected, not the sentence
		}
		site, c := p.siteOf(i), p.priceOf(i)
		foreign := p.foreign(s, passages)
		if !site.strange && !c.price && !c.percent && !foreign && moulds[i] == noMould {
			continue
		}
		o := &offer{unit: unit{stretch: s}, site: site.strange, written: site.written, price: c.price, rebate: c.percent}
		o.sentence = p.isSentence(s) && !p.columns(s) && !p.mixed(s) && !p.coded(s)
		o.moulded, o.distant = o.sentence && moulds[i] != noMould, o.sentence && moulds[i] == distantMould
		if foreign {
			o.language = .6
		}
		if !site.strange && !c.price && !c.percent && !foreign && !o.moulded {
			continue
		}
		out = append(out, o)
		words += s.words()
		if s.prose {
			rest -= s.words()
		}
	}
	if rest < leastRest || float64(words) > mostOffers*float64(len(p.words)) {
		return nil
	}
	return out
}

// mixed reports words in two scripts: where an injected sentence is joined to
// a genuine one without a space between them, where it ends is a guess.
func (p *page) mixed(s stretch) bool {
	if s.lacks(latin) || s.lacks(unlatin) {
		return false
	}
	latins, others := 0, 0
	for i := s.from; i < s.to; i++ {
		switch w := &p.words[i]; {
		case w.is(address | numeral):
		case w.is(latin):
			latins++
		default:
			others++
		}
	}
	return latins >= 2 && others >= 2
}

// Signs that hardly stand in prose: of code, and those of logs and comments, which
// part the phrases of a list, too.
const (
	codeSigns = `\{}<>=_^`
	logSigns  = codeSigns + `/[]~|*`
)

// coded reports the signs of code or of a log round three words and more, those of
// addresses left out: "* [rc] Merge refs/heads/portable" is no sentence.
func (p *page) coded(s stretch) bool {
	n := 0
	for i := s.from; i < s.to; i++ {
		if w := &p.words[i]; i > 0 && !w.is(spaced|address) && strings.ContainsAny(p.gap(i), logSigns) {
			n++
		}
	}
	return n >= leastSigns
}

// speech marks the words that stand outside addresses, and of the words of addresses those
// that are two such words run together.
func (p *page) speech() []bool {
	if p.spoken == nil {
		p.spoken = p.flags.Take(len(p.keys))
		for _, w := range p.words {
			if !w.is(address) {
				p.spoken[w.key] = true
			}
		}
		p.runTogether()
	}
	return p.spoken
}

// leastTogether is how many bytes two words have that are run together in an address.
const leastTogether = 7

// runTogether marks the words of addresses that are two words of the text run together: the
// shop in Mill Lane is milllane.example. Lines with an address do not vouch: who sells boots
// there calls his site so.
func (p *page) runTogether() {
	names := map[string]int32{}
	var begun [256]uint64 // by the first byte of a name: a bit for how many it has, from 63 on one for all
	for _, w := range p.words {
		if key := p.keys[w.key]; w.is(address) && len(key) >= leastTogether {
			names[key] = w.key
			begun[key[0]] |= 1 << min(63, len(key))
		}
	}
	if len(names) == 0 {
		return
	}
	var both []byte
	for _, l := range p.lines {
		for i := l.from + 1; i < l.to && l.lacks(address); i++ {
			a, b := &p.words[i-1], &p.words[i]
			if !b.is(spaced) || a.is(function|numeral) || b.is(function|numeral) {
				continue
			}
			one, two := p.keys[a.key], p.keys[b.key]
			if one == "" || begun[one[0]]>>min(63, len(one)+len(two))&1 == 0 {
				continue // most
			}
			both = append(append(both[:0], one...), two...)
			if key, ok := names[string(both)]; ok {
				p.spoken[key] = true
			}
		}
	}
}

// A site says what address a sentence names.
type site struct{ strange, written bool }

// siteOf is strangeSite of a sentence, looked for once.
func (p *page) siteOf(sentence int) site {
	if !p.addressed {
		return site{}
	}
	if len(p.sites) == 0 {
		for _, s := range p.sentences {
			var c site
			c.strange, c.written = p.strangeSite(s)
			p.sites = append(p.sites, c)
		}
	}
	return p.sites[sentence]
}

// strangeSite reports the address of a site of which no name is a word of the
// text: what a text speaks of, it may well send its readers to.
func (p *page) strangeSite(s stretch) (strange, written bool) {
	if s.lacks(address) {
		return false, false
	}
	for i := s.from; i < s.to; i++ {
		if !p.beginsAddress(i, s.from) {
			continue
		}
		end := p.hostEnd(i, s.to)
		host := p.text[p.words[i].start():p.words[end-1].end()]
		if !strings.Contains(host, ".") || end < s.to && p.gap(end) == "@" || !p.isSite(i, end) || p.spokenOf(i, end-1) || p.numbered(i, end, s.to) {
			continue
		}
		strange = true
		if p.writtenOut(i) {
			written = written || !p.quoted(i)
		}
	}
	return strange, written
}

// numbered reports the address of a document whose number stands right before it and
// in it, as "RFC 2047 <https://example.org/html/rfc2047>": the text speaks of that.
func (p *page) numbered(i, end, to int) bool {
	if i == 0 || !p.words[i-1].is(numeral) || p.words[i-1].size() < 3 {
		return false
	}
	for end < to && p.words[end].is(address) && p.joined(end) {
		end++
	}
	w := p.words[i-1]
	return strings.HasSuffix(p.text[p.words[i].start():p.words[end-1].end()], p.text[w.start():w.end()])
}

// quoted reports a quotation mark right before a word: an address that is
// quoted is spoken of, and nobody is sent to it.
func (p *page) quoted(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(p.text[:p.words[i].start()])
	return r == '"' || r == '\'' || unicode.In(r, unicode.Pi)
}

// spokenOf reports that one of words [from, to) of an address stands in the
// text too.
func (p *page) spokenOf(from, to int) bool {
	speech := p.speech()
	for _, w := range p.words[from:to] {
		if speech[w.key] && w.size() >= 3 {
			return true
		}
	}
	return false
}

// convict measures what was set aside against the rest of the text, first
// what is an offer beyond doubt, then, again and again, what is of one trade
// with that or with phrases already found.
func (p *page) convict(all []*offer, n norms, kin []bool) {
	if len(all) == 0 {
		return
	}
	ware := p.wares(all)
	for _, o := range all {
		p.gauge(o, n, ware)
		if o.selfEvident() {
			p.condemn(o, ware, kin)
		}
	}
	if !slices.Contains(kin, true) {
		return
	}
	for found := true; found; {
		found = false
		for _, o := range all {
			if o.convicted || !o.sentence {
				continue
			}
			p.gauge(o, n, kin)
			if o.wares >= 2 && o.wares*4 >= o.terms && o.known*4 <= o.terms && (o.site || o.moulded || o.language > 0 || p.scatters(o.stretch, kin)) {
				o.kin = .8
				p.condemn(o, ware, kin)
				found = true
			}
		}
	}
}

// scatters reports that words of the trade stand all over a sentence: those of
// a phrase inside it stand together. What a number counts is no ware.
func (p *page) scatters(s stretch, kin []bool) bool {
	n, terms, first, last := 0, 0, -1, 0
	for i := s.from; i < s.to; i++ {
		w := p.words[i]
		if !w.is(content) || i > s.from && p.words[i-1].is(numeral) {
			continue
		}
		if terms++; !kin[w.stem] {
			continue
		}
		if n++; first < 0 {
			first = i
		}
		last = i
	}
	return n >= 2 && (2*n >= terms || 4*(last-first+1) >= s.words())
}

// condemn convicts an offer and makes its words those of the trade.
func (p *page) condemn(o *offer, ware, kin []bool) {
	o.convicted = true
	for _, w := range p.words[o.from:o.to] {
		if w.is(content) && (p.inProse[w.stem] <= 0 || ware[w.stem]) {
			kin[w.stem] = true
		}
	}
}

// wares are the words that two and more sentences set aside share and that
// the rest hardly has: that it has them at all may be due to injected phrases.
func (p *page) wares(all []*offer) []bool {
	out := p.flags.Take(len(p.keys))
	holders, last := p.numbers.Take(len(p.keys)), p.numbers.Take(len(p.keys))
	for k, o := range all {
		for i := o.from; i < o.to; i++ {
			w := &p.words[i]
			if last[w.stem] == int32(k+1) {
				continue
			}
			if last[w.stem] = int32(k + 1); w.is(content) {
				holders[w.stem]++
			}
		}
	}
	for stem, n := range holders {
		out[stem] = n >= 2 && p.inProse[stem] <= n+2
	}
	return out
}

// gauge counts the words of content of an offer, those that are wares, and of
// the others those that the rest of the text knows.
func (p *page) gauge(o *offer, n norms, ware []bool) {
	o.cohesion, o.wares = cohesion{}, 0
	for i := o.from; i < o.to; i++ {
		w := &p.words[i]
		switch {
		case !w.is(content):
			continue
		case ware[w.stem]:
			o.wares++
		case p.inProse[w.stem] > 0:
			o.known++
		}
		o.terms++
	}
	share := float64(o.known) / float64(max(o.terms, 1))
	o.semantics = min(1, o.surprise(n.known)/1.5) * max(0, 1-3*share)
}

// selfEvident reports the families that are enough together. Nobody sends his
// readers to a site of which his text speaks nowhere, written out as one to go
// to, and names a price beside it, or says it again in the same words of
// another. Of the mere name of a site that may be said in a report: there the
// text must also speak of nothing that the sentence speaks of.
func (o *offer) selfEvident() bool {
	if !o.sentence || o.terms < 3 || 2*o.known > o.terms {
		return false
	}
	if o.moulded {
		o.kin = .8
	}
	if o.written {
		if o.weight() < evident {
			return false
		}
		o.semantics = max(o.semantics, leastStrange) // another family than selling
		return true
	}
	return o.site && o.semantics >= .5 && (o.price || o.moulded && o.prose)
}

// leastStrange is what it weighs at least that the page has no more than half of the
// words of a sentence.
const leastStrange = .05

// evident is the weight from which a sentence with an address is an offer.
const evident = 2.5

// weight adds up what is odd about a sentence that names an address, if
// there is something besides: what stands in a list, or is quoted in another
// language, names addresses too.
func (o *offer) weight() float64 {
	if !o.price && !o.rebate && (!o.distant || o.semantics < .25) {
		return 0
	}
	sum := 1.5 + 2*o.semantics
	sign := func(is bool, weight float64) {
		if is {
			sum += weight
		}
	}
	sign(o.price, 1)
	sign(o.rebate, .8)
	sign(o.distant, 1.5)
	sign(o.moulded && !o.distant, .3)
	sign(o.language > 0, .6)
	return sum
}
