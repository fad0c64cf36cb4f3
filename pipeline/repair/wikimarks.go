package repair

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A wiki keeps its pages with marks of its own: links in two square brackets, with the
// name of a page before a bar perhaps, headings between equals signs, two apostrophes
// or three for letters that lean or are bold, templates in two braces. They are taken
// away where links come with one of the others.

const (
	leastLinks   = 3
	longestLink  = 200 // bytes
	longestBrace = 2000
)

// wikiMarks takes the marks of a wiki away.
func wikiMarks(d *corpus.Draft) error {
	text := d.Text
	links := strings.Count(text, "[[")
	if links < leastLinks || strings.Count(text, "]]") != links || strings.Count(text, "''")+strings.Count(text, "\n==")+strings.Count(text, "{{") == 0 {
		return nil
	}
	var changes []corpus.Change
	take := func(from, to int) {
		changes = append(changes, corpus.Change{Start: from, End: to, Kind: corpus.KindMarkup, Why: []string{"a mark of a wiki"}})
	}
	read := 0
	for i := 0; i < len(text); {
		rest := text[i:]
		n := 1
		switch {
		case strings.HasPrefix(rest, "[["):
			end := strings.Index(rest, "]]")
			if end < 0 || end > longestLink || strings.ContainsAny(rest[2:end], "\n[") {
				break
			}
			read++
			take(i, i+2+strings.LastIndexByte(rest[2:end], '|')+1)
			take(i+end, i+end+2)
			n = end + 2
		case strings.HasPrefix(rest, "{{"):
			if end := strings.Index(rest, "}}"); end > 0 && end < longestBrace && !strings.Contains(rest[2:end], "{{") {
				n = end + 2
				take(i, i+n)
			}
		case strings.HasPrefix(rest, "''"):
			n = len(rest) - len(strings.TrimLeft(rest, "'"))
			take(i, i+n)
		case rest[0] == '=' && (i == 0 || text[i-1] == '\n'):
			n = takeHeading(rest, i, take)
		}
		i += n
	}
	if read < links {
		return nil
	}
	return apply(d, changes)
}

// takeHeading takes the signs round a heading that the line at i is, and returns how
// much of it was read.
func takeHeading(rest string, i int, take func(from, to int)) int {
	line, _, _ := strings.Cut(rest, "\n")
	inner := strings.TrimRight(strings.TrimLeft(line, "="), " \r")
	before := len(line) - len(strings.TrimLeft(line, "="))
	words := strings.TrimRight(inner, "=")
	if before < 2 || len(inner)-len(words) != before || strings.ContainsAny(words, "='[{") {
		return before
	}
	take(i, i+before+len(words)-len(strings.TrimLeft(words, " ")))
	take(i+before+len(strings.TrimRight(words, " ")), i+len(line))
	return len(line)
}
