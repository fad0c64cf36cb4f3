package repair

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A page is a single-byte character set that UTF-8 text may have been read
// with. Its table gives the byte that a character of the upper half was.
type page struct {
	name      string
	bytes     *[tableEnd]byte
	far       map[rune]byte // characters past the table
	undefined []byte        // of the bytes that follow others in UTF-8, those that stand for nothing
}

const tableEnd = 0x2600

// pages are tried in this order, which settles ties: the commoner mistake
// first.
var pages = buildPages([]named{
	{"windows-1252", charmap.Windows1252},
	{"ISO-8859-1", charmap.ISO8859_1},
	{"windows-1251", charmap.Windows1251},
	{"windows-1250", charmap.Windows1250},
	{"ISO-8859-2", charmap.ISO8859_2},
	{"ISO-8859-15", charmap.ISO8859_15},
	{"Mac Roman", charmap.Macintosh},
	{"windows-1254", charmap.Windows1254},
	{"windows-1253", charmap.Windows1253},
	{"windows-1257", charmap.Windows1257},
	{"windows-1255", charmap.Windows1255},
	{"windows-1256", charmap.Windows1256},
	{"KOI8-R", charmap.KOI8R},
	{"KOI8-U", charmap.KOI8U},
	{"code page 437", charmap.CodePage437},
	{"code page 850", charmap.CodePage850},
	{"code page 852", charmap.CodePage852},
	{"code page 866", charmap.CodePage866},
})

type named struct {
	name    string
	charmap *charmap.Charmap
}

func newPage(name string) page {
	return page{name: name, bytes: new([tableEnd]byte), far: map[rune]byte{}}
}

// put notes that r was read from a byte of the upper half.
func (p *page) put(r rune, b byte) {
	if r < tableEnd {
		p.bytes[r] = b
	} else {
		p.far[r] = b
	}
}

// buildPages turns charsets round: which byte each character past ASCII was.
func buildPages(list []named) []page {
	out := make([]page, len(list))
	for i, n := range list {
		p := newPage(n.name)
		for b := 0x80; b < 0x100; b++ {
			r := n.charmap.DecodeByte(byte(b))
			if b < 0xC0 && (r == utf8.RuneError || r < 0xA0) {
				p.undefined = append(p.undefined, byte(b))
			}
			switch {
			case r == utf8.RuneError && b < 0xA0:
				// Readers that meet a byte the page leaves undefined often
				// let it through as the control character of its number.
				p.put(rune(b), byte(b))
			case r == utf8.RuneError:
			default:
				p.put(r, byte(b))
			}
		}
		out[i] = p
	}
	return out
}

// byteOf returns the byte of the upper half that r was read from, or 0.
func (p *page) byteOf(r rune) byte {
	if r < 0x80 {
		return 0
	}
	switch {
	case r < tableEnd:
		return p.bytes[r]
	case r >= 0x3000 && r < 0xE000:
		return 0 // no page has any of these
	}
	return p.far[r]
}

// sequence reads one UTF-8 sequence of two bytes or more that stands at the
// beginning of text as characters of the page. It returns the character
// meant and how many bytes of text it takes, or 0, 0.
func (p *page) sequence(text string) (rune, int) {
	r, at := utf8.DecodeRuneInString(text)
	raw := [4]byte{p.byteOf(r)}
	n := 0
	switch lead := raw[0]; {
	case lead < 0xC2 || lead > 0xF4:
		return 0, 0
	case lead < 0xE0:
		n = 2
	case lead < 0xF0:
		n = 3
	default:
		n = 4
	}
	for i := 1; i < n; i++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		if raw[i] = p.byteOf(r); raw[i] < 0x80 || raw[i] > 0xBF {
			return 0, 0
		}
		at += size
	}
	meant, size := utf8.DecodeRune(raw[:n])
	if size != n {
		return 0, 0
	}
	return meant, at
}

// couples says in which pages two neighbouring characters can be the first
// two bytes of a UTF-8 sequence, one bit a page.
type couples struct {
	table [tableEnd]couple
	far   map[rune]couple // characters past the table
}

// A couple says in which pages a character can be the first of two, and in
// which the second.
type couple struct{ lead, next uint32 }

var coupled = buildCouples()

func buildCouples() *couples {
	c := &couples{far: map[rune]couple{}}
	for i, p := range pages {
		for r, b := range p.bytes {
			c.table[r].add(b, 1<<i)
		}
		for r, b := range p.far {
			x := c.far[r]
			x.add(b, 1<<i)
			c.far[r] = x
		}
	}
	return c
}

func (c *couple) add(b byte, bit uint32) {
	if b >= 0xC2 && b <= 0xF4 {
		c.lead |= bit
	} else if b >= 0x80 && b < 0xC0 {
		c.next |= bit
	}
}

func (c *couples) of(r rune) couple {
	switch {
	case r < tableEnd:
		return c.table[r]
	case r >= 0x3000 && r < 0xE000:
		return couple{} // no page has any of these
	}
	return c.far[r]
}

// A suspect is a place where two neighbours can be the beginning of a UTF-8
// sequence in some pages.
type suspect struct {
	at    int
	pages uint32
}

// A sighting remembers the suspects of a text and whether it is in normal form C,
// since several steps ask for them, mostly of a text that nothing has changed in
// between.
type sighting struct {
	text     string
	places   []suspect
	found    uint32
	composed bool
	searched bool // for suspects
	judged   bool // by its form
}

// at turns to a text.
func (s *sighting) at(text string) {
	if s.text != text {
		*s = sighting{text: text}
	}
}

// suspects returns the places, in order, and all their pages.
func (s *sighting) suspects(text string) ([]suspect, uint32) {
	if s.at(text); !s.searched {
		s.places, s.found = suspects(text)
		s.searched = true
	}
	return s.places, s.found
}

// normal reports whether a text is in normal form C.
func (s *sighting) normal(text string) bool {
	if s.at(text); !s.judged {
		s.composed, s.judged = normal(text), true
	}
	return s.composed
}

// suspects looks for the suspects of a text.
func suspects(text string) (out []suspect, found uint32) {
	var lead uint32
	last := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			lead = 0
			if i = pastASCII(text, i); i == len(text) {
				break
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		c := coupled.of(r)
		if both := lead & c.next; both != 0 {
			out = append(out, suspect{last, both})
			found |= both
		}
		lead, last = c.lead, i
		i += n
	}
	return out, found
}
