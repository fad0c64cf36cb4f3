package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

// decodeText decodes a text to valid UTF-8: as UTF-8 if it is, or nearly is;
// else by the charset that markup declares, if the bytes bear it out; else by
// the charset that makes the best words of it. Windows-1252, which maps any
// byte, comes last. It never fails.
func decodeText(data []byte, html bool) string {
	if utf8.Valid(data) {
		if isISO2022JP(data) {
			return decode(japanese.ISO2022JP, data)
		}
		return string(data)
	}
	if text, ok := nearlyUTF8(data); ok {
		return text
	}
	if html {
		if text, ok := declared(data); ok {
			return text
		}
	}
	return decode(guess(data), data)
}

// isISO2022JP knows the escape sequences that switch to Japanese; all other
// bytes of that charset are ASCII.
func isISO2022JP(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$B")) || bytes.Contains(data, []byte("\x1b$@"))
}

// decode maps each byte that the charset does not know to U+FFFD.
func decode(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out, _ = charmap.Windows1252.NewDecoder().Bytes(data) // maps any byte
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

// nearlyUTF8 reads a text that is UTF-8 but for a few bytes, at most one in
// ten of its characters past ASCII. A single byte among them that is a letter
// or a punctuation mark in windows-1252 is taken for it, since such bytes come
// with text pasted into a page; a piece of a character becomes U+FFFD.
func nearlyUTF8(data []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			n = brokenLength(data[i:])
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	if bad*10 > good && (bad > 1 || good == 0) {
		return "", false
	}
	var b strings.Builder
	b.Grow(len(data) + 2*bad)
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			n = brokenLength(data[i:])
			b.WriteRune(strayByte(data[i:i+n], i+n == len(data)))
		} else {
			b.Write(data[i : i+n])
		}
		i += n
	}
	return b.String(), true
}

// brokenLength is the length of the longest beginning of a character that
// stands at the start of b, and at least 1.
func brokenLength(b []byte) int {
	want := 0
	switch c := b[0]; {
	case c >= 0xc2 && c <= 0xdf:
		want = 2
	case c >= 0xe0 && c <= 0xef:
		want = 3
	case c >= 0xf0 && c <= 0xf4:
		want = 4
	}
	n := 1
	for n < want && n < len(b) && !utf8.RuneStart(b[n]) {
		n++
	}
	return n
}

// strayByte gives the character for bytes that are not UTF-8. The first byte
// of a character, when it is the last of the text, is what a cut left.
func strayByte(b []byte, last bool) rune {
	if len(b) > 1 || last && b[0] >= 0xc2 {
		return utf8.RuneError
	}
	r := charmap.Windows1252.DecodeByte(b[0])
	if r < 0xa0 {
		return utf8.RuneError
	}
	return r
}

// declared decodes markup by the charset that its head names. It fails when
// none is named, when the name is windows-1252 or its like (what people write
// without knowing) and when over one byte in a hundred past ASCII is not in
// that charset.
func declared(data []byte) (string, bool) {
	e, name, _ := charset.DetermineEncoding(data, "")
	if name == "windows-1252" || name == "utf-8" || name == "" {
		return "", false
	}
	text := decode(e, data)
	high := 0
	for _, c := range data {
		if c >= 0x80 {
			high++
		}
	}
	return text, strings.Count(text, "\ufffd")*100 <= high
}
