package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Who strips tags may glue the end of a paragraph to the beginning of the next
// ("gave up.The dog"). One place may be a slip of the author, which all copies have,
// or a name of code; several, of which some go on with a function word, are a habit.

const (
	leastGlued  = 3 // places
	leastOpened = 2 // of these, that go on with a function word
)

// glued puts the breaks back between paragraphs that were glued to each other.
func glued(text, language string) []corpus.Change {
	var changes []corpus.Change
	opened := 0
	marks := stops{text: text}
	for i := marks.after(1); i+1 < len(text); i = marks.after(i + 1) {
		if !unicode.IsLower(lastRune(text[:i])) {
			continue
		}
		at := closed(text, i+1)
		next, ok := capitalWord(text[at:])
		if !ok || !plainWord(text[:i]) {
			continue
		}
		opened += b2i(token.IsFunction(language, token.Key(next)))
		changes = append(changes, corpus.Change{Start: at, End: at, Now: "\n\n", Kind: corpus.KindBreak, Why: []string{"paragraphs were glued to each other"}})
	}
	if len(changes) < leastGlued || opened < leastOpened {
		return nil
	}
	return changes
}

// stops finds the marks that end sentences in a text, one after the other.
type stops struct {
	text string
	next [3]int // of each of the marks
}

// after is the place of the first mark from a place on, the end of the text if there
// is none. Places are asked for in their order.
func (s *stops) after(from int) int {
	first := len(s.text)
	for k, mark := range [...]byte{'.', '!', '?'} {
		if s.next[k] < from || from == 0 {
			s.next[k] = len(s.text)
			if i := strings.IndexByte(s.text[min(from, len(s.text)):], mark); i >= 0 {
				s.next[k] = from + i
			}
		}
		first = min(first, s.next[k])
	}
	return first
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// closed skips what closes a quotation or a bracket at text[i:].
func closed(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r != '"' && r != '”' && r != '’' && r != '»' && r != ')' {
			break
		}
		i += n
	}
	return i
}

// capitalWord returns the word that s begins with, if it has one capital, the first
// letter, and a space or a comma behind it.
func capitalWord(s string) (word string, ok bool) {
	first, size := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		return "", false
	}
	for i, r := range s[size:] {
		if !unicode.IsLower(r) {
			return s[:size+i], r == ' ' || r == ','
		}
	}
	return "", false
}

// plainWord reports whether s ends in a word of two small letters or more, with a
// space before it.
func plainWord(s string) bool {
	start := strings.LastIndexAny(s, " \n\t") + 1
	if utf8.RuneCountInString(s[start:]) < 2 {
		return false
	}
	return !strings.ContainsFunc(s[start:], func(r rune) bool { return !unicode.IsLower(r) })
}
