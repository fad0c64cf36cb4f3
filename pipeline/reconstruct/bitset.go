package reconstruct

// A bitset is a set of small numbers. Nil is an empty one.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) add(i int)      { b[i>>6] |= 1 << (i & 63) }
func (b bitset) has(i int) bool { return b != nil && b[i>>6]>>(i&63)&1 != 0 }
