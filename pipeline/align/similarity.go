package align

import "github.com/urtext/urtext/pipeline/token"

// A similarity compares keys by their letters and remembers what it found.
type similarity struct {
	keys []string
	memo map[[2]int32]float64
}

func newSimilarity(keys []string) *similarity {
	return &similarity{keys: keys, memo: map[[2]int32]float64{}}
}

// of returns the similarity of two keys in 0..1.
func (s *similarity) of(a, b int32) float64 {
	if a == b {
		return 1
	}
	if a > b {
		a, b = b, a
	}
	v, ok := s.memo[[2]int32{a, b}]
	if !ok {
		v = token.Similarity(s.keys[a], s.keys[b])
		s.memo[[2]int32{a, b}] = v
	}
	return v
}
