package repair

import (
	"unicode"
	"unicode/utf8"
)

// A spelling is what stands between two white spaces, taken apart for its
// likelihood: its letters, whose cost depends on the language, and its shape
// (signs, and how they and capitals stand), whose cost does not.
type spelling struct {
	letters []uint16 // numbers of the alphabet, 0 for each stretch of signs
	scripts uint32
	shape   int // cost of what is no matter of language
	count   int // letters
	high    int // letters past ASCII
}

const (
	perOddity   = 4 * nat
	perCapital  = 2 * nat
	perShouting = nat // a capital after another
)

// signCost is the cost of a sign by its class: how rare it is in prose.
var signCost = [...]int{space: 4 * nat, neuter: 4 * nat, opens: 5 * nat, raised: 7 * nat, symbol: 8 * nat, digit: 8 * nat, letter: 4 * nat, box: 9 * nat, control: 12 * nat}

// spell takes a word apart. ASCII signs cost nothing: they stand there
// however the text is read.
func (a *alphabet) spell(word string, into []uint16) spelling {
	s := spelling{letters: into[:0]}
	before, prev := rune(0), rune(0)
	capitals := 0
	for _, r := range word {
		n := a.numberOf(r)
		c := classOf(r)
		switch {
		case n != 0:
			s.letters = append(s.letters, n)
			s.count++
			s.scripts |= scriptBit(r)
			if r >= utf8.RuneSelf {
				s.high++
			}
			capitals = s.letterShape(c, capitals, isLetter(classOf(prev)))
		default:
			capitals = 0
			s.letters = append(s.letters, 0)
			if r >= utf8.RuneSelf {
				s.shape += signCost[c]
				if r == 0xAD || c == neuter && r >= 0x2190 {
					s.shape += 3 * nat
				}
			}
		}
		if n != 0 && !commonLetter(r) {
			s.shape += perOddity
		}
		s.shape += perOddity * joint(before, prev, r)
		before, prev = prev, r
	}
	s.shape += perOddity * joint(before, prev, ' ')
	return s
}

// letterShape counts a letter's case in; capitals is how many capitals stand
// right before it.
func (s *spelling) letterShape(c class, capitals int, inside bool) int {
	switch {
	case c == upper && capitals > 0:
		s.shape += perShouting
		return capitals + 1
	case c == upper:
		s.shape += perCapital
		if inside {
			s.shape += perCapital
		}
		return 1
	case capitals > 1:
		s.shape += perOddity
	}
	return 0
}

// cost is the spelling's cost in a language.
func (s spelling) cost(t *tongue) int {
	cost := s.shape
	prev := uint16(0)
	for _, n := range s.letters {
		if n != 0 {
			cost += t.cost(prev, n)
		}
		prev = n
	}
	return cost
}

// least is the spelling's cost in the language that has it most.
func (a *alphabet) least(s spelling) int {
	best := s.shape + dear*s.count
	for i := range a.tongues {
		if t := &a.tongues[i]; t.scripts&s.scripts != 0 {
			best = min(best, s.cost(t))
		}
	}
	return best
}

// odd counts the joints of a line that ordinary text hardly has, among those
// with a character past ASCII, which it counts as well.
func (a *alphabet) odd(line string) (odd, high int) {
	before, prev := rune(0), rune(0)
	last := uint16(0)
	for i := 0; i < len(line); {
		r, size := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(line[i:])
			high++
		}
		i += size
		n := a.numberOf(r)
		if r >= utf8.RuneSelf || prev >= utf8.RuneSelf {
			switch {
			case last > 0 && n > 0:
				if !a.has(last, n) || unicode.IsUpper(r) && unicode.IsLower(prev) {
					odd++
				}
			case joint(before, prev, r) > 0 || r >= 0x80 && r < 0xA0:
				odd++
			}
		}
		before, prev, last = prev, r, n
	}
	return odd, high
}
