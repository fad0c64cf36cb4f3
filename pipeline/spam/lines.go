package spam

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLines fills lines and sentences and counts the stems of prose.
func (p *page) cutLines() {
	p.inProse = p.numbers.Take(len(p.keys))
	for start, at := 0, 0; start < len(p.text); {
		end := len(p.text)
		if i := strings.IndexByte(p.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if at < len(p.words) && p.words[at].start() < end {
			at = p.cutLine(start, end, at)
		}
		start = end + 1
	}
	for _, l := range p.lines {
		if l.prose {
			p.count(l, 1)
			p.proseSize += l.words()
		}
	}
}

// count adds n to the count of every stem of content in s.
func (p *page) count(s stretch, n int32) {
	for _, t := range p.terms[s.from:s.to] {
		p.inProse[t] += n
	}
	p.inProse[noTerm] = 0
}

// cutLine takes the line between two bytes, whose first word is given, splits it
// where a sentence ends, and returns the first word of the next line.
func (p *page) cutLine(start, end, from int) (to int) {
	line := stretch{start: start, end: end, from: from, line: len(p.lines), absent: ^class(0)}
	first, s := len(p.sentences), line
	var of, before shares // of the line, and of what stands before the sentence
	parts, partsBefore, words := 0, 0, p.words
	for to = from; to < len(words) && words[to].start() < end; to++ {
		c := words[to].class
		if c&stopBefore != 0 && to > from {
			if cut := p.sentenceEnd(to); cut >= 0 {
				s.end, s.to = cut, to
				s.functions, s.parts = int32(of.functions-before.functions), int32(parts-partsBefore)
				p.sentences = append(p.sentences, s)
				before, partsBefore = of, parts
				line.absent &= s.absent
				s.start, s.from, s.absent = cut+white(p.text[cut:]), to, ^class(0)
			}
		}
		s.absent &^= c
		parts += c.one(partBefore)
		of = of.and(c)
	}
	s.end, s.to = end, to
	s.functions, s.parts = int32(of.functions-before.functions), int32(parts-partsBefore)
	p.sentences = append(p.sentences, s)
	line.absent &= s.absent
	line.to, line.functions, line.parts = to, int32(of.functions), int32(parts)
	if line.prose = p.isProse(line, of); line.prose {
		for i := range p.sentences[first:] {
			p.sentences[first+i].prose = true
		}
	}
	p.lines = append(p.lines, line)
	return to
}

// shares counts the words of a line by what they look like.
type shares struct{ functions, titles, odd, characters int }

// and counts one more word, without a branch, see cohere.
func (n shares) and(c class) shares {
	isFunction, isTitle := c.one(function), c.one(title)
	return shares{
		functions:  n.functions + isFunction,
		titles:     n.titles + isTitle&^isFunction,
		odd:        n.odd + c.one(numeral|address)&^(isFunction|isTitle),
		characters: n.characters + c.one(spaceless),
	}
}

// isProse reports that a line reads like running text: long enough, with
// function words as prose has them, mostly in lower case.
func (p *page) isProse(s stretch, of shares) bool {
	n := s.words()
	if of.characters*2 > n {
		return n >= 20
	}
	return n >= 10 && of.functions*6 >= n && (of.titles+of.odd)*2 <= n && (of.functions*4 >= n || of.titles*4 <= n) || p.isSparseProse(s, of.titles, of.odd)
}

// sentenceEnd returns the offset just after the sentence that ends in the
// gap before word i, its closing quotes included, or -1.
func (p *page) sentenceEnd(i int) int {
	gap := p.gap(i)
	at := stop(gap)
	if at < 0 {
		return -1
	}
	prev, next := &p.words[i-1], &p.words[i]
	wide := strings.ContainsAny(gap[at:], "。！？")
	if !wide && strings.IndexFunc(gap[at:], unicode.IsSpace) < 0 && !p.setBefore(i) {
		return -1
	}
	if !wide && !next.is(title|numeral|spaceless) && cased(p.text[next.start():next.end()]) {
		return -1
	}
	if gap[at] == '.' && blank(gap[at+1:]) && prev.is(title) && prev.size() <= 2 {
		return -1 // an initial, or "Mr."
	}
	end := at
	for end < len(gap) {
		r, n := utf8.DecodeRuneInString(gap[end:])
		if unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi) {
			break
		}
		end += n
	}
	return prev.end() + end
}

// alienRun is how many words in another script tell that the full stop behind them is
// that of a sentence.
const alienRun = 5

// setBefore reports a word of a script without spaces, behind so many of one with, or
// behind an address: a sentence was set in before it, where no space is needed.
func (p *page) setBefore(i int) bool {
	switch {
	case !p.words[i].is(spaceless):
		return false
	case p.words[i-1].is(address):
		return true
	case i < alienRun:
		return false
	}
	return !slices.ContainsFunc(p.words[i-alienRun:i], func(w word) bool { return w.is(spaceless) })
}

// stop is where a gap has the mark that ends a sentence, -1 where it has none.
func stop(gap string) int {
	for i := 0; i < len(gap); i++ {
		switch c := gap[i]; {
		case c == '.' || c == '!' || c == '?':
			return i
		case c >= utf8.RuneSelf:
			return strings.IndexAny(gap, ".!?…。！？")
		}
	}
	return -1
}

// cased reports whether a word is of a script that has capitals.
func cased(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || unicode.IsUpper(r)
}

// white returns the length of the white space that s begins with.
func white(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }
