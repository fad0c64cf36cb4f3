package repair

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// invisibles removes characters that no reader sees, except where the script
// or an emoji needs them. White space stays, and so does a soft hyphen at
// the end of a line: it says how the line is to be joined.
func invisibles(d *corpus.Draft) error {
	text := d.Text
	var changes []corpus.Change
	prev, base := rune(0), rune(0) // base: the last character that is seen
	for i := 0; i < len(text); {
		if seen := pastUnmarked(text, i, &mayHide); seen > i {
			prev, _ = utf8.DecodeLastRuneInString(text[:seen])
			base, i = prev, seen
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		name, now := hidden(r)
		if name == "" {
			prev, base = r, r
			i += n
			continue
		}
		if back, size, now := overstruck(text, i); size > 0 && i-back >= done(changes) {
			changes = append(changes, corpus.Change{Start: i - back, End: i + size, Now: now, Kind: corpus.KindInvisible, Why: []string{"printed over"}})
			i += size
			continue
		}
		if size := escape(text[i:]); size > 0 {
			changes = append(changes, corpus.Change{Start: i, End: i + size, Kind: corpus.KindMarkup, Why: []string{"terminal escape sequence"}})
			i += size
			continue
		}
		if needed(r, prev, base, text[:i], text[i+n:]) {
			prev = r
		} else {
			changes = append(changes, corpus.Change{Start: i, End: i + n, Now: now, Kind: corpus.KindInvisible, Why: []string{name}})
		}
		i += n
	}
	return apply(d, changes)
}

// mayHide marks the bytes with which invisible characters begin, and those with
// which only rare ones do.
var mayHide = func() (t [256]uint8) {
	for i := range t {
		b := byte(i)
		hides := b < ' ' && !unicode.IsSpace(rune(b)) || b == 0x7F
		if hides || slices.Contains([]byte{0xC2, 0xCD, 0xD8, 0xE1, 0xE2}, b) || b >= 0xEF || b == 0xC0 || b == 0xC1 {
			t[i] = 1
		}
	}
	return t
}()

// done is where the last of the changes ends.
func done(changes []corpus.Change) int {
	if len(changes) == 0 {
		return 0
	}
	return changes[len(changes)-1].End
}

// overstruck reads backspaces at i as terminals do. After as many underscores
// they underline what follows, after the same letter they make it bold, and
// between a letter and an accent they put one on the other. What stands from
// i-back to i+size becomes now; size is 0 where nothing is printed over.
func overstruck(text string, i int) (back, size int, now string) {
	for i+size < len(text) && text[i+size] == '\b' {
		size++
	}
	if size == 0 || size > i {
		return 0, 0, ""
	}
	if under := text[i-size : i]; strings.Trim(under, "_") == "" {
		return size, size, ""
	}
	first, m := utf8.DecodeLastRuneInString(text[:i])
	second, n := utf8.DecodeRuneInString(text[i+size:])
	if size > 1 {
		return 0, 0, ""
	}
	if first == second {
		return m, size, ""
	}
	for _, pair := range [2][2]rune{{first, second}, {second, first}} {
		if both := norm.NFC.String(string(pair[1]) + accentOf[pair[0]]); accentOf[pair[0]] != "" && utf8.RuneCountInString(both) == 1 {
			return m, size + n, both
		}
	}
	return 0, 0, ""
}

// accentOf are the signs that stand for accents in print.
var accentOf = map[rune]string{'\'': "\u0301", '`': "\u0300", '^': "\u0302", '~': "\u0303", '"': "\u0308", ',': "\u0327"}

// escape returns the length of the sequence by which a terminal is told to
// change colour or the like (ECMA-48, 5.4), 0 where none begins.
func escape(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case '@' <= c && c <= '~':
			return i + 1
		case c < '0' || c > '?':
			return 0
		}
	}
	return 0
}

// hidden names an invisible character, and says what a reader should see in
// its place; the name is empty for all others.
func hidden(r rune) (name, now string) {
	switch {
	case r < 0x20, r == 0x7F, r >= 0x80 && r < 0xA0 && r != 0x85:
		return "control character", ""
	case r < 0xAD:
		return "", ""
	case r == 0xAD:
		return "soft hyphen", ""
	case r == 0x34F:
		return "zero-width joiner", ""
	case r < 0x61C:
		return "", ""
	case r == 0x200B, r == 0x2060, r == 0xFEFF:
		return "zero-width space", ""
	case r == 0x200C, r == 0x200D:
		return "zero-width joiner", ""
	case r == 0x61C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return "direction mark", ""
	case r >= 0x2061 && r <= 0x2065, r >= 0x206A && r <= 0x206F:
		return "format character", ""
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF, r >= 0x180B && r <= 0x180E:
		return "variation selector", ""
	case r == 0xFFFA:
		return "interlinear annotation mark", " "
	case r == 0xFFF9, r == 0xFFFB:
		return "interlinear annotation mark", ""
	case r == 0xFFFC:
		return "object replacement character", ""
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return "noncharacter", ""
	case r >= 0xE0000 && r <= 0xE007F:
		return "tag character", ""
	}
	return "", ""
}

