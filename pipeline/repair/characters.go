package repair

import (
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Characters is the stage that mends characters: byte-order marks, text
// decoded with the wrong charset, character references, hidden addresses,
// invisible characters, and normal form C. Text that is right stays as it is.
type Characters struct{}

// Name returns "characters".
func (Characters) Name() string { return "characters" }

// Apply edits doc.Draft. It fails only when edits do not fit the draft.
func (Characters) Apply(doc *corpus.Document) error {
	d := &doc.Draft
	if err := addresses(d); err != nil {
		return err
	}
	if err := escapes(d); err != nil {
		return err
	}
	seen := look(d.Text)
	var found sighting
	pages := misreader{sighting: &found}
	steps := []struct {
		needed bool
		run    func(*corpus.Draft) error
	}{
		{seen.high, marks},
		{seen.high, doubleBytes},
		{seen.high, pages.whole},
		{seen.high, found.throughout},
		{seen.high, found.mojibake},
		{seen.high, pages.part},
		{seen.high, gbkMojibake},
		{seen.high, readStrewn},
		{seen.reference, entities},
		{seen.reference, found.mojibake}, // references may have hidden some
		{seen.high, marks},
		{seen.high || seen.control || seen.reference, invisibles},
		{true, lostAccents},
		{!doc.HTML, breakTags}, // a tag that is left in HTML is spoken of
		{!doc.HTML, squareTags},
		{!doc.HTML, wikiMarks},
		{!doc.HTML, linkMarks},
		{seen.high || seen.reference, found.normalForm},
		{!doc.HTML && (seen.high || seen.reference), visualOrder},
		{seen.high || seen.reference, lookalikes},
		{seen.high || seen.reference, spacedOut},
	}
	for _, s := range steps {
		if !s.needed {
			continue
		}
		if err := s.run(d); err != nil {
			return err
		}
	}
	return nil
}

// looks says what kinds of bytes a text has.
type looks struct{ high, control, reference bool }

func look(text string) looks {
	var seen uint8
	for len(text) >= 8 {
		seen |= looked[text[0]] | looked[text[1]] | looked[text[2]] | looked[text[3]] |
			looked[text[4]] | looked[text[5]] | looked[text[6]] | looked[text[7]]
		text = text[8:]
	}
	for i := range len(text) {
		seen |= looked[text[i]]
	}
	return looks{seen&lookHigh != 0, seen&lookControl != 0, seen&lookReference != 0}
}

const (
	lookHigh = 1 << iota
	lookControl
	lookReference
)

// looked says of each byte what it shows.
var looked = func() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = lookHigh
		case c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7F:
			t[i] = lookControl
		case c == '&', c == ';', c == '\\':
			t[i] = lookReference
		}
	}
	return t
}()
