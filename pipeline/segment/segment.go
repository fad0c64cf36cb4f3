// Package segment keeps sorted records on disk. Records flow in, in any order
// and from many goroutines; they flow out sorted, from memory or, where they
// are more than a budget allows, merged from segments: files that are written
// once, sorted, and never changed.
//
// A segment knows what its records were made under, its label, so that it can
// be kept when a run is over, opened by the next and merged with what that
// one adds: Merge reads any number of segments of one label as one.
//
// Layout of a segment file, integers little end first:
//
//	header, 64 bytes
//	 0  8  "ursegmt1"
//	 8  4  kind of the records, a number its maker chose
//	12  4  version of what the records were made by
//	16  8  key of the hashes in the records
//	24  8  number of records
//	32  8  number of blocks
//	40  8  bytes of all blocks
//	48  8  zero
//	56  8  XXH3-64 of the 56 bytes before
//	blocks, one after the other
//	 0  4  length n of the body
//	 4  4  number of records in it
//	 8  8  XXH3-64 of the body
//	16  n  body: record after record, each encoded against the one before it
//	       and the first against a zero record, so that a block can be read alone
//
// The header is written last: a file whose writer was killed has none and is
// damaged. Memory for reading is one block of each segment.
package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/zeebo/xxh3"
)

const (
	magic      = "ursegmt1"
	headerSize = 64
	blockHead  = 16
	blockBody  = 32 << 10 // a block is closed when its body is as long
	usualBody  = blockBody + 4<<10
)

// ErrDamaged marks a segment that is not as it was written, or is no segment.
var ErrDamaged = errors.New("segment is damaged")

// ErrLabel marks a segment whose records were made under something else.
var ErrLabel = errors.New("segment holds other records")

// A Label is what the records of a segment were made under. Only segments of
// one label can be merged.
type Label struct {
	Kind    uint32
	Version uint32
	Key     uint64
}

// A Codec says how records of one kind are ordered and stored.
type Codec[R any] struct {
	// Append encodes r against the record before it; at most 4 KiB.
	Append func(dst []byte, before, r R) []byte
	// Next decodes what Append wrote; ok is false for bytes that it did not.
	Next    func(src []byte, before R) (r R, rest []byte, ok bool)
	Compare func(a, b R) int
	// Sort sorts by Compare on so many workers; nil for the standard sort.
	Sort func(records []R, workers int)
}

// A Segment is a file of sorted records.
type Segment[R any] struct {
	path    string
	codec   Codec[R]
	records int64
	bytes   int64 // of the blocks
}

// Len is the number of records.
func (s *Segment[R]) Len() int64 { return s.records }

// Size is the bytes of the file.
func (s *Segment[R]) Size() int64 { return headerSize + s.bytes }

// Write makes a segment at path of the sorted records that next gives until it
// reports false. A file that stands there is replaced.
func Write[R any](path string, label Label, codec Codec[R], next func() (R, bool, error)) (s *Segment[R], err error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	w := writer[R]{file: f, at: headerSize, codec: codec}
	for {
		r, ok, err := next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		if err := w.add(r); err != nil {
			return nil, err
		}
	}
	if err := w.flush(); err != nil {
		return nil, err
	}
	if _, err := f.WriteAt(w.header(label), 0); err != nil {
		return nil, err
	}
	return &Segment[R]{path, codec, w.records, w.at - headerSize}, nil
}

type writer[R any] struct {
	file            *os.File
	codec           Codec[R]
	at              int64
	records, blocks int64
	block           []byte // head and body
	inBlock         uint32
	before          R
}

func (w *writer[R]) add(r R) error {
	if w.inBlock == 0 {
		w.block = append(w.block[:0], make([]byte, blockHead)...)
		var zero R
		w.before = zero
	}
	w.block = w.codec.Append(w.block, w.before, r)
	w.before = r
	w.inBlock++
	w.records++
	if len(w.block) >= blockHead+blockBody {
		return w.flush()
	}
	return nil
}

func (w *writer[R]) flush() error {
	if w.inBlock == 0 {
		return nil
	}
	body := w.block[blockHead:]
	binary.LittleEndian.PutUint32(w.block, uint32(len(body)))
	binary.LittleEndian.PutUint32(w.block[4:], w.inBlock)
	binary.LittleEndian.PutUint64(w.block[8:], xxh3.Hash(body))
	n, err := w.file.WriteAt(w.block, w.at)
	w.at += int64(n)
	w.blocks++
	w.inBlock = 0
	return err
}

