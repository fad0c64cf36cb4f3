package furniture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// A shape is what a line looks like whatever its language: the signs it
// opens with, what parts it, how it ends.
type shape struct {
	parts     float64 // pieces between bars, arrows, double colons and wide gaps
	piece     float64 // words in a piece, on average
	dash      bool    // a dash between spaces
	bracketed bool    // all of it stands in brackets
	arrow     bool    // opens with an arrow, a quotation angle or a number sign
	bullet    bool    // opens with a dash, star or bullet
	rights    bool    // a copyright sign
	date      bool    // hardly more than a date
	clock     bool    // a time of day
	counted   bool    // ends in a number in brackets
	numbers   float64 // share of words that are nothing but digits
	tail      bool    // words that end in an address
	wide      bool    // a gap of four blanks or more
	lower     bool    // begins with a small letter
	measured  bool    // opens with a number and goes on in words, as an ingredient does
	code      bool    // the signs of program text
	leads     bool    // so, and all words before the colon are such, or function words: it leads to another page
	command   bool    // words of buttons before a colon, as "Read more: ..."
	asks      bool    // ends in a question or exclamation mark
	head      uint64  // its first word
	last      uint64  // its last word
	frame     uint64  // its signs in order, words and numbers standing for themselves; 0 without signs
}

// isParting reports what parts the pieces of a menu or a line of facts.
func isParting(r rune) bool {
	switch r {
	case '|', '·', '•', '»', '›', '→', '/', '>', '¦':
		return true
	}
	return false
}

// shape reads the shape of the block whose words measure has just found.
func (p *page) shape(b *block) shape {
	s := p.text[b.start:b.end]
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	out := shape{parts: 1, lower: unicode.IsLower(first), asks: last == '?' || last == '!' || last == '？' || last == '！'}
	out.arrow = strings.ContainsRune("»«›‹→>#▸►", first)
	out.bullet = strings.ContainsRune("-*•–—·", first)
	out.bracketed = strings.ContainsRune("[(【［", first) && strings.ContainsRune("])】］", last)
	if len(s) > 400 {
		return out // a paragraph
	}
	has := func(kinds uint16) bool { return b.bytes&kinds != 0 }
	out.rights = has(hasC2) && (strings.Contains(s, "©") || strings.Contains(s, "®")) || has(hasBracket) && (strings.Contains(s, "(c)") || strings.Contains(s, "(C)"))
	out.dash = has(hasDash|hasE2) && dashed(s)
	out.wide = has(hasTab) || wide(s)
	if out.piece = b.words; b.addressed || has(hasBar|hasSign|hasC2) || has(hasFrame) && framed(s) {
		p.fieldsOf(&out, s, b)
	}
	p.wordsOf(&out, b)
	if has(hasColon) {
		out.command, out.leads = p.command(b)
		out.leads = out.leads && !b.terminal && !b.prose()
	}
	out.code = has(hasCode) && isCode(s)
	return out
}

// hasFrame are the bytes of the signs that part fields and begin and end them.
const hasFrame = hasBar | hasSign | hasColon | hasBracket | hasDash | hasC2 | hasE2

// fieldsOf reads what stands between blanks: partings, addresses, brackets.
func (p *page) fieldsOf(out *shape, s string, b *block) {
	p.fields = appendFields(p.fields[:0], s)
	addressed := b.addressed || b.bytes&hasSign != 0 && strings.Contains(s, "://")
	signs, fields, frame := 0, p.fields, p.frame[:0]
	put := func(c byte) {
		if n := len(frame); n == 0 || frame[n-1] != c {
			frame = append(frame, c)
		}
	}
	for i, f := range fields {
		switch {
		case len(f) <= 3 && strings.ContainsFunc(f, isParting) || f == "::":
			out.parts += flag(i > 0 && i+1 < len(fields))
			signs++
			put(f[len(f)-1])
			continue
		case addressed && isAddress(f):
			signs++
			put('A')
			out.tail = i > 0 && i+1 == len(fields)
			continue
		}
		if f[0] == '[' || f[0] == '(' || f[0] == '#' || f == "-" || f == "–" || f == "—" {
			signs++
			put(f[0])
		}
		if onlyDigitsAndSigns(f) {
			put('0')
		} else {
			put('W')
		}
		if c := f[len(f)-1]; c == ':' || c == ']' || c == ')' {
			signs++
			put(c)
		}
	}
	out.parts += float64(strings.Count(s, "] ["))
	out.piece = b.words / out.parts
	if signs > 0 && len(frame) > 1 {
		out.frame = hash(frame)
	}
	p.frame = frame
	if n := len(fields); n > 1 {
		f := fields[n-1]
		out.counted = len(f) > 2 && f[0] == '(' && f[len(f)-1] == ')' && onlyDigitsAndSigns(f[1:len(f)-1])
	}
}

