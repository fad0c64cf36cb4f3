package language

import (
	_ "embed" // the table of trigrams
	"encoding/binary"
	"math/bits"
	"sync"
	"unicode"
)

// The table of trigrams holds lingua's own figures for the languages of the
// scripts that several write: what each language makes of three letters in a
// row. It is read where it lies, so that nothing is loaded but the pages that
// a text calls for. Layout of trigrams.bin, all numbers little-endian, every
// part padded to eight bytes; a cost is -ln of lingua's chance of a letter
// after those before it, in units of 1/costUnit, 0 where lingua has none:
//
//	repeated, for each script:
//	  uint32 size of what follows; script, languages, letters, sets, pairs,
//	  rows, trigrams, entries, each uint32: the script's place and how many
//	  languages   2 bytes each, the code
//	  letters     uint16 each, rising
//	  marks       2 bytes for each letter: the language that has it alone and
//	              the set of those that share it, from 1 on
//	  sets        uint64 each, a bit for each language
//	  numbers     uint16 for each two letters: the number of the pair, from 1 on
//	  first       uint32 for each pair: the number of its first trigram
//	  thirds      for each pair a bit for each letter that follows it
//	  rows        of letters, then of pairs, then of trigrams: four costs of 16
//	              bits in each uint64, one for each language
//	  trigrams    uint32 each: a row, or the count and place of its entries
//	  entries     uint16 each: language, and by how much the cost of the trigram
//	              differs from the pair's
//
// As lingua does, the row of a pair has the cost of its first letter for the
// languages that lack the pair.

//go:generate go run github.com/urtext/urtext/cmd/mktables trigrams trigrams.bin
//go:embed trigrams.bin
var trigramsTable []byte

const (
	costUnit   = 32
	costMost   = 511
	entryBits  = 10 // of the difference in an entry
	entryBias  = 1 << (entryBits - 1)
	isRow      = 1 << 31 // of a trigram: it has a row of its own
	placeBits  = 25      // of a trigram: the place of its entries
	lettersEnd = 0x2000  // the letters of the table are below
	lettersMax = 255
	headParts  = 8
)

// A trigrams is the table of one script.
type trigrams struct {
	languages []string
	place     *[lettersEnd]uint8 // of each letter, from 1 on; 0 for none
	marks     []byte
	sets      []uint64
	letters   int
	width     int // uint64s in a row
	words     int // uint64s in the bits of a pair
	pairs     int
	numbers   []byte
	first     []byte
	thirds    []byte
	rows      []byte
	trigrams  []byte
	entries   []byte
}

// tables are the tables by the place of their script.
var tables = sync.OnceValue(func() map[int]*trigrams {
	out := map[int]*trigrams{}
	for b := trigramsTable; len(b) >= 8; {
		size := int(binary.LittleEndian.Uint32(b))
		if size < 0 || 8+size > len(b) {
			break
		}
		script, t := readTrigrams(b[8 : 8+size])
		out[script] = t
		b = b[8+size:]
	}
	return out
})

// readTrigrams reads what encode laid out, without copying it.
func readTrigrams(b []byte) (script int, t *trigrams) {
	var n [headParts]int
	for i := range n {
		n[i] = int(binary.LittleEndian.Uint32(b[4*i:]))
	}
	b = b[4*headParts:]
	take := func(size int) []byte {
		out := b[:size:size]
		b = b[padded(size):]
		return out
	}
	t = &trigrams{letters: n[2], width: (n[1] + 3) / 4, words: (n[2] + 63) / 64, pairs: n[4], place: new([lettersEnd]uint8)}
	codes := take(2 * n[1])
	for i := range n[1] {
		t.languages = append(t.languages, string(codes[2*i:2*i+2]))
	}
	letters := take(2 * n[2])
	for i := range n[2] {
		r := rune(binary.LittleEndian.Uint16(letters[2*i:]))
		t.place[r] = uint8(i + 1)
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			if f < lettersEnd && unicode.ToLower(f) == r {
				t.place[f] = uint8(i + 1)
			}
		}
	}
	t.marks = take(2 * n[2])
	sets := take(8 * n[3])
	for i := range n[3] {
		t.sets = append(t.sets, binary.LittleEndian.Uint64(sets[8*i:]))
	}
	t.numbers = take(2 * n[2] * n[2])
	t.first = take(4 * n[4])
	t.thirds = take(8 * n[4] * t.words)
	t.rows = take(8 * n[5] * t.width)
	t.trigrams = take(4 * n[6])
	t.entries = take(2 * n[7])
	return n[0], t
}

