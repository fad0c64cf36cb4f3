package token

import "unicode/utf8"

// calm is how many bytes of ASCII show that the text may go on so.
const calm = 8

// characters cuts text at i into words, character by character, until it stands
// behind some ASCII and between two words, and returns where that is.
func (c *cutter) characters(i int) int {
	t, text := classes(), c.text
	end := min(len(text), i+calm)
	if i+blockSize > len(text) {
		end = len(text)
	}
	for i < len(text) {
		b := text[i]
		if b < utf8.RuneSelf {
			if asciiWord[b] {
				if c.open == none || c.lone {
					c.begin(i, false)
				}
				i++
				continue
			}
			c.end(i)
			if i++; i >= end {
				return i
			}
			continue
		}
		r, n := decode(text, i)
		end = max(end, i+calm)
		switch class := classOf(t, r); {
		case class&isMark != 0 && c.open != none:
		case class&isSpaceless != 0:
			c.begin(i, true)
		case class&isLetter != 0:
			if c.open == none || c.lone {
				c.begin(i, false)
			}
		case class&isJoiner != 0 && !c.lone:
		default:
			c.end(i)
		}
		i += n
	}
	return i
}

// begin ends the word that is open, if any, and opens one at i.
func (c *cutter) begin(i int, lone bool) {
	c.end(i)
	c.open, c.lone = i, lone
}

// end ends the word that is open at i, if any.
func (c *cutter) end(i int) {
	if c.open != none {
		c.spans = append(c.spans, Span{c.open, i})
		c.open = none
	}
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
