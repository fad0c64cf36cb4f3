package pipeline

import (
	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A keyText holds the keys of a witness's words in a row, so that to hash any run
// of them is to hash one stretch of bytes.
type keyText struct {
	words []corpus.Word
	bytes []byte
	at    []int // where each key begins, and the end
}

func newKeyText(words []corpus.Word) keyText {
	size := 0
	for _, w := range words {
		size += len(w.Key) + 1
	}
	t := keyText{words: words, bytes: make([]byte, 0, size), at: make([]int, 1, len(words)+1)}
	for _, w := range words {
		t.bytes = append(append(t.bytes, w.Key...), 0)
		t.at = append(t.at, len(t.bytes))
	}
	return t
}

// hash is hashKeys of the keys of words [from, to).
func (t keyText) hash(from, to int) uint64 { return xxh3.Hash(t.bytes[t.at[from]:t.at[to]]) }

// keys returns the keys of words [from, to).
func (t keyText) keys(from, to int) []string {
	out := make([]string, 0, to-from)
	for _, w := range t.words[from:to] {
		out = append(out, w.Key)
	}
	return out
}
