package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text in letters of ASCII that was read as GBK, or as another page of East Asia, has
// Han characters, syllables of Korean or small kana only where it had
// signs and accents: "don鈥檛", "35 掳C". No such run is long enough to prove it, but
// all of them together are, if each is the beginning of UTF-8: of ordinary Chinese
// words few would be.

const (
	minStrewn  = 3 // runs that prove it
	proofShare = 8 // letters for each Han character, and runs for each that is something else
)

// A reader is a page of two bytes for a character as which UTF-8 was read.
type reader struct {
	why    string
	page   encoding.Encoding
	ofLead func(rune) bool // what leads of UTF-8 become
	apart  bool            // a run that stands apart from words proves something, too
}

var gbk = reader{"UTF-8 read as GBK", simplifiedchinese.GBK, ideograph, true}

var readers = [...]reader{
	gbk,
	{"UTF-8 read as Big5", traditionalchinese.Big5, ideograph, false},
	{"UTF-8 read as EUC-KR", korean.EUCKR, func(r rune) bool { return ideograph(r) || r >= 0xAC00 && r < 0xD7A4 }, false},
	{"UTF-8 read as Shift JIS", japanese.ShiftJIS, func(r rune) bool { return ideograph(r) || r >= 0xFF61 && r < 0xFFA0 }, false},
	{"UTF-8 read as EUC-JP", japanese.EUCJP, ideograph, false},
}

// bytesOf encodes s, or returns nil.
func (p *reader) bytesOf(s string) []byte {
	raw, err := p.page.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil
	}
	return raw
}

// readStrewn undoes UTF-8 read as a page of East Asia in a text that has little beyond
// ASCII.
func readStrewn(d *corpus.Draft) error {
	if !wide(d.Text) || !mayBeStrewn(d.Text) {
		return nil // no page makes anything else of leads
	}
	for i := range readers {
		if changes := readers[i].strewn(d.Text); changes != nil {
			return apply(d, changes)
		}
	}
	return nil
}

// Bytes that characters begin with as which leads of UTF-8 are read.
const firstOfLead, lastOfLead = 0xE4, 0xEF

// mayBeStrewn reports whether a text has as many of these as prove anything: one look at
// it spares most texts those for every page.
func mayBeStrewn(text string) bool {
	n := 0
	for i := pastASCII(text, 0); i < len(text); i = pastASCII(text, i+1) {
		if b := text[i]; b >= firstOfLead && b <= lastOfLead {
			if n++; n == minStrewn {
				return true
			}
		}
	}
	return false
}

// strewn finds what was read as one page, nil where nothing proves it.
func (p *reader) strewn(text string) []corpus.Change {
	var changes []corpus.Change
	han, others, letters, proofs := 0, 0, 0, 0
	quoted, seen := false, map[string]bool{}
	for i := 0; i < len(text); {
		high := pastASCII(text, i)
		letters += high - i
		if i = high; i == len(text) {
			break
		}
		end := pastHigh(text, i)
		if n := p.leads(text[i:end]); n > 0 {
			if han += n; han*proofShare > len(text) {
				return nil
			}
			meant, to := p.run(text, i, end)
			if to == i {
				others += b2i(!strings.ContainsRune(text[i:end], utf8.RuneError)) // lost bytes prove nothing
			} else {
				proofs += b2i((p.apart && (n > 1 || !seen[meant])) || besideWord(text, i, to)) // one character may be a word that is said again, or spoken of
				quoted, seen[meant] = quoted || strings.Contains(meant, "“"), true
				changes = append(changes, corpus.Change{Start: i, End: to, Now: meant, Kind: corpus.KindMojibake, Why: []string{p.why}})
			}
		}
		i = end
	}
	if proofs < minStrewn || others*proofShare > len(changes) || han*proofShare > letters {
		return nil
	}
	if quoted {
		closeQuotes(text, changes)
	}
	return changes
}

// besideWord reports a letter or digit of ASCII right before or behind text[i:j].
func besideWord(text string, i, j int) bool {
	word := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }
	return i > 0 && word(text[i-1]) || j < len(text) && word(text[j])
}

// leads counts the characters of a run that leads of UTF-8 become.
func (p *reader) leads(run string) (n int) {
	for _, r := range run {
		n += b2i(p.ofLead(r))
	}
	return n
}

// run reads the run [start, end) back; to is start where it is no UTF-8. What
// stood behind the first bytes of a sign may have made no character with its last: a
// question mark stands for it, which belongs to the run.
func (p *reader) run(text string, start, end int) (meant string, to int) {
	raw := p.bytesOf(text[start:end])
	if raw == nil {
		return "", start
	}
	meant, to = string(raw), end
	if !utf8.ValidString(meant) {
		whole := len(raw)
		for whole > 0 && len(raw)-whole < utf8.UTFMax-1 && !utf8.Valid(raw[:whole]) {
			whole--
		}
		if !utf8.Valid(raw[:whole]) || utf8.FullRune(raw[whole:]) || !strings.HasPrefix(text[end:], "?") {
			return "", start
		}
		meant, to = string(raw[:whole])+"?", end+1
	}
	for _, r := range meant {
		if classOf(r) == control || r > '\u00ff' && !strewnSign(r) && !(unicode.IsLetter(r) && commonLetter(r)) {
			return "", start
		}
	}
	return meant, to
}

// strewnSign reports a quote, dash or ellipsis, or what else stands among them, a
// currency, a byte-order mark or the character that stands for a lost one.
func strewnSign(r rune) bool {
	return r >= '\u2000' && r < '\u2070' || r >= '\u20a0' && r < '\u20d0' || r == '\u2122' || r == '\ufeff' || r == utf8.RuneError
}

// closeQuotes gives the signs that were lost behind the end of a sentence or clause,
// and before white space, the form of the quotes that close.
func closeQuotes(text string, changes []corpus.Change) {
	for i, c := range changes {
		before, _ := utf8.DecodeLastRuneInString(text[:c.Start])
		after, n := utf8.DecodeRuneInString(text[c.End:])
		if c.Now == "?" && strings.ContainsRune(".,!?", before) && (n == 0 || unicode.IsSpace(after)) {
			changes[i].Now = "”"
		}
	}
}
