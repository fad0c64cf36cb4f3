package repair

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character is to its neighbours.
type class uint8

const (
	space  class = iota // white space and the edge of the text
	neuter              // ASCII punctuation, dashes, quotation marks: beside anything
	opens               // low quotation marks: not after a letter
	raised              // signs that follow a word: ™ ² º
	symbol              // signs that no word has in it: ¤ © ½ ‰
	digit
	lower
	upper
	letter  // of a script without case, and combining marks
	box     // box drawing, blocks
	control // C1 controls, private use, unassigned
)

// classOf classifies a character; 0 stands for the edge of the text.
func classOf(r rune) class {
	switch {
	case r >= 0 && r < traitsEnd:
		return traits[r].class
	case r >= 0x4E00 && r < 0x9FA6, r >= 0xAC00 && r < 0xD7A4:
		return letter
	}
	return classify(r)
}

// traits is what is asked most often about the characters of nearly all
// texts.
var traits = func() *[traitsEnd]trait {
	var out [traitsEnd]trait
	for r := range rune(traitsEnd) {
		out[r] = trait{classify(r), steady(r)}
	}
	return &out
}()

const traitsEnd = 0x3100

type trait struct {
	class  class
	steady bool
}

// classify finds the class of a character by its properties.
func classify(r rune) class {
	switch {
	case r == 0 || r == 0xA0 || unicode.IsSpace(r) && r != 0x85:
		return space
	case r < utf8.RuneSelf:
		return classASCII(r)
	case r < 0xA0:
		return control
	case r == '‚' || r == '„':
		return opens
	case r == '™' || r == '®' || r == '²' || r == '³' || r == '¹' || r == 'ª' || r == 'º':
		return raised
	case r == 0xAD || r == '×' || r >= 0x200B && r <= 0x200D || r == 0xFE0F || r == '№' || r >= 0x2190 && r < 0x2200 || r >= 0x2600 && r < 0x2C00 || r >= 0x1F000 && r < 0x1FB00:
		return neuter
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case r >= 0x2500 && r < 0x25A0:
		return box
	case r == '¡' || r == '¿' || unicode.Is(unicode.P, r) && r != '§' && r != '¶' && r != '†' && r != '‡' && r != '‰' && r != '·' && r != '•':
		return neuter
	case r == utf8.RuneError || unicode.Is(unicode.S, r) || unicode.Is(unicode.P, r) || unicode.IsNumber(r):
		return symbol
	case unicode.Is(unicode.Cf, r):
		return neuter
	}
	return control
}

func classASCII(r rune) class {
	switch {
	case r >= 'a' && r <= 'z':
		return lower
	case r >= 'A' && r <= 'Z':
		return upper
	case r >= '0' && r <= '9':
		return digit
	}
	return neuter
}

func isLetter(c class) bool { return c >= lower && c <= letter }

// weird counts what no writer writes in s between its neighbours: capitals
// and signs inside words, two scripts in one word, controls, rare letters.
// Zero is ordinary text.
func weird(prev rune, s string, next rune) int {
	total := 0
	before := rune(0)
	a := prev
	for _, r := range s {
		total += strange(r) + joint(before, a, r)
		before, a = a, r
	}
	return total + joint(before, a, next)
}

// strange is the oddity of one character wherever it stands.
func strange(r rune) int {
	switch c := classOf(r); {
	case c == control:
		return 3
	case c == box:
		return 1
	case isLetter(c) && !commonLetter(r):
		return 1
	}
	return 0
}