func onlyDigitsAndSigns(s string) bool {
	if s != "" && asciiLetter(s[0]) {
		return false // most words
	}
	for _, r := range s {
		if !unicode.IsDigit(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) {
			return false
		}
	}
	return true
}

// wordsOf reads the words: numbers, dates, times, the first and the last.
func (p *page) wordsOf(out *shape, b *block) {
	words := p.wordsIn(b)
	if len(words) == 0 {
		return
	}
	var buf [64]byte
	numbers, year, day := 0, false, 0
	for i, w := range words {
		if !p.isNumber(b.from + i) {
			continue
		}
		f := p.word(w)
		numbers++
		year = year || len(f) == 4 && (f[:2] == "19" || f[:2] == "20")
		if len(f) <= 2 {
			day++
		}
		if i > 0 && len(f) == 2 && p.text[w.Start-1] == ':' && words[i-1].End == w.Start-1 && p.isNumber(b.from+i-1) {
			out.clock = true
		}
	}
	out.numbers = float64(numbers) / float64(len(words))
	out.date = year && day > 0 && len(words)-numbers <= 3 && len(words) <= 9
	f := p.word(words[0])
	out.head = hash(token.AppendKey(buf[:0], f))
	out.measured = words[0].Start == b.start && len(f) < 4 && unicode.IsDigit(rune(f[0])) && len(words) > 1 && len(words)-numbers > 1 && !out.date && !out.clock && !out.counted && out.parts == 1
	out.last = hash(token.AppendKey(buf[:0], p.word(words[len(words)-1])))
}

// isCode reports whether a line bears the signs of program text: brackets,
// equals signs, underscores and quotes where prose has none.
func isCode(s string) bool {
	signs := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if asciiLetter(c) || c == ' ' {
			continue
		}
		switch c {
		case '{', '}', '=', '_', ';', '<', '$', '\\', '`':
			signs++
		case '(', '[':
			if i > 0 && s[i-1] != ' ' {
				signs++
			}
		case '/':
			if i > 0 && s[i-1] == '/' && (i < 2 || s[i-2] != ':') {
				signs += 2
			}
		}
	}
	return signs >= 2 && 20*signs >= len(s) && strings.Trim(s, "_=~-* ") != ""
}

// command reports whether what stands before the first colon is one to five
// words, half of them words of buttons and forms, and whether it is two or
// more and nothing else besides one function word.
func (p *page) command(b *block) (half, whole bool) {
	s := strings.TrimLeft(p.text[b.start:b.end], "[(>» ")
	i := colon(s, 61)
	if i <= 0 || i+2 >= len(s) {
		return false, false
	}
	head := s[:i]
	if share := spacelessControls(head); share >= .6 {
		return true, share >= .9 && letters(head) >= 3
	}
	n, controls, functions := 0, 0, 0
	for k, w := range p.wordsIn(b) {
		if w.Start >= b.end-len(s)+i {
			break
		}
		n++
		switch kind := p.sense(b.from + k).kind; {
		case kind&controlWord != 0:
			controls++
		case kind&functionWord != 0 || len(token.Key(p.word(w))) < 3:
			functions++
		}
	}
	half = n <= 5 && controls > 0 && 2*controls >= n
	return half, half && n >= 2 && controls+min(1, functions) == n
}

// frameReach is how many blocks apart lines of one frame may stand.
const frameReach = 8

// frames counts for each block the others near it of one frame, one first
// word and one last word; paragraphs are not counted.
func (p *page) frames() (frame, head, last []float64) {
	blocks, shapes, n := p.blocks, p.shapes, len(p.blocks)
	frame, head, last = p.rows.Take(n), p.rows.Take(n), p.rows.Take(n)
	count := func(of []float64, i, j int, a, b uint64) {
		if a == b && a != 0 {
			of[i]++
			of[j]++
		}
	}
	for i := range blocks {
		if blocks[i].prose() {
			continue
		}
		s := &shapes[i]
		for j := max(0, i-frameReach); j < i; j++ {
			if o := &shapes[j]; !blocks[j].prose() {
				count(frame, i, j, s.frame, o.frame)
				count(head, i, j, s.head, o.head)
				count(last, i, j, s.last, o.last)
			}
		}
	}
	return frame, head, last
}
