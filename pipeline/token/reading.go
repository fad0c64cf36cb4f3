package token

import (
	"math/bits"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/scratch"
)

// A Reading is the words of a text, each with the number of its spelling: equal
// words have equal numbers, from 0 in the order in which they come.
type Reading struct {
	Text      string
	Words     []Span
	Spellings []int32 // by word
	Firsts    []int32 // by spelling: the first word that has it
	names     scratch.Register
}

// ReadingOf gives the reading of a document's text as it stands. The stages
// share it: only the first to ask for it reads.
func ReadingOf(doc *corpus.Document) *Reading {
	r, ok := doc.Words.(*Reading)
	if !ok {
		r = new(Reading)
		doc.Words = r
	}
	return r.Read(doc.Draft.Text)
}

// Read reads a text, unless it is the one that was read last, in the room that
// this one took.
func (r *Reading) Read(text string) *Reading {
	if r.Text == text {
		return r
	}
	r.Text, r.Words = text, Words(r.Words[:0], text)
	r.names.Reset(len(r.Words) / 2)
	r.Firsts, r.Spellings = r.Firsts[:0], slices.Grow(r.Spellings[:0], len(r.Words))[:len(r.Words)]
	for i, w := range r.Words {
		n := r.names.Number(nameAt(text, w))
		if r.Spellings[i] = n; int(n) == len(r.Firsts) {
			r.Firsts = append(r.Firsts, int32(i))
		}
	}
	return r
}

// Word is the text of a word.
func (r *Reading) Word(i int) string { return r.Text[r.Words[i].Start:r.Words[i].End] }

// Name is Name of a spelling.
func (r *Reading) Name(spelling int) uint64 { return r.names.Name(spelling) }

// Find gives the spelling that has a name, or -1 if none has.
func (r *Reading) Find(name uint64) int32 { return r.names.Find(name) }

// Name is a number for a string without zero bytes: its bytes if they are eight
// or fewer, else a hash of them. Two strings of a page that have one name are
// hardly ever met.
func Name[T string | []byte](s T) uint64 {
	switch n := len(s); {
	case n > shortKey:
		return xxh3.HashString(string(s))
	case n > 8:
		return blend(load8(s[:8]), load8(s[n-8:]), n)
	case n == 8:
		return load8(s)
	case n >= 4:
		return load4(s[:4]) | load4(s[n-4:])<<(8*(n-4))
	case n > 0:
		return uint64(s[0]) | uint64(s[n/2])<<(8*(n/2)) | uint64(s[n-1])<<(8*(n-1))
	}
	return 0
}

// nameAt is Name of the word that stands in text at s. Most words are short and
// not the last one: what stands behind them is loaded with them and masked out.
func nameAt(text string, s Span) uint64 {
	if n := s.End - s.Start; n <= 8 && s.Start+8 <= len(text) {
		return load8(text[s.Start:s.Start+8]) & below[n&15]
	}
	return Name(text[s.Start:s.End])
}

// blend mixes the loads of nine to sixteen bytes.
func blend(first, last uint64, n int) uint64 {
	up, down := bits.Mul64(first^0x9E3779B97F4A7C15, bits.RotateLeft64(last, n)^0xE7037ED1A0B428DB)
	return up ^ down
}