func (w *writer[R]) header(l Label) []byte {
	h := make([]byte, headerSize)
	copy(h, magic)
	binary.LittleEndian.PutUint32(h[8:], l.Kind)
	binary.LittleEndian.PutUint32(h[12:], l.Version)
	binary.LittleEndian.PutUint64(h[16:], l.Key)
	binary.LittleEndian.PutUint64(h[24:], uint64(w.records))
	binary.LittleEndian.PutUint64(h[32:], uint64(w.blocks))
	binary.LittleEndian.PutUint64(h[40:], uint64(w.at-headerSize))
	binary.LittleEndian.PutUint64(h[56:], xxh3.Hash(h[:56]))
	return h
}

// Open opens a segment of the label given. It fails with ErrDamaged or
// ErrLabel; damage inside a block shows when the block is read.
func Open[R any](path string, label Label, codec Codec[R]) (*Segment[R], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := make([]byte, headerSize)
	if _, err := io.ReadFull(f, h); err != nil {
		return nil, fmt.Errorf("%s: no header: %w", path, ErrDamaged)
	}
	if string(h[:8]) != magic || binary.LittleEndian.Uint64(h[56:]) != xxh3.Hash(h[:56]) {
		return nil, fmt.Errorf("%s: wrong header: %w", path, ErrDamaged)
	}
	got := Label{binary.LittleEndian.Uint32(h[8:]), binary.LittleEndian.Uint32(h[12:]), binary.LittleEndian.Uint64(h[16:])}
	if got != label {
		return nil, fmt.Errorf("%s: %+v, want %+v: %w", path, got, label, ErrLabel)
	}
	s := &Segment[R]{path, codec, int64(binary.LittleEndian.Uint64(h[24:])), int64(binary.LittleEndian.Uint64(h[40:]))}
	if info, err := f.Stat(); err != nil || info.Size() != s.Size() {
		return nil, fmt.Errorf("%s: wrong length: %w", path, errors.Join(err, ErrDamaged))
	}
	return s, nil
}

// A cursor reads a segment from its beginning.
type cursor[R any] struct {
	of    *Segment[R]
	file  *os.File
	at    int64
	raw   []byte
	block []R
	next  int
	seen  int64
}

func (s *Segment[R]) cursor() (*cursor[R], error) {
	f, err := os.Open(s.path)
	return &cursor[R]{of: s, file: f, at: headerSize}, err
}

func (c *cursor[R]) close() error { return c.file.Close() }

// head is the record at which the cursor stands; ok is false at the end.
func (c *cursor[R]) head() (r *R, ok bool, err error) {
	if c.next == len(c.block) {
		if err := c.load(); err != nil {
			return nil, false, err
		}
		if len(c.block) == 0 {
			return nil, false, nil
		}
	}
	return &c.block[c.next], true, nil
}

// load reads the next block; at the end it leaves none.
func (c *cursor[R]) load() error {
	c.block, c.next = c.block[:0], 0
	if c.at == c.of.Size() {
		if c.seen != c.of.records {
			return c.damaged("wrong number of records")
		}
		return nil
	}
	var head [blockHead]byte
	if _, err := c.file.ReadAt(head[:], c.at); err != nil {
		return c.damaged(err.Error())
	}
	n, records := binary.LittleEndian.Uint32(head[:]), binary.LittleEndian.Uint32(head[4:])
	if records > n || c.at+blockHead+int64(n) > c.of.Size() {
		return c.damaged("wrong length of a block")
	}
	if cap(c.raw) < int(n) {
		c.raw = make([]byte, max(int(n), usualBody))
	}
	c.raw = c.raw[:n]
	if _, err := c.file.ReadAt(c.raw, c.at+blockHead); err != nil {
		return c.damaged(err.Error())
	}
	if binary.LittleEndian.Uint64(head[8:]) != xxh3.Hash(c.raw) {
		return c.damaged("wrong checksum")
	}
	var before R
	rest, ok := c.raw, true
	for range records {
		if before, rest, ok = c.of.codec.Next(rest, before); !ok {
			return c.damaged("wrong record")
		}
		c.block = append(c.block, before)
	}
	if len(rest) > 0 || records == 0 {
		return c.damaged("wrong block")
	}
	c.at += blockHead + int64(n)
	c.seen += int64(records)
	return nil
}

func (c *cursor[R]) damaged(what string) error {
	return fmt.Errorf("%s at byte %d: %s: %w", c.of.path, c.at, what, ErrDamaged)
}
