package corpus

import (
	"iter"
	"math/bits"
	"slices"
)

// Variants are the entries of an apparatus as they are kept until they are written.
// Of thousands of copies the entries name nearly all again and again, and the names
// would be many times their texts: here a reading has a set of numbers.
type Variants struct {
	IDs  []string // of the witnesses, sorted: their numbers are their places here
	List []Variant
}

// A Variant is an Entry.
type Variant struct {
	Start, End int
	Readings   []Attested
	Rule       string
	Confidence float64
}

// Attested is a Reading.
type Attested struct {
	Text   string
	Who    Crowd
	Weight float64
}

// Entries yields the entries, each made when it is asked for.
func (v Variants) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, x := range v.List {
			e := Entry{Start: x.Start, End: x.End, Rule: x.Rule, Confidence: x.Confidence, Readings: make([]Reading, len(x.Readings))}
			for i, r := range x.Readings {
				ids := make([]string, 0, r.Who.Len())
				for w := range r.Who.All() {
					ids = append(ids, v.IDs[w])
				}
				e.Readings[i] = Reading{Text: r.Text, Witnesses: ids, Weight: r.Weight}
			}
			if !yield(e) {
				return
			}
		}
	}
}

// Named counts the witnesses that all readings name.
func (v Variants) Named() (n int) {
	for _, x := range v.List {
		for _, r := range x.Readings {
			n += r.Who.Len()
		}
	}
	return n
}

// A Crowd is a set of numbers of witnesses.
type Crowd struct {
	few  []int32  // ascending
	many []uint64 // one bit a witness, where they are many
}

// crowdShare is one in how many of all witnesses make a list of numbers as large as a
// set of bits.
const crowdShare = 32

// NewCrowd makes the set of some of n numbers, given in any order, which it sorts.
func NewCrowd(some []int32, n int) (c Crowd) {
	if crowdShare*len(some) < n {
		slices.Sort(some)
		c.few = slices.Clip(some)
		return c
	}
	c.many = make([]uint64, (n+63)/64)
	for _, w := range some {
		c.many[w>>6] |= 1 << (w & 63)
	}
	return c
}

// Len is how many are in the set.
func (c Crowd) Len() int {
	n := len(c.few)
	for _, x := range c.many {
		n += bits.OnesCount64(x)
	}
	return n
}

// All yields the numbers, ascending.
func (c Crowd) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, w := range c.few {
			if !yield(int(w)) {
				return
			}
		}
		for i, x := range c.many {
			for ; x != 0; x &= x - 1 {
				if !yield(i<<6 + bits.TrailingZeros64(x)) {
					return
				}
			}
		}
	}
}
