package repair

import (
	"bytes"
	_ "embed" // the table of letters
	"encoding/binary"
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The table of letters says how often one letter follows another in each of
// some fifty languages (64 at most), by lingua's figures. Layout of letters.bin, numbers
// little-endian:
//
//	repeated: language, two bytes; n, the number of letters, a byte;
//	          size of the letters, uint16; the n letters in lower case, UTF-8;
//	          n bytes, the cost of each letter wherever it stands;
//	          n*n bytes, the cost of letter j after letter i at i*n+j
//
// A cost is the negative natural logarithm of a chance, in sixteenths, never
// more than dear.

//go:generate go run github.com/urtext/urtext/cmd/mktables pairs letters.bin
//go:embed letters.bin
var lettersTable []byte

const (
	nat  = 16       // costs are counted in sixteenths of a natural log unit
	dear = 10 * nat // the cost of what a language does not have
	rare = 1e-5     // the chance below which a letter is foreign to a language
)

// EncodeLetters makes letters.bin of the chances of letters and of pairs of
// them, by language. A language without pairs gets them as if its letters
// stood in any order.
func EncodeLetters(tables map[string]map[string]float64) []byte {
	var out []byte
	for _, language := range sortedKeys(tables) {
		chances := tables[language]
		var letters []rune
		for _, run := range sortedKeys(chances) {
			if r, n := utf8.DecodeRuneInString(run); n == len(run) && chances[run] >= rare {
				letters = append(letters, r)
			}
		}
		paired := slices.ContainsFunc(sortedKeys(chances), func(run string) bool { return utf8.RuneCountInString(run) > 1 })
		out = append(out, language...)
		out = append(out, byte(len(letters)))
		out = binary.LittleEndian.AppendUint16(out, uint16(len(string(letters))))
		out = append(out, string(letters)...)
		for _, r := range letters {
			out = append(out, costOf(chances[string(r)]))
		}
		for _, a := range letters {
			for _, b := range letters {
				chance := chances[string([]rune{a, b})]
				if !paired {
					chance = chances[string(b)]
				}
				out = append(out, costOf(chance))
			}
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func costOf(chance float64) byte {
	return byte(min(dear, math.Round(-nat*math.Log(max(chance, 1e-9)))))
}

// A tongue is what is known of the letters of one language. Letters are
// numbered over all languages; number 0 is no letter and 1 a letter that no
// language of the table has.
type tongue struct {
	language string
	scripts  uint32 // of its letters, one bit a script
	n        int
	local    []uint8 // by number: 1 + index of the language's own letters, or 0
	single   []byte
	pair     []byte
	usual    int // what a letter costs on average in the language's own text
}

// cost is what letter b costs after letter a, 0 standing for a beginning.
func (t *tongue) cost(a, b uint16) int {
	j := int(t.local[b])
	if j == 0 {
		return dear
	}
	i := int(t.local[a])
	if i == 0 {
		if a != 0 {
			return dear
		}
		return int(t.single[j-1])
	}
	return int(t.pair[(i-1)*t.n+j-1])
}

// An alphabet numbers the letters of all languages.
type alphabet struct {
	number  [alphabetEnd]uint16 // of both cases
	count   int
	tongues []tongue
	tables  sync.Pool // of *pairs, all zero
	known   []uint64  // for each pair of numbers the languages that have it, a bit each
	floor   []uint8   // and what it costs where it costs least
}

const alphabetEnd = 0x2000

// oftenEnough is the cost that a pair of letters may have to count as known
// in a language.
const oftenEnough = 7 * nat

const foreignLetter = 1

var letters = sync.OnceValue(func() *alphabet {
	a := &alphabet{count: foreignLetter + 1}
	type raw struct {
		language string
		letters  []rune
		costs    []byte
	}
	var all []raw
	for b := lettersTable; len(b) > 5; {
		n, size := int(b[2]), int(binary.LittleEndian.Uint16(b[3:]))
		end := 5 + size + n + n*n
		all = append(all, raw{string(b[:2]), []rune(string(b[5 : 5+size])), b[5+size : end]})
		for _, r := range all[len(all)-1].letters {
			a.add(r)
		}
		b = b[end:]
	}
	for r := rune(utf8.RuneSelf); r < alphabetEnd; r++ {
		if l := unicode.ToLower(r); a.number[r] == 0 && l < alphabetEnd {
			a.number[r] = a.number[l]
		}
	}
	a.known = make([]uint64, a.count*a.count)
	a.floor = bytes.Repeat([]byte{dear}, a.count*a.count)
	for _, r := range all {
		a.tongues = append(a.tongues, a.tongue(r.language, r.letters, r.costs))
	}
	for r := rune(utf8.RuneSelf); r < alphabetEnd; r++ {
		if a.number[r] == 0 && unicode.IsLetter(r) {
			a.number[r] = foreignLetter
		}
	}
	return a
})

// add gives a letter and its capital a number.
func (a *alphabet) add(r rune) {
	if r >= alphabetEnd || a.number[r] != 0 {
		return
	}
	a.number[r] = uint16(a.count)
	if u := unicode.ToUpper(r); u < alphabetEnd && a.number[u] == 0 {
		a.number[u] = uint16(a.count)
	}
	a.count++
}

// tongue sets up a language from its part of the table.
func (a *alphabet) tongue(language string, letters []rune, costs []byte) tongue {
	n := len(letters)
	t := tongue{language: language, n: n, local: make([]uint8, a.count), single: costs[:n], pair: costs[n:]}
	total, weight := 0.0, 0.0
	for i, x := range letters {
		if x < alphabetEnd {
			t.local[a.number[x]] = uint8(i + 1)
			t.scripts |= scriptBit(x)
			a.lower(0, x, t.single[i])
		}
		chance := math.Exp(-float64(t.single[i]) / nat)
		for j, y := range letters {
			cost := t.pair[i*n+j]
			p := chance * math.Exp(-float64(cost)/nat)
			total, weight = total+p*float64(cost), weight+p
			if x >= alphabetEnd || y >= alphabetEnd {
				continue
			}
			a.lower(x, y, cost)
			if cost <= oftenEnough {
				a.known[int(a.number[x])*a.count+int(a.number[y])] |= 1 << len(a.tongues)
			}
		}
	}
	t.usual = int(math.Round(total / weight))
	return t
}

// lower notes what letter y costs after letter x, or at a beginning, in a language.
func (a *alphabet) lower(x, y rune, cost byte) {
	at := int(a.number[x])*a.count + int(a.number[y])
	a.floor[at] = min(a.floor[at], cost)
}

// having returns the languages that have letter y after letter x, as bits.
func (a *alphabet) having(x, y uint16) uint64 { return a.known[int(x)*a.count+int(y)] }

// numberOf numbers a letter; 0 is no letter.
func (a *alphabet) numberOf(r rune) uint16 {
	switch {
	case r < alphabetEnd:
		return a.number[r]
	case r >= 0x4E00 && r < 0x9FA6, r >= 0xAC00 && r < 0xD7A4, unicode.IsLetter(r):
		return foreignLetter
	}
	return 0
}

func scriptBit(r rune) uint32 { return 1 << min(uint(scriptOf(r)), 31) }
