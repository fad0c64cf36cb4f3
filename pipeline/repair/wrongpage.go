package repair

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// A table is a single-byte page as a writer and a wrong reader use it.
type table struct {
	name  string
	runes [128]rune     // what a reader makes of the upper bytes
	solid [128]bool     // that the page defines the byte
	bytes map[rune]byte // the bytes of those
}

// tables are in the order in which ties are settled: the commoner first.
var tables = buildTables([]named{
	{"windows-1252", charmap.Windows1252}, {"windows-1251", charmap.Windows1251}, {"ISO-8859-1", charmap.ISO8859_1},
	{"windows-1250", charmap.Windows1250}, {"ISO-8859-2", charmap.ISO8859_2}, {"KOI8-R", charmap.KOI8R},
	{"windows-1253", charmap.Windows1253}, {"windows-1254", charmap.Windows1254}, {"windows-1257", charmap.Windows1257},
	{"windows-1255", charmap.Windows1255}, {"windows-1256", charmap.Windows1256}, {"windows-1258", charmap.Windows1258},
	{"ISO-8859-5", charmap.ISO8859_5}, {"ISO-8859-7", charmap.ISO8859_7}, {"ISO-8859-9", charmap.ISO8859_9},
	{"ISO-8859-13", charmap.ISO8859_13}, {"ISO-8859-15", charmap.ISO8859_15}, {"ISO-8859-6", charmap.ISO8859_6},
	{"Mac Roman", charmap.Macintosh}, {"Mac Cyrillic", charmap.MacintoshCyrillic}, {"KOI8-U", charmap.KOI8U},
	{"code page 437", charmap.CodePage437}, {"code page 850", charmap.CodePage850}, {"code page 852", charmap.CodePage852},
	{"code page 866", charmap.CodePage866}, {"code page 862", charmap.CodePage862},
})

func buildTables(list []named) []table {
	out := make([]table, len(list))
	for i, n := range list {
		t := table{name: n.name, bytes: map[rune]byte{}}
		for b := 0x80; b < 0x100; b++ {
			if r := n.charmap.DecodeByte(byte(b)); r != utf8.RuneError {
				t.runes[b-0x80], t.solid[b-0x80] = r, true
				t.bytes[r] = byte(b)
			}
		}
		// Readers that meet a byte the page leaves undefined often let it
		// through as the character of its number.
		for b := 0x80; b < 0x100; b++ {
			if _, taken := t.bytes[rune(b)]; !t.solid[b-0x80] && !taken {
				t.runes[b-0x80] = rune(b)
				t.bytes[rune(b)] = byte(b)
			}
		}
		out[i] = t
	}
	return out
}

// A decoder is what characters read as one page were as another.
type decoder struct {
	wrote, read *table
	price       int // of the characters it gives, at a glance
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
func decoders(used []rune, counts map[rune]int) []decoder {
	total := 0
	for _, r := range used {
		total += counts[r]
	}
	var out []decoder
	seen := map[string]bool{}
	for b := range tables {
		had := 0
		for _, r := range used {
			if _, ok := tables[b].bytes[r]; ok {
				had += counts[r]
			}
		}
		if float64(had) < leastRead*float64(total) {
			continue
		}
		for a := range tables {
			d, key := between(&tables[a], &tables[b], used, counts)
			if a != b && key != string(used) && !seen[key] {
				seen[key] = true
				out = append(out, d)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b decoder) int { return a.price - b.price })
	return out[:min(len(out), maxDecoders)]
}

// between makes the decoder of text written in one page and read as another,
// and tells what it makes of the characters used.
func between(wrote, read *table, used []rune, counts map[rune]int) (decoder, string) {
	d := decoder{wrote: wrote, read: read}
	key := make([]rune, len(used))
	for i, r := range used {
		key[i] = r
		if now, ok := d.rune(r); ok {
			key[i] = now
			d.price += glance[classOf(now)] * counts[r]
		} else {
			d.price += unread * counts[r]
		}
	}
	return d, string(key)
}

// rune decodes one character.
func (d *decoder) rune(r rune) (rune, bool) {
	b, ok := d.read.bytes[r]
	if !ok || !d.wrote.solid[b-0x80] {
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
