package repair

import (
	"math/bits"
	"unicode/utf8"
)

// pastASCII returns where the first byte past ASCII stands from i on, or the
// length of the text. It looks at eight bytes at a time, since most of what
// is read is ASCII.
func pastASCII(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if high := load8(text[i:i+8]) & highs; high != 0 {
			return i + bits.TrailingZeros64(high)/8
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// pastHigh returns where the first byte of ASCII stands from i on, or the length
// of the text.
func pastHigh(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if low := ^load8(text[i:i+8]) & highs; low != 0 {
			return i + bits.TrailingZeros64(low)/8
		}
	}
	for i < len(text) && text[i] >= utf8.RuneSelf {
		i++
	}
	return i
}

// load8 loads eight bytes; the compiler makes one load of it.
func load8(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// wide reports a character from U+3000 on: one that begins with the byte 0xE3 or
// one above it, which stand nowhere else.
func wide(text string) bool {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		x := load8(text[i : i+8])
		if lead := x & (x << 1) & (x << 2); lead&(x<<3|x<<4|x<<5|x<<6&(x<<7))&highs != 0 {
			return true
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= 0xE3 {
			return true
		}
	}
	return false
}

const (
	ones  = 0x0101010101010101
	highs = ones << 7
)

// pastUnmarked returns where the first byte from i on stands that is marked, or
// the length of the text.
func pastUnmarked(text string, i int, marked *[256]uint8) int {
	for ; i+8 <= len(text); i += 8 {
		s := text[i : i+8]
		if marked[s[0]]|marked[s[1]]|marked[s[2]]|marked[s[3]]|marked[s[4]]|marked[s[5]]|marked[s[6]]|marked[s[7]] != 0 {
			break
		}
	}
	for i < len(text) && marked[text[i]] == 0 {
		i++
	}
	return i
}

// plain reports whether s is ASCII.
func plain(s string) bool { return pastASCII(s, 0) == len(s) }
