package source

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// kind is how the content of a file, decompressed, is laid out.
type kind uint8

const (
	kindUnknown     kind = iota // to be found out by content
	kindText                    // the file is one text
	kindHTML                    // the file is one page of markup
	kindLines                   // JSON, a record to a line
	kindJSON                    // JSON, laid out as its content shows
	kindValues                  // JSON values one after the other, or one array of them
	kindUnsupported             // known by name, not read
	kindBinary                  // not text
)

// formatOf tells the format by the name of a file; the word names an
// unsupported format.
func formatOf(path string) (kind, string) {
	name := strings.ToLower(filepath.Base(path))
	for _, c := range []string{".gz", ".zst", ".gzip", ".zstd"} {
		if rest, ok := strings.CutSuffix(name, c); ok {
			name = rest
			break
		}
	}
	switch filepath.Ext(name) {
	case ".txt":
		return kindText, ""
	case ".html", ".htm", ".xhtml", ".xht":
		return kindHTML, ""
	case ".jsonl", ".ndjson":
		return kindLines, ""
	case ".json":
		return kindJSON, ""
	case ".parquet":
		return kindUnsupported, "Parquet"
	case ".warc":
		return kindUnsupported, "WARC"
	case ".wet":
		return kindUnsupported, "WET"
	}
	return kindUnknown, ""
}

// signatures are beginnings of files that are not text, or are text in
// formats that are not read. A text that begins so by chance is not a fault
// when its name says that it is text.
var signatures = []struct {
	magic string
	kind  kind
	name  string
}{
	{"PAR1", kindUnsupported, "Parquet"},
	{"WARC/0.", kindUnsupported, "WARC"},
	{"WARC/1.", kindUnsupported, "WARC"},
	{"%PDF-", kindBinary, "a PDF document"},
	{"PK\x03\x04", kindBinary, "a zip archive"},
	{"7z\xbc\xaf\x27\x1c", kindBinary, "a 7z archive"},
	{"\xfd7zXZ\x00", kindBinary, "an xz stream"},
	{"BZh91AY&SY", kindBinary, "a bzip2 stream"},
	{"\x89PNG\r\n\x1a\n", kindBinary, "a PNG image"},
	{"\xff\xd8\xff", kindBinary, "a JPEG image"},
	{"GIF87a", kindBinary, "a GIF image"},
	{"GIF89a", kindBinary, "a GIF image"},
	{"\x7fELF", kindBinary, "an ELF binary"},
	{"{\\rtf", kindBinary, "an RTF document"},
}

// sniff tells the format by the beginning of the content. The word names an
// unsupported format or says what a binary is.
func sniff(head []byte) (kind, string) {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s.kind, s.name
		}
	}
	body := trimLeft(bytes.TrimPrefix(head, utf8BOM))
	switch {
	case looksJSON(body):
		return kindJSON, ""
	case looksHTML(body):
		return kindHTML, ""
	}
	return kindText, ""
}

var utf8BOM = []byte("\ufeff")

func trimLeft(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n\f") }

// looksJSON says whether a text begins as an object with a first key, or as
// an array of objects.
func looksJSON(b []byte) bool {
	if rest, ok := bytes.CutPrefix(b, []byte("[")); ok {
		b = trimLeft(rest)
	}
	rest, ok := bytes.CutPrefix(b, []byte("{"))
	if !ok {
		return false
	}
	rest = trimLeft(rest)
	if bytes.HasPrefix(rest, []byte("}")) {
		return true
	}
	if len(rest) == 0 || rest[0] != '"' {
		return false
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\n':
			return false
		case '"':
			rest = trimLeft(rest[i+1:])
			return len(rest) > 0 && rest[0] == ':'
		}
	}
	return false
}

// markupTags are the tags that a page of markup may begin with: those of the
// WHATWG MIME sniffing standard and the commonest of a fragment.
var markupTags = []string{
	"!doctype html", "html", "head", "script", "iframe", "h1", "h2", "h3", "div", "font",
	"table", "a", "style", "title", "b", "body", "br", "p", "meta", "link", "article",
	"section", "main", "header", "span", "ul", "ol", "center", "img",
}

// looksHTML says whether a text begins with a tag, after any comments and
// processing instructions.
func looksHTML(b []byte) bool {
	for {
		b = trimLeft(b)
		var end string
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(b, []byte("<?")):
			end = ">"
		default:
			return beginsWithTag(b)
		}
		i := bytes.Index(b, []byte(end))
		if i < 0 {
			return end == "-->"
		}
		b = b[i+len(end):]
	}
}

func beginsWithTag(b []byte) bool {
	if len(b) < 2 || b[0] != '<' {
		return false
	}
	for _, tag := range markupTags {
		n := 1 + len(tag)
		if len(b) > n && bytes.EqualFold(b[1:n], []byte(tag)) && bytes.IndexByte([]byte(" \t\r\n\f>/"), b[n]) >= 0 {
			return true
		}
	}
	return false
}

// layoutOf tells how a file of JSON is laid out: a record to a line when one
// of its first lines is a whole object, else values one after the other.
func layoutOf(head []byte) kind {
	body := trimLeft(bytes.TrimPrefix(head, utf8BOM))
	if bytes.HasPrefix(body, []byte("[")) {
		return kindValues
	}
	for len(body) > 0 {
		line, rest, _ := bytes.Cut(body, []byte("\n"))
		var s scanner
		if len(line) > 0 && line[0] == '{' {
			if n, done := s.scan(line); done && len(trimLeft(line[n:])) == 0 {
				return kindLines
			}
		}
		body = rest
	}
	return kindValues
}

// isBinary says whether bytes are no text in any charset: a NUL, or one
// control character in twenty. Escape counts as text, for ISO-2022.
func isBinary(b []byte) bool {
	controls := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' && c != 0x1b, c == 0x7f:
			controls++
		}
	}
	return controls > 1 && controls*20 > len(b)
}

// whatBinary says why bytes are binary.
func whatBinary(b []byte) string {
	if isUnmarkedUTF16(b) {
		return "UTF-16 without a byte-order mark: make it UTF-8"
	}
	return "control characters"
}

// isUnmarkedUTF16 says whether bytes look like UTF-16 without a byte-order mark:
// in four of five pairs the first byte is NUL, or the second, and the other is not.
func isUnmarkedUTF16(b []byte) bool {
	var first, second int
	for i := 0; i+1 < len(b); i += 2 {
		switch high, low := b[i] == 0, b[i+1] == 0; {
		case high && !low:
			first++
		case low && !high:
			second++
		}
	}
	pairs := len(b) / 2
	return pairs > 1 && max(first, second)*5 >= pairs*4
}

// isGarbled says whether a text decoded from UTF-16 or UTF-32 was none: one
// character in twenty does not exist.
func isGarbled(text string) bool {
	bad := 0
	for _, r := range text {
		if r == utf8.RuneError {
			bad++
		}
	}
	return bad > 1 && bad*20 > utf8.RuneCountInString(text)
}
