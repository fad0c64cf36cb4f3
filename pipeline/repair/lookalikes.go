package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Letters that look like others: those that typesetting joins ("ﬁ"), full-width
// ones outside of Chinese, Japanese and Korean text, and Cyrillic letters in Latin
// words or Latin ones in Cyrillic words, as whoever hides from filters, or reads a
// scan, puts them.

// lookalikes gives the text the letters that were meant.
func lookalikes(d *corpus.Draft) error {
	changes := presentation(d.Text)
	if err := apply(d, changes); err != nil {
		return err
	}
	return apply(d, mixedWords(d.Text))
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"} // U+FB00 and on

// presentation undoes ligatures and, where the text writes its numbers so, full-width
// forms.
func presentation(text string) (changes []corpus.Change) {
	if !strings.Contains(text, "\xEF\xAC") && !strings.Contains(text, "\xEF\xBC") && !strings.Contains(text, "\xEF\xBD") {
		return nil
	}
	full := fullDigits(text)
	for i, r := range text {
		now := ""
		switch {
		case r >= 0xFB00 && int(r-0xFB00) < len(ligatures):
			now = ligatures[r-0xFB00]
		case full && fullWidth(r):
			now = string(r - 0xFEE0)
		default:
			continue
		}
		changes = append(changes, corpus.Change{Start: i, End: i + utf8.RuneLen(r), Now: now, Kind: corpus.KindNormal, Why: []string{"a form of " + now}})
	}
	return changes
}

// fullDigits reports a text whose digits are full-width ones for the most part,
// more of them than it has characters as wide.
func fullDigits(text string) bool {
	full, digits, wide := 0, 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			digits += b2i(r >= '0' && r <= '9')
		case fullWidth(r):
			full += b2i(unicode.IsDigit(r))
		case r >= 0x2E80 && unspaced(r), r >= 0xAC00 && r < 0xD7A4:
			wide++
		}
	}
	return full > digits && full > wide
}

func fullWidth(r rune) bool { return r > 0xFF00 && r < 0xFF5F }

const (
	leastMixed = 2   // words in letters of both alphabets
	mixedShare = .05 // of all, from which whole words may be of the wrong one
)

const (
	latinTwins    = "aceopxyijsABCEHIJKMOPSTX"
	cyrillicTwins = "асеорхуіјѕАВСЕНІЈКМОРЅТХ"
)

// twins gives for each letter the one of the other alphabet that looks like it.
var twins = func() map[rune]rune {
	m := map[rune]rune{}
	cyrillic := []rune(cyrillicTwins)
	for i, r := range []rune(latinTwins) {
		m[r], m[cyrillic[i]] = cyrillic[i], r
	}
	return m
}()

// A mixedWord is a word with letters of either alphabet, and how many of these have
// a twin in the other.
type mixedWord struct {
	start, end          int
	latin, cyrillic     int
	latinTwin, cyrTwins int
}

// mixedWords puts the words in letters of two alphabets into one: the one in which
// all their letters are, if the others have twins; if that is both, the one of the
// text. Where they are many, words of nothing but twins between words of the
// text's alphabet come into it, too.
func mixedWords(text string) []corpus.Change {
	if !mixes(text) {
		return nil
	}
	words := alphabets(text)
	latin, mixed := 0, 0
	for _, w := range words {
		toLatin, toCyrillic := w.cyrTwins == w.cyrillic, w.latinTwin == w.latin
		switch {
		case w.latin == 0 || w.cyrillic == 0 || !toLatin && !toCyrillic:
			latin += b2i(w.latin > w.cyrillic) - b2i(w.latin < w.cyrillic)
		default: // it counts as what it may become, which must not turn the scales
			mixed++
			latin += b2i(toLatin) - b2i(toCyrillic)
		}
	}
	if mixed < leastMixed || latin == 0 {
		return nil
	}
	var changes []corpus.Change
	for i, w := range words {
		toLatin, toCyrillic := w.cyrTwins == w.cyrillic, w.latinTwin == w.latin
		switch {
		case w.latin > 0 && w.cyrillic > 0:
			if toLatin && (!toCyrillic || latin > 0) {
				changes = w.convert(changes, text, unicode.Cyrillic)
			} else if toCyrillic {
				changes = w.convert(changes, text, unicode.Latin)
			}
		case float64(mixed) < mixedShare*float64(len(words)):
		case latin > 0 && w.cyrillic > 0 && toLatin && amid(words, i, true):
			changes = w.convert(changes, text, unicode.Cyrillic)
		case latin < 0 && w.latin > 0 && toCyrillic && amid(words, i, false):
			changes = w.convert(changes, text, unicode.Latin)
		}
	}
	return changes
}

