package furniture

import (
	"strings"
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

// appendPointed appends those of the fields that have a point or a slash, without
// which none is an address. Most of a paragraph has none.
func appendPointed(dst []string, s string) []string {
	from, slash := 0, -1
	for from < len(s) {
		at := strings.IndexByte(s[from:], '.')
		if at += from; at < from {
			at = len(s)
		}
		if slash < from {
			if slash = strings.IndexByte(s[from:], '/'); slash < 0 {
				slash = len(s)
			} else {
				slash += from
			}
		}
		if at = min(at, slash); at == len(s) {
			break
		}
		start, end := from, len(s)
		if i := strings.LastIndexFunc(s[from:at], unicode.IsSpace); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[from+i:])
			start += i + n
		}
		if i := strings.IndexFunc(s[at:], unicode.IsSpace); i >= 0 {
			end = at + i
		}
		dst, from = append(dst, s[start:end]), end
	}
	return dst
}

// dashed reports whether a dash stands between two blanks.
func dashed(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if byteKinds[s[i]]&hasDash == 0 || s[i-1] != ' ' {
			continue
		}
		switch rest := s[i:]; {
		case strings.HasPrefix(rest, "- "), strings.HasPrefix(rest, "– "), strings.HasPrefix(rest, "— "):
			return true
		}
	}
	return false
}

// wide reports whether four blanks stand in a row: one of them has a place that
// four divides.
func wide(s string) bool {
	for i := 3; i < len(s); i += 4 {
		if s[i] != ' ' {
			continue
		}
		from, to := i, i+1
		for from > 0 && s[from-1] == ' ' {
			from--
		}
		for to < len(s) && s[to] == ' ' {
			to++
		}
		if to-from >= 4 {
			return true
		}
	}
	return false
}

// framed reports whether what stands between white space may begin or end in a
// sign that frames it. Inside of words hyphens and colons say nothing, and
// quotation marks do not anywhere.
func framed(s string) bool {
	apart := func(i int) bool { return i < 0 || i >= len(s) || s[i] <= ' ' || s[i] >= utf8.RuneSelf }
	for i := range len(s) {
		switch c := s[i]; {
		case byteKinds[c]&hasFrame == 0:
		case c == ':' || c == ']' || c == ')':
			if apart(i + 1) {
				return true
			}
		case apart(i-1) && !quoted(s[i:]):
			return true
		}
	}
	return false
}

// quoted reports a quotation mark, an apostrophe or an ellipsis beyond ASCII.
func quoted(s string) bool {
	if len(s) < 3 || s[0] != "’"[0] || s[1] != "’"[1] {
		return false
	}
	switch s[2] {
	case "‘"[2], "’"[2], "“"[2], "”"[2], "…"[2]:
		return true
	}
	return false
}
