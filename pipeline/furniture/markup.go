package furniture

import (
	"io"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Markup turns HTML documents into plain text. It is safe for concurrent use.
type Markup struct{}

// Name implements the stage.
func (Markup) Name() string { return "markup" }

// Apply removes the markup of a document that is HTML: tags go or leave the
// break or space that a browser would show, entities are decoded, white space
// is folded as HTML folds it, scripts, styles and comments go with their
// content. Undoing the edits gives the markup back. The page's <title> becomes
// the document's title if the record gave none.
func (Markup) Apply(doc *corpus.Document) error {
	if !doc.HTML {
		return nil
	}
	w := &writer{text: doc.Draft.Text, grower: newGrower(), why: []string{"markup"}}
	title := w.run()
	doc.Elements = &w.tree
	if err := doc.Draft.Apply(w.changes); err != nil {
		return err
	}
	if doc.Title == "" {
		doc.Title = ownPart(title, w.named)
	}
	return nil
}

// A separator is what stands between two pieces of visible text; the
// greatest of those that the tags between them ask for is written.
type separator uint8

const (
	none separator = iota
	space
	cell
	line
	paragraph
)

var breakText = [...]string{none: "", space: " ", cell: " | ", line: "\n", paragraph: "\n\n"}

// breaks gives the separator before and after an element. Elements that are
// not listed stand within a line.
var breaks = map[atom.Atom]separator{
	atom.P: paragraph, atom.Div: paragraph, atom.H1: paragraph, atom.H2: paragraph, atom.H3: paragraph, atom.H4: paragraph,
	atom.H5: paragraph, atom.H6: paragraph, atom.Ul: paragraph, atom.Ol: paragraph, atom.Dl: paragraph, atom.Table: paragraph,
	atom.Blockquote: paragraph, atom.Pre: paragraph, atom.Hr: paragraph, atom.Section: paragraph, atom.Article: paragraph,
	atom.Header: paragraph, atom.Footer: paragraph, atom.Nav: paragraph, atom.Aside: paragraph, atom.Main: paragraph,
	atom.Form: paragraph, atom.Fieldset: paragraph, atom.Figure: paragraph, atom.Figcaption: paragraph, atom.Address: paragraph,
	atom.Body: paragraph, atom.Head: paragraph, atom.Html: paragraph, atom.Title: paragraph, atom.Details: paragraph,
	atom.Summary: paragraph, atom.Center: paragraph, atom.Caption: paragraph, atom.Dialog: paragraph, atom.Menu: paragraph,
	atom.Li: line, atom.Dt: line, atom.Dd: line, atom.Tr: line, atom.Option: line, atom.Legend: line, atom.Br: line,
	atom.Td: cell, atom.Th: cell, atom.Button: space, atom.Input: space, atom.Label: space, atom.Img: space,
}

// hidden elements are left out with all that stands in them.
var hidden = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true, atom.Iframe: true,
	atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Title: true, atom.Noembed: true, atom.Noframes: true,
	atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Datalist: true,
}

// A writer walks the tokens of a page. What is visible between two pieces of
// markup is kept; all that stands between two visible pieces becomes one
// change, so the edits are as few as they can be.
type writer struct {
	*grower
	text    string
	changes []corpus.Change
	from    int               // start of what is left out and not yet written
	to      int               // its end
	sep     separator         // what it leaves
	started bool              // something visible was written
	pre     int               // depth of <pre>
	last    map[atom.Atom]int // where hidden elements are closed last
	ended   int               // how far from the end last was looked for
	why     []string
}

// run walks the page and returns its title.
func (w *writer) run() (title string) {
	z := html.NewTokenizer(strings.NewReader(w.text))
	at, before := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken && z.Err() != io.EOF {
			break
		}
		end := min(at+len(z.Raw()), len(w.text))
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.TextToken:
			if !w.shielded(before, at, end) {
				w.betweenTags(at, end)
			}
			w.piece(w.text, at, end)
		case html.StartTagToken, html.SelfClosingTagToken:
			raw, attributes := z.TagName()
			name := atom.Lookup(raw)
			if name == atom.Meta && attributes && w.named == "" {
				w.named = namedBy(z)
			}
			if kind == html.StartTagToken {
				w.start(z, name, attributes)
			}
			w.skip(at, end, breaks[name])
			if name == atom.Br && w.sep == line && w.broken(at) {
				w.sep = paragraph
			}
			w.open(name, kind, 1)
			if name == atom.Noscript && w.scriptless(end) {
				z.NextIsNotRawText() // the page as it is without scripts
			} else if hidden[name] && kind == html.StartTagToken && w.closes(name, end) {
				from := end
				if raw := w.rawEnd(name, end); raw-end >= longRaw {
					w.skip(end, raw, none)
					z, end = html.NewTokenizer(strings.NewReader(w.text[raw:])), raw
				}
				end = w.leap(z, name, end)
				if name == atom.Title && title == "" {
					title = titleOf(w.text[from:end])
				}
			}
		case html.EndTagToken:
			name := tagName(z)
			w.end(name)
			w.skip(at, end, breaks[name])
			w.open(name, html.StartTagToken, -1)
		default:
			w.skip(at, end, none)
		}
		before, at = at, end
	}
	w.skip(at, len(w.text), none)
	w.sep = none
	w.flush()
	return title
}

