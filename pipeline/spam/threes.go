package spam

import (
	"math/bits"

	"github.com/urtext/urtext/pipeline/scratch"
)

// pairName is the name of two words by their keys or stems.
func pairName(a, b int32) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

// noThree is the number of a place where no three of a sentence begins, and oneThree
// that of a three that stands once, as most do.
const noThree, oneThree = -1, -2

// threes numbers the threes of words of all sentences, numbers alike, those that
// stand once left out: by word, the number of the three that begins with it, and by
// number how often it stands. Once is enough for a page.
func (p *page) threes() (numbers, times []int32) {
	if len(p.threeOf) > 0 || len(p.words) == 0 {
		return p.threeOf, p.times
	}
	p.threeOf = scratch.Cells(p.threeOf, len(p.words))
	met := p.strewThrees()
	p.times = p.numbers.Take(len(p.words))
	threes := p.register.Reset(len(p.words) / 4)
	for i, place := range p.threeOf {
		switch {
		case place == noThree:
		case met[place] < 2: // most of them
			p.threeOf[i] = oneThree
		default:
			name := p.likened(i)<<(2*threeShift) ^ p.likened(i+1)<<threeShift ^ p.likened(i+2)
			name &= 1<<(3*threeShift) - 1
			number := threes.Number(name)
			p.threeOf[i] = number
			p.times[number]++
		}
	}
	p.times = p.times[:threes.Len()]
	p.countRepeats()
	return p.threeOf, p.times
}

// strewThrees counts threes up to two in so many places, of which it notes that of each,
// that two different ones are seldom in one.
func (p *page) strewThrees() (met []uint8) {
	size := bits.Len(uint(len(p.words))) + 3
	met = p.bytes.Take(1 << size)
	for _, s := range p.sentences {
		name := uint64(0)
		for i := s.from; i < s.to; i++ {
			p.threeOf[i] = noThree
			if name = name<<threeShift ^ p.likened(i); i-2 >= s.from {
				place := name << (64 - 3*threeShift) * 0x9E3779B97F4A7C15 >> (64 - size)
				met[place] = min(met[place]+1, 2)
				p.threeOf[i-2] = int32(place)
			}
		}
	}
	return met
}

// countRepeats counts, by sentence, the threes that stand elsewhere too, and takes the
// numbers from the others.
func (p *page) countRepeats() {
	p.repeats = p.numbers.Take(len(p.sentences))
	for k, s := range p.sentences {
		threes := threesOf(p.threeOf, s)
		for i, t := range threes {
			switch {
			case t < 0:
			case p.times[t] > 1:
				p.repeats[k]++
			default:
				threes[i] = oneThree
			}
		}
	}
}

// threeShift is how many bits of a key the name of a three has. Only pages of
// two million different words and more may give two threes one name.
const threeShift = 21

// likened is the key of a word plus one, 0 for any number. No processor foresees
// which words are numbers.
func (p *page) likened(i int) uint64 {
	w := &p.words[i]
	return uint64(w.key+1) & uint64(w.class.one(numeral)-1)
}
