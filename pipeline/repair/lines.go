package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Lines is the stage that joins lines and parts those that were glued to each
// other: it decides for each line break whether it is a hard wrap, the place of an eaten word, or a break that the
// writer made, which stays. It needs doc.Language.
type Lines struct{}

// Name returns "lines".
func (Lines) Name() string { return "lines" }

// Apply edits doc.Draft. It fails only when edits do not fit the draft.
func (Lines) Apply(doc *corpus.Document) error {
	if err := apply(&doc.Draft, cutIntoWords(doc.Draft.Text)); err != nil {
		return err
	}
	if err := apply(&doc.Draft, hardCuts(doc.Draft.Text, doc.Language)); err != nil {
		return err
	}
	if err := apply(&doc.Draft, glued(doc.Draft.Text, doc.Language)); err != nil {
		return err
	}
	if err := apply(&doc.Draft, dropCaps(doc.Draft.Text, doc.Language)); err != nil {
		return err
	}
	text := doc.Draft.Text
	if strings.IndexByte(text, '\n') < 0 {
		return nil
	}
	p := sheet{doc: doc, text: text, language: doc.Language, lines: splitLines(text)}
	p.wraps = make([]wrap, len(p.lines))
	p.findWraps()
	changes := p.unwrap()
	changes = merge(changes, p.restore())
	return apply(&doc.Draft, changes)
}

// A sheet is a text as lines.
type sheet struct {
	doc      *corpus.Document // whose text it is
	text     string
	language string
	lines    []line
	wraps    []wrap   // what the break after each line is
	lexicon  *lexicon // counted when first asked for
	foreign  spacing
}

// A wrap is what the width of its block says about a line break.
type wrap struct {
	width int  // the width the block was wrapped at, 0 where it was not
	join  bool // the break was made by the wrapping
}

// A line is one line of a text. Its content is text[start:end], without
// indentation and trailing spaces; next is where the following line begins.
type line struct {
	start, end, next int
	indent, width    int // columns; width is without the indentation
	word             int // columns of the first word
	blank            bool
	item             bool // begins with the mark of a list item
	fixed            bool // quoted, tabular, or signs only: never joined
	wide             bool // ends in a script without spaces
	startsWide       bool
	end1, start1     rune // last and first character
	quote            int  // signs of quotation before it
}

// splitLines cuts a text into lines.
func splitLines(text string) []line {
	out := make([]line, 0, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); {
		l := line{next: len(text)}
		stop := len(text)
		if nl := strings.IndexByte(text[i:], '\n'); nl >= 0 {
			stop, l.next = i+nl, i+nl+1
		}
		l.measure(text, i, stop)
		out = append(out, l)
		i = l.next
	}
	return out
}

// measure fills in the line that stands at text[from:to].
func (l *line) measure(text string, from, to int) {
	l.start = from
	for l.start < to && (text[l.start] == ' ' || text[l.start] == '\t') {
		if text[l.start] == '\t' {
			l.indent += 8 - l.indent%8
		} else {
			l.indent++
		}
		l.start++
	}
	l.unquote(text[:to])
	for l.end = to; l.end > l.start && (text[l.end-1] == ' ' || text[l.end-1] == '\t' || text[l.end-1] == '\r'); {
		l.end--
	}
	content := text[l.start:l.end]
	if content == "" || (content[0] <= ' ' || content[0] >= utf8.RuneSelf) && strings.TrimSpace(content) == "" {
		l.blank = true
		return
	}
	l.width = columns(content)
	l.start1, _ = utf8.DecodeRuneInString(content)
	l.end1, _ = utf8.DecodeLastRuneInString(content)
	l.wide, l.startsWide = unspaced(l.end1), unspaced(l.start1)
	l.word = firstWord(content)
	l.item = isItem(content)
	l.fixed = isFixed(content)
}

// unquote passes over the signs of quotation before a line, as letters put them before
// what they answer to when it is wrapped already.
func (l *line) unquote(text string) {
	if !strings.HasPrefix(text[l.start:], ">") || strings.HasPrefix(text[l.start:], ">>>") {
		return
	}
	at, depth := l.start, 0
	for strings.HasPrefix(text[at:], ">") {
		if at, depth = at+1, depth+1; strings.HasPrefix(text[at:], " ") {
			at++
		}
	}
	if rest := text[at:]; strings.HasPrefix(text[at-1:], " ") && rest != "" && rest[0] > ' ' {
		l.start, l.quote = at, depth
	}
}

// full is the column after the line's last.
func (l *line) full() int { return l.indent + l.width }

// columns counts the columns that s takes in a fixed-width face.
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			at := pastASCII(s, i)
			n, i = n+at-i, at
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n += column(r)
		i += size
	}
	return n
}

func column(r rune) int {
	switch {
	case r < 0x300, r >= 0x370 && r < 0x483:
		return 1
	case r >= 0x1100 && r < 0x1160 || r >= 0x2E80 && r < 0xA4D0 || r >= 0xAC00 && r < 0xD7A4 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF01 && r < 0xFF61 || r >= 0x1F300 && r < 0x1FA00 || r >= 0x20000 && r < 0x40000:
		return 2
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0
	}
	return 1
}

// unspaced reports characters beside which a line may be broken without a
// space: scripts without spaces and their punctuation.
func unspaced(r rune) bool {
	return token.Spaceless(r) || r >= 0x3000 && r < 0x3040 || r >= 0xFF01 && r < 0xFF61
}

