package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A tableEncoder writes the alignment as a table: a line for each column of
// the alignment, with the bytes of the article that it fills, the rule and
// the confidence where copies differ, the article's word, and the word of
// each copy with the signs that stand by it. A copy that leaves the word out
// has "-", one that does not stand there has nothing. Each article has its
// own head line; an empty line parts it from the one before.
type tableEncoder struct{}

// omission marks in a table that a copy lacks a word. No word is a dash.
const omission = "-"

func (tableEncoder) head(*bytes.Buffer) {}
func (tableEncoder) foot(*bytes.Buffer) {}

// article writes a table of its own: a line of names, then a line for each row
// of the alignment.
func (tableEncoder) article(b *bytes.Buffer, n int, c corpus.Collation) error {
	if n > 1 {
		b.WriteByte('\n')
	}
	w := csv.NewWriter(b)
	lines := [][]string{append([]string{"article", "row", "start", "end", "rule", "confidence", "text"}, names(c)...)}
	next := nextChosen(c)
	for i, r := range c.Rows {
		line := []string{c.Article.ID, strconv.Itoa(i + 1), strconv.Itoa(r.Start), strconv.Itoa(r.End), "", ""}
		if r.Entry >= 0 {
			e := c.Apparatus.Entries[r.Entry]
			line[4], line[5] = e.Rule, strconv.FormatFloat(e.Confidence, 'f', -1, 64)
		}
		line = append(line, chosenCell(c, i, next[i]))
		for k := range c.Witnesses {
			line = append(line, cell(c, r, k))
		}
		lines = append(lines, line)
	}
	return w.WriteAll(lines)
}

// cell is what witness w has in a row.
func cell(c corpus.Collation, r corpus.Row, w int) string {
	i := r.Words[w]
	switch x := c.Witnesses[w]; {
	case i != corpus.Absent:
		return signed(x.Gaps[i], x.Words[i].Surface, x.Gaps[i+1], int(i+1) == len(x.Words))
	case r.Stands[w]:
		return omission
	}
	return ""
}

// chosenCell is the article's own word in row number i, with its signs;
// next is the row of the next chosen word.
func chosenCell(c corpus.Collation, i, next int) string {
	r, text := c.Rows[i], c.Article.Text
	if !r.Chosen() {
		return ""
	}
	before := 0
	if i > 0 {
		before = c.Rows[i-1].End
	}
	after := len(text)
	if next < len(c.Rows) {
		after = c.Rows[next].Start
	}
	return signed(text[before:r.Start], text[r.Start:r.End], text[r.End:after], next == len(c.Rows))
}

// signed is a word with the signs that stand by it: before it what follows
// the last white space of the gap there, behind it what comes before the
// first. Signs between two words without a space go to the second.
func signed(before, word, after string, last bool) string {
	if k := strings.LastIndexFunc(before, unicode.IsSpace); k >= 0 {
		_, size := utf8.DecodeRuneInString(before[k:])
		before = before[k+size:]
	}
	switch k := strings.IndexFunc(after, unicode.IsSpace); {
	case k >= 0:
		after = after[:k]
	case !last:
		after = ""
	}
	return before + word + after
}

// nextChosen gives for each row the next one behind it with a chosen word.
func nextChosen(c corpus.Collation) []int {
	out := make([]int, len(c.Rows))
	next := len(c.Rows)
	for i := len(c.Rows) - 1; i >= 0; i-- {
		out[i] = next
		if c.Rows[i].Chosen() {
			next = i
		}
	}
	return out
}
