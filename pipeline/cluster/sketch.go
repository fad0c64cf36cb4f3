package cluster

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/faded"
	"github.com/urtext/urtext/pipeline/token"
)

// The sample of a text's shingles: FracMinHash (Irber et al. 2022), every
// hash below 2^64/8, and never fewer than the 32 smallest.
const (
	sampleRate  = 8
	sampleLimit = math.MaxUint64 / sampleRate
	sampleFloor = 32
)

// A Sketch is what Group knows of a document without its text: some 2,500
// bytes for a page of 5 kB. Hashes are keyed with Config.Key.
type Sketch struct {
	Content [2]uint64 // of the text as read
	Stream  [2]uint64 // of the kept words in their order
	Samples []uint64  // sampled shingle hashes, ascending, distinct
	Limit   uint64    // every shingle hash up to here is sampled
	Set     []uint32  // the upper halves of all shingle hashes, ascending, distinct
	Words   int32     // words of the text, less what was cut
	Kept    int32     // words that are not function words
	Lone    int32     // of these, characters of scripts without spaces

	Language string
	Names    []Name   // rare tokens that survive translation, in the order of the text
	Sections []uint16 // characters of each paragraph, at most maxSections
	Series   Series

	Loss   float32  // share of the letters that are lost, 0 when the text is not faded
	Shapes []uint64 // of a faded text: sampled windows of the shapes of its words

	kept []unit // see Shelf.Sketch
}

// Sketch makes the sketch of a document whose stages have all run. The
// proposals to be cut are left out; the document is not changed. It may be
// called from many goroutines.
func (c Config) Sketch(d *corpus.Document) Sketch { return c.sketch(d, false) }

// sketch makes a sketch, with the kept words where they are asked for.
func (c Config) sketch(d *corpus.Document, withWords bool) Sketch {
	body := NewBody(d)
	read := xxh3.HashString128Seed(d.Draft.Read, c.Key)
	s := Sketch{Content: [2]uint64{read.Hi, read.Lo}, Language: d.Language}
	r := sketchRooms.Get().(*sketchRoom)
	defer sketchRooms.Put(r)
	c.cut(r, body.Text)
	s.Words, s.Kept, s.Lone = int32(len(r.words)), int32(len(r.kept)), int32(r.lone)
	if s.Stream = streamHash(r.kept); withWords {
		s.kept = slices.Clone(r.kept)
	}
	all, set := r.shingles(r.kept)
	s.Samples, s.Limit = sample(all)
	s.Set = set
	if !c.CopiesOnly {
		s.Names = c.names(body.Text, r.words, r.kept)
		s.Sections = sections(body.Text)
	}
	if !c.CopiesOnly || body.Pages {
		s.Series = c.series(d, body)
	}
	if s.Loss = float32(faded.Loss(body.Text)); s.Loss > 0 {
		s.Shapes = faded.Sample(body.Text, c.Key)
	}
	return s
}

// A sketchRoom is what a text is cut into while it is sketched. The next text
// takes the same memory.
type sketchRoom struct {
	words       []token.Span
	hashes      []uint64 // of the words
	kept        []unit
	lone        int      // of these, characters of scripts without spaces
	all, sorted []uint64 // shingles
	ends        []int32  // of the parts by which they are sorted
}

var sketchRooms = sync.Pool{New: func() any { return new(sketchRoom) }}

func streamHash(units []unit) [2]uint64 {
	h := xxh3.New()
	var buf [512]byte
	n := 0
	for _, u := range units {
		binary.LittleEndian.PutUint64(buf[n:], u.hash)
		if n += 8; n == len(buf) {
			h.Write(buf[:])
			n = 0
		}
	}
	h.Write(buf[:n])
	sum := h.Sum128()
	return [2]uint64{sum.Hi, sum.Lo}
}

// sample returns the sampled ones of a text's shingle hashes, and the limit
// below which the sample is whole. Hashes are ascending and distinct.
func sample(all []uint64) ([]uint64, uint64) {
	n, _ := slices.BinarySearch(all, sampleLimit)
	switch {
	case n >= sampleFloor:
		return slices.Clone(all[:n]), sampleLimit
	case len(all) <= sampleFloor:
		return slices.Clone(all), math.MaxUint64
	}
	return slices.Clone(all[:sampleFloor]), max(all[sampleFloor-1], sampleLimit)
}

// scale is how many units of this text stand for one kept word: characters
// carry less than words.
func scale(lone, kept int) float64 {
	if kept == 0 {
		return 1
	}
	return 1 + 2*float64(lone)/float64(kept)
}
