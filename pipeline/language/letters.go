package language

import (
	_ "embed" // the table of letters
	"encoding/binary"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// The table of letters says, for some languages, which runs of four letters
// their words have: those in which the last letter follows the others with a
// chance of LeastChance or more, by lingua's figures. Layout of letters.bin,
// all numbers little-endian:
//
//	repeated: language, two bytes; n, uint32; n bytes, a Bloom filter
//	          (Bloom 1970) of lettersHashes bits a run in 8n bits
//
// A run that is in the language is always found; one in some fifty others is
// found too.

//go:generate go run github.com/urtext/urtext/cmd/mktables runs letters.bin
//go:embed letters.bin
var lettersTable []byte

// LeastChance is the chance under which a letter counts as impossible.
const LeastChance = .001

const (
	lettersHashes  = 6
	lettersBitsRun = 9 // bits of the filter for each run
	lettersRun     = 4
)

var lettersOf = sync.OnceValue(func() map[string][]byte {
	out := map[string][]byte{}
	for b := lettersTable; len(b) >= 6; {
		n := 6 + int(binary.LittleEndian.Uint32(b[2:]))
		if n > len(b) {
			break
		}
		out[string(b[:2])] = b[6:n]
		b = b[n:]
	}
	return out
})

// EncodeLetters makes letters.bin of the runs of letters of each language.
func EncodeLetters(runs map[string][]string) []byte {
	var languages []string
	for l := range runs {
		languages = append(languages, l)
	}
	slices.Sort(languages)
	var out []byte
	for _, l := range languages {
		filter := make([]byte, (len(runs[l])*lettersBitsRun+7)/8)
		for _, r := range runs[l] {
			eachBit(r, len(filter), func(i, bit int) bool {
				filter[i] |= 1 << bit
				return true
			})
		}
		out = append(out, l...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(filter)))
		out = append(out, filter...)
	}
	return out
}

// eachBit calls do for the places of a run in a filter of n bytes until it
// returns false.
func eachBit(run string, n int, do func(i, bit int) bool) {
	h := xxh3.HashString(run)
	step := h>>32 | 1
	for range lettersHashes {
		at := h % uint64(8*n)
		if !do(int(at/8), int(at%8)) {
			return
		}
		h += step
	}
}

// Rarest says how likely the least likely letter of a word (a key of package
// token) is after the three before it: below LeastChance when the language
// has no such letters, 1 when it may have them all. ok is false when nothing
// is known of the language.
func Rarest(language, key string) (chance float64, ok bool) {
	filter := lettersOf()[language]
	if len(filter) == 0 {
		return 0, false
	}
	var at [lettersRun + 1]int
	n := 0
	for i := range key + " " { // the space closes the last run
		copy(at[:], at[1:])
		at[lettersRun] = i
		if n++; n > lettersRun && !has(filter, key[at[0]:at[lettersRun]]) {
			return 0, true
		}
	}
	return 1, utf8.ValidString(key)
}

func has(filter []byte, run string) bool {
	found := true
	eachBit(run, len(filter), func(i, bit int) bool {
		found = filter[i]&(1<<bit) != 0
		return found
	})
	return found
}
