package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// UTF-8 read as GBK turns every two bytes into one Han character, so that
// three characters stand for two. Only runs are read back that are UTF-8
// from end to end and too long to be so by chance.

// minGBK is the least number of characters that can prove such a reading: of
// ordinary Chinese bytes not one pair in five could be part of UTF-8.
const minGBK = 6

const gbkProbe = 4 // characters looked at before a run is read whole

// gbkMojibake undoes UTF-8 read as GBK.
func gbkMojibake(d *corpus.Draft) error {
	text := d.Text
	if !wide(text) {
		return nil
	}
	var changes []corpus.Change
	for i := 0; i < len(text); {
		if i = pastASCII(text, i); i == len(text) {
			break
		}
		end := pastHigh(text, i)
		if meant, ok := readGBK(text[i:end]); ok {
			changes = append(changes, corpus.Change{Start: i, End: end, Now: meant, Kind: corpus.KindMojibake, Why: []string{gbk.why}})
		}
		i = end
	}
	return apply(d, changes)
}

// readGBK reads a run back; ok is false where it is not GBK made of UTF-8.
func readGBK(run string) (meant string, ok bool) {
	if !ideograph(leadRune(run)) {
		return "", false // no lead of UTF-8 comes first
	}
	probe := 0
	for range gbkProbe {
		_, n := utf8.DecodeRuneInString(run[probe:])
		probe += n
	}
	if probe == len(run) || !prefixUTF8(gbk.bytesOf(run[:probe])) {
		return "", false
	}
	raw := gbk.bytesOf(run)
	if raw == nil || !utf8.Valid(raw) || utf8.RuneCountInString(run) < minGBK {
		return "", false
	}
	meant = string(raw)
	return meant, ordinaryText(meant)
}

// ideograph reports the block that has all characters which GBK writes with the
// lead of a sequence of UTF-8.
func ideograph(r rune) bool { return r >= 0x4E00 && r < 0xA000 }

// ordinaryText reports a text whose letters are common ones, half of it at least.
func ordinaryText(meant string) bool {
	letters := 0
	for _, r := range meant {
		if classOf(r) == control {
			return false
		}
		if unicode.IsLetter(r) && commonLetter(r) {
			letters++
		}
	}
	return letters*2 >= utf8.RuneCountInString(meant) && !strings.Contains(meant, string(utf8.RuneError))
}

// prefixUTF8 reports whether raw can be the beginning of UTF-8 without ASCII.
func prefixUTF8(raw []byte) bool {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n < 2 {
			return !utf8.FullRune(raw)
		}
		if n == 1 {
			return false
		}
		raw = raw[n:]
	}
	return true
}
