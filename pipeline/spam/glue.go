package spam

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An injected sentence need not stand between full stops. A copy that lost its
// line breaks runs a heading, or the last item of a list, into the sentence
// that was injected below it; an abbreviation before it hides where it begins;
// and where it was put into the midst of a sentence, the rest goes on behind it
// in small letters. Only the injected part is to fall.

// longestHeading is how many words a heading or an item of a list may have, those
// without two letters left out: amounts and units.
const longestHeading = 16

// leastRemains is how many words a sentence has at least that was run into an
// address before it.
const leastRemains = 5

// headingEnd is the word behind which no heading ends that begins with a stretch.
func (p *page) headingEnd(s stretch) int {
	n := 0
	for i := s.from; i < s.to; i++ {
		if w := &p.words[i]; w.is(numeral) || w.size() < 2 {
			continue
		}
		if n++; n > longestHeading {
			return i
		}
	}
	return s.to
}

// unglue gives the part of a stretch that does not belong to the text round
// it, all of it if no seam shows. The counts of what the text speaks of must
// not hold the stretch itself.
func (p *page) unglue(s stretch) stretch { return p.withoutRest(p.withoutHead(s)) }

// withoutHead leaves out a heading, or a genuine sentence, before the seam:
// there the text speaks of most of what is said, or what follows begins as
// other offers do, or a mark stands that was not taken for a full stop.
func (p *page) withoutHead(s stretch) stretch {
	if first, _ := p.opening(s); p.openings[first] > 1 {
		return s
	}
	known, terms := 0, 0
	heads, end := s.from == p.lines[s.line].from, p.headingEnd(s)
	for i := s.from; i < s.to-3; i++ {
		heading := heads && i < end
		if i > s.from && (p.plainly(i, s) || p.seam(i, s.line, heading, 2*known > terms) || heading && (p.beginsAlike(i) || p.turns(i, s) || known > 0 && 2*known == terms && p.startsAnew(i))) {
			s.from, s.start = i, p.words[i].start()
			return s
		}
		if w := p.words[i]; w.is(content) {
			terms++
			if p.inProse[w.stem] > 0 {
				known++
			}
		}
	}
	return s
}

// plainly reports a word in small letters behind a full stop, where all that names an
// address or a number stands behind it: a sentence before it goes its own way.
func (p *page) plainly(i int, s stretch) bool {
	last, gap := p.words[i-1], p.gap(i)
	if i-s.from < leastRemains || gap != ". " && gap != "! " && gap != "? " || last.size() < 4 || last.is(title) || p.words[i].is(title|numeral|address) {
		return false
	}
	named := func(w word) bool { return w.is(address | numeral) }
	return !slices.ContainsFunc(p.words[s.from:i], named) && slices.ContainsFunc(p.words[i:s.to], named)
}

// startsAnew reports a function word with a capital, behind a word that is none: no
// name of a ware begins so.
func (p *page) startsAnew(i int) bool {
	return p.words[i].is(function) && !p.words[i-1].is(function) && p.onlySpace(i) && p.begins(i)
}

// opening is how a stretch begins: its first word, or its first two where that is
// a function word, and whether the text does not speak of it.
func (p *page) opening(s stretch) (keys [2]int32, strange bool) {
	w := p.words[s.from]
	keys = [2]int32{w.key, -1}
	if !w.is(content) && s.words() > 1 {
		w = p.words[s.from+1]
		keys[1] = w.key
	}
	return keys, w.is(content) && p.inProse[w.stem] <= 0
}

// seam reports that what was injected may begin at a word: after a heading,
// or after a mark.
func (p *page) seam(i, line int, heading, known bool) bool {
	if before := p.words[i-1]; before.is(title) && i-1 > p.lines[line].from && p.inProse[before.stem] <= 0 && p.onlySpace(i) {
		return false // two words of a name that the text does not speak of
	}
	if !strings.ContainsAny(p.gap(i), marks) {
		return heading && (p.reopens(i) || (known || p.role(i) != free) && p.begins(i))
	}
	return (known || p.sentenceEnd(i) < 0) && (p.reopens(i) || p.begins(i))
}

// marks are those behind which a sentence may begin.
const marks = ".!?…\"”“»"

// withoutRest leaves out what goes on in small letters behind a full stop and
// names no address, and a sentence that begins right behind the last address.
func (p *page) withoutRest(s stretch) stretch {
	for i := s.to - 1; i > s.from+3; i-- {
		w, last := p.words[i], p.words[i-1]
		if w.is(address) {
			return s
		}
		if last.is(address) && s.to-i >= leastRemains && p.onlySpace(i) && p.begins(i) {
			s.to, s.end = i, last.end()
			return s
		}
		gap := p.gap(i)
		stop := strings.IndexAny(gap, ".!?")
		if stop < 0 || !strings.ContainsAny(gap[stop:], " \n") || w.is(title|numeral) || last.size() < 3 && !last.is(address|numeral) {
			continue
		}
		s.to, s.end = i, last.end()+stop+1
		return s
	}
	return s
}

// reopens reports a word with a capital in mid-sentence that begins another
// of the sentences that were set aside.
func (p *page) reopens(i int) bool {
	return p.opens != nil && p.words[i].is(title) && p.opens[p.words[i].key]
}

// begins reports a word in mid-sentence with which another sentence may begin:
// with a capital, no comma or governing word before it, and small letters after.
func (p *page) begins(i int) bool {
	w, next := p.words[i], p.words[i+1]
	if !w.is(title) || w.is(upper) && w.size() > 1 || next.is(title) && !w.is(function) {
		return false
	}
	if gap := p.gap(i); !blank(gap) {
		return strings.ContainsAny(gap, marks)
	}
	if p.role(i-1) != free {
		return false
	}
	if p.caseWeight() < .2 { // every noun has a capital
		return w.is(function) && utf8.RuneCountInString(p.text[w.start():w.end()]) > 1
	}
	return true
}

// unglued is unglue for a stretch whose words are counted.
func (p *page) unglued(s stretch) stretch {
	p.openOffers()
	if s.prose {
		p.count(s, -1)
		defer p.count(s, 1)
	}
	return p.unglue(s)
}
