package scratch

import "math/bits"

// A Register numbers names of 64 bits from 0, in the order in which they come.
// The zero Register must be reset before it is used.
type Register struct {
	slots []int32 // numbers plus one, 0 where a slot is free; a power of two of them, at most half of them taken
	shift int
	names []uint64 // by number
}

// Reset empties the register and makes room for so many names.
func (r *Register) Reset(names int) *Register {
	size := bits.Len(uint(2*names | 15))
	r.slots, r.shift, r.names = Cells(r.slots, 1<<size), 64-size, r.names[:0]
	return r
}

// Len is how many names there are.
func (r *Register) Len() int { return len(r.names) }

// Name is the name that has a number.
func (r *Register) Name(number int) uint64 { return r.names[number] }

// Number gives the number of a name.
func (r *Register) Number(name uint64) int32 {
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

// Find gives the number of a name, or -1 if it has none.
func (r *Register) Find(name uint64) int32 {
	for at := int(name * 0x9E3779B97F4A7C15 >> r.shift); ; at = (at + 1) & (len(r.slots) - 1) {
		if n := r.slots[at]; n == 0 || r.names[n-1] == name {
			return n - 1
		}
	}
}

// add puts a new name into a free slot.
func (r *Register) add(at int, name uint64) int32 {
	r.names = append(r.names, name)
	n := int32(len(r.names))
	if r.slots[at] = n; 2*len(r.names) > len(r.slots) {
		r.grow()
	}
	return n - 1
}

// grow makes more slots.
func (r *Register) grow() {
	names := r.names
	r.Reset(len(r.slots))
	for _, name := range names {
		r.Number(name)
	}
}
