package token

import (
	"math/bits"
	"slices"
)

// blockSize is how many bytes are looked at together: a word of bits.
const blockSize = 64

// wordBytes is how long a word is with its gap, roughly: room is made for as many as
// the rest of a text may have.
const wordBytes = 6

// ascii appends the words of text from i on, block by block, up to the first
// character that is not ASCII or the last whole block, and returns where this
// is, and where the word begins that may go on there, or none. Where words begin
// and end the bits of a block change, so no byte is asked whether it ends a word.
func ascii(dst []Span, text string, i int) (spans []Span, end, open int) {
	spans, open = dst, none
	for size := blockSize; size == blockSize && i+blockSize <= len(text); i += size {
		var letters uint64
		letters, size = block(text[i : i+blockSize])
		n := len(spans)
		if n+blockSize/2+1 > cap(spans) {
			spans = slices.Grow(spans, max(blockSize/2+1, (len(text)-i)/wordBytes))
		}
		spans = spans[:n+blockSize/2+1]
		edges := letters << 1
		if open != none {
			edges |= 1
		}
		edges = (edges ^ letters) & (1<<size - 1)
		if open != none && edges != 0 {
			spans[n] = Span{open, i + bits.TrailingZeros64(edges)}
			edges &= edges - 1
			n, open = n+1, none
		}
		for edges != 0 {
			start := i + bits.TrailingZeros64(edges)
			if edges &= edges - 1; edges == 0 {
				open = start
				break
			}
			spans[n] = Span{start, i + bits.TrailingZeros64(edges)}
			edges &= edges - 1
			n++
		}
		spans = spans[:n]
	}
	return spans, i, open
}

// block sets a bit for each ASCII letter or digit of a block, up to the first
// byte that is not ASCII, and returns where this is.
func block(s string) (letters uint64, size int) {
	for k := 0; k < blockSize; k += 8 {
		x := load8(s[k : k+8])
		letters |= alphanumeric(x) * gather >> 56 << k
		if high := x & highs; high != 0 {
			return letters, k + bits.TrailingZeros64(high)/8
		}
	}
	return letters, blockSize
}

const (
	ones   = 0x0101010101010101
	highs  = ones << 7
	gather = 0x0002040810204081 // a factor that brings the high bits of all bytes into the highest one
)

// alphanumeric sets the high bit of each byte, of eight, that is an ASCII letter
// or digit and stands before all that is not ASCII. The sums carry into the high
// bit where a byte is at or past the end of a range: both ends of a range, or
// neither, leave it as it was.
func alphanumeric(x uint64) uint64 {
	low := x | 0x20*ones
	letters := (low + (0x80-'a')*ones) ^ (low + (0x7F-'z')*ones)
	digits := (x + (0x80-'0')*ones) ^ (x + (0x7F-'9')*ones)
	return (letters ^ digits) & highs
}
