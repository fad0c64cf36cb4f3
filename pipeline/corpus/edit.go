package corpus

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind names what an edit did. The words are part of the output format.
type Kind string

// The kinds of edits.
const (
	KindByteOrderMark Kind = "byte-order-mark" // a byte-order mark, decoded rightly or not
	KindInvisible     Kind = "invisible"       // control, zero-width, bidi and soft-hyphen characters
	KindMojibake      Kind = "mojibake"        // text decoded with the wrong charset, decoded again
	KindEntity        Kind = "entity"          // a character reference, whole or damaged
	KindNormal        Kind = "normal-form"     // Unicode normal form C
	KindMarkup        Kind = "markup"          // HTML tags, escape sequences of terminals
	KindUnwrap        Kind = "unwrap"          // a line break inside a paragraph
	KindBreak         Kind = "break"           // a paragraph break that was lost
	KindEaten         Kind = "eaten-word"      // a frequent word that was lost and is proved by its gap
	KindSpam          Kind = "spam"            // an injected span
	KindFurniture     Kind = "furniture"       // page furniture: menus, forms, teasers, link farms
	KindTail          Kind = "tail"            // a foreign end spliced to a cut copy
	KindRepeat        Kind = "repeat"          // what the page prints once more
	KindMargin        Kind = "margin"          // what stands before each line: its number, the sign of a quotation
	KindSpace         Kind = "space"           // white space folded
)

// An Edit replaces one span of a text. Start and End are UTF-8 byte offsets
// into the text as read, Was is the text that stood there, Now what stands
// there instead, Why the reasons, most telling first.
type Edit struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  Kind     `json:"kind"`
	Was   string   `json:"was"`
	Now   string   `json:"now"`
	Why   []string `json:"why"`
}

// ErrEdits marks a list of edits that does not belong to its text.
var ErrEdits = errors.New("edits do not fit the text")

// Undo gives back the text as read from a text and the edits that made it.
// The edits are in the order of their spans; edits that do not fit give an
// error that wraps ErrEdits.
func Undo(text string, edits []Edit) (string, error) {
	var b strings.Builder
	at, read := 0, 0 // offsets into text and into the text as read
	for i, e := range edits {
		keep := e.Start - read
		if keep < 0 || e.End < e.Start || e.End-e.Start != len(e.Was) || keep > len(text)-at {
			return "", fmt.Errorf("edit %d at %d: %w", i, e.Start, ErrEdits)
		}
		b.WriteString(text[at : at+keep])
		at += keep
		if !strings.HasPrefix(text[at:], e.Now) {
			return "", fmt.Errorf("edit %d at %d: %w", i, e.Start, ErrEdits)
		}
		at += len(e.Now)
		b.WriteString(e.Was)
		read = e.End
	}
	b.WriteString(text[at:])
	return b.String(), nil
}

// A Draft is a text under repair: the text as read, the text as it stands
// now, and the edits between them, all expressed against the text as read,
// however many stages made them.
type Draft struct {
	Read  string
	Text  string
	Edits []Edit
}

// NewDraft starts a draft with no edits.
func NewDraft(read string) Draft { return Draft{Read: read, Text: read} }

// Change is one replacement within the text of a draft as it stands now:
// the bytes [Start, End) of Draft.Text become Now.
type Change struct {
	Start, End int
	Now        string
	Kind       Kind
	Why        []string
}

// Apply makes the changes, which are sorted by span, do not overlap and
// stand on rune borders, and composes them with the edits made before: a
// change that touches an earlier edit's text swallows it, so that the list
// stays a plain sequence of disjoint spans of the text as read. It costs
// the length of the text plus the number of edits.
func (d *Draft) Apply(changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	if err := checkChanges(d.Text, changes); err != nil {
		return fmt.Errorf("%w: %w", ErrInternal, err)
	}
	c := composer{draft: d, changes: changes}
	c.text.Grow(len(d.Text))
	c.run()
	d.Text, d.Edits = c.text.String(), c.edits
	return nil
}

func checkChanges(text string, changes []Change) error {
	end := 0
	for i, c := range changes {
		if c.Start < end || c.End < c.Start || c.End > len(text) {
			return fmt.Errorf("change %d [%d,%d) after %d of %d: %w", i, c.Start, c.End, end, len(text), ErrEdits)
		}
		if !onRune(text, c.Start) || !onRune(text, c.End) {
			return fmt.Errorf("change %d [%d,%d) splits a character: %w", i, c.Start, c.End, ErrEdits)
		}
		end = c.End
	}
	return nil
}

func onRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// composer walks the old edits and the new changes side by side, in the
// coordinates of the text as it stood, and fuses those that overlap.
type composer struct {
	draft   *Draft
	changes []Change
	text    strings.Builder
	edits   []Edit
	old     int // old edits consumed
	at      int // position in draft.Text
	read    int // the same position in draft.Read
}

func (c *composer) run() {
	for c.old < len(c.draft.Edits) || len(c.changes) > 0 {
		switch o, d := c.nextOld(); {
		case len(c.changes) == 0 || o >= 0 && d <= c.changes[0].Start:
			c.group(o, d)
		case o < 0 || c.changes[0].End <= o:
			c.group(c.changes[0].Start, c.changes[0].End)
		default:
			c.group(min(o, c.changes[0].Start), max(d, c.changes[0].End))
		}
	}
	c.text.WriteString(c.draft.Text[c.at:])
}

// nextOld returns the span of the next old edit in draft.Text, or -1.
func (c *composer) nextOld() (start, end int) {
	if c.old == len(c.draft.Edits) {
		return -1, -1
	}
	e := c.draft.Edits[c.old]
	start = c.at + e.Start - c.read
	return start, start + len(e.Now)
}

// group emits one edit for all old edits and changes that start in
// [start, end), a span that grows while they reach out of it. An empty span
// takes the one empty edit that stands there.
func (c *composer) group(start, end int) {
	c.text.WriteString(c.draft.Text[c.at:start])
	c.read += start - c.at
	c.at = start
	g := Edit{Start: c.read}
	shift := 0 // bytes read less bytes of draft.Text, over the old edits taken
	pos := start
	var now pieces
	from := c.at - c.read
	took := false
	for {
		if c.old < len(c.draft.Edits) {
			e := c.draft.Edits[c.old]
			o := e.Start + from - shift
			d := o + len(e.Now)
			if o < end || !took && o == start && d == end {
				end = max(end, d)
				shift += e.End - e.Start - len(e.Now)
				g.join(e.Kind, e.Why)
				c.old++
				took = true
				continue
			}
		}
		if len(c.changes) > 0 {
			ch := c.changes[0]
			if ch.Start < end || !took && ch.Start == start && ch.End == end {
				now.add(c.draft.Text[pos:ch.Start])
				now.add(ch.Now)
				pos, end = ch.End, max(end, ch.End)
				g.join(ch.Kind, ch.Why)
				c.changes = c.changes[1:]
				took = true
				continue
			}
		}
		break
	}
	now.add(c.draft.Text[pos:end])
	g.Now = now.text()
	g.End = g.Start + end - start + shift
	g.Was = c.draft.Read[g.Start:g.End]
	c.text.WriteString(g.Now)
	c.at, c.read = end, g.End
	if g.Was != g.Now {
		c.edits = append(c.edits, g)
	}
}

// pieces is a text put together, most often of one piece only.
type pieces struct {
	first string
	all   strings.Builder // from the second on
}

func (p *pieces) add(s string) {
	switch {
	case s == "":
	case p.first == "":
		p.first = s
	default:
		if p.all.Len() == 0 {
			p.all.WriteString(p.first)
		}
		p.all.WriteString(s)
	}
}

func (p *pieces) text() string {
	if p.all.Len() == 0 {
		return p.first
	}
	return p.all.String()
}

// join adds a fused edit's kind and reasons: the weightiest kind names the
// whole, so that a cut is never hidden behind the white space folded into it.
func (e *Edit) join(kind Kind, why []string) {
	if e.Kind == "" || weight(kind) > weight(e.Kind) {
		e.Kind = kind
	}
	if e.Why == nil && len(why) == 1 {
		e.Why = why[:1:1]
		return
	}
	for _, w := range why {
		if !slices.Contains(e.Why, w) {
			e.Why = append(e.Why, w)
		}
	}
}

// Removes reports the kinds of edits that take out what is not of the article.
func (k Kind) Removes() bool {
	switch k {
	case KindSpam, KindFurniture, KindTail, KindRepeat:
		return true
	}
	return false
}

func weight(k Kind) int {
	if k.Removes() {
		return 3
	}
	switch k {
	case KindMojibake, KindEaten, KindEntity, KindByteOrderMark:
		return 2
	case KindMarkup, KindUnwrap, KindBreak, KindMargin:
		return 1
	}
	return 0
}
