package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Who takes a text out of its page with a knife leaves the tags that break its lines
// ("gave up.<br /><br />The dog"). Who writes of tags names each of them, with space
// round it.

const (
	leastTags  = 2   // of them
	gluedTags  = .7  // of these, that touch what they part
	longestTag = 200 // bytes
)

// breakTags turns the tags of breaks and paragraphs into breaks.
func breakTags(d *corpus.Draft) error {
	text := d.Text
	var changes []corpus.Change
	tags, glued := 0, 0
	for i := strings.IndexByte(text, '<'); i >= 0; {
		end, n, paragraph := tagRun(text, i)
		if n == 0 {
			end = i + 1
		} else {
			tags++
			glued += b2i(touches(text, i, end) && !(generic(text, i) && end == i+len("<P>")))
			now := "\n"
			if n > 1 || paragraph {
				now = "\n\n"
			}
			changes = append(changes, corpus.Change{Start: i, End: end, Now: now, Kind: corpus.KindMarkup, Why: []string{"the tag of a break"}})
		}
		if i = strings.IndexByte(text[end:], '<'); i >= 0 {
			i += end
		}
	}
	if tags < leastTags || float64(glued) < gluedTags*float64(tags) || strings.Contains(text, "<body") || strings.Contains(text, "<form") || strings.Contains(text, "<html") {
		return nil
	}
	return apply(d, changes)
}

// tagRun reads tags of breaks that stand next to each other at text[i:end], n of
// them, and whether some are of paragraphs.
func tagRun(text string, i int) (end, n int, paragraph bool) {
	for end = i; ; n++ {
		at := end
		for n > 0 && at < len(text) && unicode.IsSpace(rune(text[at])) {
			at++
		}
		size, p := breakTag(text[at:])
		if size == 0 {
			return end, n, paragraph
		}
		end, paragraph = at+size, paragraph || p
	}
}

// breakTag returns the length of the tag of a break or a paragraph that s begins
// with, 0 if it does with none.
func breakTag(s string) (size int, paragraph bool) {
	if len(s) < 3 || s[0] != '<' {
		return 0, false
	}
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 0 || strings.Contains(s[1:end], "<") || strings.Contains(s[1:end], "\n") {
		return 0, false
	}
	name, attributes, _ := strings.Cut(strings.ToLower(strings.Trim(s[1:end], "/ ")), " ")
	if attributes != "" && !strings.Contains(attributes, "=") {
		return 0, false
	}
	switch name {
	case "br":
		return end + 1, false
	case "p", "div":
		return end + 1, true
	}
	return 0, false
}

// generic reports a single letter in angle brackets right behind a word, as
// programmers write of kinds.
func generic(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return strings.HasPrefix(text[i:], "<P>") && (unicode.IsLetter(before) || unicode.IsDigit(before))
}

// touches reports tags right behind a word or what ends a sentence, or right before a
// word, not in brackets or quotes of their own.
func touches(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	next, _ := utf8.DecodeRuneInString(text[end:])
	behind := unicode.IsLetter(before) || unicode.IsDigit(before) || terminal(before) || unicode.In(before, unicode.Pe, unicode.Pf) || before == '"' || start == 0
	ahead := unicode.IsLetter(next) || unicode.IsDigit(next) || unicode.In(next, unicode.Ps, unicode.Pi) || end == len(text)
	return behind && (ahead || unicode.IsSpace(next)) || ahead && (start == 0 || before == '\n')
}
