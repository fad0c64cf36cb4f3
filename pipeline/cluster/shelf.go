package cluster

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/segment"
)

// A Shelf keeps the sketches of a run while its documents stream by: in
// memory a card of 36 bytes for each document, and, up to a
// budget, the samples and what is sorted by sampled hash; beyond the budget
// these lie on disk. Add may be called from many goroutines.
//
// Postings, a sampled hash and the number of a document that has it, are the
// only thing that links documents. They are sorted while documents are read
// and lie in segments (package segment) of the kind kindPostings under the
// version and the key of the sketches. A document is known in them by its
// number on the shelf, which never changes: segments of an earlier run can be
// merged with those of a later one that goes on counting where it ended.
type Shelf struct {
	dir     string
	budget  int64
	bound   int64 // the budget at first, where the caller names one
	few     int   // pairs, or nodes, that are not worth reading in order
	key     uint64
	workers int

	mu         sync.Mutex
	chunks     []chunk // of cardChunk cards each but the last
	count      int     // of cards
	extras     [][]extra
	extraCount int
	samples    pile
	sets       pile  // of shingles
	facts      pile  // names and sections
	stock      stock // of kept words
	codes      map[string]uint16
	names      []string // of languages, by code
	postings   *segment.Sorter[posting]
	contents   *segment.Sorter[imprint] // of all texts
	streams    *segment.Sorter[imprint] // of the kept words of those that have enough
}

// The kinds of segments.
const (
	kindPostings = iota + 1
	kindBonds
	kindLinks
	kindNear
	kindUses
	kindImprints
	kindShared
)

// Shares of the budget. What else grows with the number of documents are the
// cards and what the caller keeps.
const (
	defaultBudget = 1 << 30 // where the caller names none
	leastBudget   = 4 << 20
	fewToRead     = 1000
	sampleShare   = 8 // of the budget for samples, and as much for sets, for facts and for the stock
	sortShare     = 8 // for what is sorted at one time
	imprintShare  = 8 // of that for imprints, of which there are two for each document

	// documentBytes is what a document takes in memory, its card and what the caller
	// keeps; tightest is the part of the budget that is left to the rest, whatever
	// they take.
	documentBytes = 150
	tightest      = 8
)

// NewShelf makes an empty shelf that keeps its larger part within a budget of
// bytes, 0 for a default, and the rest in files in dir.
func (c Config) NewShelf(dir string, budget int64) *Shelf {
	bound := budget
	if budget <= 0 {
		bound, budget = 0, defaultBudget
	}
	s := &Shelf{bound: bound, dir: dir, few: fewToRead, key: c.Key, workers: max(1, c.Workers), codes: map[string]uint16{"": 0}, names: []string{""}}
	s.confine(max(budget, leastBudget))
	return s
}

// confine gives the parts of an empty shelf their shares of a budget.
func (s *Shelf) confine(budget int64) {
	s.budget = budget
	s.samples = pile{dir: s.dir, limit: budget / sampleShare / 8}
	s.sets = pile{dir: s.dir, limit: budget / sampleShare / 8}
	s.facts = pile{dir: s.dir, limit: budget / sampleShare / 8}
	s.stock = stock{room: budget / sampleShare / stockBytes}
	s.postings = newSorter(s, "postings", kindPostings, postingCodec())
	s.contents, s.streams = newSorter(s, "contents", kindImprints, imprintCodec()), newSorter(s, "streams", kindImprints, imprintCodec())
}

// newSorter makes a sorter within the budget of the shelf.
func newSorter[R any](s *Shelf, name string, kind uint32, codec segment.Codec[R]) *segment.Sorter[R] {
	size := int64(reflect.TypeFor[R]().Size())
	limit := int(s.budget / sortShare / size / 2) // twice: a full list is sorted while another fills
	if kind == kindImprints {
		limit /= imprintShare // there are few
	}
	return segment.NewSorter(s.dir, name, segment.Label{Kind: kind, Version: Version, Key: s.key}, codec, limit, s.workers)
}

