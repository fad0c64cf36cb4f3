package report

import (
	"bufio"
	"strings"
	"unicode"
)

// A style is an ANSI code; the empty one is plain.
type style string

const (
	plain   style = ""
	bold    style = "1"
	dim     style = "2"
	red     style = "31"
	green   style = "32"
	yellow  style = "33"
	blue    style = "34"
	cyan    style = "36"
	resetTo       = "\x1b[0m"
)

// styled is a text with styled stretches, built from left to right. What is
// added is made safe: the texts come from a crawl, and a terminal would obey
// the control characters in them.
type styled struct {
	text  string
	spans []span
}

type span struct {
	end   int // it begins where the one before it ends
	style style
}

// builder collects the pieces of a styled text.
type builder struct {
	b     strings.Builder
	spans []span
}

func (b *builder) add(s string, st style) {
	b.b.WriteString(safe(s))
	if n := len(b.spans); n > 0 && b.spans[n-1].style == st {
		b.spans[n-1].end = b.b.Len()
		return
	}
	b.spans = append(b.spans, span{b.b.Len(), st})
}

func (b *builder) styled() styled { return styled{b.b.String(), b.spans} }

func plainText(s string) styled {
	var b builder
	b.add(s, plain)
	return b.styled()
}

// write prints the bytes [from, to).
func (t styled) write(w *bufio.Writer, from, to int, color bool) {
	if !color {
		w.WriteString(t.text[from:to])
		return
	}
	start := 0
	for _, s := range t.spans {
		if a, z := max(from, start), min(to, s.end); a < z {
			if s.style == plain {
				w.WriteString(t.text[a:z])
			} else {
				w.WriteString("\x1b[" + string(s.style) + "m" + t.text[a:z] + resetTo)
			}
		}
		start = s.end
	}
}

// safe replaces what a terminal would act upon: control characters and
// marks that reorder the line. Line feeds stay, tabs become spaces.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u00A0':
			return ' '
		case r == '\r' || r == '\uFEFF':
			return -1
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
