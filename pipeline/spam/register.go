package spam

import "math/bits"

// A register numbers names of 64 bits from 0, in the order in which they
// come: pairs and threes of words are counted in slices by their numbers.
type register struct {
	slots []registered // a power of two of them, at most half of them taken
	shift int
	n     int32
}

type registered struct {
	name   uint64
	number int32 // plus one; 0 where the slot is free
}

// reset empties the register and makes room for so many names.
func (r *register) reset(names int) *register {
	size := bits.Len(uint(2*names | 15))
	r.slots, r.shift, r.n = cells(r.slots, 1<<size), 64-size, 0
	return r
}

// cells gives n cells that are zero, of the old ones if they are enough.
func cells[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// number gives the number of a name.
func (r *register) number(name uint64) int32 {
	at := int(name * 0x9E3779B97F4A7C15 >> r.shift) // Knuth's multiplicative hash
	for r.slots[at].number > 0 && r.slots[at].name != name {
		at = (at + 1) & (len(r.slots) - 1)
	}
	if r.slots[at].number == 0 {
		r.n++
		r.slots[at] = registered{name, r.n}
	}
	return r.slots[at].number - 1
}

// pairName is the name of two words by their keys or stems.
func pairName(a, b int32) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

// noThree is the number of a place where no three of a sentence begins.
const noThree = -1

// threes numbers the threes of words of all sentences, numbers alike: by word,
// the number of the three that begins with it. Once is enough for a page.
func (p *page) threes() (numbers []int32, distinct int) {
	if p.distinct > 0 || len(p.words) == 0 {
		return p.threeOf, p.distinct
	}
	p.threeOf = cells(p.threeOf, len(p.words))
	pairs, threes := p.registers[0].reset(len(p.words)), p.registers[1].reset(len(p.words))
	for _, s := range p.sentences {
		for i := s.from; i < s.to; i++ {
			if p.threeOf[i] = noThree; i+2 < s.to {
				p.threeOf[i] = threes.number(pairName(pairs.number(pairName(p.likened(i), p.likened(i+1))), p.likened(i+2)))
			}
		}
	}
	p.distinct = max(1, int(threes.n)) // so that it is not done again where there is none
	return p.threeOf, p.distinct
}

// likened is the key of a word, all numbers alike.
func (p *page) likened(i int) int32 {
	if p.words[i].is(numeral) {
		return -1
	}
	return p.words[i].key
}
