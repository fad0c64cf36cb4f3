package align

import (
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// likeness is the similarity from which two words may be forms of one.
const likeness = 0.55

// A similarity compares keys by their letters and remembers what it found.
type similarity struct {
	keys []string
	bare []string
	memo map[[2]int32]float32
}

func newSimilarity(keys []string) *similarity {
	s := &similarity{keys: keys, bare: make([]string, len(keys)), memo: map[[2]int32]float32{}}
	for i, k := range keys {
		s.bare[i] = token.Bare(k)
	}
	return s
}

// of returns the similarity of two keys in 0..1: 1 less the share of letters
// that an edit distance changes; .95 for words that differ in diacritics
// only. Words of one or two letters are like no other.
func (s *similarity) of(a, b int32) float32 {
	if a == b {
		return 1
	}
	if a > b {
		a, b = b, a
	}
	if v, ok := s.memo[[2]int32{a, b}]; ok {
		return v
	}
	v := s.compare(s.bare[a], s.bare[b])
	s.memo[[2]int32{a, b}] = v
	return v
}

func (s *similarity) compare(a, b string) float32 {
	if a == b {
		return .95
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	long, short := max(la, lb), min(la, lb)
	if short < 2 || long > 40 || float32(short) < likeness*float32(long) {
		return 0
	}
	return 1 - float32(distance([]rune(a), []rune(b)))/float32(long)
}

// distance is Levenshtein's, two rows at a time.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			d := diagonal
			if x != y {
				d = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
