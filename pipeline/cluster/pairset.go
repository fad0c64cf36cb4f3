package cluster

import "math/bits"

// A pairSet is a set of pairs of nodes, the first less than the second, in some ten
// bytes for each. It lies in many parts, which grow one at a time: what moves is
// twice in memory for a moment.
type pairSet struct {
	parts [256]pairPart
	count int
}

// A pairPart is an open table of pairs, as one number each; 0, which is no pair,
// marks what is free.
type pairPart struct {
	slots []uint64
	used  int
}

// pairPlace is the part of a pair, and a number that is spread evenly for its place
// there.
func pairPlace(x [2]int32) (key uint64, part int, spread uint64) {
	key = uint64(uint32(x[0]))<<32 | uint64(uint32(x[1]))
	h := key * 0x9E3779B97F4A7C15
	h = (h ^ h>>32) * 0xD6E8FEB86659FD93
	return key, int(h >> 56), h << 8
}

func (s *pairSet) has(x [2]int32) bool {
	key, part, spread := pairPlace(x)
	p := &s.parts[part]
	return len(p.slots) > 0 && p.slots[p.find(key, spread)] == key
}

// add adds a pair and reports whether it is new.
func (s *pairSet) add(x [2]int32) bool {
	key, part, spread := pairPlace(x)
	p := &s.parts[part]
	if 8*p.used >= 7*len(p.slots) {
		p.grow()
	}
	at := p.find(key, spread)
	if p.slots[at] == key {
		return false
	}
	p.slots[at] = key
	p.used++
	s.count++
	return true
}

// find is where a pair is, or would be.
func (p *pairPart) find(key, spread uint64) int {
	hi, _ := bits.Mul64(spread, uint64(len(p.slots)))
	for at := int(hi); ; at++ {
		if at == len(p.slots) {
			at = 0
		}
		if k := p.slots[at]; k == key || k == 0 {
			return at
		}
	}
}

// grow makes a part larger by a fourth.
func (p *pairPart) grow() {
	old := p.slots
	p.slots = make([]uint64, len(old)+len(old)/4+16)
	for _, key := range old {
		if key != 0 {
			_, _, spread := pairPlace([2]int32{int32(key >> 32), int32(uint32(key))})
			p.slots[p.find(key, spread)] = key
		}
	}
}
