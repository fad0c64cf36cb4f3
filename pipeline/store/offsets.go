package store

// offsets is a list of places in a file, in pieces: a list of millions that grows
// is twice in memory for a moment.
type offsets struct {
	chunks [][]int64 // of offsetChunk each but the last
	n      int
}

const offsetChunk = 1 << 12

func (o *offsets) add(at int64) {
	if o.n%offsetChunk == 0 {
		o.chunks = append(o.chunks, make([]int64, 0, offsetChunk))
	}
	last := &o.chunks[len(o.chunks)-1]
	*last = append(*last, at)
	o.n++
}

func (o *offsets) at(i int) int64 { return o.chunks[i/offsetChunk][i%offsetChunk] }

func (o *offsets) last() int64 { return o.at(o.n - 1) }
