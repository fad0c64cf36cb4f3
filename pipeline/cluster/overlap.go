package cluster

import "math/bits"

// A Print is the distinct shingles of a text, and where they stand in it.
type Print struct {
	list  []printed // by hash
	all   int       // shingles, repeated ones counted each time
	units int
}

type printed struct {
	hash        uint64
	first, last int32
}

// Print makes the print of a body: of all its shingles, not of a sample.
func (c Config) Print(b Body) *Print {
	cut := sketchRooms.Get().(*sketchRoom)
	defer sketchRooms.Put(cut)
	c.cut(cut, b.Text)
	return printOf(cut.kept)
}

// Print makes the print of the document whose sketch has number n; nil where its
// words are not at hand any more.
func (s *Shelf) Print(n int32) *Print {
	units := s.stock.get(n)
	if units == nil {
		return nil
	}
	return printOf(units)
}

// printOf makes the print of a text by its kept words.
func printOf(units []unit) *Print {
	r := placeRooms.Get().(*placeRoom)
	defer placeRooms.Put(r)
	r.addShingles(units)
	places := r.sort()
	p := &Print{all: len(places), units: len(units), list: make([]printed, 0, distinct(places))}
	for _, x := range places {
		if n := len(p.list); n > 0 && p.list[n-1].hash == x.hash {
			p.list[n-1].last = x.at
			continue
		}
		p.list = append(p.list, printed{x.hash, x.at, x.at})
	}
	return p
}

// Len is the number of distinct shingles.
func (p *Print) Len() int { return len(p.list) }

// An Overlap is what two texts have in common.
type Overlap struct {
	Both, A, B int     // distinct shingles of both, of each
	SpanA      float64 // share of A from the first to the last of them
	SpanB      float64
}

// Jaccard is the shingles of both as a share of those of either; 1 for two
// texts that have none.
func (o Overlap) Jaccard() float64 { return ratio(o.Both, o.A+o.B-o.Both) }

// InB is the share of A's shingles that B has.
func (o Overlap) InB() float64 { return ratio(o.Both, o.A) }

// InA is the share of B's shingles that A has.
func (o Overlap) InA() float64 { return ratio(o.Both, o.B) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Overlap compares two prints in one pass.
func (p *Print) Overlap(q *Print) Overlap {
	o := Overlap{A: len(p.list), B: len(q.list)}
	a, b := newSpread(p.units), newSpread(q.units)
	for i, j := 0, 0; i < len(p.list) && j < len(q.list); {
		switch x, y := &p.list[i], &q.list[j]; {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			a.add(x)
			b.add(y)
			o.Both, i, j = o.Both+1, i+1, j+1
		}
	}
	o.SpanA, o.SpanB = a.of(p.all), b.of(q.all)
	return o
}

// spread is where the places of some shingles begin and end: no two shingles
// have one of them in common, and a bit stands for each. The outermost hundredth
// on each side is left out: a chance phrase stands anywhere.
type spread struct {
	first, last []uint64
	n           int
}

func newSpread(units int) *spread {
	n := (units + 63) / 64
	return &spread{first: make([]uint64, n), last: make([]uint64, n)}
}

func (s *spread) add(x *printed) {
	s.first[x.first/64] |= 1 << (x.first % 64)
	s.last[x.last/64] |= 1 << (x.last % 64)
	s.n++
}

// strayShare is the share of common shingles that may stand anywhere.
const strayShare = 100

func (s *spread) of(all int) float64 {
	if s.n == 0 || all == 0 {
		return 0
	}
	k := s.n / strayShare
	return float64(nthSet(s.last, s.n-1-k)-nthSet(s.first, k)+1) / float64(all)
}

// nthSet is the place of bit n of those that are set.
func nthSet(words []uint64, n int) int {
	for i, w := range words {
		if c := bits.OnesCount64(w); n >= c {
			n -= c
			continue
		}
		for ; n > 0; n-- {
			w &= w - 1
		}
		return i*64 + bits.TrailingZeros64(w)
	}
	return len(words) * 64
}
