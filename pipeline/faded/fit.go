package faded

import (
	"unicode"
	"unicode/utf8"
)

// A fit tells how two runs are the same word: the word is the bytes [a0, a1)
// of the one and [b0, b1) of the other, less the signs and marks around it.
type fit struct {
	a0, a1, b0, b1 int
	bits           float64 // how much it tells
}

// What a fit tells, in bits.
const (
	lengthBits = 2.5 // that two words have one length
	letterBits = 4   // that they share a letter
	longest    = 48  // characters of a run that is compared
	mostSigns  = 2   // signs and marks that may stand around a word of the one alone
	signBits   = 1   // that each of them takes away
)

// letters is a run as characters, with their places.
type letters struct {
	runes []rune
	at    []int // byte where each begins, and the end
	ends  []int // byte where each ends
}

// spell fills dst with the ink of a run, and reports whether it is short
// enough to be compared.
func spell(dst *letters, ink string) bool {
	dst.runes, dst.at, dst.ends = dst.runes[:0], dst.at[:0], dst.ends[:0]
	for i := 0; i < len(ink); {
		r, n := utf8.DecodeRuneInString(ink[i:])
		if _, ok := inkOf(r); ok || r == '\'' { // all but the break of a word at the end of a line
			dst.runes, dst.at, dst.ends = append(dst.runes, r), append(dst.at, i), append(dst.ends, i+n)
		}
		i += n
	}
	dst.at = append(dst.at, len(ink))
	return len(dst.runes) <= longest
}

// same is the number of letters that both words have.
func (f fit) same() int { return int((f.bits - lengthBits + mostSigns*signBits) / letterBits) }

// A fitter compares runs.
type fitter struct{ a, b letters }

// fits reports whether the runs a and b, one of which may have lost letters,
// are the same word.
func (f *fitter) fits(a, b string) (fit, bool) {
	if !spell(&f.a, a) || !spell(&f.b, b) {
		return fit{}, false
	}
	m, n := len(f.a.runes), len(f.b.runes)
	if m == n {
		if bits, ok := agree(f.a.runes, f.b.runes); ok {
			lo, hi := core(f.a.runes, f.b.runes)
			return f.at(lo, hi, lo, hi, bits), true
		}
	}
	if lo, hi := core(f.b.runes, f.b.runes); hi > lo {
		if from, bits, ok := slide(f.a.runes, f.b.runes[lo:hi]); ok {
			return f.at(from, from+hi-lo, lo, hi, bits), true
		}
	}
	if lo, hi := core(f.a.runes, f.a.runes); hi > lo {
		if from, bits, ok := slide(f.b.runes, f.a.runes[lo:hi]); ok {
			return f.at(lo, hi, from, from+hi-lo, bits), true
		}
	}
	return fit{}, false
}

func (f *fitter) at(a0, a1, b0, b1 int, bits float64) fit {
	x, y := f.a.span(a0, a1), f.b.span(b0, b1)
	return fit{x[0], x[1], y[0], y[1], bits}
}

// span is the bytes of the characters [from, to).
func (l *letters) span(from, to int) [2]int {
	if from == to {
		return [2]int{l.at[from], l.at[from]}
	}
	return [2]int{l.at[from], l.ends[to-1]}
}

// core is what is left of two runs of one length without the signs and marks
// at both ends of either. A sign is a letter where the other has one.
func core(a, b []rune) (lo, hi int) {
	word := func(i int) bool { return isWord(a[i]) || isWord(b[i]) }
	for hi = len(a); lo < hi && !word(lo); lo++ {
	}
	for hi > lo && !word(hi-1) {
		hi--
	}
	return lo, hi
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// slide looks for the word within a longer run of which nothing is left but
// signs and marks.
func slide(long, word []rune) (from int, bits float64, ok bool) {
	extra := len(long) - len(word)
	if extra > mostSigns {
		return 0, 0, false
	}
	for lead := range extra + 1 {
		rest := long[lead+len(word):]
		if bits, ok = agree(long[lead:lead+len(word)], word); ok && bare(long[:lead]) && bare(rest) {
			return lead, bits - signBits*float64(extra), true
		}
	}
	return 0, 0, false
}

// bare reports whether no letters are among the characters.
func bare(rs []rune) bool {
	for _, r := range rs {
		if isWord(r) {
			return false
		}
	}
	return true
}

// agree reports whether two runs of one length may be the same word: where
// neither has lost its letter both have the same, but for one of five.
func agree(a, b []rune) (bits float64, ok bool) {
	same, other := 0, 0
	for i, x := range a {
		y := b[i]
		switch {
		case isSign(x) && isSign(y):
		case isSign(x):
			if y < utf8.RuneSelf && y != '\'' {
				return 0, false // no charset lacks those
			}
		case isSign(y):
			if x < utf8.RuneSelf && x != '\'' {
				return 0, false
			}
		case isApostrophe(x) && isApostrophe(y):
		case unicode.ToLower(x) == unicode.ToLower(y):
			same++
		case unicode.IsDigit(x) || unicode.IsDigit(y):
			return 0, false
		default:
			other++
		}
	}
	if other > 0 && (other > 1 || same < 4) {
		return 0, false
	}
	return lengthBits + letterBits*float64(same-other), true
}
