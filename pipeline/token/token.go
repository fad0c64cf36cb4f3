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
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A Span is a word's place in its text, in bytes.
type Span struct{ Start, End int }

// Words appends the words of text to dst.
func Words(dst []Span, text string) []Span {
	t := classes()
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			j := asciiRun(text, i)
			if j == i {
				i++
				continue
			}
			if j < len(text) && text[j] >= utf8.RuneSelf {
				j = wordEnd(t, text, j)
			}
			dst = append(dst, Span{i, j})
			i = j
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch class := classOf(t, r); {
		case class&isSpaceless != 0:
			j := marksEnd(t, text, i+n)
			dst = append(dst, Span{i, j})
			i = j
		case class&isLetter != 0:
			j := wordEnd(t, text, i+n)
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

// asciiRun returns where the run of ASCII letters and digits at i ends. Most
// words have fewer than eight letters, and are found whole in one step that
// has no branch to guess wrong.
func asciiRun(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if stop := ^alphanumeric(eight(text[i:i+8])) & highs; stop != 0 {
			return i + bits.TrailingZeros64(stop)/8
		}
	}
	for i < len(text) && asciiWord[text[i]] {
		i++
	}
	return i
}

// eight loads eight bytes; the compiler makes one load of it.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

const (
	ones  = 0x0101010101010101
	highs = ones << 7
)

// alphanumeric sets the high bit of each byte that is an ASCII letter or
// digit, and leaves the other bits as they may be: the sums carry into the
// high bit where a byte is at or past the end of a range.
func alphanumeric(x uint64) uint64 {
	low := x &^ highs
	letter := low | 0x20*ones
	letters := (letter + (0x80-'a')*ones) &^ (letter + (0x7F-'z')*ones)
	digits := (low + (0x80-'0')*ones) &^ (low + (0x7F-'9')*ones)
	return (letters | digits) &^ x
}

// wordEnd returns where the word that goes on at i ends.
func wordEnd(t *[planeEnd]uint8, text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !asciiWord[c] {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if class := classOf(t, r); class&(isLetter|isJoiner) == 0 || class&isSpaceless != 0 {
			return i
		}
		i += n
	}
	return i
}

func marksEnd(t *[planeEnd]uint8, text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if classOf(t, r)&isMark == 0 {
			return i
		}
		i += n
	}
	return i
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
