package sink

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// Format is how the records of a result are stored.
type Format string

// The formats.
const (
	JSONL     Format = "jsonl"
	JSONLGzip Format = "jsonl.gz"
	JSONLZstd Format = "jsonl.zst"
)

// ErrFormat marks a format that results are not written in. It is an error
// of usage.
var ErrFormat = errors.New("unknown output format")

// ErrUnsupportedFormat marks a format that is known and not built yet. It is
// an error of usage and wraps ErrFormat.
var ErrUnsupportedFormat = fmt.Errorf("output format not supported yet: %w", ErrFormat)

// Formats lists the formats, the default first.
func Formats() []Format { return []Format{JSONL, JSONLGzip, JSONLZstd} }

// ParseFormat gives the format of a name; the empty name is JSONL.
func ParseFormat(name string) (Format, error) {
	if name == "" {
		return JSONL, nil
	}
	return Format(name), Format(name).check()
}

func (f Format) check() error {
	switch f {
	case JSONL, JSONLGzip, JSONLZstd:
		return nil
	case "parquet":
		return fmt.Errorf("%q: %w", string(f), ErrUnsupportedFormat)
	}
	return fmt.Errorf("%q: %w", string(f), ErrFormat)
}

func (f Format) extension() string { return "." + string(f) }

const writeBuffer = 256 << 10

// A stream is one file of records. Records are encoded by the goroutines
// that bring them; only writing is one at a time.
type stream struct {
	mu   sync.Mutex
	file *os.File
	out  *Output
	err  error
}

// newStream creates a file. What is written depends on the records alone:
// the gzip header has no name and no time, and zstd runs in one thread.
func newStream(path string, format Format) (*stream, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	out, err := NewOutput(file, format)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &stream{file: file, out: out}, nil
}

// Write is write as an io.Writer has it.
func (s *stream) Write(p []byte) (int, error) {
	if err := s.write(p); err != nil {
		return 0, err
	}
	return len(p), nil
}

// write appends one line. After a failed write the stream is broken and
// says so again.
func (s *stream) write(line []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		_, s.err = s.out.Write(line)
	}
	return s.err
}

// fill appends one line that comes in pieces.
func (s *stream) fill(line func(io.Writer) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = line(s.out)
	}
	return s.err
}

// close brings all to the disk.
func (s *stream) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return s.err
	}
	s.err = os.ErrClosed
	if err := s.out.Close(); err != nil {
		return err
	}
	if err := s.file.Sync(); err != nil {
		return err
	}
	return s.file.Close()
}

// abandon lets go of a file that is about to be removed.
func (s *stream) abandon() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = os.ErrClosed
	s.file.Close()
}

// writeIndented writes a small file for people, whole and synced. The line
// feed at the end of the encoded value stays.
func writeIndented(path string, body []byte) error {
	var b bytes.Buffer
	if err := json.Indent(&b, body, "", "  "); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(b.Bytes())
	return errors.Join(err, f.Sync(), f.Close())
}
