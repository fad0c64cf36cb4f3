package sink

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestFileAppearsWhole holds that a file stands as it was until it is published,
// that it keeps its rights, and that nothing is left beside it, be it published
// or not.
func TestFileAppearsWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "lines.jsonl")
	put(t, path, "before\n")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	for _, publishes := range []bool{false, true} {
		f, err := CreateFile(path, JSONL)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte("after\n")); err != nil {
			t.Fatal(err)
		}
		if body, err := os.ReadFile(path); string(body) != "before\n" {
			t.Errorf("%q before it is published, %v", body, err)
		}
		if publishes {
			if err := f.Publish(); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Abort(); err != nil {
			t.Error(err)
		}
		if left := names(t, dir); !slices.Equal(left, []string{"lines.jsonl"}) {
			t.Errorf("published %v: %v", publishes, left)
		}
	}
	body, err := os.ReadFile(path)
	info, statErr := os.Stat(path)
	if err := errors.Join(err, statErr); err != nil {
		t.Fatal(err)
	}
	if string(body) != "after\n" || info.Mode().Perm() != 0o640 {
		t.Errorf("%q, %v", body, info.Mode())
	}
}

// TestFileClearsAway holds that what a killed writer left is removed, and that
// nothing but a file is taken for one.
func TestFileClearsAway(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "lines.jsonl")
	killed, err := CreateFile(path, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(killed.Scratch(), "spool"), "x")
	f, err := CreateFile(path, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Abort(); err != nil {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("%v are left", left)
	}
	if _, err := CreateFile(dir, JSONL); !errors.Is(err, ErrNoFile) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := CreateFile(path, "parquet"); !errors.Is(err, ErrFormat) {
		t.Errorf("parquet: %v", err)
	}
	if _, err := CreateFile(filepath.Join(dir, "absent", "lines"), JSONL); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("in no folder: %v", err)
	}
}

// brokenPipe takes so many bytes and no more.
type brokenPipe int

var errBroken = errors.New("the pipe is broken")

func (p *brokenPipe) Write(b []byte) (int, error) {
	if *p -= brokenPipe(len(b)); *p < 0 {
		return 0, errBroken
	}
	return len(b), nil
}

// TestOutput holds that what is written to a writer can be read again in each
// format, and that a writer that breaks is told of, at the latest at the end.
func TestOutput(t *testing.T) {
	line := bytes.Repeat([]byte("some words and a line feed\n"), 100_000)
	for _, format := range Formats() {
		path := filepath.Join(t.TempDir(), "out."+string(format))
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		out, err := NewOutput(file, format)
		if err != nil {
			t.Fatal(err)
		}
		_, err = out.Write(line)
		if err := errors.Join(err, out.Close(), file.Close()); err != nil {
			t.Fatal(err)
		}
		var back []byte
		for l, err := range lines(path) {
			if err != nil {
				t.Fatal(err)
			}
			back = append(back, l...)
		}
		if !bytes.Equal(back, line) {
			t.Errorf("%s: %d bytes came back of %d", format, len(back), len(line))
		}
		broken := brokenPipe(100)
		if out, err = NewOutput(&broken, format); err != nil {
			t.Fatal(err)
		}
		_, err = out.Write(line)
		if err = errors.Join(err, out.Close()); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v of a broken pipe", format, err)
		}
	}
	if _, err := NewOutput(&bytes.Buffer{}, "parquet"); !errors.Is(err, ErrFormat) {
		t.Errorf("parquet: %v", err)
	}
}
