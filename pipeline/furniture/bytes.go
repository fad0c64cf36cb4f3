package furniture

import (
	"slices"
	"strings"
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
	hasC2     // the first byte of © ® · » ¦
	hasE2     // the first byte of – — • › →
	hasBeyond // ASCII
)

var byteKinds = func() (t [256]uint16) {
	for _, k := range []struct {
		bytes string
		kind  uint16
	}{{",;", hasComma}, {"|", hasBar}, {":" + "："[:1], hasColon}, {"0123456789", hasDigit}, {"()[]", hasBracket}, {"-" + "–"[:1], hasDash},
		{"{}=_;<$\\`([/", hasCode}, {"/>#", hasSign}, {"\t", hasTab}, {"©"[:1], hasC2}, {"–"[:1], hasE2}} {
		for i := range len(k.bytes) {
			t[k.bytes[i]] |= k.kind
		}
	}
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] |= hasBeyond
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

// appendFields appends what stands between the white space of a string, whose
// kinds of bytes are known.
func appendFields(dst []string, s string, kinds uint16) []string {
	if kinds&hasBeyond != 0 {
		return slices.AppendSeq(dst, strings.FieldsSeq(s))
	}
	start := 0
	for i := range len(s) {
		if c := s[i]; c == ' ' || c-'\t' <= '\r'-'\t' {
			if start < i {
				dst = append(dst, s[start:i])
			}
			start = i + 1
		}
	}
	if start < len(s) {
		dst = append(dst, s[start:])
	}
	return dst
}
