package store

import (
	"bufio"
	"errors"
	"path/filepath"

	"github.com/urtext/urtext/pipeline/segment"
)

// copyRoom is what is written at one time.
const copyRoom = 1 << 20

// Size is the bytes of the file.
func (s *Spool) Size() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.offsets.last()
}

// Folder is where the file lies.
func (s *Spool) Folder() string { return filepath.Dir(s.file.Name()) }

// Arranged makes a spool beside this one of some of its records, in the order of the list, so
// that they are numbered and lie as they are read next. It reads the old spool
// from front to back, and keeps some budget of bytes in memory.
func (s *Spool) Arranged(budget int64, list []int32) (*Spool, error) {
	dir := s.Folder()
	pieces := make([]segment.Piece, len(list))
	for i, n := range list {
		pieces[i] = segment.Piece{At: s.offsets.at(int(n)), Len: int32(s.offsets.at(int(n)+1) - s.offsets.at(int(n)))}
	}
	out, err := NewSpool(dir)
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriterSize(out.file, copyRoom)
	at := out.offsets.at(0)
	err = segment.Rearrange(dir, budget, s.file, pieces, func(_ int, record []byte) error {
		at += int64(len(record))
		out.offsets.add(at)
		_, err := w.Write(record)
		return err
	})
	if err = errors.Join(err, w.Flush()); err != nil {
		return nil, errors.Join(err, out.Close())
	}
	return out, nil
}