// joint is the oddity of b after a, which follows before.
func joint(before, a, b rune) int {
	ca, cb := classOf(a), classOf(b)
	// Hardly any word ends in one of these two letters, and they begin two
	// thirds of what UTF-8 makes of Western text.
	if (a == 'Â' || a == 'Ã') && !isLetter(cb) && cb != digit && (cb != space || b == 0xA0 && !isLetter(classOf(before))) && !plainMark(b) {
		return 2
	}
	switch {
	case ca == control || cb == control:
		return 0 // counted by itself
	case isLetter(ca) && isLetter(cb):
		switch {
		case !sameScript(a, b):
			return 2
		case ca == lower && cb == upper:
			return 1
		}
	case isLetter(ca) && (cb == symbol || cb == opens), cb == box && isLetter(ca):
		return 1
	case isLetter(cb) && (ca == symbol && a != '°' && a != '·' && !unicode.Is(unicode.Sc, a) || ca == raised || ca == box):
		return 1
	case isLetter(cb) && isLetter(classOf(before)) && doubtfulInside(a):
		return 1
	case (ca == symbol || ca == raised || ca == opens) && (cb == symbol || cb == raised):
		return 1
	}
	return 0
}

// plainMark reports punctuation that ends words of any kind.
func plainMark(r rune) bool {
	return r < utf8.RuneSelf || r == '»' || r == '”' || r == '“' || r == '’' || r == '…' || r == '–' || r == '—' || r == '›'
}

// doubtfulInside reports marks that do not stand between two letters.
func doubtfulInside(r rune) bool {
	switch r {
	case '“', '”', '«', '»', '‹', '›', '¡', '¿', '…':
		return true
	}
	return false
}

// sameScript reports whether two letters can stand in one word.
func sameScript(a, b rune) bool {
	return scriptOf(a) == scriptOf(b) || unicode.IsMark(a) || unicode.IsMark(b)
}

// scriptOf numbers the scripts by their blocks; the scripts that share words
// with Han characters have one number with them.
func scriptOf(r rune) int {
	switch {
	case r < 0x250 || r >= 0x1E00 && r < 0x1F00 || r >= 0xFB00 && r < 0xFB07:
		return 1
	case r < 0x370:
		return 2
	case r < 0x400 || r >= 0x1F00 && r < 0x2000:
		return 3
	case r < 0x530:
		return 4
	case r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF00 && r < 0xFFF0 || r >= 0x20000 && r < 0x32000 || r >= 0x1100 && r < 0x1200:
		return 5
	case r < 0x590:
		return 6
	case r < 0x600 || r >= 0xFB1D && r < 0xFB50:
		return 7
	case r < 0x700 || r >= 0x750 && r < 0x780 || r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00:
		return 8
	case r >= 0x1200 && r < 0x13A0:
		return 9
	}
	return 16 + int(r>>7)
}

// commonLetter reports letters that ordinary text of some language has many
// of: not phonetic, archaic or historic ones.
func commonLetter(r rune) bool {
	switch {
	case r < 0x180 || r >= 0x386 && r <= 0x3CE || r >= 0x400 && r < 0x460 || r >= 0x490 && r < 0x500:
		return true
	case r < 0x250:
		return r == 'Ơ' || r == 'ơ' || r == 'Ư' || r == 'ư' || r >= 0x218 && r < 0x21C || r == 0x18F || r >= 0x1CD && r <= 0x1DC
	case r < 0x530:
		return r == 'ə' || r >= 0x300 && r < 0x330
	case r < 0x5C0:
		return r < 0x588
	case r < 0x700:
		return r >= 0x5D0 && r < 0x5F0 || r >= 0x621 && r < 0x6D6 || r < 0x5C8
	case r < 0x900:
		return r >= 0x780 && r < 0x7C0
	case r < 0x1100:
		return true
	case r < 0x1200: // what syllables of Hangul are composed of
		return r < 0x1113 || r >= 0x1161 && r < 0x1176 || r >= 0x11A8 && r < 0x11C3
	case r < 0x1E00:
		return r >= 0x1200 && r < 0x1380 || r >= 0x1780 && r < 0x1800
	case r < 0x2000:
		return r < 0x1F00
	case r < 0x4E00:
		return r >= 0x3040 && r < 0x3130
	}
	return r < 0x9FA6 || r >= 0xAC00 && r < 0xD7A4 || r >= 0xFF00 && r < 0xFFF0
}