func tagName(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

// broken reports whether the tag that starts at i follows another line
// break, with white space at most between them.
func (w *writer) broken(i int) bool {
	before := strings.TrimRight(w.text[w.from:i], " \t\r\n\f")
	at := strings.LastIndexByte(before, '<')
	return at >= 0 && strings.HasPrefix(strings.ToLower(before[at:]), "<br")
}

// open keeps the depth of <pre>.
func (w *writer) open(name atom.Atom, kind html.TokenType, by int) {
	if name == atom.Pre && kind == html.StartTagToken {
		w.pre = max(0, w.pre+by)
	}
}

// enoughScriptless is how many bytes a <noscript> must hold to be more than
// a notice or a tracking image.
const enoughScriptless = 1500

// scriptless reports whether the <noscript> that opens before i holds a page.
func (w *writer) scriptless(i int) bool {
	n := strings.Index(w.text[i:min(len(w.text), i+enoughScriptless)], "</")
	for at := i; n >= 0; {
		at += n + 2
		if len(w.text)-at >= 8 && strings.EqualFold(w.text[at:at+8], "noscript") {
			return false
		}
		n = strings.Index(w.text[at:max(at, min(len(w.text), i+enoughScriptless))], "</")
	}
	return len(w.text)-i > enoughScriptless
}

// closes reports whether an element that opens before i is ever closed: one
// that is not must not hide the rest of the page.
func (w *writer) closes(name atom.Atom, i int) bool {
	near := w.text[i:min(len(w.text), i+nearClose)]
	for at := strings.Index(near, "</"); at >= 0; {
		if endsTag(near[at:]) == name {
			return true
		}
		next := strings.Index(near[at+2:], "</")
		if next < 0 {
			break
		}
		at += 2 + next
	}
	if w.last == nil {
		w.last, w.ended = map[atom.Atom]int{}, len(w.text)
	}
	for w.ended > i {
		if _, ok := w.last[name]; ok {
			break
		}
		if w.ended = strings.LastIndex(w.text[:w.ended], "</"); w.ended >= 0 {
			w.noteClose(w.ended)
		}
	}
	last, ok := w.last[name]
	return ok && last >= i
}

// nearClose is how far behind its begin an element's end is looked for first:
// most have it there, and the rest of the page need not be gone through.
const nearClose = 8 << 10

// endsTag returns the name of the end tag that s begins with.
func endsTag(s string) atom.Atom {
	var lower [longestHidden]byte
	n := 0
	for j := 2; j < len(s) && n < len(lower) && 'a' <= s[j]|0x20 && s[j]|0x20 <= 'z'; j++ {
		lower[n] = s[j] | 0x20
		n++
	}
	return atom.Lookup(lower[:n])
}

// noteClose notes which hidden element the end tag at i closes, if none after
// it does.
func (w *writer) noteClose(i int) {
	name := endsTag(w.text[i:])
	if _, ok := w.last[name]; hidden[name] && !ok {
		w.last[name] = i
	}
}

// longestHidden is more than the letters of the longest name in hidden.
const longestHidden = 12

// longRaw is how many bytes of a script or style are worth a new tokenizer
// behind them: the old one would go through them byte by byte.
const longRaw = 1 << 10

// rawEnd returns where the end tag of a script or style stands whose content
// begins at i; i of other elements, and of scripts with comments in them, which
// may hold an end tag.
func (w *writer) rawEnd(name atom.Atom, i int) int {
	if name != atom.Script && name != atom.Style {
		return i
	}
	for at := i; ; {
		n := strings.Index(w.text[at:], "</")
		if n < 0 {
			return i
		}
		at += n
		rest, tag := w.text[at+2:], name.String()
		if len(rest) > len(tag) && strings.EqualFold(rest[:len(tag)], tag) && (isSpace(rest[len(tag)]) || rest[len(tag)] == '/' || rest[len(tag)] == '>') {
			if name == atom.Script && strings.Contains(w.text[i:at], "<!--") {
				return i
			}
			return at
		}
		at += 2
	}
}

// leap goes past the end of the hidden element that has just been opened and
// returns the position there.
func (w *writer) leap(z *html.Tokenizer, name atom.Atom, at int) int {
	for depth := 1; depth > 0; {
		kind := z.Next()
		end := min(at+len(z.Raw()), len(w.text))
		if kind == html.ErrorToken {
			return at
		}
		switch kind {
		case html.StartTagToken:
			raw, attributes := z.TagName()
			tag := atom.Lookup(raw)
			if w.start(z, tag, attributes); tag == name {
				depth++
			}
		case html.EndTagToken:
			tag := tagName(z)
			if w.end(tag); tag == name {
				depth--
			}
		}
		w.skip(at, end, none)
		at = end
	}
	return at
}

// titleOf cleans what stands between <title> and </title>.
func titleOf(s string) string {
	if i := strings.LastIndex(s, "</"); i >= 0 {
		s = s[:i]
	}
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}

// namedBy is the title that a <meta> gives to other sites, "" of other ones.
func namedBy(z *html.Tokenizer) string {
	var content string
	titled := false
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "property", "name":
			titled = titled || string(value) == "og:title"
		case "content":
			content = string(value)
		}
	}
	if !titled {
		return ""
	}
	return strings.Join(strings.Fields(content), " ")
}

