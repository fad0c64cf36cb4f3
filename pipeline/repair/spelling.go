package repair

import (
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
	odd     int // joints and signs that prose hardly has
}

const (
	perOddity   = 4 * nat
	perCapital  = 2 * nat
	perShouting = nat / 4 // a capital after another
)

// signCost is the cost of a sign by its class: how rare it is in prose.
var signCost = [...]int{space: 4 * nat, neuter: 4 * nat, opens: 5 * nat, raised: 7 * nat, symbol: 8 * nat, digit: 8 * nat, letter: 4 * nat, box: 9 * nat, control: 12 * nat}

// spell takes a word apart. ASCII signs cost nothing: they stand there
// however the text is read.
func (a *alphabet) spell(word []rune, into []uint16) spelling {
	s := spelling{letters: into[:0]}
	before, prev := rune(0), rune(0)
	capitals := 0
	for _, r := range word {
		n := a.numberOf(r)
		c := classOf(r)
		if r == '·' { // stands between letters in some languages, as a space in some forms
			c, r = neuter, '-'
			s.shape += signCost[neuter]
		}
		switch {
		case n != 0:
			s.letters = append(s.letters, n)
			s.count++
			s.scripts |= scriptBit(r)
			capitals = s.letterShape(c, capitals, isLetter(classOf(prev)))
		default:
			capitals = 0
			s.letters = append(s.letters, 0)
			if r >= utf8.RuneSelf {
				s.shape += signShape(prev, r, c)
				if c >= raised && c != digit {
					s.odd++
				}
			}
		}
		if n != 0 && !commonLetter(r) {
			s.shape += perOddity
		}
		s.join(before, prev, r)
		before, prev = prev, r
	}
	s.join(before, prev, ' ')
	return s
}

// join counts the joint of two characters in.
func (s *spelling) join(before, a, b rune) {
	n := joint(before, a, b)
	s.shape += perOddity * n
	s.odd += n
}

// signShape is the cost of a sign past ASCII, or of a mark on a letter.
func signShape(prev, r rune, c class) int {
	switch {
	case r == prev:
		return nat
	case c == letter && r >= 0x370 && (!isLetter(classOf(prev)) || scriptOf(r) != scriptOf(prev)):
		return 2 * dear // a mark without its letter
	case r == 0xAD || c == neuter && (r >= 0x2190 || r >= 0x200B && r < 0x2010):
		return signCost[c] + 4*nat // no sign of prose
	}
	return signCost[c]
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

// cost is the spelling's cost in a language, no letter costing more than most.
func (s spelling) cost(t *tongue, most int) int {
	cost := s.shape
	prev := uint16(0)
	for _, n := range s.letters {
		if n != 0 {
			cost += min(most, t.cost(prev, n))
		}
		prev = n
	}
	return cost
}

// least is the spelling's cost in the language that has it most. There are
// more languages than the table has: no letter costs more than one of an
// unknown language.
func (a *alphabet) least(s spelling) int {
	best := s.shape + unknownLetter*s.count
	for i := range a.tongues {
		if t := &a.tongues[i]; t.scripts&s.scripts != 0 {
			best = s.cheaper(t, best)
		}
	}
	return best
}

// cheaper returns what the spelling costs in a language, or most if that is
// less.
func (s spelling) cheaper(t *tongue, most int) int {
	cost := s.shape
	prev := uint16(0)
	for _, n := range s.letters {
		if n != 0 {
			if cost += min(unknownLetter, t.cost(prev, n)); cost >= most {
				return most
			}
		}
		prev = n
	}
	return min(cost, most)
}

// cheapest is what a spelling costs at least, whatever its language is.
func (a *alphabet) cheapest(s *spelling) int {
	cost := s.shape
	prev := uint16(0)
	for _, n := range s.letters {
		if n != 0 {
			cost += int(a.floor[int(prev)*a.count+int(n)])
		}
		prev = n
	}
	return cost
}

// unknownLetter is the cost of one of a hundred and fifty letters.
const unknownLetter = 5 * nat

// odd counts the joints of a line that have a character past ASCII, and, in
// the words that have one, the joints that are missing in the language which
// has most of them, with those that hardly any text has.
func (a *alphabet) odd(line string) (odd, all int) {
	var had tally
	pairs := 0
	for end := 0; ; {
		at := pastASCII(line, end)
		if at == len(line) {
			break
		}
		var start int
		start, end = fieldAt(line, at)
		before, prev := rune(0), rune(0)
		last := uint16(0)
		for _, r := range line[start:end] {
			n := a.numberOf(r)
			high := r >= utf8.RuneSelf || prev >= utf8.RuneSelf
			switch {
			case high && last > 0 && n > 0 && classOf(r) == upper && classOf(prev) == lower:
				odd++
			case last > 0 && n > 0:
				pairs++
				had.add(a.having(last, n))
			case high && (r != '·' && joint(before, prev, r) > 0 || r >= 0x80 && r < 0xA0 || classOf(r) == box):
				odd++
			}
			if high {
				all++
			}
			before, prev, last = prev, r, n
		}
	}
	return odd + pairs - had.most(), all
}

// fieldAt returns what stands between white space (see fields) round a place.
func fieldAt(line string, at int) (start, end int) {
	for start, end = at, at; start > 0 && line[start-1] > ' '; {
		start--
	}
	for end < len(line) && line[end] > ' ' {
		end++
	}
	return start, end
}

// A tally counts sixty-four things at once: number i is made of bit i of each
// plane, the lowest plane first.
type tally struct {
	planes [32]uint64
	used   int // planes
}

// add counts up the things whose bits are set.
func (t *tally) add(which uint64) {
	for i := 0; which != 0; i++ {
		t.planes[i], which = t.planes[i]^which, t.planes[i]&which
		t.used = max(t.used, i+1)
	}
}

// most is the highest of the counts.
func (t *tally) most() int {
	n, among := 0, ^uint64(0)
	for i := t.used - 1; i >= 0; i-- {
		if t.planes[i]&among != 0 {
			among &= t.planes[i]
			n |= 1 << i
		}
	}
	return n
}