// Len is the number of sketches.
func (s *Shelf) Len() int { return s.count }

// tighten takes from what can lie on disk what millions of documents take beyond
// half as much as the budget.
func (s *Shelf) tighten() {
	left := max(s.bound+s.bound/2-int64(s.count)*documentBytes, s.bound/tightest, leastBudget/tightest)
	if s.bound == 0 || left >= s.budget {
		return
	}
	s.budget = left
	for _, p := range []*pile{&s.samples, &s.sets, &s.facts} {
		p.limit = left / sampleShare / 8
	}
}

// Written is the bytes on disk.
func (s *Shelf) Written() int64 {
	return s.samples.written + s.sets.written + s.facts.written + s.postings.Written() + s.contents.Written() + s.streams.Written()
}

// Close removes the files.
func (s *Shelf) Close() error {
	return errors.Join(s.samples.close(), s.sets.close(), s.facts.close(), s.postings.Close(), s.contents.Close(), s.streams.Close())
}

// Add keeps a sketch and returns its number, from 0 on.
func (s *Shelf) Add(sk *Sketch) (int, error) {
	c := card{worded: sk.Words > 0, Kept: sk.Kept, Lone: sk.Lone, Loss: sk.Loss, sections: uint16(len(sk.Sections)), whole: sk.Limit == math.MaxUint64}
	n, err := s.lay(c, sk)
	if err == nil {
		err = s.contents.Add(imprint{sk.Content, uint32(n)})
	}
	if err == nil && c.worded && c.comparable() {
		err = s.streams.Add(imprint{sk.Stream, uint32(n)})
	}
	if err != nil || len(sk.Samples) == 0 {
		return n, err
	}
	var buf [128]posting
	list := buf[:0]
	for _, h := range sk.Samples {
		list = append(list, posting{h, uint32(n)})
	}
	return n, s.postings.Add(list...)
}

// lay puts the lists of a sketch onto the piles, and its card beside the others.
func (s *Shelf) lay(c card, sk *Sketch) (int, error) {
	facts, set := packFacts(sk), packSet(sk.Set)
	s.mu.Lock()
	defer s.mu.Unlock()
	c.language, c.extra = s.code(sk.Language), s.keepExtra(sk)
	ofSamples, err := s.samples.add(sk.Samples)
	if err != nil {
		return 0, err
	}
	ofSet, err := s.sets.add(set)
	if err != nil {
		return 0, err
	}
	ofFacts, err := s.facts.add(facts)
	if err != nil {
		return 0, err
	}
	s.stock.add(sk.kept)
	return s.keep(c, ofSamples, ofSet, ofFacts)
}

func (s *Shelf) code(language string) uint16 {
	code, ok := s.codes[language]
	if !ok {
		code = uint16(len(s.names))
		s.codes[language] = code
		s.names = append(s.names, language)
	}
	return code
}

func (s Series) any() bool {
	return s.Key != 0 || s.Page != 0 || s.Marked || s.Opens || s.Breaks || s.Part != Part{} || s.Title != 0 || s.Path != 0 || s.Stamp != 0 || len(s.Heads) > 0
}

func packFacts(sk *Sketch) []uint64 {
	out := make([]uint64, 0, len(sk.Names)+(len(sk.Sections)+3)/4)
	for _, n := range sk.Names {
		out = append(out, uint64(n.Hash)<<16|uint64(n.At))
	}
	for i, n := range sk.Sections {
		if i%4 == 0 {
			out = append(out, 0)
		}
		out[len(out)-1] |= uint64(n) << (i % 4 * 16)
	}
	return out
}

// factsOf gives back the names and sections of a sketch, given by its number.
func (s *Shelf) factsOf(n int32) (names []Name, sections []uint16, err error) {
	return s.unpackFacts(s.card(n), s.namesOf(n))
}

