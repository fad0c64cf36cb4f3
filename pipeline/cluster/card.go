package cluster

import (
	"fmt"
	"math"
)

// A card is what stays in memory of a sketch: 36 bytes, for there are millions.
// Where its lists lie in the piles the cards of its chunk tell together.
type card struct {
	Kept, Lone int32
	Loss       float32

	samples  uint32 // end of its list in Shelf.samples, from the beginning of its chunk's on
	set      uint32 // the same in Shelf.sets
	facts    uint32 // and in Shelf.facts: names, then sections, four to a word
	extra    uint32 // place in Shelf.extras, from 1 on; 0 for none
	sections uint16
	language uint16
	worded   bool // it has words
	whole    bool // every shingle is sampled
}

// An extra is what some documents have besides: of pages in a crawl most, but the
// lists few.
type extra struct {
	series Series // without its heads
	lists  *lists
}

type lists struct{ heads, shapes []uint64 }

// cardChunk is how many cards lie in one piece: a list of millions that grows
// is twice in memory for a moment. So many fill the pages that they are given.
const cardChunk = 2048

// A chunk is cards, and where the lists of the first begin in the piles.
type chunk struct {
	samples, sets, facts uint64
	cards                []card
}

// keep adds a card, whose lists have just been added to the piles, and returns its
// number.
func (s *Shelf) keep(c card, samples, sets, facts span) (int, error) {
	if s.count%cardChunk == 0 {
		s.tighten()
		s.chunks = append(s.chunks, chunk{samples.at(), sets.at(), facts.at(), make([]card, 0, cardChunk)})
	}
	last := &s.chunks[len(s.chunks)-1]
	ends := [3]uint64{samples.end() - last.samples, sets.end() - last.sets, facts.end() - last.facts}
	if max(ends[0], ends[1], ends[2]) > math.MaxUint32 {
		return 0, fmt.Errorf("%d documents have %d numbers: too many", len(last.cards), ends)
	}
	c.samples, c.set, c.facts = uint32(ends[0]), uint32(ends[1]), uint32(ends[2])
	last.cards = append(last.cards, c)
	s.count++
	return s.count - 1, nil
}

// card is the card of a sketch, given by its number.
func (s *Shelf) card(n int32) *card { return &s.chunks[n/cardChunk].cards[n%cardChunk] }

// samplesOf is where the samples of a sketch lie, setOf where its set does, and
// namesOf its facts.
func (s *Shelf) samplesOf(n int32) span {
	k := &s.chunks[n/cardChunk]
	return k.span(n, k.samples, func(c *card) uint32 { return c.samples })
}

func (s *Shelf) setOf(n int32) span {
	k := &s.chunks[n/cardChunk]
	return k.span(n, k.sets, func(c *card) uint32 { return c.set })
}

func (s *Shelf) namesOf(n int32) span {
	k := &s.chunks[n/cardChunk]
	return k.span(n, k.facts, func(c *card) uint32 { return c.facts })
}

// span is the list of a card whose chunk's lists begin at first and end as end says.
func (k *chunk) span(n int32, first uint64, end func(*card) uint32) span {
	from, i := uint32(0), n%cardChunk
	if i > 0 {
		from = end(&k.cards[i-1])
	}
	return spanOf(first+uint64(from), uint64(end(&k.cards[i])-from))
}

// keepExtra keeps what a sketch has besides and returns its place, 0 where it has
// nothing.
func (s *Shelf) keepExtra(sk *Sketch) uint32 {
	if !sk.Series.any() && len(sk.Shapes) == 0 {
		return 0
	}
	x := extra{series: sk.Series}
	if x.series.Heads = nil; len(sk.Series.Heads)+len(sk.Shapes) > 0 {
		x.lists = &lists{sk.Series.Heads, sk.Shapes}
	}
	if s.extraCount%cardChunk == 0 {
		s.extras = append(s.extras, make([]extra, 0, cardChunk))
	}
	last := &s.extras[len(s.extras)-1]
	*last = append(*last, x)
	s.extraCount++
	return uint32(s.extraCount)
}

func (s *Shelf) extraOf(n int32) *extra {
	at := s.card(n).extra
	if at == 0 {
		return nil
	}
	return &s.extras[(at-1)/cardChunk][(at-1)%cardChunk]
}

// seriesOf is what is known of the pages that a document is one of.
func (s *Shelf) seriesOf(n int32) Series {
	x := s.extraOf(n)
	if x == nil {
		return Series{}
	}
	out := x.series
	if x.lists != nil {
		out.Heads = x.lists.heads
	}
	return out
}

// shapesOf are the sampled windows of a faded text.
func (s *Shelf) shapesOf(n int32) []uint64 {
	if x := s.extraOf(n); x != nil && x.lists != nil {
		return x.lists.shapes
	}
	return nil
}

// comparable reports whether the text is long enough to be told from another
// by its kept words.
func (c *card) comparable() bool {
	return c.Loss <= mostFaded && float64(c.Kept) >= leastKept*scale(int(c.Lone), int(c.Kept))
}

// shingles is the number of shingles of the text, near enough.
func (c *card) shingles() int { return max(0, int(c.Kept)-wideShingle+1) }
