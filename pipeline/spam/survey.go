package spam

import (
	"math/bits"
	"slices"
	"strings"
)

// A survey is what the sentences and lines of a page have in common.
type survey struct {
	p      *page
	units  []stretch // sentences of two words and more, those that only repeat another left out
	words  int       // words in units
	threes []int32   // by the number of a three of words: how many stand in units
	stem   int32     // the word of content that stands most often
	share  float64   // share of the words that it makes
	pair   float64   // share of the words that the commonest pair makes

	moulded tallied // stand in the mould of others
	listed  tallied // list phrases built on one word
	untied  tallied // pile up words with capitals
	marked  tallied // hold the remains of link markup
	holding tallied // hold the commonest word
	priced  tallied // name a price
	rebate  tallied // name a percentage
	linked  tallied // name an address
	shouted tallied // have an exclamation mark
	called  tallied // name a number to call
	farmed  tallied // send to a site that the page never names
	signed  []bool  // by unit: has one of these
	free    int     // words in units that have none
	plain   int     // units of prose that have none
}

// tallied counts units and their words.
type tallied struct{ units, words int }

func (t *tallied) add(s stretch) {
	t.units++
	t.words += s.words()
}

func (p *page) survey() *survey {
	v := &survey{p: p}
	v.collect()
	v.findStuffing()
	return v
}

// classify notes the signs of all units but those of selling.
func (v *survey) classify() {
	scratch := v.p.numbers.Take(len(v.p.keys))
	v.signed = v.p.flags.Take(len(v.units))
	for i, s := range v.units {
		v.classifyUnit(i, s, scratch)
	}
}

// addSelling notes the signs of selling, and which units have no sign at all.
func (v *survey) addSelling() {
	for i, s := range v.units {
		v.classifySelling(i, s)
		if !v.signed[i] {
			v.free += s.words()
			if s.words() >= leastMoulded && v.p.isSentence(s) {
				v.plain++
			}
		}
	}
}

// collect takes the units of the page and counts the threes of words in them.
func (v *survey) collect() {
	v.units = v.p.surveyed[:0]
	numbers, times := v.p.threes()
	wordings, worded, refrains := v.p.register.Reset(len(v.p.sentences)), 0, 0
	for _, s := range v.p.sentences {
		if s.words() < 2 {
			continue
		}
		if n := numbers[s.from]; n != oneThree { // else its words stand here alone
			if int(wordings.Number(v.p.wording(s))) < worded {
				refrains++
				continue // a refrain is no mould
			}
			worded++
		}
		v.units = append(v.units, s)
		v.words += s.words()
	}
	v.p.surveyed = v.units
	if v.threes = times; refrains == 0 {
		return
	}
	v.threes = v.p.numbers.Take(len(times))
	for _, s := range v.units {
		for _, t := range threesOf(numbers, s) {
			if t >= 0 {
				v.threes[t]++
			}
		}
	}
}

// threesOf are the numbers of the threes of a stretch.
func threesOf(numbers []int32, s stretch) []int32 { return numbers[s.from:max(s.from, s.to-2)] }

// wording is a name for the words of a stretch. Two wordings with one name
// are hardly ever met, and would only take a sentence out of the survey.
func (p *page) wording(s stretch) uint64 {
	name := uint64(s.words())
	for _, w := range p.words[s.from:s.to] {
		name = (bits.RotateLeft64(name, 23) ^ uint64(w.key)) * 0x9E3779B97F4A7C15
	}
	return name
}

// findStuffing finds the word and the pair of words that stand most often.
func (v *survey) findStuffing() {
	all, chars := len(v.p.words), 0
	if v.p.addressed || v.p.some&spaceless != 0 {
		all, chars = v.spoken()
	}
	v.stem = v.p.commonStem
	most := float64(v.p.stands[v.stem])
	if 2*most/float64(all+1) > leastPair { // no pair stands more often than its words
		v.pair = float64(2*v.p.commonestPair()) / float64(all+1)
	}
	if chars*2 > all {
		most *= 2 // a stem is two characters there, each a word
	}
	v.share = most / float64(all+1)
}

// spoken counts the words that are not of addresses, and those of them that are
// characters.
func (v *survey) spoken() (all, chars int) {
	for i := range v.p.words {
		if c := v.p.words[i].class; c&(address|spaceless) == 0 {
			all++
		} else if c&address == 0 {
			all++
			chars++
		}
	}
	return all, chars
}

// commonestPair is how often the pair of words of content stands that stands
// most often.
func (p *page) commonestPair() (most int32) {
	pairs, counts := p.register.Reset(len(p.words)), p.numbers.Take(len(p.words))
	for i := 1; i < len(p.words); i++ {
		a, b := &p.words[i-1], &p.words[i]
		if a.class&b.class&content == 0 || b.is(spaceless) || !p.onlySpace(i) {
			continue
		}
		two := pairs.Number(pairName(a.stem, b.stem))
		counts[two]++
		most = max(most, counts[two])
	}
	return most
}

// note counts a unit that has a sign.
func (v *survey) note(t *tallied, i int, is bool) {
	if is {
		t.add(v.units[i])
		v.signed[i] = true
	}
}

