package cluster

import "slices"

// A Print is the distinct shingles of a text, and where they stand in it.
type Print struct {
	list []printed // by hash
	all  int       // shingles, repeated ones counted each time
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
	r := placeRooms.Get().(*placeRoom)
	defer placeRooms.Put(r)
	r.addShingles(cut.kept)
	places := r.sort()
	p := &Print{all: len(places), list: make([]printed, 0, distinct(places))}
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
	a, b := newSpread(), newSpread()
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

// spread is where the places of some shingles begin and end. The outermost
// hundredth on each side is left out: a chance phrase stands anywhere.
type spread struct{ first, last []int32 }

func newSpread() *spread { return &spread{} }

func (s *spread) add(x *printed) {
	s.first, s.last = append(s.first, x.first), append(s.last, x.last)
}

// strayShare is the share of common shingles that may stand anywhere.
const strayShare = 100

func (s *spread) of(all int) float64 {
	n := len(s.first)
	if n == 0 || all == 0 {
		return 0
	}
	slices.Sort(s.first)
	slices.Sort(s.last)
	k := n / strayShare
	return float64(s.last[n-1-k]-s.first[k]+1) / float64(all)
}