func padded(n int) int { return (n + 7) &^ 7 }

// costs sums up what the trigrams of a text cost each language.
type costs struct {
	*trigrams
	held [batch][3]uint8 // trigrams that are to be looked up
	n    int
	sum  [mostLanguages]int32
}

// batch is how many trigrams are looked up together: as many as sums of 16 bits
// can take.
const batch = 0xFFFF / costMost

// add adds the cost of three letters, given by their places.
func (c *costs) add(x, y, z uint8) {
	if x == 0 {
		return
	}
	if c.n == batch {
		c.flush()
	}
	c.held[c.n] = [3]uint8{x, y, z}
	c.n++
}

// flush adds the costs of the trigrams that are held to the sums, step by step
// for all of them, so that the processor waits for many places of the table at a
// time.
func (c *costs) flush() {
	var rows, places [batch]int32
	for i, t := range c.held[:c.n] {
		rows[i] = c.pair(t[0], t[1])
	}
	for i, t := range c.held[:c.n] {
		places[i] = -1
		if pair := int(rows[i]) - c.letters; pair >= 0 && t[2] > 0 {
			places[i] = c.trigram(pair, t[2])
		}
	}
	for i, at := range places[:c.n] {
		if at < 0 {
			continue
		}
		if entry := binary.LittleEndian.Uint32(c.trigrams.trigrams[4*at:]); entry&isRow != 0 {
			rows[i] = int32(entry &^ isRow)
		} else {
			c.differ(entry)
		}
	}
	c.addRows(rows[:c.n])
	c.n = 0
}

// pair returns the row of two letters, or of the first where they are no pair.
func (c *costs) pair(x, y uint8) (row int32) {
	a := int(x) - 1
	if y > 0 {
		if n := binary.LittleEndian.Uint16(c.numbers[2*(a*c.letters+int(y)-1):]); n > 0 {
			return int32(c.letters) + int32(n) - 1
		}
	}
	return int32(a)
}

// differ adds what the cost of a trigram differs from its pair's.
func (c *costs) differ(entry uint32) {
	at := int(entry & (1<<placeBits - 1))
	list := c.entries[2*at : 2*at+2*int(entry>>placeBits)]
	for ; len(list) >= 2; list = list[2:] {
		e := binary.LittleEndian.Uint16(list)
		c.sum[e>>entryBits] += int32(e&(1<<entryBits-1)) - entryBias
	}
}

// trigram returns the place of the trigram that a letter makes behind a pair, -1
// where there is none.
func (t *trigrams) trigram(pair int, z uint8) (place int32) {
	third := t.thirds[8*pair*t.words:]
	n := int(binary.LittleEndian.Uint32(t.first[4*pair:]))
	word, bit := int(z-1)/64, uint(z-1)%64
	for i := range word {
		n += bits.OnesCount64(binary.LittleEndian.Uint64(third[8*i:]))
	}
	set := binary.LittleEndian.Uint64(third[8*word:])
	if set>>bit&1 == 0 {
		return -1
	}
	return int32(n + bits.OnesCount64(set&(1<<bit-1)))
}

// addRows adds rows to the sums, a few lanes of four sums at a time.
func (c *costs) addRows(rows []int32) {
	size := 8 * c.width
	i := 0
	for ; i+4 <= c.width; i += 4 {
		var a, b, d, e uint64
		for _, n := range rows {
			lanes := c.rows[int(n)*size+8*i:][:32]
			a += binary.LittleEndian.Uint64(lanes)
			b += binary.LittleEndian.Uint64(lanes[8:])
			d += binary.LittleEndian.Uint64(lanes[16:])
			e += binary.LittleEndian.Uint64(lanes[24:])
		}
		c.spread(i, a)
		c.spread(i+1, b)
		c.spread(i+2, d)
		c.spread(i+3, e)
	}
	for ; i < c.width; i++ {
		var a uint64
		for _, n := range rows {
			a += binary.LittleEndian.Uint64(c.rows[int(n)*size+8*i:])
		}
		c.spread(i, a)
	}
}

// spread adds the four sums of 16 bits of a lane to those of their languages.
func (c *costs) spread(i int, lane uint64) {
	for k := 4 * i; lane != 0; k, lane = k+1, lane>>16 {
		c.sum[k] += int32(lane & 0xFFFF)
	}
}