// needed reports whether the invisible character r belongs where it stands.
func needed(r, prev, base rune, before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case r == 0xAD:
		return endsLine(after)
	case r == 0x200B:
		return stacked(base) || besideStacked(before, after)
	case r == 0x34F:
		return unicode.IsMark(prev) || unicode.IsMark(next) || base >= 0x590 && base < 0x1E00
	case r == 0x200C:
		return joins(base)
	case r == 0x200D:
		return joins(base) || pictograph(base) && pictograph(next)
	case r == 0x200E, r == 0x200F, r == 0x61C, r >= 0x202A && r <= 0x202C, r >= 0x2066:
		switch {
		case r <= 0x2069:
			return rightToLeftNear(before, after)
		case r == 0xFE0E, r == 0xFE0F:
			return pictograph(base) || keycap(base, after)
		case r >= 0xFE00 && r < 0xFE0E:
			return pictograph(base) || base > 0x2000 && base < 0xFE00 || keycap(base, after)
		case r >= 0xE0100 && r <= 0xE01EF:
			return unicode.Is(unicode.Han, base)
		case r >= 0xE0020 && r <= 0xE007F:
			return base == 0x1F3F4
		}
	case r >= 0x180B && r <= 0x180E:
		return unicode.Is(unicode.Mongolian, base)
	}
	return false
}

// endsLine reports whether nothing but spaces comes before the line break.
func endsLine(after string) bool {
	for i := 0; i < len(after) && i < 64; i++ {
		switch after[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return false
}

// stacked reports scripts that mark their word borders with zero-width
// spaces.
func stacked(r rune) bool {
	return r >= 0xE00 && r < 0x1100 || r >= 0x1780 && r < 0x1800 || r >= 0x19E0 && r < 0x1B80 || r >= 0xA9E0 && r < 0xAA80
}

// besideStacked reports that the nearest thing seen on either side, past spaces
// and signs, is a letter of such a script: its writers put zero-width spaces at
// the ends of phrases and of lines as well.
func besideStacked(before, after string) bool {
	for range phraseEnd {
		r, n := utf8.DecodeLastRuneInString(before)
		if before = before[:len(before)-n]; stacked(r) {
			return true
		}
		if n == 0 || unicode.IsLetter(r) {
			break
		}
	}
	for range phraseEnd {
		r, n := utf8.DecodeRuneInString(after)
		if after = after[n:]; stacked(r) {
			return true
		}
		if n == 0 || unicode.IsLetter(r) {
			break
		}
	}
	return false
}

// phraseEnd is how many spaces, signs and digits there may be between a
// zero-width space and the letter that it belongs to.
const phraseEnd = 4

// joins reports scripts whose letters join, so that the joiners spell.
func joins(r rune) bool {
	return r >= 0x600 && r < 0xE00 || stacked(r) || r >= 0x1800 && r < 0x18B0 || r >= 0xA840 && r < 0xA8E0 || r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF
}

// pictograph reports emoji, the parts they are joined from, and the signs
// that have an emoji form.
func pictograph(r rune) bool {
	return r >= 0x1F000 && r < 0x20000 || r >= 0x2190 && r < 0x2C00 || r >= 0x3030 && r < 0x32A0 && !unicode.IsLetter(r) || r == 0xA9 || r == 0xAE || r == 0x203C || r == 0x2049 || r == 0x2122 || r == 0x2139
}

func keycap(base rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return next == 0x20E3 && (base == '#' || base == '*' || base >= '0' && base <= '9')
}

// nearby is how far, in bytes, a direction mark may stand from the letters
// that call for it.
const nearby = 80

// rightToLeftNear reports Hebrew, Arabic and their kin close by on the line.
func rightToLeftNear(before, after string) bool {
	for n := 0; before != "" && n < nearby; {
		r, size := utf8.DecodeLastRuneInString(before)
		if r == '\n' {
			break
		}
		if rightToLeft(r) {
			return true
		}
		before, n = before[:len(before)-size], n+size
	}
	for n := 0; after != "" && n < nearby; {
		r, size := utf8.DecodeRuneInString(after)
		if r == '\n' {
			break
		}
		if rightToLeft(r) {
			return true
		}
		after, n = after[size:], n+size
	}
	return false
}

func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x8A0 && unicode.IsLetter(r) || r >= 0x8A0 && r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000
}
