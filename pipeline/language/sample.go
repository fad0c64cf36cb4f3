package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sample is windows of a text, spread evenly over it, so that each language
// of the text has its share of them. Where few leave a doubt, more are read, in
// the end a text of 300 kB whole, as lingua reads it.
const windowSize = 78

var windows = [...]int{11, 31, 250, 4000}

// sample returns so many windows of a text, or the whole if it is not longer
// than they are.
func sample(text string, n int) string {
	if len(text) <= n*windowSize {
		return withoutAddresses(text)
	}
	var b strings.Builder
	b.Grow(n * (windowSize + 1))
	for i := range n {
		b.WriteString(withoutAddresses(window(text, (len(text)-windowSize)*i/(n-1), windowSize)))
		b.WriteByte('\n')
	}
	return b.String()
}

// A line is a piece of a text.
type line struct{ start, end int }

// partSize is the size up to which hard-wrapped lines are taken together.
const partSize = 260

// paragraphs returns the lines that hold letters; lines of one width, as in
// a hard-wrapped text, are taken together up to the size of a part.
func paragraphs(text string) []line {
	var out []line
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		if hasLetter(text[at:end]) {
			last := len(out) - 1
			if last >= 0 && out[last].end+1 == at && end-at > 40 && out[last].end-out[last].start > 40 && end-out[last].start < partSize {
				out[last].end = end
			} else {
				out = append(out, line{at, end})
			}
		}
		at = end + 1
	}
	return out
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// window returns about size bytes of s from at on, on character borders.
func window(s string, at, size int) string {
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	if i := strings.IndexByte(s[at:min(at+40, len(s))], ' '); i >= 0 {
		at += i
	}
	return clip(s[at:], size)
}

// clip cuts s to at most size bytes, at a space where one is near.
func clip(s string, size int) string {
	if len(s) <= size {
		return s
	}
	for size > 0 && !utf8.RuneStart(s[size]) {
		size--
	}
	if i := strings.LastIndexByte(s[:size], ' '); i > size-30 {
		return s[:i]
	}
	return s[:size]
}

// withoutAddresses leaves out what is in no language: URLs, e-mail addresses,
// domains, the names of files and variables. They are the words of ASCII
// letters with a stop, slash or the like inside.
func withoutAddresses(s string) string {
	if !innerSign(s) {
		return s
	}
	var room [16]line
	pieces := withoutAddress(room[:0], s)
	if len(pieces) == 1 && pieces[0] == (line{0, len(s)}) {
		return s
	}
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(s[p.start:p.end])
	}
	return b.String()
}

// withoutAddress appends the pieces of a text that withoutAddresses leaves.
func withoutAddress(dst []line, s string) []line {
	kept := 0
	for at := 0; at < len(s) && (at > 0 || innerSign(s)); {
		end, address := field(s, at)
		if address {
			if kept < at {
				dst = append(dst, line{kept, at})
			}
			kept = end
		}
		at = end
	}
	if kept < len(s) {
		dst = append(dst, line{kept, len(s)})
	}
	return dst
}

// innerSign reports whether a sign of addresses stands before two characters
// that are no space: a text without has no address.
func innerSign(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if parts[s[i]] == sign && parts[s[i+1]] != separator && parts[s[i+2]] != separator {
			return true
		}
	}
	return false
}

// field returns where the field ends that begins at a place, with the separator
// before it, and whether it is an address.
func field(s string, at int) (end int, address bool) {
	ascii, first := parts[s[at]] != high, 0 // the first sign inside
	for end = at + 1; end < len(s); end++ {
		part := parts[s[end]]
		if part == usual {
			continue
		}
		if part == separator {
			break
		}
		ascii = ascii && part != high
		if part == sign && first == 0 && end > at+1 {
			first = end
		}
	}
	return end, ascii && first > 0 && first+2 < end
}

// What a byte is to addresses.
const (
	usual     = iota
	separator // white space between fields
	sign      // of addresses
	high      // not ASCII
)

var parts = func() (t [256]uint8) {
	for i := range t {
		switch i {
		case ' ', '\n', '\t':
			t[i] = separator
		case '.', '/', '@', '_', '\\':
			t[i] = sign
		default:
			if i >= utf8.RuneSelf {
				t[i] = high
			}
		}
	}
	return t
}()
