package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync"

	"github.com/klauspost/compress/s2"
	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Layout of a spool file. It begins with the 8 bytes "urspool1"; then comes
// record after record, in the order of their numbers:
//
//	4 bytes  length n of the body, little end first
//	8 bytes  XXH3-64 of the body, little end first
//	n bytes  body: one byte for its form, 0 plain or 1 S2 block, then the
//	         encoded document (codec.go) in that form
//
// In memory there are 4 bytes for each record, its offset. A record is
// encoded and packed by the goroutine that appends it and written at its own
// offset, so that appends do not wait for each other's bytes.
const spoolMagic = "urspool1"

const (
	recordHead = 12
	formPlain  = 0
	formS2     = 1
	// maxUnpacked bounds what a damaged length may ask for.
	maxUnpacked = 1 << 31
)

// ErrDamaged marks a record that is not as it was written.
var ErrDamaged = errors.New("spool is damaged")

// A Spool keeps documents on disk. Its methods may be called from many
// goroutines at a time.
type Spool struct {
	file *os.File

	mu      sync.Mutex
	offsets offsets // where each record begins; the last is the end of the file
}

// NewSpool creates an empty spool in a folder. It is for this process: Close
// removes it.
func NewSpool(dir string) (*Spool, error) {
	f, err := os.CreateTemp(dir, "spool-*")
	if err != nil {
		return nil, err
	}
	if _, err := f.WriteString(spoolMagic); err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	s := &Spool{file: f}
	s.offsets.add(int64(len(spoolMagic)))
	return s, nil
}

// Len is the number of documents appended.
func (s *Spool) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.offsets.n - 1
}

// Append stores a document and gives its number, from 0 on. After an error
// the number is taken, and reading it gives ErrDamaged.
func (s *Spool) Append(doc *corpus.Document) (int, error) {
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	r.body = encode(slices.Grow(r.body[:0], 1024+len(doc.Draft.Read)*5/4), doc)
	record, err := r.pack()
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	index := s.offsets.n - 1
	offset := s.offsets.last()
	s.offsets.add(offset + int64(len(record)))
	s.mu.Unlock()
	_, err = s.file.WriteAt(record, offset)
	return index, err
}

// Read gives back the document of a number that Append gave. A record that
// is damaged gives an error that wraps ErrDamaged.
func (s *Spool) Read(index int) (*corpus.Document, error) {
	s.mu.Lock()
	if index < 0 || index >= s.offsets.n-1 {
		s.mu.Unlock()
		return nil, fmt.Errorf("spool has no record %d", index)
	}
	from, to := s.offsets.at(index), s.offsets.at(index+1)
	s.mu.Unlock()
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	r.record = slices.Grow(r.record[:0], int(to-from))[:to-from]
	n, err := s.file.ReadAt(r.record, from)
	if err != nil && err != io.EOF {
		return nil, err
	}
	r.record = r.record[:n] // behind the end of the file stands what was there before
	body, err := r.unpack()
	if err == nil {
		var doc *corpus.Document
		if doc, err = decode(body); err == nil {
			return doc, nil
		}
	}
	return nil, fmt.Errorf("record %d at byte %d: %v: %w", index, from, err, ErrDamaged)
}

// Close removes the spool; that its folder is gone already is no error.
func (s *Spool) Close() error {
	err := os.Remove(s.file.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(s.file.Close(), err)
}

// A room is where a document is packed or unpacked. The next document takes the
// same memory.
type room struct{ body, record []byte }

var rooms = sync.Pool{New: func() any { return new(room) }}

// pack makes the record of the encoded document, S2 where that is smaller.
func (r *room) pack() ([]byte, error) {
	size := s2.MaxEncodedLen(len(r.body))
	if size < 0 {
		return nil, fmt.Errorf("a document of %d bytes is too large", len(r.body))
	}
	r.record = slices.Grow(r.record[:0], recordHead+1+size)
	out := r.record[:recordHead+1+size]
	body := s2.Encode(out[recordHead+1:], r.body)
	form := byte(formS2)
	if len(body) >= len(r.body) {
		form, body = formPlain, r.body
		copy(out[recordHead+1:], body)
	}
	out[recordHead] = form
	out = out[:recordHead+1+len(body)]
	binary.LittleEndian.PutUint32(out, uint32(1+len(body)))
	binary.LittleEndian.PutUint64(out[4:], xxh3.Hash(out[recordHead:]))
	return out, nil
}

// unpack checks the record and gives its encoded document, which lies in the room.
func (r *room) unpack() ([]byte, error) {
	record := r.record
	if len(record) <= recordHead || uint64(binary.LittleEndian.Uint32(record)) != uint64(len(record)-recordHead) {
		return nil, errors.New("wrong length")
	}
	body := record[recordHead:]
	if binary.LittleEndian.Uint64(record[4:]) != xxh3.Hash(body) {
		return nil, errors.New("wrong checksum")
	}
	switch body[0] {
	case formPlain:
		return body[1:], nil
	case formS2:
		n, err := s2.DecodedLen(body[1:])
		if err != nil || n > maxUnpacked {
			return nil, errors.New("wrong S2 block")
		}
		r.body = slices.Grow(r.body[:0], n)[:n]
		return s2.Decode(r.body, body[1:])
	}
	return nil, fmt.Errorf("unknown form %d", body[0])
}
