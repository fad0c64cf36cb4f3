package sink

import (
	"errors"
	"fmt"
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
