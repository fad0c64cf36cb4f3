package segment

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
)

// mostSegments is how many segments of one level a sorter keeps before it merges
// them into one of the next: each costs a block of memory and an open file. So a
// record is written once more for each power of it, however many there are.
const mostSegments = 64

// A Sorter sorts more records than fit into memory. Add may be called from
// many goroutines; the first call of Sorted ends the adding.
type Sorter[R any] struct {
	dir, name string
	label     Label
	codec     Codec[R]
	limit     int // records in memory
	workers   int

	mu      sync.Mutex // of records and sorted
	records []R
	sorted  bool
	closed  bool
	spills  sync.Mutex // of all below: one goroutine writes at a time
	levels  [][]*Segment[R]
	made    int
	written int64 // bytes
}

// NewSorter makes a sorter that keeps up to limit records in memory, twice as
// many for a moment, and the others in files in dir whose names begin with
// name. It sorts on so many workers.
func NewSorter[R any](dir, name string, label Label, codec Codec[R], limit, workers int) *Sorter[R] {
	return &Sorter[R]{dir: dir, name: name, label: label, codec: codec, limit: max(limit, 1), workers: max(workers, 1)}
}

// Add takes records; it does not keep the slice.
func (s *Sorter[R]) Add(records ...R) error {
	s.mu.Lock()
	if n := len(s.records); n+len(records) > cap(s.records) { // doubled: append alone would copy them often
		s.records = slices.Grow(s.records, max(len(records), min(n, s.limit-n)))
	}
	s.records = append(s.records, records...)
	if len(s.records) < s.limit {
		s.mu.Unlock()
		return nil
	}
	full := s.records
	s.records = nil
	s.mu.Unlock()
	return s.spill(full)
}

// spill writes records to a segment of their own.
func (s *Sorter[R]) spill(full []R) error {
	s.spills.Lock()
	defer s.spills.Unlock()
	if err := s.lay(full); err != nil {
		return err
	}
	s.mu.Lock()
	if s.records == nil {
		s.records = full[:0]
	}
	s.mu.Unlock()
	for level := 0; level < len(s.levels); level++ {
		if len(s.levels[level]) >= mostSegments {
			if err := s.compact(level); err != nil {
				return err
			}
		}
	}
	return nil
}

// lay writes records, which it sorts, to a segment.
func (s *Sorter[R]) lay(full []R) error {
	s.sort(full)
	i := 0
	return s.write(0, func() (r R, ok bool, err error) {
		if i == len(full) {
			return r, false, nil
		}
		i++
		return full[i-1], true, nil
	})
}

// write makes a segment of a level.
func (s *Sorter[R]) write(level int, next func() (R, bool, error)) error {
	g, err := Write(filepath.Join(s.dir, fmt.Sprintf("%s-%d", s.name, s.made)), s.label, s.codec, next)
	if err != nil {
		return err
	}
	s.made++
	if level == len(s.levels) {
		s.levels = append(s.levels, nil)
	}
	s.levels[level] = append(s.levels[level], g)
	s.written += g.Size()
	return nil
}

// compact merges the segments of a level into one of the next.
func (s *Sorter[R]) compact(level int) error {
	old := s.levels[level]
	stream, err := Merge(s.codec, nil, old)
	if err != nil {
		return err
	}
	if err := errors.Join(s.write(level+1, stream.Next), stream.Close()); err != nil {
		return err
	}
	s.levels[level] = nil
	return removeAll(old)
}

// segments are those of all levels.
func (s *Sorter[R]) segments() []*Segment[R] { return slices.Concat(s.levels...) }

func (s *Sorter[R]) sort(records []R) {
	if s.codec.Sort != nil {
		s.codec.Sort(records, s.workers)
		return
	}
	sortBy(records, s.codec.Compare, s.workers)
}

// leastToShare is how many records are worth another worker.
const leastToShare = 1 << 13

// sortBy sorts on so many workers: what comes before some record and what comes
// behind it go to half of them each.
func sortBy[R any](records []R, compare func(a, b R) int, workers int) {
	if workers < 2 || len(records) < leastToShare {
		slices.SortFunc(records, compare)
		return
	}
	n := parted(records, compare)
	var wg sync.WaitGroup
	wg.Go(func() { sortBy(records[:n], compare, workers/2) })
	sortBy(records[n:], compare, workers-workers/2)
	wg.Wait()
}

// parted puts the records that come before one of the middle first, and returns
// how many these are.
func parted[R any](records []R, compare func(a, b R) int) int {
	var some [31]R
	for i := range some {
		some[i] = records[i*len(records)/len(some)]
	}
	slices.SortFunc(some[:], compare)
	middle := some[len(some)/2]
	n := 0
	for i := range records {
		if compare(records[i], middle) < 0 {
			records[i], records[n] = records[n], records[i]
			n++
		}
	}
	return n
}

// Sorted gives all records in order. It may be called again, for a second
// stream. Nothing can be added any more. Where most records are in files the last ones
// go there too: streams are long, and who reads them needs the memory.
func (s *Sorter[R]) Sorted() (*Stream[R], error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.end(); err != nil {
		return nil, err
	}
	return Merge(s.codec, s.records, s.segments())
}

// Thin leaves out the records that come with no other, as same tells of two that follow
// each other, and ends the adding. What is left of files is one file.
func (s *Sorter[R]) Thin(same func(a, b R) bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.end(); err != nil {
		return err
	}
	if len(s.levels) == 0 {
		s.records = thinned(s.records, same)
		return nil
	}
	old := s.segments()
	stream, err := Merge(s.codec, nil, old)
	if err != nil {
		return err
	}
	s.levels = nil
	err = s.write(0, (&thinning[R]{from: stream, same: same}).next)
	return errors.Join(err, stream.Close(), removeAll(old))
}

// thinned leaves out those of sorted records that come with no other.
func thinned[R any](list []R, same func(a, b R) bool) []R {
	out, before := list[:0], false
	for i, r := range list {
		next := i+1 < len(list) && same(r, list[i+1])
		if next || before {
			out = append(out, r)
		}
		before = next
	}
	return out
}

// A thinning is a stream without the records that come with no other.
type thinning[R any] struct {
	from    *Stream[R]
	same    func(a, b R) bool
	ahead   R
	started bool
	more    bool // there is one ahead
	before  bool // it comes with the one before
}

func (t *thinning[R]) next() (r R, ok bool, err error) {
	if !t.started {
		t.started = true
		if t.ahead, t.more, err = t.from.Next(); err != nil {
			return r, false, err
		}
	}
	for t.more {
		r = t.ahead
		if t.ahead, t.more, err = t.from.Next(); err != nil {
			return r, false, err
		}
		before, next := t.before, t.more && t.same(r, t.ahead)
		if t.before = next; next || before {
			return r, true, nil
		}
	}
	return r, false, nil
}

// end ends the adding; nobody writes any more.
func (s *Sorter[R]) end() error {
	switch {
	case s.closed:
		return errClosed
	case s.sorted:
		return nil
	}
	s.sorted = true
	if len(s.levels) == 0 {
		s.sort(s.records)
		return nil
	}
	rest := s.records
	if s.records = nil; len(rest) == 0 {
		return nil
	}
	return s.lay(rest)
}

// Written is how many bytes of segments were written.
func (s *Sorter[R]) Written() int64 { return s.written }

// errClosed says that records are asked for that were removed.
var errClosed = errors.New("the sorter is closed")

// Close removes the segments.
func (s *Sorter[R]) Close() error {
	err := removeAll(s.segments())
	s.levels, s.records, s.closed = nil, nil, true
	return err
}
