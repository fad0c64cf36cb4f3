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

// fill puts words into the sieve, in the place of those that it held.
func (s *sieve) fill(words []seen) {
	*s = sieve{}
	for k := range words {
		f, bit := &words[k].glance, uint64(1)<<k
		s.upTo[f.size] |= bit
		for rest := f.mask; rest != 0; rest &= rest - 1 {
			s.chars[bits.TrailingZeros64(rest)] |= bit
		}
	}
	for n := range longestForm {
		s.upTo[n+1] |= s.upTo[n]
	}
}

// pass names the words that f may be equal or alike to, of which it is not far
// by its length and by those of its characters that they lack.
func (s *sieve) pass(f *glance) uint64 {
	n := int(f.size)
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
	more := s.lacking(f.mask, noise)
	passed := uint64(0)
	for m := n; near != 0; m++ { // the longer the word, the more noise there may be
		passed |= near & s.upTo[m] &^ more[min(noise, noises[m])+1]
		near &^= s.upTo[m]
	}
	return passed
}

// lacking names the words that lack so many of some characters or more, up to
// one more than k.
func (s *sieve) lacking(chars uint64, k int) (more [mostNoises + 2]uint64) {
	more[0] = ^uint64(0)
	for ; chars != 0; chars &= chars - 1 {
		lack := ^s.chars[bits.TrailingZeros64(chars)]
		for n := k; n >= 0; n-- {
			more[n+1] |= more[n] & lack
		}
	}
	return more
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