// firstWord counts the columns of what a wrapper keeps together at the
// beginning of a line: a word, or one character of a script without spaces
// with the punctuation that may not begin a line.
func firstWord(s string) int {
	n := 0
	for n < len(s) && s[n] != ' ' && s[n] != '\t' && s[n] < utf8.RuneSelf {
		n++
	}
	if n == len(s) || s[n] < utf8.RuneSelf {
		return n
	}
	from := n
	for i, r := range s[from:] {
		if r == ' ' || r == '\t' {
			break
		}
		if from+i > 0 && unspaced(r) && !unicode.IsPunct(r) && !unicode.IsMark(r) {
			break
		}
		n += column(r)
	}
	return n
}

// isItem reports a line that begins like an item of a list: a bullet, a
// dash, a number or letter with a full stop or bracket, and a space.
func isItem(s string) bool {
	mark, rest, ok := strings.Cut(s, " ")
	if tab := strings.IndexByte(s, '\t'); tab > 0 && (!ok || tab < len(mark)) {
		mark, rest, ok = s[:tab], s[tab+1:], true
	}
	if !ok || rest == "" {
		return isBullet(s)
	}
	return isMark(mark)
}

// isMark reports the mark of an item that has more on its line.
func isMark(mark string) bool {
	if isBullet(mark) {
		return true
	}
	mark = strings.TrimPrefix(mark, "(")
	if len(mark) < 2 || len(mark) > 6 || !strings.HasSuffix(mark, ".") && !strings.HasSuffix(mark, ")") {
		return false
	}
	mark = mark[:len(mark)-1]
	for i := 0; i < len(mark); i++ {
		if (mark[i] < '0' || mark[i] > '9') && mark[i] != '.' {
			return len(mark) == 1 && asciiAlpha(mark[0])
		}
	}
	return len(mark) <= 3 || strings.Contains(mark, ".")
}

// isBullet reports a bullet; no word of two letters is one.
func isBullet(s string) bool {
	return len(s) > 0 && len(s) < utf8.UTFMax && (len(s) == 1 || !asciiAlpha(s[0])) && bullets[s]
}

var bullets = map[string]bool{"-": true, "--": true, "*": true, "+": true, "•": true, "·": true, "–": true, "—": true, "▪": true, "■": true, "●": true, "○": true, "◦": true, "‣": true, "►": true, "»": true, "o": true, "✓": true, "→": true, "★": true, "・": true}

// isFixed reports a line whose form is its own: quoted mail, a row of a
// table, a rule, a line of code.
func isFixed(s string) bool {
	if s[0] == '>' || s[0] == '|' || s[len(s)-1] == '|' || s[0] == '#' && strings.HasPrefix(strings.TrimLeft(s, "#"), " ") {
		return true
	}
	if wideGap(s) || strings.IndexByte(s[1:], '\t') >= 0 {
		return true
	}
	switch s[len(s)-1] {
	case '{', '}', ';', '\\', '=':
		return strings.ContainsAny(s, "(){}=<>$")
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return len(s) > 3
}

// wideGap reports whether four blanks stand in a row: one of them has a place that
// four divides, and stands beside another.
func wideGap(s string) bool {
	for i := 3; i < len(s); i += 4 {
		if s[i] == ' ' && (s[i-1] == ' ' || i+1 < len(s) && s[i+1] == ' ') && strings.Contains(s[i-3:min(len(s), i+4)], "    ") {
			return true
		}
	}
	return false
}

// closesSentence reports whether a line ends as sentences do.
func closesSentence(text string, l line) bool {
	if l.end > l.start && plainEnd(text[l.end-1]) {
		return terminal(rune(text[l.end-1]))
	}
	s := strings.TrimRight(text[l.start:l.end], "\"'”’»)]*_“›」』）")
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return terminal(r)
}

// plainEnd reports a byte of ASCII that stands inside of quotes and brackets.
func plainEnd(c byte) bool {
	switch c {
	case '"', '\'', ')', ']', '*', '_':
		return false
	}
	return c < utf8.RuneSelf
}

func terminal(r rune) bool {
	switch r {
	case '.', '!', '?', ':', '…', '。', '！', '？', '：', '।', '॥', '؟', '۔', '։', '።', '‥', '။', '។', '⸮':
		return true
	}
	return false
}

// startsLower reports whether the line begins in lower case, whatever
// quotation marks or brackets come first.
func startsLower(text string, l line) bool {
	r := leadLetter(text, l)
	return unicode.IsLower(r)
}

// leadLetter returns the line's first letter or digit, past opening marks.
func leadLetter(text string, l line) rune {
	start := l.start
	if l.item && dashed(l.start1) {
		start += utf8.RuneLen(l.start1) + 1
	}
	for _, r := range text[min(start, l.end):min(l.end, start+16)] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		if unicode.IsSpace(r) {
			break
		}
	}
	return 0
}

// dashed reports the bullets that are dashes of a sentence as well.
func dashed(r rune) bool { return r == '-' || r == '–' || r == '—' }

// merge puts two sorted lists of disjoint changes into one.
func merge(a, b []corpus.Change) []corpus.Change {
	if len(b) == 0 {
		return a
	}
	out := make([]corpus.Change, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Start < b[0].Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
