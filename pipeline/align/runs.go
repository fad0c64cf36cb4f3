package align

// runs numbers the runs of words of one text after another by their hashes, in
// an open-addressed table whose memory the next text takes again.
type runs struct {
	slots []numbered // a power of two, at most half of them taken
	n     int32
}

// A numbered run has its number and one more; the zero slot is free.
type numbered struct {
	hash uint64
	more int32
}

// leastSlots is the size of the smallest table.
const leastSlots = 64

// reset forgets all runs and makes room for n of them.
func (r *runs) reset(n int) {
	size := leastSlots
	for size < 2*n {
		size *= 2
	}
	if cap(r.slots) < size {
		r.slots = make([]numbered, size)
	} else {
		r.slots = r.slots[:size]
		clear(r.slots)
	}
	r.n = 0
}

// slot finds where a run stands or would stand.
func (r *runs) slot(hash uint64) *numbered {
	mask := uint64(len(r.slots) - 1)
	for i := (hash ^ hash>>32) & mask; ; i = (i + 1) & mask {
		if s := &r.slots[i]; s.more == 0 || s.hash == hash {
			return s
		}
	}
}

// number returns the number of a run, the next one for one that is new.
func (r *runs) number(hash uint64) int32 {
	s := r.slot(hash)
	if s.more == 0 {
		if 2*int(r.n) >= len(r.slots) {
			r.grow()
			s = r.slot(hash)
		}
		r.n++
		*s = numbered{hash, r.n}
	}
	return s.more - 1
}

// find returns the number of a run, -1 for one that has none.
func (r *runs) find(hash uint64) int32 { return r.slot(hash).more - 1 }

func (r *runs) grow() {
	old := r.slots
	r.slots = make([]numbered, 2*len(old))
	for _, s := range old {
		if s.more > 0 {
			*r.slot(s.hash) = s
		}
	}
}
