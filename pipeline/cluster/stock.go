package cluster

import "github.com/urtext/urtext/pipeline/corpus"

// Nearly every text that is sketched is laid over another later, and would be cut
// into words again. As long as the words of all fit, the shelf has them; when
// they do not any more, the corpus is so large that those of its first texts
// would be of no use.

// A stock is the kept words of each document, by its number on the shelf.
type stock struct {
	of   [][]unit
	room int64 // units that there may still be; below zero nothing is kept any more
}

// stockBytes is what a unit takes.
const stockBytes = 16

// add keeps the words of the next document.
func (s *stock) add(units []unit) {
	if s.room < 0 {
		return
	}
	if s.room -= int64(len(units)); s.room < 0 {
		s.of = nil
		return
	}
	s.of = append(s.of, units)
}

// get gives the words of document n, nil where they are not at hand.
func (s *stock) get(n int32) []unit {
	if int(n) >= len(s.of) {
		return nil
	}
	return s.of[n]
}

// Sketch makes the sketch of a document that comes onto the shelf, with its words as
// long as there is room for those of all.
func (s *Shelf) Sketch(c Config, d *corpus.Document) Sketch {
	s.mu.Lock()
	room := s.stock.room
	s.mu.Unlock()
	return c.sketch(d, room >= 0)
}
