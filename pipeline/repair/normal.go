package repair

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// steady reports a character that is its own normal form C and does not join
// the one before it.
func steady(r rune) bool {
	s := string(r)
	return norm.NFC.PropertiesString(s).BoundaryBefore() && norm.NFC.IsNormalString(s)
}

// steadily is steady by the table where it can be.
func steadily(r rune) bool {
	switch {
	case r < traitsEnd:
		return traits[r].steady
	case r >= 0x4E00 && r < 0x9FA6, r >= 0xAC00 && r < 0xD7A4:
		return true
	}
	return steady(r)
}

// mostUnsteady is how many characters that are not steady are looked at one by
// one.
const mostUnsteady = 32

// normal reports whether a text is in normal form C: at a glance where nearly
// all its characters are steady.
func normal(text string) bool {
	for i, unsteady := 0, 0; i < len(text); {
		if i = pastASCII(text, i); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < traitsEnd && !traits[r].steady || r >= traitsEnd && !(r >= 0x4E00 && r < 0x9FA6 || r >= 0xAC00 && r < 0xD7A4) {
			if unsteady++; unsteady > mostUnsteady {
				return norm.NFC.IsNormalString(text)
			}
			start, end := segment(text, 0, i)
			if !norm.NFC.IsNormalString(text[start:end]) {
				return false
			}
			i = end
			continue
		}
		i += n
	}
	return true
}

// normalForm brings the text into normal form C, changing only the
// stretches that are not in it.
func (s *sighting) normalForm(d *corpus.Draft) error {
	text := d.Text
	if s.normal(text) {
		return nil
	}
	var changes []corpus.Change
	for i := 0; i < len(text); {
		at := i + norm.NFC.QuickSpanString(text[i:])
		if at == len(text) {
			break
		}
		start, end := segment(text, i, at)
		if now := norm.NFC.String(text[start:end]); now != text[start:end] {
			changes = append(changes, corpus.Change{Start: start, End: end, Now: now, Kind: corpus.KindNormal, Why: []string{"normal form C"}})
		}
		i = end
	}
	return apply(d, changes)
}

// segment returns the stretch between two normalisation borders round at,
// not before floor.
func segment(text string, floor, at int) (start, end int) {
	start = at
	for start > floor {
		_, n := utf8.DecodeLastRuneInString(text[floor:start])
		start -= n
		if norm.NFC.PropertiesString(text[start:]).BoundaryBefore() {
			break
		}
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	end = at + max(n, 1)
	for end < len(text) && !norm.NFC.PropertiesString(text[end:]).BoundaryBefore() {
		_, n := utf8.DecodeRuneInString(text[end:])
		end += max(n, 1)
	}
	return start, end
}
