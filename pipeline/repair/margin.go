package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Margin is the stage that takes away what stands before every line of a text:
// the sign of a quotation, as letters put it before what they answer to, that of
// an item, though the lines are paragraphs, or the number of the line; the rows
// of signs that stand between all its paragraphs; the times of cues (cues.go);
// and the numbers and heads of pages (folios.go).
type Margin struct{}

// Name returns "margin".
func (Margin) Name() string { return "margin" }

const (
	leastQuoted   = 5   // lines with the sign
	quotedShare   = .9  // of all
	leastItems    = 5   // lines with the sign of an item
	itemWidth     = 80  // letters of such a line, in the mean
	leastRows     = 4   // of signs
	rowShare      = .8  // of the breaks between paragraphs, that have one
	leastNumbered = 10  // lines with numbers
	numberedShare = .95 // of all
	brokenShare   = .4  // of the breaks, in the midst of a sentence
	numberedWidth = 30  // letters of a line with a number, in the mean
)

// Apply edits doc.Draft. It fails only when edits do not fit the draft.
func (Margin) Apply(doc *corpus.Document) error {
	text := doc.Draft.Text
	for _, find := range []func(string) []corpus.Change{quoted, itemised, rows, cues, sideBySide, folios} {
		if changes := find(text); changes != nil {
			return apply(&doc.Draft, changes)
		}
	}
	if begins := strings.TrimLeft(text, " \t\r\n"); digitFirst(begins) || digitFirst(strings.TrimLeft(begins[strings.IndexByte(begins, '\n')+1:], " \t\r\n")) {
		return apply(&doc.Draft, numbers(text))
	}
	return nil
}

func digitFirst(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// quoted takes the sign of a quotation from all lines, if nearly all have it.
func quoted(text string) (changes []corpus.Change) {
	if strings.Count(text, ">") < leastQuoted {
		return nil
	}
	lines, why := 0, []string{"each line is quoted"}
	for start, content := range eachContent(text) {
		lines++
		if content[0] != '>' || strings.HasPrefix(content, ">>>") {
			continue
		}
		end := start + len(">")
		if strings.HasPrefix(content, "> ") {
			end++
		}
		changes = append(changes, corpus.Change{Start: start, End: end, Kind: corpus.KindMargin, Why: why})
	}
	if len(changes) < leastQuoted || float64(len(changes)) < quotedShare*float64(lines) {
		return nil
	}
	return changes
}

// itemised takes the sign of an item from all lines, if each has it, the title too,
// and they are paragraphs.
func itemised(text string) (changes []corpus.Change) {
	sign, size := utf8.DecodeRuneInString(strings.TrimLeft(text, " \t\r\n"))
	if !strings.ContainsRune("•▪►‣●◦∙*", sign) {
		return nil
	}
	letters, why := 0, []string{"each line is an item"}
	for start, content := range eachContent(text) {
		if r, _ := utf8.DecodeRuneInString(content); r != sign || !strings.HasPrefix(content[size:], " ") {
			return nil
		}
		letters += lettersOf(content)
		changes = append(changes, corpus.Change{Start: start, End: start + size + 1, Kind: corpus.KindMargin, Why: why})
	}
	if len(changes) < leastItems || letters < itemWidth*len(changes) {
		return nil
	}
	return changes
}

// rows takes the lines of signs away that stand between all paragraphs, or nearly.
func rows(text string) (changes []corpus.Change) {
	n := 0
	for _, row := range [...]string{"***", "* *", "---", "___", "===", "~~~", "• •"} {
		n += strings.Count(text, row)
	}
	if n < leastRows {
		return nil
	}
	why := []string{"a row of signs between all paragraphs"}
	lines, parted := 0, true
	for at, line := range eachLine(text) {
		switch content := strings.TrimSpace(line); {
		case content == "":
		case strings.Trim(content, "*-_=~• ") != "":
			lines++
			parted = false
		case parted: // two in a row, or one before all text
			return nil
		default:
			parted = true
			changes = append(changes, corpus.Change{Start: at, End: at + len(line), Kind: corpus.KindMargin, Why: why})
		}
	}
	if len(changes) < leastRows || float64(len(changes)) < rowShare*float64(lines-1) {
		return nil
	}
	return changes
}

// numbers takes the numbers of lines, if nearly each has one, they count all
// lines or those that are not blank, and what they number is prose that was
// wrapped: lists have an item a line.
func numbers(text string) []corpus.Change {
	var c counting
	for at, line := range eachLine(text) {
		c.row++
		content := strings.TrimSpace(line)
		if content == "" {
			continue
		}
		c.lines++
		if !c.take(at, line) {
			c.last = ""
		}
	}
	n := len(c.changes)
	if n < leastNumbered || float64(n) < numberedShare*float64(c.lines) || float64(c.broken) < brokenShare*float64(n) || c.letters < numberedWidth*n {
		return nil
	}
	return c.changes
}

// A counting reads the numbers of lines.
type counting struct {
	row, lines int    // lines so far, and those that are not blank
	number, at int    // the last number, and the row that bears it
	last       string // what that row says
	letters    int
	broken     int
	changes    []corpus.Change
}

// take reads a line. It returns false if no number fits.
func (c *counting) take(at int, line string) bool {
	start := len(line) - len(strings.TrimLeft(line, " \t"))
	i, number := start, 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' && i-start < 6 {
		number = 10*number + int(line[i]-'0')
		i++
	}
	stop := i
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	said := strings.TrimSpace(line[i:])
	if stop == start || i == stop && said != "" {
		return false
	}
	if len(c.changes) > 0 && number != c.number+1 && number != c.number+c.row-c.at {
		return false
	}
	c.number, c.at = number, c.row
	c.letters += lettersOf(said)
	if c.last != "" && said != "" && plainlyOn(c.last, said) {
		c.broken++
	}
	c.last = said
	c.changes = append(c.changes, corpus.Change{Start: at, End: at + i, Kind: corpus.KindMargin, Why: []string{"the number of the line"}})
	return true
}

// plainlyOn reports two lines of which the second plainly goes on with what the
// first says.
func plainlyOn(line, next string) bool {
	end, _ := utf8.DecodeLastRuneInString(line)
	begin, _ := utf8.DecodeRuneInString(next)
	return !terminal(end) && (unicode.IsLower(begin) || unspaced(begin))
}
