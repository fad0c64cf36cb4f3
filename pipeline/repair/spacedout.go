package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A program that cuts a text into words for itself may leave spaces where the script
// has none: between the characters of Chinese and Japanese, before commas and full
// stops. A space here and there is the writer's; nearly all of them are a habit.

const (
	leastStrewn = 30
	strewnShare = .2 // of the places between two characters, that have a space
	leastCommas = 12 // and full stops, of a text that was cut into words
	commaShare  = .9 // of these, with a space before them
)

// spacedOut takes the spaces between characters of scripts without spaces.
func spacedOut(d *corpus.Draft) error {
	text := d.Text
	if !wide(text) {
		return nil
	}
	var changes []corpus.Change
	close := 0
	last, space := rune(0), -1 // the last character, and where the space behind it stands
	for i := pastASCII(text, 0); i < len(text); {
		if last == 0 {
			if i = pastASCII(text, i); i == len(text) {
				break
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == ' ' && space < 0:
			space = i
		case !ideographic(r):
			last, space = 0, -1
		default:
			if last != 0 && space >= 0 {
				changes = append(changes, corpus.Change{Start: space, End: i, Kind: corpus.KindSpace, Why: []string{"a space between characters of a script without spaces"}})
			} else if last != 0 {
				close++
			}
			last, space = r, -1
		}
		i += size
	}
	if len(changes) < leastStrewn || float64(len(changes)) < strewnShare*float64(len(changes)+close) {
		return nil
	}
	return apply(d, changes)
}

// ideographic reports a character of Chinese or Japanese, or a sign of theirs.
func ideographic(r rune) bool {
	return r >= 0x3001 && r < 0x3400 || r >= 0x3400 && r < 0xA000 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF01 && r < 0xFF61
}

// cutIntoWords takes the spaces before commas, full stops and what closes, and behind
// what opens, from a text in which nearly all of them have one.
func cutIntoWords(text string) []corpus.Change {
	if strings.Count(text, " ,")+strings.Count(text, " .") < leastCommas {
		return nil
	}
	var changes []corpus.Change
	take := func(from, to int) {
		if n := len(changes); n > 0 && changes[n-1].End > from {
			return
		}
		changes = append(changes, corpus.Change{Start: from, End: to, Kind: corpus.KindSpace, Why: []string{"a space before a sign, as before all in the text"}})
	}
	all, spaced := 0, 0
	for i := 1; i < len(text); i++ {
		c := text[i]
		before := text[i-1] == ' '
		if c == ',' || c == '.' {
			ends := i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n'
			all += b2i(ends)
			spaced += b2i(ends && before)
			if !ends || i > 1 && text[i-2] == '.' {
				continue
			}
		}
		if before && closesUp(text[i:]) && i > 1 && text[i-2] != '\n' {
			take(i-1, i)
		}
		if c == ' ' && opensUp(text[:i]) {
			take(i, i+1)
		}
	}
	if all < leastCommas || float64(spaced) < commaShare*float64(all) {
		return nil
	}
	return changes
}

// closesUp reports a sign before which no language puts a space, opensUp one behind
// which none does.
func closesUp(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == ',' || r == '.' || r == ')' || r == ']' || r == '’' || r == '”' && !strings.HasPrefix(s, "” ”")
}

func opensUp(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '(' || r == '[' || unicode.Is(unicode.Pi, r) && r != '«' && r != '»' && r != '”' && r != '’'
}