// ownPart is what a page gives to other sites as its title where <title> is that and
// more, as the name of the site, else <title>.
func ownPart(title, named string) string {
	if title == "" || named != "" && (strings.HasPrefix(title, named) || strings.HasSuffix(title, named)) {
		return named
	}
	return title
}

// betweenTags writes the text between two tags. A no-break space beside a tag is a
// space: editors put one wherever a link or an emphasis begins or ends.
func (w *writer) betweenTags(at, end int) {
	if w.pre > 0 {
		w.visible(at, end)
		return
	}
	from, to := at, end
	for n := noBreakAt(w.text[from:to]); n > 0; n = noBreakAt(w.text[from:to]) {
		from += n
	}
	for n := noBreakBefore(w.text[from:to]); n > 0; n = noBreakBefore(w.text[from:to]) {
		to -= n
	}
	if from > at {
		w.skip(at, from, space)
	}
	w.visible(from, to)
	if to < end {
		w.skip(to, end, space)
	}
}

// noBreaks are the ways in which a no-break space is written.
var noBreaks = [...]string{"&nbsp;", "\u00a0", "&#160;", "&#xa0;", "&#xA0;"}

// noBreakAt is the length of the no-break space that s begins with, 0 where there is
// none.
func noBreakAt(s string) int {
	for _, n := range noBreaks {
		if strings.HasPrefix(s, n) {
			return len(n)
		}
	}
	return 0
}

// noBreakBefore is the same of the end of s.
func noBreakBefore(s string) int {
	for _, n := range noBreaks {
		if strings.HasSuffix(s, n) {
			return len(n)
		}
	}
	return 0
}

// visible writes a stretch of text: white space is folded, entities are
// decoded.
func (w *writer) visible(at, end int) {
	for at < end {
		c := w.text[at]
		switch {
		case isSpace(c):
			j := at + 1
			for j < end && isSpace(w.text[j]) {
				j++
			}
			w.blank(at, j)
			at = j
		case c == '&':
			j, now := entity(w.text[at:end])
			w.flush()
			w.started = true
			if j > 1 {
				w.changes = append(w.changes, corpus.Change{Start: at, End: at + j, Now: now, Kind: corpus.KindEntity,
					Why: []string{"character reference"}})
			}
			at += j
			w.from, w.to = at, at
		default:
			j := at + 1
			for j < end && !isSpace(w.text[j]) && w.text[j] != '&' {
				j++
			}
			w.flush()
			w.started = true
			at = j
			w.from, w.to = at, at
		}
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// blank writes white space: as it is in <pre>, else folded.
func (w *writer) blank(at, end int) {
	if w.pre > 0 && w.started && w.sep == none {
		w.flush()
		w.from, w.to = end, end
		return
	}
	w.skip(at, end, space)
}

// skip leaves out a stretch that is not visible and asks for a separator.
func (w *writer) skip(at, end int, sep separator) {
	if w.to < at {
		w.flush()
		w.from = at
	}
	w.to = end
	w.sep = max(w.sep, sep)
}

// flush writes what has been left out as one change.
func (w *writer) flush() {
	now := breakText[w.sep]
	if !w.started {
		now = ""
	}
	start, end := w.from, w.to
	w.sep = none
	if start == end {
		return
	}
	was := w.text[start:end]
	if was == now {
		w.from = end
		return
	}
	if now == " " && was[0] == ' ' {
		start, now = start+1, ""
	}
	w.changes = append(w.changes, corpus.Change{Start: start, End: end, Now: now, Kind: corpus.KindMarkup, Why: w.why})
	w.from = end
}

// entity decodes the character reference that s begins with. It returns its
// length and its text, or 1 when there is none.
func entity(s string) (int, string) {
	j := 1
	for j < len(s) && j < 36 && (s[j] == '#' && j == 1 || alphanumeric(s[j])) {
		j++
	}
	if j < len(s) && s[j] == ';' {
		j++
	}
	now := html.UnescapeString(s[:j])
	if now == s[:j] || now == "" || strings.ContainsRune(now, 0xFFFD) {
		return 1, ""
	}
	return j, now
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
