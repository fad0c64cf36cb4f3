// Package repair gives a text back the letters and the lines it had before
// it was copied badly. It knows nothing of what a text says: every repair is
// proved by the form of the damage, and a text without damage comes out as
// it went in. Documents flow in with Draft.Text as read; three stages edit
// the draft, so that undoing the edits gives the text as read.
//
//  1. Characters: byte-order marks, text decoded with the wrong charset,
//     character references, invisible characters, normal form C. UTF-8 that
//     was read as a page is proved by its form, one page read as another by
//     the likelihood of the letters.
//  2. Lines, once the language is known: hard wraps are joined, and frequent
//     words whose loss left a line break stand there again.
//  3. Layout, last of all after the cuts: white space is folded.
//
// The stages hold no state and may be used by many goroutines at once. Their
// time is linear in the length of the text.
package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// apply makes the changes that stand on character borders; in a text that is
// not valid UTF-8 others are passed over.
func apply(d *corpus.Draft, changes []corpus.Change) error {
	fit := changes[:0]
	for _, c := range changes {
		if border(d.Text, c.Start) && border(d.Text, c.End) && d.Text[c.Start:c.End] != c.Now {
			fit = append(fit, c)
		}
	}
	return d.Apply(fit)
}

func border(text string, i int) bool { return i >= len(text) || utf8.RuneStart(text[i]) }

// eachLine goes through the lines of a text and where they begin.
func eachLine(text string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for line := range strings.SplitSeq(text, "\n") {
			if !yield(at, line) {
				return
			}
			at += len(line) + 1
		}
	}
}

// eachContent goes through the lines that are not blank, without what indents them.
func eachContent(text string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at, line := range eachLine(text) {
			content := strings.TrimLeft(line, " \t")
			if strings.TrimSpace(content) != "" && !yield(at+len(line)-len(content), content) {
				return
			}
		}
	}
}
