package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTemporarySweepsWhatNoOneHolds(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	if os.TempDir() != os.Getenv("TMPDIR") {
		t.Skip("the place for temporary files cannot be set here")
	}
	left := folder(t, "urtext-test-1", temporaryLock, "records")
	unlocked := folder(t, "urtext-test-2", "records")
	other := folder(t, "urtext-other-1", temporaryLock)
	held, err := NewTemporary("test")
	if err != nil {
		t.Fatal(err)
	}
	stands(t, left, false)
	stands(t, unlocked, true)
	stands(t, other, true)
	second, err := NewTemporary("test")
	if err != nil {
		t.Fatal(err)
	}
	stands(t, held.Path(), true)
	for _, x := range []*Temporary{held, second} {
		if err := x.Remove(); err != nil {
			t.Error(err)
		}
		stands(t, x.Path(), false)
	}
}

// folder makes a folder of temporary files with the files named in it.
func folder(t *testing.T, name string, files ...string) string {
	t.Helper()
	dir := filepath.Join(os.TempDir(), name)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func stands(t *testing.T, path string, want bool) {
	t.Helper()
	if _, err := os.Stat(path); (err == nil) != want {
		t.Errorf("%s stands: %v, want %v", filepath.Base(path), err == nil, want)
	}
}
