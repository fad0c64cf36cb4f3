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

// Chinese, Japanese and Korean in a page of two bytes for a character, read as one of
// single bytes, is a row of accented letters and signs ("ÄãºÃ"). Read back, all of it
// must be characters of the page, and nearly all of its common ones: kana, syllables,
// the first of its two levels of Han characters.

const (
	leastDouble  = 24   // characters beyond ASCII
	doubleShare  = .3   // of all characters, that are such
	signShare    = .06  // of these, that are no letters: capitals alone may pass for Han characters
	commonDouble = .9   // of the characters read back
	leastKana    = .15  // of a page of Japanese
	mostRare     = .03  // of those that prose in the page next to never has
	lostDouble   = .002 // of all bytes, that belong to no character
)

// A double is a page of two bytes, and what leads and trails of its common characters
// are, of kana, and of those that are rare in it.
type double struct {
	name   string
	page   encoding.Encoding
	common func(lead, trail byte) bool
	kana   func(lead, trail byte) bool // nil where it writes none
	rare   func(lead byte) bool        // nil where none are
}

func among(c, from, to byte) bool { return from <= c && c <= to }

// doubles are asked in turn: the syllables of Korean are Han characters in GBK.
var doubles = [...]double{
	{"EUC-JP", japanese.EUCJP, func(a, b byte) bool { return a == 0xA1 || among(a, 0xA3, 0xA5) || among(a, 0xB0, 0xCF) },
		func(a, b byte) bool { return a == 0xA4 || a == 0xA5 }, nil},
	{"Shift JIS", japanese.ShiftJIS, func(a, b byte) bool { return among(a, 0x81, 0x83) || among(a, 0x88, 0x97) },
		func(a, b byte) bool { return a == 0x82 && b >= 0x9F || a == 0x83 && b <= 0x96 }, nil},
	{"EUC-KR", korean.EUCKR, func(a, b byte) bool { return b >= 0xA1 && (among(a, 0xA1, 0xA3) || among(a, 0xB0, 0xC8)) }, nil,
		func(a byte) bool { return a > 0xC8 }}, // Han characters
	{"GBK", simplifiedchinese.GBK, func(a, b byte) bool { return b >= 0xA1 && (among(a, 0xA1, 0xA3) || among(a, 0xB0, 0xD7)) }, nil, nil},
	{"Big5", traditionalchinese.Big5, func(a, b byte) bool { return among(a, 0xA1, 0xC6) }, nil, nil},
}

// singles are the pages as which it is read.
var singles = [...]*charmap.Charmap{charmap.Windows1252, charmap.Windows1250, charmap.Windows1251}

// doubleBytes undoes Chinese, Japanese or Korean read as a page of single bytes.
func doubleBytes(d *corpus.Draft) error {
	text := d.Text
	high, signs, all := 0, 0, len(text)
	for i := pastASCII(text, 0); i < len(text); i = pastASCII(text, i) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r >= 0x2E80 {
			return nil
		}
		high++
		signs += b2i(!unicode.IsLetter(r))
		all -= n - 1
		i += n
	}
	if high < leastDouble || float64(high) < doubleShare*float64(all) || float64(signs) < signShare*float64(high) {
		return nil
	}
	for _, single := range singles {
		raw, ok := bytesIn(single, text)
		ok = ok && !mostlyUTF8(raw)
		for i := 0; ok && i < len(doubles); i++ {
			if p := &doubles[i]; p.writes(raw) {
				return apply(d, p.lines(text, single))
			}
		}
	}
	return nil
}

// bytesIn encodes a text in a page of single bytes, whose gaps are controls.
func bytesIn(page *charmap.Charmap, text string) (raw []byte, ok bool) {
	raw = make([]byte, 0, len(text))
	for _, r := range text {
		c, ok := page.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0x100 {
			c, ok = byte(r), true
		}
		if !ok {
			return nil, false
		}
		raw = append(raw, c)
	}
	return raw, true
}

// mostlyUTF8 reports bytes that are UTF-8 rather, which other repairs read: two
// sequences of it may pass for two syllables.
func mostlyUTF8(raw []byte) bool {
	sequences, others := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		sequences += b2i(r != utf8.RuneError || n > 1) * n
		others += b2i(r == utf8.RuneError && n == 1)
		i += n
	}
	return sequences > others
}

// writes reports that a page is what wrote the bytes.
func (p *double) writes(raw []byte) bool {
	n, common, kana, rare, lost := 0, 0, 0, 0, 0
	for i := 0; i < len(raw); i++ {
		a := raw[i]
		switch {
		case a < 0x80:
		case i+1 == len(raw) || raw[i+1] < 0x40:
			lost++
		default:
			b := raw[i+1]
			n, i = n+1, i+1
			common += b2i(p.common(a, b))
			kana += b2i(p.kana != nil && p.kana(a, b))
			rare += b2i(p.rare != nil && p.rare(a))
		}
	}
	of := float64(n)
	if n < leastDouble/2 || float64(lost) > lostDouble*float64(len(raw)) || float64(common) < commonDouble*of {
		return false
	}
	return (p.kana == nil || float64(kana) >= leastKana*of) && (p.rare == nil || float64(rare) < mostRare*of)
}

// lines reads back every line that has more than ASCII.
func (p *double) lines(text string, single *charmap.Charmap) (changes []corpus.Change) {
	why := []string{p.name + " read as a page of single bytes"}
	for at, line := range eachLine(text) {
		line = strings.TrimRight(line, "\r\n")
		raw, _ := bytesIn(single, line)
		meant, err := p.page.NewDecoder().Bytes(raw)
		if err == nil && pastASCII(line, 0) < len(line) {
			changes = append(changes, corpus.Change{Start: at, End: at + len(line), Now: string(meant), Kind: corpus.KindMojibake, Why: why})
		}
	}
	return changes
}
