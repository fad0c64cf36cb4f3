package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLines fills lines and sentences and counts the stems of prose.
func (p *page) cutLines() {
	p.inProse = p.numbers.Take(len(p.keys))
	at := 0
	for start := 0; start < len(p.text); {
		end := len(p.text)
		next := end
		if i := strings.IndexByte(p.text[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
		}
		s := stretch{start: start, end: end, from: at, line: len(p.lines)}
		for at < len(p.words) && p.words[at].start() < end {
			at++
		}
		s.to = at
		if s.words() > 0 {
			s.absent = ^p.classes(s)
			s.prose = p.isProse(s)
			p.lines = append(p.lines, s)
			p.cutSentences(s)
		}
		start = next
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

// isProse reports that a line reads like running text: long enough, with
// function words as prose has them, mostly in lower case.
func (p *page) isProse(s stretch) bool {
	n := s.words()
	if n < 10 && s.lacks(spaceless) {
		return false
	}
	var fun, tit, chars, odd int
	for i := s.from; i < s.to; i++ { // without a branch, see cohere
		c := p.words[i].class
		isFunction, isTitle := c.one(function), c.one(title)
		fun += isFunction
		tit += isTitle &^ isFunction
		odd += c.one(numeral|address) &^ (isFunction | isTitle)
		chars += c.one(spaceless)
	}
	if chars*2 > n {
		return n >= 20
	}
	return n >= 10 && fun*6 >= n && (tit+odd)*2 <= n && (fun*4 >= n || tit*4 <= n) || p.isSparseProse(s, tit, odd)
}

// cutSentences splits a line where a sentence ends.
func (p *page) cutSentences(line stretch) {
	s := line
	s.absent = ^p.words[s.from].class
	for i := line.from + 1; i < line.to; i++ {
		w := &p.words[i]
		if !w.is(spaced) {
			if cut := p.sentenceEnd(i); cut >= 0 {
				s.end, s.to = cut, i
				p.sentences = append(p.sentences, s)
				s.start, s.from, s.absent = cut+white(p.text[cut:]), i, ^class(0)
			}
		}
		s.absent &^= w.class
	}
	s.end, s.to = line.end, line.to
	p.sentences = append(p.sentences, s)
}

// classes are those that some word of a stretch has.
func (p *page) classes(s stretch) (all class) {
	for i := s.from; i < s.to; i++ {
		all |= p.words[i].class
	}
	return all
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
	if !wide && strings.IndexFunc(gap[at:], unicode.IsSpace) < 0 {
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
