package token

import (
	"sync"
	"unicode"
)

// What a character is, in bits: one look at a table stands for the dozen
// searches through range tables that the questions below would take.
const (
	isLetter    uint8 = 1 << iota // letters, numbers and marks: what words are made of
	isMark                        // of these, the marks
	isSpaceless                   // of a script without spaces, and no mark
	isJoiner                      // a joiner inside a word
)

// planeEnd is the end of the table: the Basic Multilingual Plane. What stands
// beyond is rare, and asked for by unicode's tables.
const planeEnd = 0x10000

var spaceless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// classes is filled range by range, in a quarter of a millisecond.
var classes = sync.OnceValue(func() *[planeEnd]uint8 {
	t := new([planeEnd]uint8)
	mark := func(bit uint8, tables ...*unicode.RangeTable) {
		for _, table := range tables {
			for _, r := range table.R16 {
				for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
					t[c] |= bit
				}
			}
		}
	}
	mark(isLetter, unicode.L, unicode.N, unicode.M)
	mark(isMark, unicode.M)
	mark(isSpaceless, spaceless...)
	for c := range t {
		if c < 0x0E00 || t[c]&isMark != 0 {
			t[c] &^= isSpaceless
		}
	}
	t[0x200C] |= isJoiner
	t[0x200D] |= isJoiner
	return t
})

// classOf is the class of a character beyond ASCII.
func classOf(t *[planeEnd]uint8, r rune) uint8 {
	if r < planeEnd {
		return t[r]
	}
	return classBeyond(r)
}

func classBeyond(r rune) (class uint8) {
	if unicode.IsMark(r) {
		return isLetter | isMark
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		class = isLetter
	}
	if unicode.In(r, spaceless...) {
		class |= isSpaceless
	}
	return class
}

// Spaceless reports whether r belongs to a script that is written without
// spaces between words, so that each of its characters is a word.
func Spaceless(r rune) bool {
	return r >= 0x0E00 && classOf(classes(), r)&isSpaceless != 0
}
