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
	"unicode"
	"unicode/utf8"
)

// A Span is a word's place in its text, in bytes.
type Span struct{ Start, End int }

// Words appends the words of text to dst. ASCII is looked at block by block,
// everything else character by character.
func Words(dst []Span, text string) []Span {
	for i := 0; i < len(text); {
		var open int
		if dst, i, open = ascii(dst, text, i); i < len(text) {
			dst, i = characters(dst, text, i, open)
		} else if open != none {
			dst = append(dst, Span{open, i})
		}
	}
	return dst
}

// none is the beginning of a word where there is none.
const none = -1

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
