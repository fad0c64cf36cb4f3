package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/urtext/urtext/pipeline/corpus"
)

const byteOrderMark = "\uFEFF"

var bomBytes = []byte{0xEF, 0xBB, 0xBF}

// wideBytes are the byte-order marks of UTF-16, which stay behind where a text was
// converted but its mark was not.
var wideBytes = [][]byte{{0xFE, 0xFF}, {0xFF, 0xFE}}

// A disguise is what the three bytes of a byte-order mark become in a
// charset that is not theirs.
type disguise struct {
	text string
	page string
	// eats is the charset, where the last byte joins the byte after it.
	eats encoding.Encoding
}

// otherQuotes are what the quote in a disguise was made of along with the quotes of the
// text: ï»¿ is ï"¿ then.
var otherQuotes = []string{" ", `"`, `""`, "''", "“", "”", "„", ":"}

// disguises are derived from the charsets themselves.
var disguises = buildDisguises()

// disguisesFrom has those that begin with each byte.
var disguisesFrom = func() (t [256][]disguise) {
	for _, d := range disguises {
		t[d.text[0]] = append(t[d.text[0]], d)
	}
	return t
}()

// buildDisguises reads the marks of byte order in each charset: what a copy
// shows where a mark was misread.
func buildDisguises() []disguise {
	var out []disguise
	for _, e := range charmap.All {
		c, ok := e.(*charmap.Charmap)
		if !ok || c.DecodeByte('A') != 'A' { // EBCDIC reads nothing of ASCII rightly
			continue
		}
		if s := decodeBytes(c, bomBytes); plainDisguise(s, out) {
			out = append(out, disguise{text: s, page: c.String()})
			if before, after, quote := strings.Cut(s, "»"); quote {
				for _, q := range otherQuotes {
					out = append(out, disguise{text: before + q + after, page: c.String()})
				}
			}
		}
		for _, mark := range wideBytes {
			if s := decodeBytes(c, mark); plainDisguise(s, out) && unsaid(s) {
				out = append(out, disguise{text: s, page: c.String()})
			}
		}
	}
	for _, m := range []struct {
		name string
		enc  encoding.Encoding
	}{
		{"GBK", simplifiedchinese.GBK}, {"Big5", traditionalchinese.Big5},
		{"EUC-KR", korean.EUCKR}, {"Shift JIS", japanese.ShiftJIS}, {"EUC-JP", japanese.EUCJP},
	} {
		s, err := m.enc.NewDecoder().String(string(bomBytes[:2]))
		if err == nil && utf8.RuneCountInString(s) == 1 && plainDisguise(s, out) {
			out = append(out, disguise{text: s, page: m.name, eats: m.enc})
		}
	}
	return out
}

func decodeBytes(c *charmap.Charmap, bytes []byte) string {
	var b strings.Builder
	for _, x := range bytes {
		b.WriteRune(c.DecodeByte(x))
	}
	return b.String()
}

// unsaid reports two letters with which no word begins, as "ÿ" beside another one;
// in other pages the two bytes are letters of words ("юя"), quotes and accents.
func unsaid(s string) bool {
	return strings.ContainsRune(s, 'ÿ') && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

func plainDisguise(s string, seen []disguise) bool {
	for _, r := range s {
		if r == utf8.RuneError || r < 0xA0 {
			return false
		}
	}
	for _, d := range seen {
		if d.text == s {
			return false
		}
	}
	return true
}

// marks removes byte-order marks at the beginnings of lines, decoded rightly
// or not.
func marks(d *corpus.Draft) error {
	text := d.Text
	var changes []corpus.Change
	for i := 0; i < len(text); { // from line to line that has other than ASCII
		from := pastASCII(text, i)
		if from == len(text) {
			break
		}
		high, blank := from, beginsLine(text, from)
		if blank {
			from += len(text[from:]) - len(strings.TrimLeft(text[from:], " \t\u00A0"))
		}
		for blank {
			c, ok := markAt(text, from)
			if !ok {
				break
			}
			changes = append(changes, c)
			if c.Now != "" {
				break
			}
			from = c.End
		}
		nl := strings.IndexByte(text[high:], '\n')
		if nl < 0 {
			break
		}
		i = high + nl + 1
	}
	return apply(d, changes)
}

// beginsLine reports whether nothing but spaces stands before a place in its line.
func beginsLine(text string, at int) bool {
	for at > 0 && (text[at-1] == ' ' || text[at-1] == '\t') {
		at--
	}
	return at == 0 || text[at-1] == '\n'
}

// markAt returns the change that removes the byte-order mark at i.
func markAt(text string, i int) (corpus.Change, bool) {
	rest := text[i:]
	if rest == "" || rest[0] < utf8.RuneSelf {
		return corpus.Change{}, false
	}
	c := corpus.Change{Start: i, Kind: corpus.KindByteOrderMark}
	if strings.HasPrefix(rest, byteOrderMark) {
		c.End, c.Why = i+len(byteOrderMark), []string{"byte-order mark"}
		return c, true
	}
	for _, m := range disguisesFrom[rest[0]] {
		if !strings.HasPrefix(rest, m.text) {
			continue
		}
		n, now, ok := len(m.text), "", true
		if m.eats != nil {
			n, now, ok = m.eaten(rest)
		}
		if ok {
			c.End, c.Now, c.Why = i+n, now, []string{"byte-order mark read as " + m.page}
			return c, true
		}
	}
	return c, false
}

// eaten returns how long the mark is whose last byte was joined with the
// byte after it, and the character that this byte was. Where the two bytes
// made no character a question mark or a replacement sign stands for them.
func (m disguise) eaten(rest string) (n int, now string, ok bool) {
	n = len(m.text)
	r, size := utf8.DecodeRuneInString(rest[n:])
	if r == '?' || r == utf8.RuneError && size > 0 {
		return n + size, "", true
	}
	raw, err := m.eats.NewEncoder().String(string(r))
	if err != nil || len(raw) != 2 || raw[0] != bomBytes[2] || raw[1] >= utf8.RuneSelf {
		return 0, "", false
	}
	return n + size, raw[1:], true
}
