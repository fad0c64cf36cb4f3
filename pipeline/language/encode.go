package language

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// Figures are lingua's for one language: the chance of the last letter of a
// run of one to three after the others; the letters that it has alone; and
// sets of letters that it shares, each set under the name of its letters.
type Figures struct {
	Chances map[string]float64
	Alone   string
	Shared  []string
}

// rowAbove is how many languages know a trigram that gets a row of its own.
const rowAbove = 16

// EncodeTrigrams makes trigrams.bin of the figures of each language. Scripts
// that one language writes are left out, those that have no trigrams, and
// languages without figures.
func EncodeTrigrams(figures map[string]Figures) []byte {
	var out []byte
	for i, s := range scripts {
		var languages []string
		for _, l := range s.languages {
			if len(figures[l].Chances) > 0 {
				languages = append(languages, l)
			}
		}
		if i != cjk && len(languages) > 1 {
			table := newEncoder(i, languages, figures).encode(i)
			out = binary.LittleEndian.AppendUint32(out, uint32(len(table)))
			out = append(binary.LittleEndian.AppendUint32(out, 0), table...)
		}
	}
	return out
}

// An encoder makes the table of one script.
// Letters of other scripts, which lingua has met in foreign names, are left out.
type encoder struct {
	languages []string
	figures   map[string]Figures
	letters   []rune
	place     map[rune]int
	runs      map[string][]int32 // costs by language, 0 for none; of runs of letters in the table
	pairs     map[string]int

	numbers  []uint16
	first    []uint32
	thirds   []uint64
	rows     [][]int32
	trigrams []uint32
	entries  []uint16
}

// newEncoder chooses the letters of a script, the commonest in any of its
// languages, and what each run of them costs in each language.
func newEncoder(script int, languages []string, figures map[string]Figures) *encoder {
	e := &encoder{languages: languages, figures: figures, place: map[rune]int{}, runs: map[string][]int32{}, pairs: map[string]int{}}
	weight := map[rune]float64{}
	for _, l := range languages {
		for run, chance := range figures[l].Chances {
			if r := []rune(run); len(r) == 1 && r[0] < lettersEnd && kindOf(r[0]) == uint8(script) {
				weight[r[0]] = max(weight[r[0]], chance)
			}
		}
	}
	e.letters = slices.SortedFunc(maps.Keys(weight), func(a, b rune) int {
		return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b))
	})
	e.letters = e.letters[:min(len(e.letters), lettersMax)]
	slices.Sort(e.letters)
	for i, r := range e.letters {
		e.place[r] = i
	}
	for i, l := range languages {
		for run, chance := range figures[l].Chances {
			if chance > 0 && !strings.ContainsFunc(run, func(r rune) bool { _, ok := e.place[r]; return !ok }) {
				if e.runs[run] == nil {
					e.runs[run] = make([]int32, len(languages))
				}
				e.runs[run][i] = min(max(int32(math.Round(-math.Log(chance)*costUnit)), 1), costMost)
			}
		}
	}
	return e
}

// ofLength returns the runs of n letters, sorted.
func (e *encoder) ofLength(n int) (out []string) {
	for run := range e.runs {
		if len([]rune(run)) == n {
			out = append(out, run)
		}
	}
	slices.Sort(out)
	return out
}

// or fills a row with the costs of another where it has none.
func or(row, other []int32) []int32 {
	out := slices.Clone(row)
	for i := range out {
		if out[i] == 0 && other != nil {
			out[i] = other[i]
		}
	}
	return out
}

