package token

import "unicode/utf8"

// calm is how many bytes of ASCII show that the text may go on so.
const calm = 8

// characters appends the words of text from i on, character by character, until
// it stands behind some ASCII and between two words, and returns where that is.
// A word may be open.
func characters(dst []Span, text string, i, open int) (spans []Span, end int) {
	t := classes()
	lone := false // the open word is a character of a script without spaces
	least := i + calm
	if i+blockSize > len(text) {
		least = len(text)
	}
	for i < len(text) {
		b := text[i]
		class, n := uint8(0), 1
		if b >= utf8.RuneSelf {
			var r rune
			r, n = decode(text, i)
			class = classOf(t, r)
			least = max(least, i+calm)
		} else if asciiWord[b] {
			class = isLetter
		}
		goesOn := open != none && (class&isMark != 0 || !lone && class&(isLetter|isJoiner) != 0 && class&isSpaceless == 0)
		if !goesOn {
			if open != none {
				dst, open = append(dst, Span{open, i}), none
			}
			if class&(isLetter|isSpaceless) != 0 {
				open, lone = i, class&isSpaceless != 0
			}
		}
		if i += n; open == none && b < utf8.RuneSelf && i >= least {
			return dst, i
		}
	}
	if open != none {
		dst = append(dst, Span{open, i})
	}
	return dst, i
}

// decode is utf8.DecodeRuneInString at i for what is not ASCII. What has two
// or three bytes, as nearly everything, is put together here.
func decode(text string, i int) (rune, int) {
	if i+2 < len(text) {
		a, b, c := text[i], text[i+1], text[i+2]
		switch {
		case a&0xE0 == 0xC0 && a >= 0xC2 && b&0xC0 == 0x80:
			return rune(a&0x1F)<<6 | rune(b&0x3F), 2
		case a&0xF0 == 0xE0 && b&0xC0 == 0x80 && c&0xC0 == 0x80:
			r := rune(a&0x0F)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F)
			if r >= 0x800 && r&^0x7FF != 0xD800 {
				return r, 3
			}
		}
	}
	return utf8.DecodeRuneInString(text[i:])
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return t
}()
