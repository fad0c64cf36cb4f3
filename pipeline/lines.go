package pipeline

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// lines keeps encoded records on disk until they can be written in order:
// documents are finished cluster by cluster and published by id. In memory
// stay twelve bytes a record.
type lines struct {
	file *os.File
	buf  *bufio.Writer
	end  int64
	at   []int64  // offset of each record
	size []uint32 // its length
}

// newLines makes room for n records in a temporary file in dir.
func newLines(dir string, n int) (*lines, error) {
	f, err := os.Create(filepath.Join(dir, "records"))
	if err != nil {
		return nil, err
	}
	return &lines{file: f, buf: bufio.NewWriterSize(f, 1<<18), at: make([]int64, n), size: make([]uint32, n)}, nil
}

// put keeps record number i. It is not safe for concurrent use.
func (l *lines) put(i int, line []byte) error {
	n, err := l.buf.Write(line)
	l.at[i], l.size[i] = l.end, uint32(n)
	l.end += int64(n)
	return err
}

// each hands out all records in the order of their numbers.
func (l *lines) each(take func(line []byte) error) error {
	if err := l.buf.Flush(); err != nil {
		return err
	}
	var line []byte
	for i, at := range l.at {
		line = slices.Grow(line[:0], int(l.size[i]))[:l.size[i]]
		if _, err := io.ReadFull(io.NewSectionReader(l.file, at, int64(len(line))), line); err != nil {
			return fmt.Errorf("record %d: %w", i, err)
		}
		if err := take(line); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) close() error { return l.file.Close() }
