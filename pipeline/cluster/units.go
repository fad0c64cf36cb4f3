package cluster

import (
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/token"
)

// A unit is one kept word of a text: its keyed hash and its place. In
// scripts without spaces a unit is one character. There are many of them: a unit
// takes sixteen bytes.
type unit struct {
	hash  uint64
	start int32
	stop  int32 // its end; the complement of that for a character of a script without spaces
}

// end is where the unit ends.
func (u unit) end() int32 { return u.stop ^ u.stop>>31 }

// lone reports a character of a script without spaces.
func (u unit) lone() bool { return u.stop < 0 }

// unitsOf returns the kept words of text.
func (c Config) unitsOf(text string) []unit {
	r := sketchRooms.Get().(*sketchRoom)
	defer sketchRooms.Put(r)
	c.cut(r, text)
	return slices.Clone(r.kept)
}

// cut cuts a text into words, of which some are kept.
func (c Config) cut(r *sketchRoom, text string) {
	r.words = token.Words(r.words[:0], text)
	c.keep(r, text)
}

// keep lists the kept words of text, which is cut into words already. A
// word is known by its key without diacritics, since copies lose accents.
// Function words are elided whatever their language: the language of a copy is
// guessed, copies are guessed differently, and one list for all keeps their
// shingles the same.
func (c Config) keep(r *sketchRoom, text string) {
	k := c.keyed()
	r.hashes = k.words.AppendBare(r.hashes[:0], text, r.words)
	r.lone = 0
	n, dst := 0, slices.Grow(r.kept[:0], len(r.words)+1)[:len(r.words)+1]
	for i, s := range r.words {
		u := unit{start: int32(s.Start), stop: int32(s.End), hash: r.hashes[i]}
		if text[s.Start] >= firstSpaceless && lone(text[s.Start:s.End]) {
			u.stop = ^u.stop
			r.lone++
		}
		dst[n] = u // the next one takes its place if it is not kept: no guess which are
		n += k.function.hasNot(u.hash) | b2i(u.lone())
	}
	r.kept = dst[:n]
}

// firstSpaceless is the least byte that a character of a script without spaces
// begins with.
const firstSpaceless = 0xE0

// lone reports a character of a script without spaces.
func lone(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return token.Spaceless(r)
}

// wordSet is a fixed set of hashed words. Each stands in one of two slots that
// its hash names (Pagh and Rodler 2004), so that the end of no search has to be
// guessed; behind bits that fit into the nearest cache, which lead most other
// words to one slot.
type wordSet struct {
	bits  [1 << 11]uint64
	slots [1 << 15]uint64
}

func slotsOf(h uint64) (a, b uint64) { return h % (1 << 15), h >> 15 % (1 << 15) }

// hasNot is 0 for a word of the set, 1 for any other.
func (s *wordSet) hasNot(h uint64) int {
	a, b := slotsOf(h)
	may := -(s.bits[h>>40%(1<<11)] >> (h >> 58) & 1)
	x, y := s.slots[a&may]^h, s.slots[b&may]^h
	return int((x | -x) & (y | -y) >> 63)
}

func (s *wordSet) has(h uint64) bool { return s.hasNot(h) == 0 }

// add puts a word into the set, which has room for four times what there is.
func (s *wordSet) add(h uint64) {
	if s.has(h) {
		return
	}
	s.bits[h>>40%(1<<11)] |= 1 << (h >> 58)
	for at, _ := slotsOf(h); h != 0; {
		h, s.slots[at] = s.slots[at], h
		if a, b := slotsOf(h); at == a {
			at = b
		} else {
			at = a
		}
	}
}

// keyed is what depends on the key alone.
type keyed struct {
	words    *token.Hasher
	function wordSet // of all languages, bare and hashed, so that a word is hashed once
}

func (c Config) keyed() *keyed {
	if k, ok := keys.Load(c.Key); ok {
		return k.(*keyed)
	}
	k := &keyed{words: token.NewHasher(c.Key)}
	for _, lang := range token.Languages() {
		for _, w := range token.Function(lang) {
			k.function.add(xxh3.HashStringSeed(token.Bare(token.Key(w)), c.Key))
		}
	}
	first, _ := keys.LoadOrStore(c.Key, k)
	return first.(*keyed)
}

// keys remembers what depends on each key.
var keys sync.Map

// Shingles are runs of this many units.
const (
	wideShingle = 3 // words
	loneShingle = 5 // characters of a script without spaces
)

// width is the number of units in the shingle that begins at i, 0 at the end
// of the text.
func width(units []unit, i int) int {
	n := wideShingle
	if units[i].lone() {
		n = loneShingle
	}
	if i+n > len(units) {
		return 0
	}
	return n
}

// wide is shingle of three units.
func wide(a, b, c uint64) uint64 {
	a *= mixer
	a ^= a >> 29
	b = (bits.RotateLeft64(a, 23) ^ b) * mixer
	b ^= b >> 29
	c = (bits.RotateLeft64(b, 23) ^ c) * mixer
	c = (c ^ c>>29) * finisher
	return c ^ c>>32
}

const (
	mixer    = 0x9E3779B97F4A7C15
	finisher = 0xBF58476D1CE4E5B9
)

// shingle hashes n units. Their hashes are keyed, the mixing need not be.
func shingle(units []unit) uint64 {
	var h uint64
	for _, u := range units {
		h = (bits.RotateLeft64(h, 23) ^ u.hash) * mixer
		h ^= h >> 29
	}
	h *= finisher
	return h ^ h>>32
}
