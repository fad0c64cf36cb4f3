package spam

import "math/bits"

// A register numbers names of 64 bits from 0, in the order in which they
// come: pairs and threes of words are counted in slices by their numbers.
type register struct {
	slots []int32 // numbers plus one, 0 where a slot is free; a power of two of them, at most half of them taken
	shift int
	names []uint64 // by number
}

// reset empties the register and makes room for so many names.
func (r *register) reset(names int) *register {
	size := bits.Len(uint(2*names | 15))
	r.slots, r.shift, r.names = cells(r.slots, 1<<size), 64-size, r.names[:0]
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
	for {
		n := r.slots[at]
		if n == 0 {
			return r.add(at, name)
		}
		if r.names[n-1] == name {
			return n - 1
		}
		at = (at + 1) & (len(r.slots) - 1)
	}
}

// add puts a new name into a free slot.
func (r *register) add(at int, name uint64) int32 {
	r.names = append(r.names, name)
	n := int32(len(r.names))
	if r.slots[at] = n; 2*len(r.names) > len(r.slots) {
		r.grow()
	}
	return n - 1
}

// grow makes more slots.
func (r *register) grow() {
	names := r.names
	r.reset(len(r.slots))
	for _, name := range names {
		r.number(name)
	}
}

// pairName is the name of two words by their keys or stems.
func pairName(a, b int32) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

// noThree is the number of a place where no three of a sentence begins.
const noThree = -1

// threes numbers the threes of words of all sentences, numbers alike: by word,
// the number of the three that begins with it, and by number how often it
// stands. Once is enough for a page.
func (p *page) threes() (numbers, times []int32) {
	if len(p.threeOf) > 0 || len(p.words) == 0 {
		return p.threeOf, p.times
	}
	p.threeOf = cells(p.threeOf, len(p.words))
	p.times = p.numbers.Take(len(p.words))
	threes := p.register.reset(len(p.words))
	for _, s := range p.sentences {
		name := uint64(0)
		for i := s.from; i < s.to; i++ {
			p.threeOf[i] = noThree
			if name = name<<threeShift ^ uint64(p.likened(i)+1); i-2 >= s.from {
				number := threes.number(name & (1<<(3*threeShift) - 1))
				p.threeOf[i-2] = number
				p.times[number]++
			}
		}
	}
	p.times = p.times[:len(threes.names)]
	return p.threeOf, p.times
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
