package language

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/bits"
	"strings"
	"sync"
	_ "unsafe" // lingua's files

	"github.com/zeebo/xxh3"
	"google.golang.org/protobuf/encoding/protowire"
)

// Lingua's own models, of runs of one to five letters, take thirty megabytes of
// maps for each language, and lingua never lets go of them: on a crawl in many
// languages they outgrow any budget. Here they are read from the same files into
// tables of seven bytes for each run.

//go:linkname linguaFiles github.com/pemistahl/lingua-go.languageModels
var linguaFiles embed.FS

// linguaNames are the names of its files, by the length of the runs.
var linguaNames = [longestGram + 1]string{1: "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"}

// longestGram is the length of the longest runs; those up to shortGram are a table
// of their own, from which longer texts are told.
const (
	longestGram = 5
	shortGram   = 3
)

// A grams is a table of runs of letters and what each costs a language: -ln of
// the chance of its last letter after the others, in units of 1/gramUnit. A run is
// known by its hash: the upper bits say in which bucket it is, the lower 32 which
// of the few there.
type grams struct {
	shift int
	ends  []uint32 // of each bucket
	marks []uint32
	costs []uint16
}

const (
	gramUnit   = 2048
	bucketSize = 8 // about
)

// A gram is one run before it is in a table.
type gram struct {
	hash uint64
	cost uint16
}

// gramHash is the hash of a run.
func gramHash(run string) uint64 { return xxh3.HashString(run) }

// newGrams makes the table of a list.
func newGrams(list []gram) *grams {
	size := bits.Len(uint(len(list) / bucketSize))
	g := &grams{shift: 64 - size, ends: make([]uint32, 1<<size), marks: make([]uint32, len(list)), costs: make([]uint16, len(list))}
	for _, x := range list {
		g.ends[x.hash>>g.shift]++
	}
	sum := uint32(0)
	for i, n := range g.ends {
		g.ends[i] = sum
		sum += n
	}
	for _, x := range list {
		at := &g.ends[x.hash>>g.shift]
		g.marks[*at], g.costs[*at] = uint32(x.hash), x.cost
		*at++
	}
	return g
}

// cost is what a run costs; ok is false where the table lacks it.
func (g *grams) cost(hash uint64) (cost int, ok bool) {
	b, from := hash>>g.shift, uint32(0)
	if b > 0 {
		from = g.ends[b-1]
	}
	for i, m := range g.marks[from:g.ends[b]] {
		if m == uint32(hash) {
			return int(g.costs[int(from)+i]), true
		}
	}
	return 0, false
}

// gramTables are the tables of a language, each read when first asked for.
type gramTables struct{ short, long func() *grams }

// gramsOf are the tables of all languages, by code.
var gramsOf = sync.OnceValue(func() map[string]gramTables {
	out := map[string]gramTables{}
	for code := range models() {
		out[code] = gramTables{
			short: sync.OnceValue(func() *grams { return readGrams(code, 1, shortGram) }),
			long:  sync.OnceValue(func() *grams { return readGrams(code, shortGram+1, longestGram) }),
		}
	}
	return out
})

// readGrams reads lingua's runs of some lengths. It panics on files that it does
// not understand: they are part of the program.
func readGrams(code string, from, to int) *grams {
	var list []gram
	for n := from; n <= to; n++ {
		data, err := linguaFiles.ReadFile(fmt.Sprintf("language-models/%s/%s.pb.bin.zip", strings.ToLower(code), linguaNames[n]))
		if err != nil {
			continue // lingua has none
		}
		if list, err = appendGrams(list, data); err != nil {
			panic(fmt.Sprintf("lingua's %s of %s: %v", linguaNames[n], code, err))
		}
	}
	return newGrams(list)
}

// appendGrams reads one of lingua's files: a zip of one file, a message of sets
// (field 4) of runs (field 2) that have one chance (field 1).
func appendGrams(list []gram, data []byte) ([]gram, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	f, err := z.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	message, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	err = eachField(message, func(field protowire.Number, set []byte) error {
		if field != 4 {
			return nil
		}
		first, chance := len(list), 0.
		err := eachField(set, func(field protowire.Number, value []byte) error {
			switch field {
			case 1:
				chance = math.Float64frombits(binary.LittleEndian.Uint64(value))
			case 2:
				list = append(list, gram{hash: xxh3.Hash(value)})
			}
			return nil
		})
		cost := uint16(min(math.MaxUint16, math.Round(-math.Log(chance)*gramUnit)))
		for i := range list[first:] {
			list[first+i].cost = cost
		}
		return err
	})
	return list, err
}

// eachField calls do for the fields of a message, with the bytes of their values.
func eachField(message []byte, do func(field protowire.Number, value []byte) error) error {
	for len(message) > 0 {
		field, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return protowire.ParseError(n)
		}
		message = message[n:]
		size := protowire.ConsumeFieldValue(field, kind, message)
		if size < 0 {
			return protowire.ParseError(size)
		}
		value := message[:size]
		if kind == protowire.BytesType {
			value, _ = protowire.ConsumeBytes(value)
		}
		if err := do(field, value); err != nil {
			return err
		}
		message = message[size:]
	}
	return nil
}