func (s *Shelf) unpackFacts(c *card, at span) (names []Name, sections []uint16, err error) {
	words, err := s.facts.read(nil, at)
	if err != nil {
		return nil, nil, err
	}
	n := len(words) - (int(c.sections)+3)/4
	for _, w := range words[:n] {
		names = append(names, Name{uint32(w >> 16), uint16(w)})
	}
	for i := range int(c.sections) {
		sections = append(sections, uint16(words[n+i/4]>>(i%4*16)))
	}
	return names, sections, nil
}

func (s *Shelf) languageOf(c *card) string { return s.names[c.language] }

// viewSamples reads the samples of one card after the other.
func (s *Shelf) viewSamples() *viewer { return &viewer{of: &s.samples} }

// posting is one sampled shingle of one document: its number on the shelf.
type posting struct {
	hash uint64
	doc  uint32
}

// postingCodec stores a posting as the difference of its hash to the one
// before and its document, varints: 8 to 9 bytes in a segment of millions.
func postingCodec() segment.Codec[posting] {
	return segment.Codec[posting]{
		Append: func(dst []byte, before, r posting) []byte {
			dst = binary.AppendUvarint(dst, r.hash-before.hash)
			return binary.AppendUvarint(dst, uint64(r.doc))
		},
		Next: func(src []byte, before posting) (posting, []byte, bool) {
			d, n := binary.Uvarint(src)
			if n <= 0 {
				return before, src, false
			}
			doc, m := binary.Uvarint(src[n:])
			return posting{before.hash + d, uint32(doc)}, src[n+max(m, 0):], m > 0 && doc>>32 == 0
		},
		Compare: comparePostings,
		Sort:    sortPostings,
	}
}

func sameHash(a, b posting) bool { return a.hash == b.hash }

func comparePostings(a, b posting) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(a.doc, b.doc)
}

// leftToSort is how many postings are sorted by comparing.
const leftToSort = 24

// sortPostings sorts by the bytes of the hashes, which are spread evenly, in
// place: the first byte puts postings into 256 parts, and those go to the
// workers (American flag sort, McIlroy et al. 1993).
func sortPostings(list []posting, workers int) {
	if workers <= 1 || len(list) < 1<<14 {
		flagSort(list, 56)
		return
	}
	ends := flag(list, 56)
	parts := make(chan []posting, 256)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for part := range parts {
				flagSort(part, 48)
			}
		})
	}
	from := 0
	for _, end := range ends {
		parts <- list[from:end]
		from = end
	}
	close(parts)
	wg.Wait()
}

func flagSort(list []posting, shift int) {
	if len(list) <= leftToSort || shift < 0 {
		slices.SortFunc(list, comparePostings)
		return
	}
	if span := list[0].hash ^ list[len(list)-1].hash; span == 0 && oneHash(list) {
		slices.SortFunc(list, comparePostings)
		return
	}
	from := 0
	for _, end := range flag(list, shift) {
		flagSort(list[from:end], shift-8)
		from = end
	}
}

func oneHash(list []posting) bool {
	return !slices.ContainsFunc(list, func(x posting) bool { return x.hash != list[0].hash })
}

// flag puts postings into the order of one byte of their hashes and returns
// where each of the 256 parts ends.
func flag(list []posting, shift int) (ends [256]int) {
	var next [256]int
	for _, x := range list {
		ends[byte(x.hash>>shift)]++
	}
	sum := 0
	for i, n := range ends {
		next[i] = sum
		sum += n
		ends[i] = sum
	}
	for b := range 256 {
		for next[b] < ends[b] {
			x := list[next[b]]
			for k := byte(x.hash >> shift); k != byte(b); k = byte(x.hash >> shift) {
				list[next[k]], x = x, list[next[k]]
				next[k]++
			}
			list[next[b]] = x
			next[b]++
		}
	}
	return ends
}
