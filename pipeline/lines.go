package pipeline

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// lines keeps encoded records on disk until they can be written in order:
// documents are finished cluster by cluster and published by id. In memory
// stay two numbers a record.
type lines struct {
	file *os.File
	buf  *bufio.Writer
	end  int64
	at   [][2]int64 // offset and length of each record
}

// newLines makes room for n records in a temporary file in dir.
func newLines(dir string, n int) (*lines, error) {
	f, err := os.Create(filepath.Join(dir, "records"))
	if err != nil {
		return nil, err
	}
	return &lines{file: f, buf: bufio.NewWriterSize(f, 1<<18), at: make([][2]int64, n)}, nil
}

// put keeps record number i. It is not safe for concurrent use.
func (l *lines) put(i int, line []byte) error {
	n, err := l.buf.Write(line)
	l.at[i] = [2]int64{l.end, int64(n)}
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
		if int64(cap(line)) < at[1] {
			line = make([]byte, at[1])
		}
		line = line[:at[1]]
		if _, err := io.ReadFull(io.NewSectionReader(l.file, at[0], at[1]), line); err != nil {
			return fmt.Errorf("record %d: %w", i, err)
		}
		if err := take(line); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) close() error { return l.file.Close() }
