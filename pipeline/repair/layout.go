package repair

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Layout is the last stage: it folds white space. Every kind of space
// becomes the ordinary one, runs of them one, lines neither begin nor end
// with any, and paragraphs stand apart by one blank line. Where the text
// sets no blank lines (see Broken) each break is a paragraph's, but for
// those between the items of a list, whether these bear marks or begin with numbers,
// and inside a sentence. Applying it again changes nothing.
type Layout struct{}

// Apply edits doc.Draft. It fails only when edits do not fit the draft.
func (Layout) Apply(doc *corpus.Document) error {
	text := doc.Draft.Text
	rows := foldedRows(text)
	broken := broken(rows)
	var changes []corpus.Change
	why := []string{"white space"}
	fold := func(from, to int, now string) {
		if text[from:to] != now {
			changes = append(changes, corpus.Change{Start: from, End: to, Now: now, Kind: corpus.KindSpace, Why: why})
		}
	}
	if len(rows) == 0 {
		fold(0, len(text), "")
		return apply(&doc.Draft, changes)
	}
	at := 0
	for i, r := range rows {
		gap := ""
		switch {
		case i == 0:
		case r.blank, broken && !(r.item && rows[i-1].item) && !sentenceGoesOn(text, rows[i-1], r) && !betweenItems(text, rows[i-1], r):
			gap = "\n\n"
		default:
			gap = "\n"
		}
		fold(at, r.start, gap)
		if r.uneven {
			foldSpaces(text, r, fold)
		}
		at = r.end
	}
	fold(at, len(text), "")
	return apply(&doc.Draft, changes)
}

// amidRow is how many bytes long a row is at least that breaks off before a number,
// and amidCharacters one that ends in a script without spaces and capitals: what does
// not end like a sentence may be a heading.
const amidRow, amidCharacters = 30, 90

// sentenceGoesOn reports whether a row goes on with the sentence of the one before.
func sentenceGoesOn(text string, before, r row) bool {
	if r.item || closesSentence(text, line{start: before.start, end: before.end}) {
		return false
	}
	switch lead := leadLetter(text, line{start: r.start, end: r.end}); {
	case unicode.IsLower(lead):
		return true
	case unicode.IsDigit(lead):
		return before.end-before.start >= amidRow
	}
	last, _ := utf8.DecodeLastRuneInString(text[before.start:before.end])
	first, _ := utf8.DecodeRuneInString(text[r.start:r.end])
	return before.end-before.start >= amidCharacters && unspaced(last) && unspaced(first)
}

// betweenItems reports two short rows that begin with a number, the first perhaps with
// a small letter and none of them a sentence: what is needed of each thing.
func betweenItems(text string, before, r row) bool {
	if max(before.end-before.start, r.end-r.start) >= verseWidth || closesSentence(text, line{start: before.start, end: before.end}) {
		return false
	}
	last, _ := utf8.DecodeRuneInString(text[before.start:])
	next, _ := utf8.DecodeRuneInString(text[r.start:])
	return unicode.IsNumber(next) && (unicode.IsNumber(last) || unicode.IsLower(last))
}

// foldSpaces folds the white space inside a row.
func foldSpaces(text string, r row, fold func(from, to int, now string)) {
	for i := r.start; i < r.end; {
		if text[i] > ' ' && text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if text[i] == ' ' && i+1 < r.end && text[i+1] > ' ' && text[i+1] < utf8.RuneSelf {
			i += 2 // most of them
			continue
		}
		from := i
		for i < r.end {
			n := spaceAt(text, i)
			if n == 0 {
				break
			}
			i += n
		}
		switch {
		case i == from:
			i++ // the bytes inside a character begin no space
		case i != from+1 || text[from] != ' ':
			fold(from, i, " ")
		}
	}
}

// spaceAt returns how long the white space at text[i] is, 0 where there is
// none.
func spaceAt(text string, i int) int {
	switch b := text[i]; {
	case b == ' ', b >= '\t' && b <= '\r':
		return 1
	case b < 0xC2, b > 0xC2 && b < 0xE1, b > 0xE3:
		return 0 // no space begins with any other byte
	}
	if c, n := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(c) {
		return n
	}
	return 0
}

// A row is a line that is not blank, without the white space round it.
type row struct {
	start, end int
	blank      bool // a blank line stands before it
	item       bool
	long       bool // longer than a line of verse, and it closes a sentence
	uneven     bool // may have other white space than single spaces
}

