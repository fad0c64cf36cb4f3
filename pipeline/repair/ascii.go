package repair

import "unicode/utf8"

// pastASCII returns where the first byte past ASCII stands from i on, or the
// length of the text. It looks at eight bytes at a time, since most of what
// is read is ASCII.
func pastASCII(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		s := text[i : i+8]
		eight := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if eight&0x8080808080808080 != 0 {
			break
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// plain reports whether s is ASCII.
func plain(s string) bool { return pastASCII(s, 0) == len(s) }
