package segment

import (
	"errors"
	"os"
)

// A Stream gives records in order, one at a time.
type Stream[R any] struct {
	compare func(a, b R) int
	heap    []*head[R] // the least on top
	inputs  []*cursor[R]
}

// A head is the next record of one input: of a segment or of sorted records in
// memory.
type head[R any] struct {
	record *R
	cursor *cursor[R]
	rest   []R // when there is no cursor
}

// Merge reads sorted records in memory, which may be none, and segments of
// one label as one. The stream must be closed. Equal records come in the order
// of their inputs only by chance: the order of records has to be a total one.
func Merge[R any](codec Codec[R], sorted []R, segments []*Segment[R]) (*Stream[R], error) {
	s := &Stream[R]{compare: codec.Compare}
	if len(sorted) > 0 {
		s.heap = append(s.heap, &head[R]{record: &sorted[0], rest: sorted[1:]})
	}
	for _, g := range segments {
		c, err := g.cursor()
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		s.inputs = append(s.inputs, c)
		r, ok, err := c.head()
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		if ok {
			s.heap = append(s.heap, &head[R]{record: r, cursor: c})
		}
	}
	for i := len(s.heap)/2 - 1; i >= 0; i-- {
		s.sink(i)
	}
	return s, nil
}

// Next gives the next record; ok is false at the end.
func (s *Stream[R]) Next() (r R, ok bool, err error) {
	if len(s.heap) == 0 {
		return r, false, nil
	}
	top := s.heap[0]
	r = *top.record
	more := false
	if top.cursor == nil {
		if more = len(top.rest) > 0; more {
			top.record, top.rest = &top.rest[0], top.rest[1:]
		}
	} else {
		top.cursor.next++
		if top.record, more, err = top.cursor.head(); err != nil {
			return r, false, err
		}
	}
	if !more {
		last := len(s.heap) - 1
		s.heap[0], s.heap = s.heap[last], s.heap[:last]
	}
	if len(s.heap) > 1 {
		s.sink(0)
	}
	return r, true, nil
}

func (s *Stream[R]) sink(i int) {
	h := s.heap
	for {
		least := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < len(h) && s.compare(*h[c].record, *h[least].record) < 0 {
				least = c
			}
		}
		if least == i {
			return
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}

// Close lets go of the segments.
func (s *Stream[R]) Close() error {
	var errs []error
	for _, c := range s.inputs {
		if c.file != nil {
			errs = append(errs, c.close())
		}
	}
	return errors.Join(errs...)
}

func removeAll[R any](segments []*Segment[R]) error {
	var errs []error
	for _, s := range segments {
		if err := os.Remove(s.path); err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
