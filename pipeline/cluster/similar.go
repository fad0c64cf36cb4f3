package cluster

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// A form is a word as characters, for comparing noise with meaning.
type form struct {
	glance
	runes  []rune
	digits int
	number string          // the digits
	short  [shortForm]rune // room for the characters of most words
}

// A glance is what is seen of a form at once, which tells most pairs apart.
type glance struct {
	mask uint64 // of the characters
	size int32  // in characters
	lone bool
}

// longest form that is compared character by character.
const (
	longestForm = 48
	shortForm   = 12
)

// set makes the form that of a word.
func (f *form) set(word string, lone bool) *form {
	f.glance, f.digits, f.number = glance{lone: lone}, 0, ""
	var bytes [2 * longestForm]byte
	f.runes = f.short[:0]
	for key := token.AppendBare(bytes[:0], word); len(f.runes) < longestForm && len(key) > 0; {
		r, size := rune(key[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(key)
		}
		key = key[size:]
		f.digits += b2i(isDigit(r))
		f.mask |= 1 << (uint(r) % 64)
		f.runes = append(f.runes, r)
	}
	f.size = int32(len(f.runes))
	if f.digits > 0 {
		f.number = numberOf(f.runes)
	}
	return f
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// far reports whether two words are not alike, as their lengths and characters
// tell at once of most.
func (f *glance) far(g *glance) bool {
	m, n := min(f.size, g.size), max(f.size, g.size)
	k := noises[n]
	return int(n-m) > k || bits.OnesCount64(f.mask&^g.mask) > k || bits.OnesCount64(g.mask&^f.mask) > k
}

// noises is mostNoise of each length.
var noises = func() (t [longestForm + 1]int) {
	for n := range t {
		t[n] = mostNoise(n)
	}
	return t
}()

// alike reports whether two different words may be one word under noise: of
// three or four letters one may differ, of five to seven two, of eight
// three. Two numbers are never alike: another number is another fact.
func (f *form) alike(g *form) bool {
	k, may := f.noise(g)
	return may && within(f.runes, g.runes, k)
}

// noise is how many characters may differ where two words are alike; may is
// false where they are not, however few do.
func (f *form) noise(g *form) (k int, may bool) {
	n := max(len(f.runes), len(g.runes))
	k = noises[n]
	if bits.OnesCount64(f.mask^g.mask) > 2*k || f.lone || g.lone || n < 3 {
		return 0, false
	}
	if f.digits > 0 && g.digits > 0 && f.number != g.number {
		letters := len(f.runes) + len(g.runes) - f.digits - g.digits
		return 1, letters > 0 && f.digits != g.digits && n >= 4
	}
	return k, true
}

// mostNoise is how many characters may differ in words of up to n.
func mostNoise(n int) int { return max(1, n*2/5) }

// littered reports whether the one word is the other with letters strewn in,
// as where the signs of a character reference have been left.
func (f *form) littered(g *form) bool {
	if len(f.runes) > len(g.runes) {
		f, g = g, f
	}
	if f.lone || g.lone || f.digits+g.digits > 0 || len(f.runes) < 3 || f.runes[0] != g.runes[0] {
		return false
	}
	k := 0
	for _, r := range g.runes {
		if k < len(f.runes) && f.runes[k] == r {
			k++
		}
	}
	return k == len(f.runes)
}

func numberOf(runes []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, string(runes))
}

// within reports whether the edit distance of a and b is at most k.
func within(a, b []rune, k int) bool {
	var s spelling
	s.set(a)
	return s.within(b, k)
}

// A spelling is a word with the places of each of its characters, as bits.
type spelling struct {
	word  []rune
	chars [64]rune
	bits  [64]uint64
	whole bool // no two different characters fall together
}

// set gives the spelling a word.
func (s *spelling) set(word []rune) {
	for _, r := range s.word {
		s.bits[uint(r)%64] = 0
	}
	s.word, s.whole = word, true
	for i, r := range word {
		k := uint(r) % 64
		s.whole = s.whole && (s.bits[k] == 0 || s.chars[k] == r)
		s.chars[k] = r
		s.bits[k] |= 1 << i
	}
}

func (s *spelling) of(r rune) uint64 {
	k := uint(r) % 64
	if s.chars[k] != r {
		return 0
	}
	return s.bits[k]
}

// within reports whether the edit distance of the word and another is at most k.
// The columns of the matrix are words of bits (Myers 1999, in the form of Hyyrö
// 2003).
func (s *spelling) within(b []rune, k int) bool {
	a := s.word
	if m, n := min(len(a), len(b)), max(len(a), len(b)); n-m > k || m == 0 {
		return n <= k
	}
	if !s.whole {
		return withinBand(a, b, k)
	}
	last := uint64(1) << (len(a) - 1)
	up, down := ^uint64(0), uint64(0) // where the matrix grows by one downwards, and shrinks
	d := len(a)
	for j, r := range b {
		equal := s.of(r)
		x := equal | down
		y := (equal&up + up) ^ up | equal
		right, left := down|^(y|up), up&y
		if right&last != 0 {
			d++
		} else if left&last != 0 {
			d--
		}
		if d-(len(b)-1-j) > k {
			return false
		}
		right, left = right<<1|1, left<<1
		up, down = left|^(x|right), right&x
	}
	return d <= k
}

// withinBand is within for all words (Ukkonen's band).
func withinBand(a, b []rune, k int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	var rows [2][longestForm*2 + 1]int
	prev, cur := rows[0][:len(b)+1], rows[1][:len(b)+1]
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		lo, hi := max(1, i-k), min(len(b), i+k)
		cur[lo-1] = k + 1
		if lo == 1 {
			cur[0] = i
		}
		best := k + 1
		for j := lo; j <= hi; j++ {
			d := prev[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			if j < i+k {
				d = min(d, prev[j]+1)
			}
			cur[j] = min(d, cur[j-1]+1)
			best = min(best, cur[j])
		}
		if best > k {
			return false
		}
		prev, cur = cur, prev
	}
	return prev[len(b)] <= k
}
