package store

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// A Temporary is a folder for what a run puts down meanwhile, where temporary
// files of the system go. A lock in it is held until it is removed or the
// process ends, so that what a killed run left is known, and removed by the
// next one.
type Temporary struct {
	path string
	lock *flock.Flock
}

const (
	temporaryPrefix = "urtext-"
	temporaryLock   = "lock"
)

// NewTemporary makes a folder named after what it is for, and removes the
// folders of that name that no one holds any more. Remove ends it.
func NewTemporary(purpose string) (*Temporary, error) {
	pattern := temporaryPrefix + purpose + "-*"
	sweep(filepath.Join(os.TempDir(), pattern))
	for {
		path, err := os.MkdirTemp("", pattern)
		if err != nil {
			return nil, err
		}
		t := &Temporary{path: path, lock: flock.New(filepath.Join(path, temporaryLock))}
		taken, err := t.lock.TryLock()
		if err == nil && taken {
			return t, nil
		}
		// Another run is just sweeping it away: that one has no claim on a second.
		if err := errors.Join(err, t.lock.Close()); err != nil {
			return nil, errors.Join(err, os.RemoveAll(path))
		}
	}
}

// Path is where the folder lies.
func (t *Temporary) Path() string { return t.path }

// Remove removes the folder and all in it.
func (t *Temporary) Remove() error {
	return errors.Join(os.RemoveAll(t.path), t.lock.Close())
}

// sweep removes the folders that killed runs have left. One without a lock is
// just being made, or not ours; a failure is no reason not to run.
func sweep(pattern string) {
	left, _ := filepath.Glob(pattern) // the pattern is well formed
	for _, path := range left {
		lock := filepath.Join(path, temporaryLock)
		folder, err := os.Lstat(path)
		if err != nil || !folder.IsDir() {
			continue
		}
		if file, err := os.Lstat(lock); err != nil || !file.Mode().IsRegular() {
			continue
		}
		l := flock.New(lock)
		if taken, err := l.TryLock(); err == nil && taken {
			_ = os.RemoveAll(path)
		}
		_ = l.Close()
	}
}
