package spam

import "github.com/urtext/urtext/pipeline/scratch"

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
	p.times = p.numbers.Take(len(p.words))
	said := p.likenedTimes()
	threes := p.register.Reset(len(p.words) / 2)
	for _, s := range p.sentences {
		name, single := uint64(0), s.from // behind the last word that stands once
		for i := s.from; i < s.to; i++ {
			p.threeOf[i] = noThree
			like := p.likened(i)
			if name = name<<threeShift ^ uint64(like+1); said[like+1] < 2 {
				single = i + 1
			}
			switch {
			case i-2 < s.from:
			case i-2 < single:
				p.threeOf[i-2] = oneThree
			default:
				number := threes.Number(name & (1<<(3*threeShift) - 1))
				p.threeOf[i-2] = number
				p.times[number]++
			}
		}
	}
	p.times = p.times[:threes.Len()]
	p.countRepeats()
	return p.threeOf, p.times
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

// likenedTimes counts, by key plus one, how often the page has a word, all numbers
// alike.
func (p *page) likenedTimes() []int32 {
	said := p.numbers.Take(len(p.keys) + 1)
	for i := range p.words {
		said[p.likened(i)+1]++
	}
	return said
}

// threeShift is how many bits of a key the name of a three has. Only pages of
// two million different words and more may give two threes one name.
const threeShift = 21

// likened is the key of a word, all numbers alike.
func (p *page) likened(i int) int32 {
	if p.words[i].is(numeral) {
		return -1
	}
	return p.words[i].key
}
