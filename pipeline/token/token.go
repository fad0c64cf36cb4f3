// Package token cuts text into words and gives the keys by which words of
// different copies match.
//
// A word is a maximal run of letters, marks and digits; in scripts that are
// written without spaces it is one character with its marks. Everything else
// (punctuation, white space) is a gap between words. An apostrophe or hyphen
// is a gap too: "don't" is two words with the gap "'", so that copies that
// differ in the sign alone still agree in their words.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A Span is a word's place in its text, in bytes.
type Span struct{ Start, End int }

// Words appends the words of text to dst.
func Words(dst []Span, text string) []Span {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			j := i
			for j < len(text) && asciiWord[text[j]] {
				j++
			}
			if j == i {
				i++
				continue
			}
			if j < len(text) && text[j] >= utf8.RuneSelf {
				j = wordEnd(text, j)
			}
			dst = append(dst, Span{i, j})
			i = j
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case Spaceless(r):
			j := i + n
			j = marksEnd(text, j)
			dst = append(dst, Span{i, j})
			i = j
		case letter(r):
			j := wordEnd(text, i+n)
			dst = append(dst, Span{i, j})
			i = j
		default:
			i += n
		}
	}
	return dst
}

var asciiWord = func() (t [256]bool) {
	for c := range t[:utf8.RuneSelf] {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return t
}()

// wordEnd returns where the word that goes on at i ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !asciiWord[c] {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !letter(r) && !joiner(r) || Spaceless(r) {
			return i
		}
		i += n
	}
	return i
}

func marksEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsMark(r) {
			return i
		}
		i += n
	}
	return i
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// joiner reports the zero-width joiners that belong to Persian and Indic words.
func joiner(r rune) bool { return r == 0x200C || r == 0x200D }

// Spaceless reports whether r belongs to a script that is written without
// spaces between words, so that each of its characters is a word.
func Spaceless(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.IsMark(r)
}

// Key is the match key k1 of a word: compatibility forms unified, casefolded.
func Key(word string) string {
	ascii, lower := true, true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf {
			ascii = false
			break
		} else if 'A' <= c && c <= 'Z' {
			lower = false
		}
	}
	switch {
	case ascii && lower:
		return word
	case ascii:
		return strings.ToLower(word)
	}
	if key, ok := plainKey(word); ok {
		return key
	}
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(word)))
}

// plainKey is Key for words of letters whose folding is their lower case and
// that are composed: Latin with diacritics and Cyrillic, but for the few that
// fold to more than one letter or are compatibility forms.
func plainKey(word string) (string, bool) {
	lower := true
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			lower = lower && !('A' <= r && r <= 'Z')
		case r >= 0xC0 && r <= 0x17E && r != 0xDF && r != 0x130 && r != 0x132 && r != 0x133 && r != 0x13F && r != 0x140 && r != 0x149,
			r >= 0x400 && r <= 0x481, r >= 0x48A && r <= 0x4FF:
			lower = lower && unicode.ToLower(r) == r
		default:
			return "", false
		}
	}
	if lower {
		return word, true
	}
	return strings.Map(unicode.ToLower, word), true
}

// Bare is the match key k2 of a key: without diacritics.
func Bare(key string) string {
	for i := 0; i < len(key); i++ {
		if key[i] >= utf8.RuneSelf {
			return bare(key)
		}
	}
	return key
}

func bare(key string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(key) {
		if !unicode.Is(unicode.Mn, r) || r > 0x36F {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// Lossy reports whether the gap between two words is the place of a letter
// that was lost or damaged: a replacement character, a symbol that no text
// has between letters, or a question mark or naked ampersand with lower-case
// letters on both sides. Such words are halves of one.
func Lossy(left, gap, right string) bool {
	if gap == "" || len(gap) > 8 {
		return false
	}
	l, _ := utf8.DecodeLastRuneInString(left)
	r, _ := utf8.DecodeRuneInString(right)
	if gap == "?" || gap == "??" || gap == "&" {
		return unicode.IsLower(l) && unicode.IsLower(r)
	}
	if !unicode.IsLetter(l) || !unicode.IsLetter(r) {
		return false
	}
	for _, c := range gap {
		if c != utf8.RuneError && !unicode.In(c, unicode.So, unicode.Co) && !(c >= 0x900 && unicode.IsPunct(c) && !unicode.In(c, cjkAndGeneral)) {
			return false
		}
	}
	return true
}

// cjkAndGeneral holds the punctuation beyond Latin that stands between words
// of any script: general punctuation, and that of East Asia.
var cjkAndGeneral = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2000, Hi: 0x206F, Stride: 1}, {Lo: 0x2E00, Hi: 0x2E7F, Stride: 1}, {Lo: 0x3000, Hi: 0x30FF, Stride: 1}, {Lo: 0xFE10, Hi: 0xFF65, Stride: 1}}}
