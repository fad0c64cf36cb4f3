package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
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
// In memory there are 8 bytes for each record, its offset. A record is
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
	offsets []int64 // where each record begins; the last is the end of the file
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
	return &Spool{file: f, offsets: []int64{int64(len(spoolMagic))}}, nil
}

// Len is the number of documents appended.
func (s *Spool) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.offsets) - 1
}

// Append stores a document and gives its number, from 0 on. After an error
// the number is taken, and reading it gives ErrDamaged.
func (s *Spool) Append(doc *corpus.Document) (int, error) {
	record, err := pack(encode(make([]byte, 0, 1024+len(doc.Draft.Read)*5/4), doc))
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	index := len(s.offsets) - 1
	offset := s.offsets[index]
	s.offsets = append(s.offsets, offset+int64(len(record)))
	s.mu.Unlock()
	_, err = s.file.WriteAt(record, offset)
	return index, err
}

// Read gives back the document of a number that Append gave. A record that
// is damaged gives an error that wraps ErrDamaged.
func (s *Spool) Read(index int) (*corpus.Document, error) {
	s.mu.Lock()
	if index < 0 || index >= len(s.offsets)-1 {
		s.mu.Unlock()
		return nil, fmt.Errorf("spool has no record %d", index)
	}
	from, to := s.offsets[index], s.offsets[index+1]
	s.mu.Unlock()
	record := make([]byte, to-from)
	if _, err := s.file.ReadAt(record, from); err != nil && err != io.EOF {
		return nil, err
	}
	body, err := unpack(record)
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

// pack makes the record of an encoded document, S2 where that is smaller.
func pack(doc []byte) ([]byte, error) {
	size := s2.MaxEncodedLen(len(doc))
	if size < 0 {
		return nil, fmt.Errorf("a document of %d bytes is too large", len(doc))
	}
	out := make([]byte, recordHead+1+size)
	body := s2.Encode(out[recordHead+1:], doc)
	form := byte(formS2)
	if len(body) >= len(doc) {
		form, body = formPlain, doc
		copy(out[recordHead+1:], doc)
	}
	out[recordHead] = form
	out = out[:recordHead+1+len(body)]
	binary.LittleEndian.PutUint32(out, uint32(1+len(body)))
	binary.LittleEndian.PutUint64(out[4:], xxh3.Hash(out[recordHead:]))
	return out, nil
}

// unpack checks a record and gives its encoded document.
func unpack(record []byte) ([]byte, error) {
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
		if n, err := s2.DecodedLen(body[1:]); err != nil || n > maxUnpacked {
			return nil, errors.New("wrong S2 block")
		}
		return s2.Decode(nil, body[1:])
	}
	return nil, fmt.Errorf("unknown form %d", body[0])
}
