package store

import "math"

// offsets is a list of ascending places in a file, in pieces: a list of millions that
// grows is twice in memory for a moment. A place takes four bytes.
type offsets struct {
	chunks []stretch // of offsetChunk places each but the last
	n      int
}

const offsetChunk = 1 << 12

// A stretch of places tells how far each is from the first, or, where one is too far
// for that, all as they are.
type stretch struct {
	first int64
	near  []uint32
	far   []int64
}

func (o *offsets) add(at int64) {
	if o.n%offsetChunk == 0 {
		o.chunks = append(o.chunks, stretch{first: at, near: make([]uint32, 0, offsetChunk)})
	}
	o.chunks[len(o.chunks)-1].add(at)
	o.n++
}

func (s *stretch) add(at int64) {
	if s.far == nil && at-s.first <= math.MaxUint32 {
		s.near = append(s.near, uint32(at-s.first))
		return
	}
	if s.far == nil {
		s.far = make([]int64, len(s.near), offsetChunk)
		for i := range s.near {
			s.far[i] = s.at(i)
		}
		s.near = nil
	}
	s.far = append(s.far, at)
}

func (s *stretch) at(i int) int64 {
	if s.near != nil {
		return s.first + int64(s.near[i])
	}
	return s.far[i]
}

func (o *offsets) at(i int) int64 { return o.chunks[i/offsetChunk].at(i % offsetChunk) }

func (o *offsets) last() int64 { return o.at(o.n - 1) }
