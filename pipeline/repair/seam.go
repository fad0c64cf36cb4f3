package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// seam returns what stands between line i and the next when they are joined,
// and where the join begins: before a hyphen that only the wrapping put
// there.
func (p *sheet) seam(i int) (start int, now string) {
	l, n := p.lines[i], p.lines[i+1]
	if l.wide && (n.startsWide || !p.spacedForeign()) || n.startsWide && !p.spacedForeign() {
		return l.end, ""
	}
	body := p.text[l.start:l.end]
	switch {
	case closing(n.start1) && !strings.Contains(p.text, " "+string(n.start1)):
		return l.end, ""
	case strings.HasSuffix(body, "\u00AD"):
		return l.end - len("\u00AD"), ""
	case strings.HasSuffix(body, "--"), strings.HasSuffix(body, "—"):
		if before := strings.TrimRight(body, "-—"); before != strings.TrimRight(before, " ") {
			return l.end, " "
		}
		return l.end, ""
	case strings.HasSuffix(body, "-"), strings.HasSuffix(body, "‐"):
		return p.hyphen(i)
	}
	return l.end, " "
}

// closing reports the signs that stand close to what they close, unless the
// text sets spaces before them.
func closing(r rune) bool { return r == ')' || r == ']' || r == '}' }

// hyphen decides about a hyphen at the end of line i: it falls when the
// joined word stands elsewhere or the text hyphenates freely, it stays in
// compounds, and a hyphen that hangs ("two- and threefold") keeps its space.
func (p *sheet) hyphen(i int) (start int, now string) {
	l, n := p.lines[i], p.lines[i+1]
	_, size := utf8.DecodeLastRuneInString(p.text[l.start:l.end])
	cut := l.end - size
	left, right := lastWord(p.text[l.start:cut]), leadWord(p.text[n.start:n.end])
	if left == "" || right == "" || !unicode.IsLower(leadRune(right)) {
		if right != "" && left != "" {
			return l.end, "" // a compound of a name or a number
		}
		return l.end, " "
	}
	lex := p.words()
	left, right = strings.ToLower(left), strings.ToLower(right)
	if token.IsFunction(p.language, right) && hangs(right, p.language) && lex.words[left+right] == 0 && lex.compounds[left+"-"+right] == 0 {
		return l.end, " "
	}
	joined, compound := lex.words[left+right], lex.compounds[left+"-"+right]
	switch {
	case joined > compound:
		return cut, ""
	case compound > 0:
		return l.end, ""
	case lex.hyphenates && !(lex.words[left] > 1 && lex.words[right] > 1):
		return cut, ""
	}
	return l.end, ""
}

// hangs reports the words for "and" and "or", after which a compound's first
// part may be left hanging.
func hangs(word, language string) bool {
	for _, w := range conjunctions[language] {
		if w == word {
			return true
		}
	}
	return false
}

var conjunctions = map[string][]string{
	"en": {"and", "or", "to"}, "de": {"und", "oder", "bis"}, "nl": {"en", "of"}, "sv": {"och", "eller"}, "da": {"og", "eller"}, "nb": {"og", "eller"}, "fi": {"ja", "tai"},
}

// lexicon is what a text says about its own words.
type lexicon struct {
	words      map[string]int // lower-case words
	compounds  map[string]int // lower-case pairs joined by a hyphen
	hyphenates bool           // many lines end in a hyphen, or some in one that stands in a word of the text
}

// words counts the text's words, once.
func (p *sheet) words() *lexicon {
	if p.lexicon != nil {
		return p.lexicon
	}
	lex := &lexicon{words: map[string]int{}, compounds: map[string]int{}}
	spans := token.Words(nil, p.text)
	for i, s := range spans {
		word := strings.ToLower(p.text[s.Start:s.End])
		lex.words[word]++
		if i > 0 && s.Start == spans[i-1].End+1 && p.text[s.Start-1] == '-' {
			lex.compounds[strings.ToLower(p.text[spans[i-1].Start:spans[i-1].End])+"-"+word]++
		}
	}
	broken, joined, proved := 0, 0, 0
	for i, w := range p.wraps {
		if !w.join {
			continue
		}
		joined++
		if end := p.lines[i].end1; end == '-' || end == '‐' {
			broken++
			left := lastWord(p.text[p.lines[i].start : p.lines[i].end-utf8.RuneLen(end)])
			right := leadWord(p.text[p.lines[i+1].start:p.lines[i+1].end])
			proved += b2i(lex.words[strings.ToLower(left+right)] > 0) - b2i(lex.compounds[strings.ToLower(left+"-"+right)] > 0)
		}
	}
	lex.hyphenates = broken >= 2 && (broken*12 >= joined || proved > 0)
	p.lexicon = lex
	return lex
}

// spacedForeign reports whether the text sets spaces between characters of a
// script without spaces and foreign words.
func (p *sheet) spacedForeign() bool {
	if p.foreign == unknown {
		p.foreign = foreignSpacing(p.text)
	}
	return p.foreign == spaced
}

// spacing is how a text sets foreign words.
type spacing uint8

const (
	unknown spacing = iota
	spaced
	solid
)

// foreignSpacing tells whether a text in a script without spaces sets some round
// words of another.
func foreignSpacing(text string) spacing {
	with, without := 0, 0
	prev, before := rune(0), rune(0)
	for _, r := range text {
		if r < utf8.RuneSelf && (asciiAlpha(byte(r)) || unicode.IsDigit(r)) {
			switch {
			case token.Spaceless(prev):
				without++
			case prev == ' ' && token.Spaceless(before):
				with++
			}
		}
		prev, before = r, prev
	}
	if with > without {
		return spaced
	}
	return solid
}

func leadRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// lastWord returns the letters that s ends with.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i -= n
	}
	return s[i:]
}

// leadWord returns the letters that s begins with.
func leadWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return s[:i]
		}
	}
	return s
}
