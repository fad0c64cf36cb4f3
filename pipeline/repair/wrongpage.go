package repair

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// A table is a single-byte page as a writer and a wrong reader use it.
type table struct {
	rarity int
	runes  [128]rune // what a reader makes of the upper bytes
	solid  [128]bool // that the page defines the byte
	page             // the bytes of those
}

// tables are in the order in which ties are settled: the commoner first.
var tables = buildTables(commonPages())

func commonPages() []commonPage {
	return []commonPage{
		{named{"windows-1252", charmap.Windows1252}, 0}, {named{"windows-1251", charmap.Windows1251}, 0}, {named{"ISO-8859-1", charmap.ISO8859_1}, 1},
		{named{"windows-1250", charmap.Windows1250}, 1}, {named{"ISO-8859-2", charmap.ISO8859_2}, 2}, {named{"KOI8-R", charmap.KOI8R}, 1},
		{named{"windows-1253", charmap.Windows1253}, 1}, {named{"windows-1254", charmap.Windows1254}, 1}, {named{"windows-1257", charmap.Windows1257}, 2},
		{named{"windows-1255", charmap.Windows1255}, 2}, {named{"windows-1256", charmap.Windows1256}, 2}, {named{"windows-1258", charmap.Windows1258}, 4},
		{named{"ISO-8859-5", charmap.ISO8859_5}, 4}, {named{"ISO-8859-7", charmap.ISO8859_7}, 3}, {named{"ISO-8859-9", charmap.ISO8859_9}, 2},
		{named{"ISO-8859-13", charmap.ISO8859_13}, 4}, {named{"ISO-8859-15", charmap.ISO8859_15}, 2}, {named{"ISO-8859-6", charmap.ISO8859_6}, 6},
		{named{"Mac Roman", charmap.Macintosh}, 2}, {named{"Mac Cyrillic", charmap.MacintoshCyrillic}, 4}, {named{"KOI8-U", charmap.KOI8U}, 3},
		{named{"code page 437", charmap.CodePage437}, 3}, {named{"code page 850", charmap.CodePage850}, 2}, {named{"code page 852", charmap.CodePage852}, 3},
		{named{"code page 866", charmap.CodePage866}, 3}, {named{"code page 862", charmap.CodePage862}, 5},
	}
}

// A commonPage is a page and how rare it is as either side of a mistake, in
// natural log units.
type commonPage struct {
	named
	rarity int
}

// buildTables turns the common charsets round, as buildPages does, with the
// character of each byte.
func buildTables(list []commonPage) []table {
	out := make([]table, len(list))
	for i, n := range list {
		t := table{rarity: n.rarity * nat, page: newPage(n.name)}
		for b := 0x80; b < 0x100; b++ {
			if r := n.charmap.DecodeByte(byte(b)); r != utf8.RuneError {
				t.runes[b-0x80], t.solid[b-0x80] = r, true
				t.put(r, byte(b))
			}
		}
		// Readers that meet a byte the page leaves undefined often let it
		// through as the character of its number.
		for b := 0x80; b < 0x100; b++ {
			if !t.solid[b-0x80] && t.byteOf(rune(b)) == 0 {
				t.runes[b-0x80] = rune(b)
				t.put(rune(b), byte(b))
			}
		}
		out[i] = t
	}
	return out
}

// A decoder is what characters read as one page were as another.
type decoder struct {
	wrote, read *table
	now         []rune // what becomes of each of the signs it was made for
	price       int    // of them, at a glance
}

// glance is what a character costs by its class alone.
var glance = [...]int{space: 2, neuter: 2, opens: 3, raised: 6, symbol: 8, digit: 8, lower: 0, upper: 3, letter: 0, box: 9, control: 12}

const (
	leastRead   = .97 // share of the characters that the wrong page must have
	maxDecoders = 40
	unread      = 12 // glance of a character that the decoder leaves
)

// decoders returns the decoders that fit the characters used, each reading
// once, the most promising first.
func decoders(used []sign) []decoder {
	total := 0
	for _, s := range used {
		total += s.n
	}
	var out []decoder
	var key []byte
	seen := map[string]bool{}
	upper := make([]byte, len(used))
	for b := range tables {
		had := 0
		for i, s := range used {
			if upper[i] = tables[b].byteOf(s.r); upper[i] != 0 {
				had += s.n
			}
		}
		if float64(had) < leastRead*float64(total) {
			continue
		}
		if len(seen) == 0 {
			seen[string(appendSigns(nil, used))] = true
		}
		for a := range tables {
			if a == b {
				continue
			}
			d := between(&tables[a], &tables[b], used, upper)
			key = key[:0]
			for _, r := range d.now {
				key = utf8.AppendRune(key, r)
			}
			if !seen[string(key)] {
				seen[string(key)] = true
				out = append(out, d)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b decoder) int { return a.price - b.price })
	return out[:min(len(out), maxDecoders)]
}

// appendSigns appends the characters used.
func appendSigns(dst []byte, used []sign) []byte {
	for _, s := range used {
		dst = utf8.AppendRune(dst, s.r)
	}
	return dst
}

// between makes the decoder of text written in one page and read as another, of
// which it is known what byte each of the characters used was.
func between(wrote, read *table, used []sign, upper []byte) decoder {
	d := decoder{wrote: wrote, read: read, now: make([]rune, len(used))}
	for i, s := range used {
		if b := upper[i]; b != 0 && wrote.solid[b-0x80] {
			d.now[i] = wrote.runes[b-0x80]
			d.price += glance[classOf(d.now[i])] * s.n
		} else {
			d.now[i] = s.r
			d.price += unread * s.n
		}
	}
	return d
}

// rune decodes one character.
func (d *decoder) rune(r rune) (rune, bool) {
	b := d.read.byteOf(r)
	if b == 0 || !d.wrote.solid[b-0x80] {
		return r, false
	}
	return d.wrote.runes[b-0x80], true
}

// decode decodes a word; ok is false where nothing changes.
func (d *decoder) decode(word string) (now string, ok bool) {
	out := make([]rune, 0, len(word))
	for _, r := range word {
		was := r
		if r >= utf8.RuneSelf {
			r, _ = d.rune(r)
		}
		ok = ok || r != was
		out = append(out, r)
	}
	return norm.NFC.String(string(out)), ok
}

// why says what the decoder undoes.
func (d *decoder) why() string { return d.wrote.name + " read as " + d.read.name }
