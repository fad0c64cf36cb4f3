package pipeline

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
)

// noted keeps what is known of each document, besides the few numbers that are asked
// for again and again, in a file: of millions it would take more memory than all
// else. In memory is half a byte for each.
type noted struct {
	mu     sync.Mutex
	file   *os.File
	w      *bufio.Writer
	blocks []int64 // where every block of notedBlock records begins
	n      int
	end    int64
}

// notedBlock is how many records are read to get one.
const notedBlock = 16

// newNoted makes the file in dir.
func newNoted(dir string) (*noted, error) {
	f, err := os.CreateTemp(dir, "notes-*")
	if err != nil {
		return nil, err
	}
	return &noted{file: f, w: bufio.NewWriterSize(f, 1<<18)}, nil
}

// add keeps a record and gives its number, from 0 on. It may be called from many
// goroutines.
func (l *noted) add(record []byte) (int32, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.n%notedBlock == 0 {
		l.blocks = append(l.blocks, l.end)
	}
	var buf [binary.MaxVarintLen64]byte
	head := binary.PutUvarint(buf[:], uint64(len(record)))
	_, err := l.w.Write(buf[:head])
	if err == nil {
		_, err = l.w.Write(record)
	}
	l.end += int64(head + len(record))
	l.n++
	return int32(l.n - 1), err
}

// done ends the adding, before anything is read.
func (l *noted) done() error { return l.w.Flush() }

// read gives a record to do. It may be called from many goroutines.
func (l *noted) read(i int32, do func(record []byte) error) error {
	return l.block(int(i)/notedBlock, func(k int32, record []byte) error {
		if k != i {
			return nil
		}
		return do(record)
	})
}

// each gives all records to do, in their order.
func (l *noted) each(do func(i int32, record []byte) error) error {
	for b := range l.blocks {
		if err := l.block(b, do); err != nil {
			return err
		}
	}
	return nil
}

// block reads the notes of a block and calls do with the number of each, and
// what it says.
func (l *noted) block(b int, do func(i int32, record []byte) error) error {
	end := l.end
	if b+1 < len(l.blocks) {
		end = l.blocks[b+1]
	}
	data := make([]byte, end-l.blocks[b])
	if n, err := l.file.ReadAt(data, l.blocks[b]); err != nil && (err != io.EOF || n < len(data)) {
		return err
	}
	for i := b * notedBlock; len(data) > 0; i++ {
		size, k := binary.Uvarint(data)
		if k <= 0 || size > uint64(len(data)-k) {
			return fmt.Errorf("note %d is damaged", i)
		}
		if err := do(int32(i), data[k:k+int(size)]); err != nil {
			return err
		}
		data = data[k+int(size):]
	}
	return nil
}

// close removes the file; that its folder is gone already is no error.
func (l *noted) close() error {
	if l == nil || l.file == nil {
		return nil
	}
	err := os.Remove(l.file.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	err = errors.Join(l.file.Close(), err)
	l.file = nil
	return err
}
