// Package faded reads texts that lost letters: a wrong charset put a question
// mark or a replacement character in the place of each letter that it lacked.
//
// In flow the faded text and other copies of it; out come its words as the
// copies have them. A lost letter keeps its place, so the lengths of the words
// survive, and so do ASCII letters and digits:
//
//  1. Cut: a text is cut into runs of ink, in which a sign may be a letter or
//     a mark, and each run has a shape that is the same whatever was lost.
//  2. Match: windows of shapes that two texts share are seeds, the longest
//     chain of them is extended word by word, and what is left matched again
//     for passages that moved.
//  3. Mend: a lost letter is read where the other has one; letters that the
//     faded text has are its own.
package faded

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run is a maximal run of ink: letters, digits, marks, signs of lost
// letters, and whatever else is not ASCII and no white space, since that may
// have been lost, too. A straight apostrophe amid ink is ink of that kind:
// where another copy has a curved one, it may be lost. A hyphen at the end of
// a line does not end a run.
type run struct {
	start, end int
	shape      uint64 // hash of what no loss changes: ASCII letters and the number of the others
	runes      int
}

// isSign reports a sign that stands for a lost letter.
func isSign(r rune) bool { return r == '?' || r == utf8.RuneError }

// inkOf classes a character: ink or not, and what of it is in the shape.
func inkOf(r rune) (shape rune, ok bool) {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A', true
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return r, true
	case r == '?':
		return '?', true
	case r < utf8.RuneSelf || unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return 0, false
	}
	return '?', true
}

// elides reports an apostrophe at i of a text, behind ink, that stands before ink.
func elides(text string, i int) bool {
	if text[i] != '\'' || i+1 == len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	_, ok := inkOf(r)
	return ok
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// shapes is, for each byte of ASCII, that of ink, 0 where it is none.
var shapes = func() (t [utf8.RuneSelf]uint8) {
	for b := range t {
		if s, ok := inkOf(rune(b)); ok {
			t[b] = uint8(s)
		}
	}
	return t
}()

// cut cuts a text into runs.
func cut(text string, key uint64) []run {
	out := make([]run, 0, len(text)/8+1)
	for r, at := next(text, 0, key); r.runes > 0; r, at = next(text, at, key) {
		out = append(out, r)
	}
	return out
}

// next is the first run of a text from i on, one of no characters where there is none,
// and where to look for the one behind it.
func next(text string, i int, key uint64) (r run, at int) {
	start, runes, hash := i, 0, key
	for i < len(text) {
		shape, n := uint64(0), 1
		if b := text[i]; b < utf8.RuneSelf {
			shape = uint64(shapes[b])
		} else {
			c, size := utf8.DecodeRuneInString(text[i:])
			s, _ := inkOf(c)
			shape, n = uint64(s), size
		}
		if shape == 0 {
			if runes == 0 {
				i += n
				start = i
				continue
			}
			if on := broken(text, i); on > i {
				i = on
				continue
			}
			if !elides(text, i) {
				break
			}
			shape = '?'
		}
		hash = mix(hash, shape)
		runes++
		i += n
	}
	return run{start: start, end: i, shape: hash, runes: runes}, i
}

// broken returns where a word goes on that is broken at the end of a line with
// the hyphen at i, and i if there is none.
func broken(text string, i int) int {
	if text[i] != '-' {
		return i
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(text[i+1:], " \r"), "\n")
	if !ok {
		return i
	}
	rest = strings.TrimLeft(rest, " \t")
	if r, _ := utf8.DecodeRuneInString(rest); rest == "" || r == '\n' || r == '\r' || unicode.IsUpper(r) {
		return i
	}
	return len(text) - len(rest)
}

func mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// When a text is faded.
const (
	leastFaded = 8   // words with a sign before a letter
	fadedRate  = .05 // of all words
	leastBlank = 20  // words of nothing but signs
	blankRate  = .2
)

// Loss is the share of the letters of a text that are lost, 0 for a text that
// is not faded: a question mark at the end of a word or in an address proves
// nothing, one before a letter does.
func Loss(text string) float64 {
	if !suspect(text) {
		return 0
	}
	words, faded, blank, signs, letters := 0, 0, 0, 0, 0
	for chunk := range strings.FieldsSeq(text) {
		if strings.ContainsAny(chunk, "/=@") {
			continue
		}
		for _, r := range cut(chunk, 0) {
			s, l, before := count(chunk[r.start:r.end])
			words, letters = words+1, letters+l
			switch {
			case before:
				faded, signs = faded+1, signs+s
			case l == 0 && s > 1:
				blank, signs = blank+1, signs+s
			}
		}
	}
	if (faded < leastFaded || float64(faded) < fadedRate*float64(words)) &&
		(blank < leastBlank || float64(blank) < blankRate*float64(words)) {
		return 0
	}
	return float64(signs) / float64(signs+letters)
}

// suspect reports whether a text may be faded: most are known at once not to
// be, since hardly a letter or sign stands behind a sign.
func suspect(text string) bool {
	n := 0
	for _, sign := range []string{"?", "\ufffd"} {
		for rest := text; n < leastFaded; {
			i := strings.Index(rest, sign)
			if i < 0 {
				break
			}
			rest = rest[i+len(sign):]
			if r, _ := utf8.DecodeRuneInString(rest); isSign(r) && rest != "" || unicode.IsLetter(r) || unicode.IsDigit(r) {
				n++
			}
		}
	}
	return n >= leastFaded
}

// count counts the signs and letters of a run, and reports whether a sign
// stands before a letter.
func count(ink string) (signs, letters int, before bool) {
	for _, r := range ink {
		switch {
		case isSign(r):
			signs++
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			letters++
			before = before || signs > 0
		}
	}
	return signs, letters, before
}