// classifyUnit notes what signs of mould, stuffing, layout and markup a unit has.
func (v *survey) classifyUnit(i int, s stretch, scratch []int32) {
	v.note(&v.moulded, i, v.isMoulded(s))
	v.note(&v.listed, i, v.p.onOneWord(s, scratch))
	v.note(&v.untied, i, v.p.isUntied(s))
	v.note(&v.marked, i, v.p.linkMarkup(s))
	v.note(&v.holding, i, v.share >= .05 && v.holds(s))
}

// classifySelling notes what signs of selling a unit has.
func (v *survey) classifySelling(i int, s stretch) {
	sites, _, called := v.p.links(s)
	price, percent := v.p.priced(s)
	v.note(&v.priced, i, price)
	v.note(&v.rebate, i, percent)
	v.note(&v.linked, i, sites > 0)
	if sites > 0 || v.p.linkMarkup(s) {
		strange, written := v.p.strangeSite(s)
		v.note(&v.farmed, i, strange && written)
	}
	v.note(&v.shouted, i, v.p.loud && shouts(v.p.text[s.start:s.end]))
	v.note(&v.called, i, called)
}

// isMoulded reports a sentence of which three fifths stand in other units too,
// word for word, numbers aside. The names in a shop's list are no sentences.
func (v *survey) isMoulded(s stretch) bool {
	if s.words() < 5 {
		return false
	}
	numbers, _ := v.p.threes()
	covered, next := 0, s.from
	for i := s.from; i+2 < s.to; i++ {
		if t := numbers[i]; t >= 0 && v.threes[t] > 1 {
			covered += i + 3 - max(i, next)
			next = i + 3
		}
	}
	return covered*5 >= s.words()*3 && v.p.isSentence(s)
}

// isSentence reports a unit that ends in a mark or has function words as
// prose has them.
func (p *page) isSentence(s stretch) bool {
	if fullStop(p.text[p.words[s.to-1].end():s.end]) {
		return true
	}
	functions := 0
	for i := s.from; i < s.to; i++ {
		if p.words[i].is(function) {
			functions++
		}
	}
	return functions*6 >= s.words()
}

// fullStop reports a mark that ends a sentence.
func fullStop(gap string) bool {
	for _, r := range gap {
		switch r {
		case '.', '!', '?', '。', '！', '？':
			return true
		}
	}
	return false
}

func (v *survey) holds(s stretch) bool {
	return slices.Contains(v.p.terms[s.from:s.to], v.stem)
}

// mayList reports a unit of four parts and more.
func (s stretch) mayList() bool { return s.parts >= 3 }

// onOneWord reports a list of four phrases and more, most built on one word.
func (p *page) onOneWord(s stretch, scratch []int32) bool {
	if !s.mayList() {
		return false
	}
	var room [8]stretch
	parts := room[:0]
	part := s
	for i := s.from + 1; i < s.to; i++ {
		if p.words[i].is(partBefore) {
			part.to = i
			parts = append(parts, part)
			part = s
			part.from = i
		}
	}
	if parts = append(parts, part); len(parts) < 4 {
		return false
	}
	_, most := p.commonest(parts, 4, scratch)
	return most >= 4 && most*2 >= len(parts)
}

// partsPhrases reports what stands between the phrases of a list, in a page of
// nothing but spam.
func partsPhrases(r rune) bool { return isSeparator(r) || r == '｜' }

// isUntied reports eight words and more with nothing but spaces between them,
// most with a capital, hardly a function word among them. Words all in
// capitals are no sign: tables and headings are set so.
func (p *page) isUntied(s stretch) bool {
	if !s.mayBeUntied() {
		return false
	}
	n, capitals, stops := s.words(), 0, 0
	for i := s.from; i < s.to; i++ {
		if p.words[i].class&(title|upper) == title {
			capitals++
		}
	}
	if capitals*10 < 7*n {
		return false
	}
	for i := s.from + 1; i < s.to; i++ {
		if !p.onlySpace(i) {
			stops++
		}
	}
	return stops*8 <= n
}

// mayBeUntied reports such a unit by its figures.
func (s stretch) mayBeUntied() bool {
	n := s.words()
	return n >= 8 && !s.lacks(title) && int(s.functions)*5 <= n
}

func (v *survey) ofWords(t tallied) float64 { return float64(t.words) / float64(max(v.words, 1)) }
func (v *survey) ofUnits(t tallied) float64 { return float64(t.units) / float64(len(v.units)+1) }

// linkMarkup reports that a stretch has the remains of a link.
func (p *page) linkMarkup(s stretch) bool { return p.marked && linkMarkup(p.text[s.start:s.end]) }

// hasLink reports that a stretch has the remains of a link, those of Markdown among
// them: what stands round it is no offer because it names an address.
func (p *page) hasLink(s stretch) bool {
	return p.linkMarkup(s) || p.addressed && !s.lacks(address) && strings.Contains(p.text[s.start:s.end], "](http")
}

// linkMarkup reports the remains of a link in HTML or BBCode.
func linkMarkup(text string) bool {
	return strings.Contains(text, "href=") || strings.Contains(text, "[url") || strings.Contains(text, "[URL")
}