// encode lays out the tables of a script as readTrigrams reads them: eight
// lengths, then the parts, each from a multiple of eight bytes on.
func (e *encoder) encode(script int) []byte {
	n := len(e.letters)
	for _, r := range e.letters {
		e.rows = append(e.rows, or(make([]int32, len(e.languages)), e.runs[string(r)]))
	}
	e.addPairs()
	e.addTrigrams()
	marks, sets := e.marks()
	var out []byte
	for _, x := range []int{script, len(e.languages), n, len(sets), len(e.pairs), len(e.rows), len(e.trigrams), len(e.entries)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	out = pad(append(out, strings.Join(e.languages, "")...))
	for _, r := range e.letters {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
	}
	out = pad(append(pad(out), marks...))
	out = appendAll(out, sets, binary.LittleEndian.AppendUint64)
	out = appendAll(out, e.numbers, binary.LittleEndian.AppendUint16)
	out = appendAll(out, e.first, binary.LittleEndian.AppendUint32)
	out = appendAll(out, e.thirds, binary.LittleEndian.AppendUint64)
	out = appendAll(out, e.rows, appendRow)
	out = appendAll(out, e.trigrams, binary.LittleEndian.AppendUint32)
	return appendAll(out, e.entries, binary.LittleEndian.AppendUint16)
}

// addPairs numbers the pairs and gives each its row.
func (e *encoder) addPairs() {
	n := len(e.letters)
	e.numbers = make([]uint16, n*n)
	for _, run := range e.ofLength(2) {
		r := []rune(run)
		e.pairs[run] = len(e.pairs)
		e.numbers[e.place[r[0]]*n+e.place[r[1]]] = uint16(len(e.pairs))
		e.rows = append(e.rows, or(e.runs[run], e.runs[string(r[:1])]))
	}
}

// addTrigrams gives each trigram, pair by pair, a row or entries.
func (e *encoder) addTrigrams() {
	n := len(e.letters)
	words := (n + 63) / 64
	e.thirds, e.first = make([]uint64, words*len(e.pairs)), make([]uint32, len(e.pairs))
	of := make([][]string, len(e.pairs))
	for _, run := range e.ofLength(3) {
		r := []rune(run)
		if pair, ok := e.pairs[string(r[:2])]; ok {
			of[pair] = append(of[pair], run)
			z := e.place[r[2]]
			e.thirds[pair*words+z/64] |= 1 << (z % 64)
		}
	}
	for pair, list := range of { // sorted as the letters are
		e.first[pair] = uint32(len(e.trigrams))
		for _, run := range list {
			e.trigrams = append(e.trigrams, e.addTrigram(e.runs[run], e.rows[n+pair]))
		}
	}
}

// addTrigram stores what a run of three letters costs, as a row of all languages
// or, where few have it, as what each adds to the cost of its pair, and returns
// where.
func (e *encoder) addTrigram(costs, pair []int32) uint32 {
	known := 0
	for _, cost := range costs {
		if cost > 0 {
			known++
		}
	}
	if known > rowAbove {
		e.rows = append(e.rows, or(costs, pair))
		return isRow | uint32(len(e.rows)-1)
	}
	at := len(e.entries)
	for i, cost := range costs {
		if cost > 0 {
			e.entries = append(e.entries, uint16(i<<entryBits)|uint16(cost-pair[i]+entryBias))
		}
	}
	return uint32(known)<<placeBits | uint32(at)
}

// marks says of each letter which language has it alone and which share it.
func (e *encoder) marks() (marks []byte, sets []uint64) {
	marks = make([]byte, 2*len(e.letters))
	for i, l := range e.languages {
		for _, r := range e.figures[l].Alone {
			if at, ok := e.place[r]; ok {
				marks[2*at] = byte(i + 1)
			}
		}
	}
	numbers := map[string]int{}
	for i, l := range e.languages {
		for _, letters := range e.figures[l].Shared {
			if numbers[letters] == 0 {
				sets = append(sets, 0)
				numbers[letters] = len(sets)
			}
			sets[numbers[letters]-1] |= 1 << i
			for _, r := range letters {
				if at, ok := e.place[r]; ok {
					marks[2*at+1] = byte(numbers[letters])
				}
			}
		}
	}
	return marks, sets
}

// appendAll appends numbers and pads.
func appendAll[T any](out []byte, all []T, put func([]byte, T) []byte) []byte {
	for _, x := range all {
		out = put(out, x)
	}
	return pad(out)
}

func appendRow(out []byte, row []int32) []byte {
	for _, cost := range row {
		out = binary.LittleEndian.AppendUint16(out, uint16(cost))
	}
	return pad(out)
}

func pad(out []byte) []byte { return append(out, make([]byte, padded(len(out))-len(out))...) }
