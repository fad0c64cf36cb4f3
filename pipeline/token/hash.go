package token

import (
	"math/bits"
	"slices"

	"github.com/zeebo/xxh3"
)

// A Hasher hashes words by their bare keys, with a seed. Its hashes are those of
// XXH3 (Collet 2019), 64 bits.
type Hasher struct {
	seed                     uint64
	first, last, middle, few uint64 // what XXH3 mixes into keys, by their length
}

// NewHasher makes the hasher of a seed.
func NewHasher(seed uint64) *Hasher {
	return &Hasher{
		seed:   seed,
		first:  0x1f67b3b7a4a44072 ^ 0x78e5c0cc4ee679cb + seed,
		last:   0x2172ffcc7dd05a82 ^ 0x8e2443f7744608b8 - seed,
		middle: 0x1cad21f72c81017c ^ 0xdb979083e96dd4de - (seed ^ uint64(bits.ReverseBytes32(uint32(seed)))<<32),
		few:    0xbe4ba423 ^ 0x396cfeb8 + seed,
	}
}

// AppendBare appends the hashes of the words that stand in text at spans: each
// is xxh3.HashSeed of AppendBare of the word, with the hasher's seed.
func (h *Hasher) AppendBare(dst []uint64, text string, words []Span) []uint64 {
	dst = slices.Grow(dst, len(words))
	out := dst[len(dst) : len(dst)+len(words)]
	for i, s := range words {
		n := s.End - s.Start
		if n > 8 || s.Start+8 > len(text) {
			out[i] = h.other(text, s)
			continue
		}
		x := load8(text[s.Start:s.Start+8]) & below[n&15]
		if x&highs == 0 {
			x = lowered(x)
		} else if !isInert(x, n) {
			out[i] = h.other(text, s)
			continue
		}
		if n > 3 {
			x = (x>>(8*(n-4)&63)&(1<<32-1) + x<<32) ^ h.middle
			x ^= bits.RotateLeft64(x, 49) ^ bits.RotateLeft64(x, 24)
			x *= 0x9fb21c651e98df25
			x ^= x>>35 + uint64(n)
			x *= 0x9fb21c651e98df25
			out[i] = x ^ x>>28
			continue
		}
		x = (x&0xFF<<16 | x>>(8*(n/2)&63)&0xFF<<24 | x>>(8*(n-1)&63)&0xFF | uint64(n)<<8) ^ h.few
		x = (x ^ x>>33) * 14029467366897019727
		x = (x ^ x>>29) * 1609587929392839161
		out[i] = x ^ x>>32
	}
	return dst[:len(dst)+len(words)]
}

// below has the lowest n bytes set, of eight.
var below = func() (t [16]uint64) {
	for n := range t {
		t[n] = 1<<(8*n) - 1
	}
	return t
}()

// other is the hash of a word that is not short, or not ASCII.
func (h *Hasher) other(text string, s Span) uint64 {
	if n := s.End - s.Start; n > 8 && n <= 16 && s.Start+16 <= len(text) {
		low, high := load8(text[s.Start:s.Start+8]), load8(text[s.Start+8:s.Start+16])&below[n-8]
		if (low|high)&highs == 0 {
			return h.upToSixteen(lowered(low), lowered(high), n)
		}
	}
	var buf [64]byte
	return xxh3.HashSeed(AppendBare(buf[:0], text[s.Start:s.End]), h.seed)
}

// isInert reports one character of Chinese or Korean that is its own key.
func isInert(x uint64, n int) bool {
	r := rune(x&0xF)<<12 | rune(x>>8&0x3F)<<6 | rune(x>>16&0x3F)
	return n == 3 && x&0xC0C0F0 == 0x8080E0 && r >= foldingEnd && inert(r)
}

// upToSixteen is XXH3 of nine to sixteen bytes, in two numbers.
func (h *Hasher) upToSixteen(low, high uint64, n int) uint64 {
	x, y := low^h.first, (low>>(8*(n-8))|high<<(8*(16-n)))^h.last
	up, down := bits.Mul64(x, y)
	z := uint64(n) + bits.ReverseBytes64(x) + y + (up ^ down)
	z = (z ^ z>>37) * 0x165667919e3779f9
	return z ^ z>>32
}