// verseWidth is how many characters lines have that are not paragraphs.
const verseWidth = 80

// foldedRows cuts a text into rows, whatever signs it breaks lines with.
func foldedRows(text string) []row {
	rows := make([]row, 0, strings.Count(text, "\n")+1)
	breaks := 0
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(c) {
			breaks += lineBreaks(text[i:], c)
			i += n
			continue
		}
		r := row{start: i, blank: breaks > 1 && len(rows) > 0}
		i, r.end, r.uneven = rowEnd(text, i)
		r.item = beginsItem(text[r.start:min(r.end, r.start+64)])
		r.long = r.end-r.start >= verseWidth && closesSentence(text, line{start: r.start, end: r.end}) &&
			(r.end-r.start >= verseWidth*utf8.UTFMax || utf8.RuneCountInString(text[r.start:r.end]) >= verseWidth)
		rows = append(rows, r)
		breaks = 0
	}
	return rows
}

// beginsItem reports a row that begins like an item of a list, whatever kind
// of space follows the mark.
func beginsItem(row string) bool {
	at := 0
	for at < len(row) && spaceAt(row, at) == 0 {
		at++
	}
	if strings.TrimSpace(row[at:]) == "" {
		return isBullet(row[:at])
	}
	return isMark(row[:at])
}

// rowEnd returns where the line that begins at i breaks, where its last character
// that is not white space ends, and whether it may have other white space than
// single spaces.
func rowEnd(text string, i int) (at, end int, uneven bool) {
	for start := i; ; {
		var double bool
		i, double = pastSpaced(text, i)
		uneven = uneven || double
		n := 0
		for i < len(text) {
			if n = spaceAt(text, i); n > 0 {
				break
			}
			if i++; i < len(text) && text[i] < utf8.RuneSelf {
				break
			}
		}
		if n == 0 && i < len(text) {
			continue
		}
		if c, _ := utf8.DecodeRuneInString(text[i:]); n == 0 || lineBreaks(text[i:], c) > 0 || c == '\r' {
			return i, start + len(strings.TrimRightFunc(text[start:i], unicode.IsSpace)), uneven
		}
		uneven = uneven || n > 1 || text[i] != ' ' || i+1 < len(text) && text[i+1] <= ' ' || i > start && text[i-1] == ' '
		i += n
	}
}

// pastSpaced skips, eight bytes at a time, ASCII that is printed, and tells
// whether spaces stand side by side in it.
func pastSpaced(text string, i int) (at int, double bool) {
	before := uint64(0) // the high bit of the lowest byte: a space stands before
	for ; i+8 <= len(text); i += 8 {
		x := load8(text[i : i+8])
		spaces := ^((x ^ ' '*ones) + 0x7F*ones) & highs
		others := (^(x + (0x80-'!')*ones) & highs) ^ spaces | x&highs // right up to the first that is not ASCII
		if others != 0 {
			n := bits.TrailingZeros64(others) / 8
			spaces &= 1<<(8*n) - 1
			return i + n, double || spaces&(spaces<<8|before) != 0
		}
		double = double || spaces&(spaces<<8|before) != 0
		before = spaces >> 56
	}
	return i, double
}

// lineBreaks counts the line breaks that the space c at the beginning of
// text makes; a return before a line feed leaves it to that.
func lineBreaks(text string, c rune) int {
	switch c {
	case '\n', '\v', 0x85, 0x2028:
		return 1
	case '\f', 0x2029:
		return 2
	case '\r':
		if len(text) > 1 && text[1] == '\n' {
			return 0
		}
		return 1
	}
	return 0
}

// Broken reports whether the paragraphs of a text stand apart by single
// breaks: it has lines that are paragraphs by their length, and fewer blank
// lines than breaks between those; or no blank line at all.
func Broken(text string) bool { return broken(foldedRows(text)) }

// broken reports a text whose paragraphs end at single breaks: more long lines
// end at one than there are blank lines, or there are none of these.
func broken(rows []row) bool {
	single, blank, plain := 0, 0, 0
	for i, r := range rows {
		if i == 0 {
			continue
		}
		switch {
		case r.blank:
			blank++
		case r.item && rows[i-1].item:
		case rows[i-1].long:
			single++
			plain++
		default:
			plain++
		}
	}
	return single > blank || blank == 0 && plain > 0
}
