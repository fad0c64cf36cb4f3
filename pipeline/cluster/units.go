package cluster

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/token"
)

// A unit is one kept word of a text: its keyed hash and its place. In
// scripts without spaces a unit is one character.
type unit struct {
	hash       uint64
	start, end int32
	lone       bool // a character of a script without spaces
}

// units returns the kept words of text, which is cut into words already. A
// word is known by its key without diacritics, since copies lose accents.
// Function words are elided whatever their language: the language of a copy is
// guessed, copies are guessed differently, and one list for all keeps their
// shingles the same.
func (c Config) units(text string, words []token.Span) []unit {
	dst := make([]unit, 0, len(words)*2/3+1)
	var buf [64]byte
	function := c.functionWords()
	for _, s := range words {
		word := text[s.Start:s.End]
		u := unit{start: int32(s.Start), end: int32(s.End), lone: lone(word)}
		u.hash = xxh3.HashSeed(token.AppendBare(buf[:0], word), c.Key)
		if !u.lone && function.has(u.hash) {
			continue
		}
		dst = append(dst, u)
	}
	return dst
}

// lone reports a character of a script without spaces.
func lone(word string) bool {
	if word[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word)
	return token.Spaceless(r)
}

// wordSet is a fixed set of hashed words: open addressing, behind a filter of
// bits that fits into the nearest cache and turns away most other words.
type wordSet struct {
	filter [filterBits / 64]uint64
	slots  [1 << 15]uint64
}

const filterBits = 1 << 17

func (s *wordSet) has(h uint64) bool {
	if s.filter[h>>40%(filterBits/64)]>>(h>>58)&1 == 0 {
		return false
	}
	for i := h % uint64(len(s.slots)); s.slots[i] != 0; i = (i + 1) % uint64(len(s.slots)) {
		if s.slots[i] == h {
			return true
		}
	}
	return false
}

func (s *wordSet) add(h uint64) {
	if s.has(h) {
		return
	}
	i := h % uint64(len(s.slots))
	for s.slots[i] != 0 {
		i = (i + 1) % uint64(len(s.slots))
	}
	s.slots[i] = h
	s.filter[h>>40%(filterBits/64)] |= 1 << (h >> 58)
}

// functionWords is the function words of all languages, bare and hashed with
// the key, so that a word is hashed once.
func (c Config) functionWords() *wordSet {
	if s, ok := wordSets.Load(c.Key); ok {
		return s.(*wordSet)
	}
	set := &wordSet{}
	for _, lang := range token.Languages() {
		for _, w := range token.Function(lang) {
			set.add(xxh3.HashStringSeed(token.Bare(token.Key(w)), c.Key))
		}
	}
	s, _ := wordSets.LoadOrStore(c.Key, set)
	return s.(*wordSet)
}

// wordSets remembers the function words of each key.
var wordSets sync.Map

// Shingles are runs of this many units.
const (
	wideShingle = 3 // words
	loneShingle = 5 // characters of a script without spaces
)

// width is the number of units in the shingle that begins at i, 0 at the end
// of the text.
func width(units []unit, i int) int {
	n := wideShingle
	if units[i].lone {
		n = loneShingle
	}
	if i+n > len(units) {
		return 0
	}
	return n
}

// shingle hashes n units. Their hashes are keyed, the mixing need not be.
func shingle(units []unit) uint64 {
	var h uint64
	for _, u := range units {
		h = (bits.RotateLeft64(h, 23) ^ u.hash) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	h *= 0xBF58476D1CE4E5B9
	return h ^ h>>32
}
