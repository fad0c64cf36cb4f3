package furniture

import (
	"unicode"
	"unicode/utf8"
)

// What bytes a block has, in bits. Most of what a line may bear shows in one
// byte at least, and most lines have few of these: what a look at them refutes
// is not searched for.
const (
	hasComma   uint16 = 1 << iota // or a semicolon
	hasBar                        // |
	hasColon                      // or the first byte of a wide one
	hasDigit                      // 0 to 9
	hasBracket                    // round or square, opening or closing
	hasDash                       // - or the first byte of a longer one
	hasCode                       // what program text has and prose has not
	hasSign                       // / > #
	hasTab
	hasC2      // the first byte of © ® · » ¦
	hasE2      // the first byte of – — • › →
	hasBeyond  // ASCII
	hasCJK     // the first byte of a character of Chinese, Japanese or Korean, or of some other
	mayBeSpace // the first byte of white space beyond ASCII
)

var byteKinds = func() (t [256]uint16) {
	for _, k := range []struct {
		bytes string
		kind  uint16
	}{{",;", hasComma}, {"|", hasBar}, {":" + "："[:1], hasColon}, {"0123456789", hasDigit}, {"()[]", hasBracket}, {"-" + "–"[:1], hasDash},
		{"{}=_;<$\\`([/", hasCode}, {"/>#", hasSign}, {"\t", hasTab}, {"©"[:1], hasC2}, {"–"[:1], hasE2}, {"\u0085"[:1] + "\u1680"[:1] + "\u2000"[:1] + "\u3000"[:1], mayBeSpace}} {
		for i := range len(k.bytes) {
			t[k.bytes[i]] |= k.kind
		}
	}
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] |= hasBeyond
		if c >= 0xE3 {
			t[c] |= hasCJK
		}
	}
	return t
}()

// bytesOf gives the kinds of the bytes of a string.
func bytesOf(s string) (kinds uint16) {
	for i := range len(s) {
		kinds |= byteKinds[s[i]]
	}
	return kinds
}

// appendFields appends what stands between the white space of a string, as
// strings.Fields does.
func appendFields(dst []string, s string) []string {
	start := 0
	for i := 0; i < len(s); {
		n, space := 1, s[i] == ' ' || s[i]-'\t' <= '\r'-'\t'
		if byteKinds[s[i]]&mayBeSpace != 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			n, space = size, unicode.IsSpace(r)
		}
		if space {
			if start < i {
				dst = append(dst, s[start:i])
			}
			start = i + n
		}
		i += n
	}
	if start < len(s) {
		dst = append(dst, s[start:])
	}
	return dst
}
