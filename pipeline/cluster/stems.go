package cluster

import (
	_ "embed" // the table of stems
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/token"
)

// A stem is how a word begins: its endings change from sentence to sentence.
// The table of stems says, for some languages, which stems are common, by
// lingua's figures of how often one letter follows others, so that a word may
// be known to be rare without any other text. Layout of stems.bin, all
// numbers little-endian:
//
//	repeated: language, two bytes; n, uint32; n stems, ascending, uint32:
//	          30 bits of the hash of the stem, 2 bits of its rarity

//go:generate go run github.com/urtext/urtext/cmd/mktables stems stems.bin
//go:embed stems.bin
var stemsTable []byte

// Of stems.
const (
	stemLetters   = 5
	stemSyllables = 2  // of Korean
	leastStem     = 4  // letters of a word that may be a topic
	rarest        = 3  // of a stem that is not in the table
	commonest     = 9  // negative logarithm of the chance from which on a stem has rarity 1
	longNumber    = 3  // digits
	rarityNumber  = 2  // of a shorter one
	stemHashBits  = 30 // of the hash in the table
)

var stemsOf = sync.OnceValue(func() map[string][]byte {
	out := map[string][]byte{}
	for b := stemsTable; len(b) >= 6; {
		n := 6 + 4*int(binary.LittleEndian.Uint32(b[2:]))
		if n > len(b) {
			break
		}
		out[string(b[:2])] = b[6:n]
		b = b[n:]
	}
	return out
})

// EncodeStems makes stems.bin of the chances of the stems of each language,
// as AppendStem gives them; those that are rare are left out.
func EncodeStems(chances map[string]map[string]float64) []byte {
	var out []byte
	for _, l := range slices.Sorted(maps.Keys(chances)) {
		var list []uint32
		for stem, chance := range chances[l] {
			if r := rarityOf(chance); r < rarest {
				list = append(list, stemHash(stem)|uint32(r))
			}
		}
		slices.Sort(list)
		list = slices.CompactFunc(list, func(a, b uint32) bool { return a&^3 == b&^3 })
		out = append(out, l...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(list)))
		for _, x := range list {
			out = binary.LittleEndian.AppendUint32(out, x)
		}
	}
	return out
}

// rarityOf is 0 to rarest: whole natural logarithms beyond the commonest.
func rarityOf(chance float64) int {
	return max(0, min(rarest, int(math.Floor(-math.Log(chance)))-commonest+1))
}

func stemHash(stem string) uint32 { return uint32(xxh3.HashString(stem)>>(64-stemHashBits)) << 2 }

// AppendStem appends the stem of a bare key (token.Bare).
func AppendStem(dst, key []byte) []byte {
	most := stemLetters
	if syllabic(string(key)) {
		most = stemSyllables
	}
	at := 0
	for ; most > 0 && at < len(key); most-- {
		_, n := utf8.DecodeRune(key[at:])
		at += n
	}
	return append(dst, key[:at]...)
}

// syllabic reports whether a word is written in Korean syllables.
func syllabic(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Hangul, r)
}

// rarity says how rare a stem is in a language, 0 for one that is on every
// page and for words too short to be a topic. Of a language without figures
// every stem is rare.
func rarity(table []byte, stem string) uint8 {
	letters := utf8.RuneCountInString(stem)
	r, _ := utf8.DecodeRuneInString(stem)
	switch {
	case unicode.IsDigit(r) && letters < longNumber:
		return rarityNumber
	case unicode.IsDigit(r) || syllabic(stem):
		return rarest
	case letters < leastStem:
		return 0
	}
	h := stemHash(stem)
	n := len(table) / 4
	i := sort.Search(n, func(i int) bool { return binary.LittleEndian.Uint32(table[4*i:]) >= h })
	if i < n {
		if x := binary.LittleEndian.Uint32(table[4*i:]); x&^3 == h {
			return uint8(x & 3)
		}
	}
	return rarest
}

// stemOf is the stem of a word.
func stemOf(word string) string {
	var key, stem [64]byte
	return string(AppendStem(stem[:0], token.AppendBare(key[:0], word)))
}
