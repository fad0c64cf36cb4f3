package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// A lock is a file beside what it guards, DIR/.NAME.urtext.lock for the
// output DIR/NAME, held by the kernel's lock on it: when the holder dies it
// is free, and a file left behind stops no one. In the file stands who holds
// it, as one line of JSON:
//
//	{"pid":4711,"host":"crawler","start":"2024-05-01T12:00:00Z"}

// ErrLocked marks an output that another run holds.
var ErrLocked = errors.New("locked by another run")

// A Holder is who holds a lock.
type Holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Start time.Time `json:"start"`
}

// LockedError says who holds the lock at Path; the Holder is zero when that
// cannot be read. It wraps ErrLocked.
type LockedError struct {
	Path   string
	Holder Holder
}

func (e *LockedError) Error() string {
	if e.Holder.PID == 0 {
		return fmt.Sprintf("%s: %v", e.Path, ErrLocked)
	}
	return fmt.Sprintf("%s: %v: process %d on %s since %s", e.Path, ErrLocked, e.Holder.PID, e.Holder.Host, e.Holder.Start.Format(time.RFC3339))
}

// Unwrap gives ErrLocked.
func (e *LockedError) Unwrap() error { return ErrLocked }

// A Lock is held until it is released or the process ends.
type Lock struct {
	path string
	lock *flock.Flock
}

// Acquire takes the lock of an output, which need not exist, without
// waiting. Folders above it are made. The error of a lock that is taken is a
// *LockedError.
func Acquire(out string) (*Lock, error) {
	path, err := lockPath(out)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	for {
		l := &Lock{path: path, lock: flock.New(path, flock.SetPermissions(0o644))}
		taken, err := l.lock.TryLock()
		if err != nil {
			return nil, errors.Join(err, l.lock.Close())
		}
		if !taken {
			return nil, errors.Join(&LockedError{Path: path, Holder: holderOf(path)}, l.lock.Close())
		}
		if l.stands() {
			l.sign()
			return l, nil
		}
		// The file was removed by its last holder after we opened it.
		if err := l.lock.Unlock(); err != nil {
			return nil, err
		}
	}
}

// lockPath follows links, so that two names of one output share a lock.
func lockPath(out string) (string, error) {
	path, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".urtext.lock"), nil
}

// stands says whether the locked file is still the one at the path.
func (l *Lock) stands() bool {
	held, err := l.lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(l.path)
	return err == nil && os.SameFile(held, there)
}

// sign writes who holds the lock, in place: a new file would not be locked.
// A lock that cannot be signed locks all the same.
func (l *Lock) sign() {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown host"
	}
	line, err := json.Marshal(Holder{PID: os.Getpid(), Host: host, Start: time.Now().UTC().Truncate(time.Second)})
	if err == nil {
		_ = os.WriteFile(l.path, append(line, '\n'), 0o644)
	}
}

func holderOf(path string) Holder {
	var h Holder
	body, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(body, &h) != nil {
		return Holder{}
	}
	return h
}

// Release gives the lock up and removes its file. It may be called again.
func (l *Lock) Release() error {
	if !l.lock.Locked() {
		return nil
	}
	// Removed while it is held, or it would be another's. Where an open file
	// cannot be removed it stays, and harms no one.
	_ = os.Remove(l.path)
	return l.lock.Unlock()
}
