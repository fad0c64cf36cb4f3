package token

import "math/bits"

// A Table finds keys of words among those it was made of. Of a key of up to
// sixteen bytes, which most are, it compares two numbers: two loads that cover
// the key and overlap, and its length. Most keys are none of them, which the
// tags tell, that stay in the processor's cache where the slots would not.
type Table struct {
	tags    []uint8 // by slot: bits of the hash, 0 where the slot is free
	slots   []entry // open addressing; a power of two of them, at most half of them taken
	shift   int
	long    map[string]int32 // the longer ones
	longest int
}

type entry struct {
	first, last uint64
	length      int32
	place       int32
}

// shortKey is how many bytes two loads cover.
const shortKey = 16

// NewTable makes a table of different keys.
func NewTable(keys []string) *Table {
	size := bits.Len(uint(2*len(keys) | 7))
	t := &Table{tags: make([]uint8, 1<<size), slots: make([]entry, 1<<size), shift: 64 - size}
	for i, key := range keys {
		t.longest = max(t.longest, len(key))
		if len(key) > shortKey {
			if t.long == nil {
				t.long = map[string]int32{}
			}
			t.long[key] = int32(i)
			continue
		}
		first, last := loads(key)
		at, tag := t.at(first, last)
		for t.tags[at] > 0 {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.tags[at], t.slots[at] = tag, entry{first, last, int32(len(key)), int32(i)}
	}
	return t
}

// Find returns the place of a key among those the table was made of, -1 for
// any other.
func (t *Table) Find(key string) int { return find(t, key) }

// FindWord is Find for the key of a word, which for a short word of ASCII
// letters need not be made.
func (t *Table) FindWord(word string) int {
	if len(word) <= shortKey {
		if first, last := loads(word); (first|last)&highs == 0 {
			return t.find(lowered(first), lowered(last), len(word))
		}
	}
	var buf [64]byte
	return find(t, AppendKey(buf[:0], word))
}

// lowered makes the letters of eight ASCII bytes small.
func lowered(x uint64) uint64 {
	return x | ((x+(0x80-'A')*ones)&^(x+(0x7F-'Z')*ones)&highs)>>2
}

func find[T string | []byte](t *Table, key T) int {
	if len(key) > t.longest {
		return -1
	}
	if len(key) > shortKey {
		if i, ok := t.long[string(key)]; ok {
			return int(i)
		}
		return -1
	}
	first, last := loads(key)
	return t.find(first, last, len(key))
}

// find looks for a short key, given by its loads and its length.
func (t *Table) find(first, last uint64, length int) int {
	for at, tag := t.at(first, last); ; at = (at + 1) & (len(t.tags) - 1) {
		switch t.tags[at] {
		case 0:
			return -1
		case tag:
			if e := &t.slots[at]; e.first == first && e.last == last && int(e.length) == length {
				return int(e.place)
			}
		}
	}
}

// at is the slot to begin with and the tag of a key.
func (t *Table) at(first, last uint64) (slot int, tag uint8) {
	hash := (first ^ bits.RotateLeft64(last*0x9E3779B97F4A7C15, 29)) * 0x9E3779B97F4A7C15
	return int(hash >> t.shift), uint8(hash>>(t.shift-8)) | 1
}

// loads gives the bytes of a short key, in two numbers.
func loads[T string | []byte](s T) (first, last uint64) {
	n := len(s)
	switch {
	case n >= 8:
		return load8(s[:8]), load8(s[n-8:])
	case n >= 4:
		return load4(s[:4]), load4(s[n-4:])
	case n > 0:
		return uint64(s[0]) | uint64(s[n/2])<<8, uint64(s[n-1])
	}
	return 0, 0
}

func load8[T string | []byte](s T) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load4[T string | []byte](s T) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
