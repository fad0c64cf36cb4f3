package align

import (
	"math/bits"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// A similarity compares keys by their letters and remembers what it found.
type similarity struct {
	keys  []string
	looks []look             // of each key, made when first asked for
	memo  map[uint64]float64 // by both keys, the smaller first
}

// A look is what tells most pairs of keys apart: how many letters the bare key
// has, which, in bits, and how many of so many may change.
type look struct {
	letters uint64
	runes   int
	most    int
}

func newSimilarity(keys []string) *similarity {
	return &similarity{keys: keys, looks: make([]look, len(keys)), memo: map[uint64]float64{}}
}

// of returns the similarity of two different keys in 0..1, and 0 where it is less than
// Likeness.
func (s *similarity) of(a, b int32) float64 {
	if s.far(a, b) {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	both := uint64(a)<<32 | uint64(b)
	v, ok := s.memo[both]
	if !ok {
		if v = token.Similarity(s.keys[a], s.keys[b]); v < token.Likeness {
			v = 0
		}
		s.memo[both] = v
	}
	return v
}

// far reports whether two keys are not alike, as their looks tell: each letter
// that only one of them has costs a change at least.
func (s *similarity) far(a, b int32) bool {
	x, y := s.look(a), s.look(b)
	changes := max(x.runes-y.runes, y.runes-x.runes, bits.OnesCount64(x.letters&^y.letters), bits.OnesCount64(y.letters&^x.letters))
	if x.runes < y.runes {
		return changes > y.most
	}
	return changes > x.most
}

// mostChanges is how many of so many letters may change in a word that is alike
// still.
func mostChanges(letters int) int {
	n := 0
	for 1-float64(n+1)/float64(letters) >= token.Likeness {
		n++
	}
	return n
}

func (s *similarity) look(key int32) *look {
	l := &s.looks[key]
	if l.runes == 0 {
		bare := token.Bare(s.keys[key])
		for _, r := range bare {
			l.letters |= 1 << (uint(r) % 64)
		}
		l.runes = max(1, utf8.RuneCountInString(bare))
		l.most = mostChanges(l.runes)
	}
	return l
}
