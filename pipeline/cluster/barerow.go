package cluster

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// All pages of an article may bear one row of links that does not say where it leads:
// "Pages: 1 2 3". Which of them is the first the texts tell: that opens with a title and
// takes it up, the later ones go on with a paragraph, a list or code. With a title that the
// text does not take up, or a short sentence, a page may be either, and joins none.

// How pages with such a row open.
const (
	rowTitle = 120 // bytes of the title at most
	rowTakes = 1.  // weight of what takes it up (takenUp)
	rowProse = 12  // words of the paragraph that a later page opens with
	rowDoubt = 3   // how many rivals each counts for: the row does not say which page it is
)

// doubt is how many rivals each counts for by which a page may be mistaken.
func (p Part) doubt() int {
	if p.Row > 0 {
		return rowDoubt
	}
	return 1
}

// partOfBareRow is what such a row says of a page that opens with a line, the title if it
// is marked, of a text.
func partOfBareRow(row token.PageRow, line, text string) Part {
	line = strings.TrimSpace(line)
	p := Part{Row: row.Pages}
	switch {
	case opens(text):
		p.After = true
	case opensTitle(line):
		p.Before = takenUp(line, behindLine(text, line)) >= rowTakes
	default:
		p.After = len(token.Words(nil, line)) >= rowProse
	}
	if p.Before {
		p.Page = 1
	} else if p.After && row.Pages == 2 {
		p.Page = 2
	}
	return p
}

// opensTitle reports a line that is short enough for the title of a page, begins with no
// sign of a list and leads to no list.
func opensTitle(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(line) <= rowTitle && mayBeTitle(line) &&
		(unicode.IsLetter(first) || unicode.IsDigit(first) || unicode.In(first, unicode.Pi, unicode.Ps) || first == '"') &&
		(unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.In(last, unicode.Pf, unicode.Pe) || strings.ContainsRune("\"?!？！", last))
}

// behindLine is what stands in a text behind the first place of a line, all of it if it
// does not stand there.
func behindLine(text, line string) string {
	if _, behind, ok := strings.Cut(text, line); ok {
		return behind
	}
	return text
}

// opening is the title of a document of which text is kept, or else its first line.
func opening(d *corpus.Document, text string) string {
	return cmp.Or(titleOf(d, text), firstLine(text))
}