// mixes reports whether a letter of one alphabet stands beside one of the other, marks
// aside, in as many places as there must be mixed words.
func mixes(text string) bool {
	if !strings.Contains(text, "\xD0") && !strings.Contains(text, "\xD1") {
		return false
	}
	const latin, cyrillic = 1, 2
	places, before := 0, 0
	for _, r := range text {
		kind := 0
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				kind = latin
			}
		case r >= 0x400 && r < 0x530:
			kind = cyrillic
		case r >= 0x2010 && r < 0x2060: // quotation marks and dashes, of no alphabet
		case r >= 0xC0 && unicode.Is(unicode.Latin, r):
			kind = latin
		case r >= 0x300 && unicode.IsMark(r):
			continue
		}
		if kind|before == latin|cyrillic {
			if places++; places == leastMixed {
				return true
			}
		}
		before = kind
	}
	return false
}

// amid reports a word between two that have letters of the alphabet.
func amid(words []mixedWord, i int, latin bool) bool {
	is := func(w mixedWord) bool { return latin && w.latin > 0 || !latin && w.cyrillic > 0 }
	return i > 0 && i+1 < len(words) && is(words[i-1]) && is(words[i+1])
}

// alphabets lists the words that are of Latin and Cyrillic letters alone, but for
// those behind a sign, as in commands. A letter that not all Cyrillic alphabets have
// is no twin where the text has it nowhere.
func alphabets(text string) (words []mixedWord) {
	w := mixedWord{start: -1}
	whole := true
	end := func(at int) {
		if w.start >= 0 && whole {
			w.end = at
			words = append(words, w)
		}
		w, whole = mixedWord{start: -1}, true
	}
	before := ' '
	alone := strings.Map(func(r rune) rune {
		if strings.ContainsRune(text, twins[r]) {
			return -1
		}
		return r
	}, "sSjJiI")
	for i, r := range text {
		latin := r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z') || r >= 0xC0 && unicode.Is(unicode.Latin, r)
		switch {
		case latin:
			w.latin++
			w.latinTwin += b2i(twins[r] != 0 && !strings.ContainsRune(alone, r))
		case r >= 0x400 && r < 0x530:
			w.cyrillic++
			w.cyrTwins += b2i(twins[r] != 0)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			whole = false
		case unicode.IsMark(r):
		default:
			end(i)
			before = r
			continue
		}
		if w.start < 0 {
			w.start = i
			whole = whole && (unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pf) || before == '"' || before == '\'')
		}
	}
	end(len(text))
	return words
}

// convert puts the letters of the word that are of the alphabet into the other.
func (w mixedWord) convert(changes []corpus.Change, text string, from *unicode.RangeTable) []corpus.Change {
	for i, r := range text[w.start:w.end] {
		if unicode.Is(from, r) && twins[r] != 0 {
			at := w.start + i
			changes = append(changes, corpus.Change{Start: at, End: at + utf8.RuneLen(r), Now: string(twins[r]), Kind: corpus.KindNormal, Why: []string{"a letter of another alphabet that looks like it"}})
		}
	}
	return changes
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
