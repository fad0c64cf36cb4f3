package align

import (
	"math/bits"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// A similarity compares keys by their letters and remembers what it found.
type similarity struct {
	keys  []string
	looks []look // of each key, made when first asked for
	memo  map[[2]int32]float64
}

// A look is what tells most pairs of keys apart: how many letters the bare key
// has, and which, in bits.
type look struct {
	letters uint64
	runes   int
}

func newSimilarity(keys []string) *similarity {
	return &similarity{keys: keys, looks: make([]look, len(keys)), memo: map[[2]int32]float64{}}
}

// of returns the similarity of two keys in 0..1, and 0 where it is less than
// Likeness.
func (s *similarity) of(a, b int32) float64 {
	if a == b {
		return 1
	}
	if s.far(a, b) {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	v, ok := s.memo[[2]int32{a, b}]
	if !ok {
		if v = token.Similarity(s.keys[a], s.keys[b]); v < token.Likeness {
			v = 0
		}
		s.memo[[2]int32{a, b}] = v
	}
	return v
}

// far reports whether two keys are not alike, as their looks tell: each letter
// that only one of them has costs a change at least.
func (s *similarity) far(a, b int32) bool {
	x, y := s.look(a), s.look(b)
	changes := max(x.runes-y.runes, y.runes-x.runes, bits.OnesCount64(x.letters&^y.letters), bits.OnesCount64(y.letters&^x.letters))
	return 1-float64(changes)/float64(max(x.runes, y.runes)) < token.Likeness
}

func (s *similarity) look(key int32) look {
	l := &s.looks[key]
	if l.runes == 0 {
		bare := token.Bare(s.keys[key])
		for _, r := range bare {
			l.letters |= 1 << (uint(r) % 64)
		}
		l.runes = max(1, utf8.RuneCountInString(bare))
	}
	return *l
}
