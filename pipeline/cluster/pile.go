package cluster

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/urtext/urtext/pipeline/segment"
)

// A pile keeps lists of numbers one after the other, the last ones in memory
// up to a limit and those before in a file. Lists are added by one goroutine
// at a time and read by many once all are added.
type pile struct {
	dir   string
	limit int64 // words in memory

	chunks  [][]uint64 // of chunkWords each but the last; nil when on disk
	onDisk  int        // chunks
	next    uint64
	file    *os.File
	written int64
	buf     []byte
	bufs    sync.Pool // of those who read
}

// A span is where a list lies: its first word, and in the lower bits how many
// there are.
type span uint64

const (
	spanBits = 26 // 512 MB in a list, 2 TB in a pile
	mostSpan = 1<<spanBits - 1
)

func spanOf(at, length uint64) span { return span(at<<spanBits | length) }

func (s span) at() uint64  { return uint64(s) >> spanBits }
func (s span) len() int    { return int(s & mostSpan) }
func (s span) end() uint64 { return s.at() + uint64(s.len()) }

// piece is where the list lies for ReadAt.
func (s span) piece() segment.Piece {
	return segment.Piece{At: int64(s.at()) * 8, Len: int32(s.len() * 8)}
}

const chunkWords = 1 << 14

// add appends a list.
func (p *pile) add(list []uint64) (span, error) {
	if len(list) > mostSpan {
		return 0, fmt.Errorf("a list of %d numbers is too long", len(list))
	}
	s := spanOf(p.next, uint64(len(list)))
	p.next += uint64(len(list))
	for len(list) > 0 {
		last := len(p.chunks) - 1
		if last < 0 || len(p.chunks[last]) == chunkWords {
			if err := p.room(); err != nil {
				return s, err
			}
			p.chunks = append(p.chunks, make([]uint64, 0, chunkWords))
			last++
		}
		n := min(len(list), chunkWords-len(p.chunks[last]))
		p.chunks[last] = append(p.chunks[last], list[:n]...)
		list = list[n:]
	}
	return s, nil
}

// room writes the first chunks in memory to the file when there are too many.
func (p *pile) room() error {
	for int64(len(p.chunks)-p.onDisk+1)*chunkWords > max(p.limit, 2*chunkWords) {
		if err := p.spill(); err != nil {
			return err
		}
	}
	return nil
}

// spill writes the first chunk in memory to the file.
func (p *pile) spill() error {
	if p.file == nil {
		var err error
		if p.file, err = os.CreateTemp(p.dir, "pile-*"); err != nil {
			return err
		}
	}
	p.buf = p.buf[:0]
	for _, w := range p.chunks[p.onDisk] {
		p.buf = binary.LittleEndian.AppendUint64(p.buf, w)
	}
	n, err := p.file.Write(p.buf)
	p.written += int64(n)
	p.chunks[p.onDisk] = nil
	p.onDisk++
	return err
}

// read appends the list at s to dst.
func (p *pile) read(dst []uint64, s span) ([]uint64, error) {
	for at, left := s.at(), s.len(); left > 0; {
		chunk, off := int(at/chunkWords), int(at%chunkWords)
		n := min(left, chunkWords-off)
		if c := p.chunks[chunk]; c != nil {
			dst = append(dst, c[off:off+n]...)
		} else {
			var err error
			if dst, err = p.fetch(dst, at, n); err != nil {
				return dst, err
			}
		}
		at, left = at+uint64(n), left-n
	}
	return dst, nil
}

// A viewer reads one list of a pile after the other.
type viewer struct {
	of   *pile
	room []uint64
}

// get gives the list at s, which is not to be changed and is good until the next
// one is asked for. It is copied only where it does not lie in memory in one piece.
func (v *viewer) get(s span) ([]uint64, error) {
	chunk, off, n := s.at()/chunkWords, s.at()%chunkWords, uint64(s.len())
	if chunk < uint64(len(v.of.chunks)) && off+n <= uint64(len(v.of.chunks[chunk])) {
		return v.of.chunks[chunk][off : off+n], nil
	}
	var err error
	v.room, err = v.of.read(v.room[:0], s)
	return v.room, err
}

// fetch appends n words from the file.
func (p *pile) fetch(dst []uint64, at uint64, n int) ([]uint64, error) {
	buf, _ := p.bufs.Get().(*[]byte)
	if buf == nil {
		buf = new([]byte)
	}
	defer p.bufs.Put(buf)
	if cap(*buf) < 8*n {
		*buf = make([]byte, 8*n)
	}
	b := (*buf)[:8*n]
	if _, err := p.file.ReadAt(b, int64(at)*8); err != nil {
		return dst, err
	}
	for i := range n {
		dst = append(dst, binary.LittleEndian.Uint64(b[8*i:]))
	}
	return dst, nil
}

// ReadAt reads the words as bytes, little end first, whole words at a time.
func (p *pile) ReadAt(b []byte, at int64) (int, error) {
	n := 0
	for n < len(b) {
		chunk, off := int((at+int64(n))/8/chunkWords), int((at+int64(n))/8%chunkWords)
		if chunk >= len(p.chunks) || p.chunks[chunk] != nil && off >= len(p.chunks[chunk]) {
			return n, io.EOF
		}
		if p.chunks[chunk] == nil {
			k, err := p.file.ReadAt(b[n:min(len(b), n+8*(p.onDisk*chunkWords-chunk*chunkWords-off))], at+int64(n))
			if n += k; err != nil {
				return n, err
			}
			continue
		}
		for _, w := range p.chunks[chunk][off:] {
			if n+8 > len(b) {
				return n, nil
			}
			binary.LittleEndian.PutUint64(b[n:], w)
			n += 8
		}
	}
	return n, nil
}

// warm reads the file once from front to back, before much of it is read at
// random, so that the system has it at hand; a disk finds a few hundred places
// in a second.
func (p *pile) warm() error {
	if p.file == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, io.NewSectionReader(p.file, 0, p.written))
	return err
}

// close removes the file.
func (p *pile) close() error {
	if p.file == nil {
		return nil
	}
	err := os.Remove(p.file.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, p.file.Close())
}
