package cluster

import "math/bits"

// A sieve holds some words and tells which of them another word may be alike,
// all at once: which words have a character, or a length, is a word of bits.
type sieve struct {
	chars [64]uint64              // by the bit of a form's mask
	upTo  [longestForm + 1]uint64 // by the most characters that they have
}

// sieveSize is how many words a sieve holds.
const sieveSize = 64

func newSieve(words []*form) (s sieve) {
	for k, f := range words {
		bit := uint64(1) << k
		s.upTo[len(f.runes)] |= bit
		for rest := f.mask; rest != 0; rest &= rest - 1 {
			s.chars[bits.TrailingZeros64(rest)] |= bit
		}
	}
	for n := range longestForm {
		s.upTo[n+1] |= s.upTo[n]
	}
	return s
}

// pass names the words that f may be equal or alike to, of which it is not far
// by its length and by those of its characters that they lack.
func (s *sieve) pass(f *form) uint64 {
	n := len(f.runes)
	least, most, noise := n-noises[n], farthest[n], noises[farthest[n]]
	if f.lone {
		least, most, noise = n, n, 0
	}
	near := s.upTo[most]
	if least > 0 {
		near &^= s.upTo[least-1]
	}
	if near == 0 {
		return 0
	}
	return near &^ s.lacking(f.mask, noise)
}

// lacking names the words that lack more than k of some characters.
func (s *sieve) lacking(chars uint64, k int) uint64 {
	var more [mostNoises + 2]uint64 // words that lack so many or more
	more[0] = ^uint64(0)
	for ; chars != 0; chars &= chars - 1 {
		lack := ^s.chars[bits.TrailingZeros64(chars)]
		for n := k; n >= 0; n-- {
			more[n+1] |= more[n] & lack
		}
	}
	return more[k+1]
}

// mostNoises is the noise of the longest words.
const mostNoises = longestForm * 2 / 5

// farthest is, for each length, that of the longest words that may be alike.
var farthest = func() (t [longestForm + 1]int) {
	for n := range t {
		for m := n; m <= longestForm && m-noises[m] <= n; m++ {
			t[n] = m
		}
	}
	return t
}()
