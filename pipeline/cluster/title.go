package cluster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page of an article repeats the article's title in its frame: in the path
// of the page, as the topic of a thread.

// Bounds of titles.
const (
	leastTitle = 3   // words
	loneTitle  = 6   // characters of a script without spaces
	mostTitle  = 200 // bytes, longest line of a frame that is read
	maxHeads   = 64
	// Of a page without marks: the path of the page stands near the top.
	frameLines   = 12
	maxBareHeads = 8
)

// titleOf is the title of a document of which text is kept: the line that is marked as
// one, else the first, when it may be one; empty when there is none.
func titleOf(d *corpus.Document, text string) string {
	for _, m := range d.Marks {
		if m.Role == corpus.RoleTitle && m.Start >= 0 && m.Start <= m.End && m.End <= len(d.Draft.Text) {
			return d.Draft.Text[m.Start:m.End]
		}
	}
	return firstTitle(text)
}

// firstTitle is the first line of a text, empty when it is none that a title may be.
func firstTitle(text string) string {
	if line := firstLine(text); mayBeTitle(line) {
		return line
	}
	return ""
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// mayBeTitle reports a line that is no longer than titles are and ends as they do.
func mayBeTitle(line string) bool {
	trimmed := strings.TrimSpace(line)
	return len(line) <= mostTitle && !endsClause(trimmed, endsSentence(trimmed))
}

// behindLabel is what stands in a line behind the first sign that parts; empty where
// there is none.
func behindLabel(line string) string {
	i := strings.IndexFunc(line, divides)
	if i < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(line[i:])
	return line[i+n:]
}

// heads lists the hashes of what may be the article's title in the frame
// before a page that goes on from an earlier one: what stands in a line above
// the page mark after a sign that parts, as in "Home » Garden » title" or
// "Topic: title". Lines that are nothing but a title may be of other articles.
// On a page without marks only the first lines are read.
func (c Config) heads(d *corpus.Document, b Body) []uint64 {
	frame, most := d.Draft.Text, maxHeads
	switch {
	case b.Part.After:
		frame = frame[:firstMark(d)]
	case b.Part == Part{}:
		frame, most = firstLines(frame), maxBareHeads
	default:
		return nil
	}
	var out []uint64
	for line := range strings.SplitSeq(frame, "\n") {
		for len(line) <= mostTitle && len(out) < most {
			if line = behindLabel(line); line == "" {
				break
			}
			if h := c.line(line); h != 0 {
				out = append(out, h)
			}
		}
	}
	return out
}

// firstMark is where the first page mark stands, 0 when there is none.
func firstMark(d *corpus.Document) int {
	at := len(d.Draft.Text)
	for _, m := range d.Marks {
		if m.Role == corpus.RolePageMark && m.Start >= 0 {
			at = min(at, m.Start)
		}
	}
	if at*2 > len(d.Draft.Text) {
		return 0
	}
	return at
}

// firstLines is the text before the first line that is longer than a title.
func firstLines(text string) string {
	at := 0
	for range frameLines {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 || n > mostTitle {
			break
		}
		at += n + 1
	}
	return text[:at]
}

// divides reports whether a sign parts what stands in a line of a frame.
func divides(r rune) bool {
	return strings.ContainsRune(":|»>›/—–·•→\\", r) || unicode.Is(unicode.Sm, r)
}

// line hashes the words of a line, 0 when they are too few to tell.
func (c Config) line(line string) uint64 {
	words := token.Words(nil, line)
	lone := 0
	h := c.Key
	for _, w := range words {
		s := line[w.Start:w.End]
		if r, _ := utf8.DecodeRuneInString(s); token.Spaceless(r) {
			lone++
		}
		h = xxh3.HashStringSeed(token.Bare(token.Key(s)), h)
	}
	if len(words)-lone < leastTitle && lone < loneTitle {
		return 0
	}
	return h
}
