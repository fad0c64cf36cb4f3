package source

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// unquote gives the value of a JSON string, which the tokenizer has checked.
func unquote(raw json.RawMessage) (string, bool) {
	text, _, ok := unquoteIn(nil, raw)
	return text, ok
}

// unquoteIn is unquote in the room given, which it returns as large as it came
// to be.
func unquoteIn(room []byte, raw json.RawMessage) (text string, grown []byte, ok bool) {
	if len(raw) == 0 || raw[0] != '"' {
		return "", room, false
	}
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner), room, true
	}
	room = slices.Grow(room[:0], len(raw))
	if grown, ok := appendUnescaped(room, inner); ok {
		return string(grown), grown, true
	}
	grown, err := jsontext.AppendUnquote(room, []byte(raw))
	return string(grown), grown, err == nil
}

// appendUnescaped appends the value of a JSON string without its quotes, in which
// hardly anything is escaped but line breaks and quotes; ok is false where a
// character is escaped by its number.
func appendUnescaped(dst, inner []byte) (out []byte, ok bool) {
	for {
		at := bytes.IndexByte(inner, '\\')
		if at < 0 {
			return append(dst, inner...), true
		}
		if at+1 == len(inner) || escaped[inner[at+1]] == 0 {
			return dst, false
		}
		dst = append(append(dst, inner[:at]...), escaped[inner[at+1]])
		inner = inner[at+2:]
	}
}

// escaped has what a letter or sign behind a backslash stands for.
var escaped = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
