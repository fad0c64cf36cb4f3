package sink

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is a single file of records that appears whole or not at all: it
// grows as its sibling .NAME.urtext-new, is synced, and takes the place of what
// stood there. The caller holds the lock of the file.
type File struct {
	target, fresh string
	scratch       string
	stream        *stream
	done          bool
}

// ErrNoFile marks an output path at which something other than a file stands.
var ErrNoFile = errors.New("the output is no file")

// CreateFile begins a file. It fails with ErrNoFile where a folder or a device
// stands.
func CreateFile(path string, format Format) (*File, error) {
	if err := format.check(); err != nil {
		return nil, err
	}
	target, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", path, ErrNoFile)
	}
	f := &File{target: target, fresh: newPath(target), scratch: sibling(target, ".urtext-scratch")}
	if err := os.Remove(f.fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := os.RemoveAll(f.scratch); err != nil { // of a run that was killed
		return nil, err
	}
	if f.stream, err = newStream(f.fresh, format); err != nil {
		return nil, err
	}
	return f, nil
}

// Scratch is a folder beside the file for what its writer puts down meanwhile.
// The writer makes and removes it; CreateFile removes what a killed one left.
func (f *File) Scratch() string { return f.scratch }

// Write appends one line, its line feed included.
func (f *File) Write(line []byte) (int, error) {
	if err := f.stream.write(line); err != nil {
		return 0, err
	}
	return len(line), nil
}

// Publish puts the file in its place.
func (f *File) Publish() error {
	if err := f.stream.close(); err != nil {
		return err
	}
	if info, err := os.Stat(f.target); err == nil {
		if err := os.Chmod(f.fresh, info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := os.Rename(f.fresh, f.target); err != nil {
		return err
	}
	f.done = true
	return syncDir(filepath.Dir(f.target))
}

// Abort removes what was written, unless it was published.
func (f *File) Abort() error {
	if f.done {
		return nil
	}
	f.stream.abandon()
	if err := os.Remove(f.fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// An Output is records on their way to a writer, in one of the formats.
type Output struct {
	buf *bufio.Writer
	zip io.WriteCloser // nil when the format is plain
	out *bufio.Writer
}

// NewOutput writes records to w. Close ends them and leaves w open.
func NewOutput(w io.Writer, format Format) (*Output, error) {
	if err := format.check(); err != nil {
		return nil, err
	}
	o := &Output{out: bufio.NewWriterSize(w, writeBuffer)}
	var err error
	if o.zip, err = compressor(o.out, format); err != nil {
		return nil, err
	}
	o.buf = o.out
	if o.zip != nil {
		o.buf = bufio.NewWriterSize(o.zip, writeBuffer)
	}
	return o, nil
}

// Write appends one line, its line feed included.
func (o *Output) Write(line []byte) (int, error) { return o.buf.Write(line) }

// Close ends the records.
func (o *Output) Close() error {
	if err := o.buf.Flush(); err != nil {
		return err
	}
	if o.zip != nil {
		if err := o.zip.Close(); err != nil {
			return err
		}
	}
	return o.out.Flush()
}
