//go:build unix

package source

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// TestPipeInAFolder holds that what is no file is passed over in a folder: to
// read a pipe that nobody writes to would take for ever.
func TestPipeInAFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "a")
	if err := unix.Mkfifo(filepath.Join(dir, "b.txt"), 0o600); err != nil {
		t.Skip(err)
	}
	want := []string{`a.txt@0+0 "a"`, "warning b.txt: not a regular file, passed over"}
	if diff := cmp.Diff(want, read(t, []string{dir}, nil, Options{})); diff != "" {
		t.Error(diff)
	}
}
