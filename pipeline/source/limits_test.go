package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestRecordsTooLarge(t *testing.T) {
	dir := t.TempDir()
	long := `{"text":"` + strings.Repeat("x", 1000) + `"}`
	lines := write(t, dir, "a.jsonl", two+long+"\n"+two)
	array := write(t, dir, "a.json", "["+long+`,{"text":"b"}]`)
	text := write(t, dir, "a.txt.gz", gz(strings.Repeat("x", 101)))
	fits := write(t, dir, "b.txt", strings.Repeat("x", 100))
	want := []string{
		`a@0+0 "one"`, `a.jsonl#1@1+24 "two"`, "fault a.jsonl@2+39 too-large: the record has 1011 bytes, more than 100", `a@3+1051 "one"`, `a.jsonl#4@4+1075 "two"`,
		"fault a.json@0+1 too-large: the record has 1011 bytes, more than 100", `a.json#1@1+1013 "b"`,
		"fault a.txt.gz@0+0 too-large: the file has more than 100 bytes",
		`b.txt@0+0 "` + strings.Repeat("x", 100) + `"`,
	}
	if diff := cmp.Diff(want, read(t, []string{lines, array, text, fits}, nil, Options{MaxRecord: 100})); diff != "" {
		t.Error(diff)
	}
}

// repeat gives the same byte n times.
type repeat struct{ n int64 }

func (r *repeat) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), r.n))
	for i := range p[:n] {
		p[i] = 'x'
	}
	r.n -= int64(n)
	return n, nil
}

func TestHugeLineIsNotHeld(t *testing.T) {
	const size = 100 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(10)) // else a busy machine shows garbage as held
	for name, start := range map[string]string{"line": two + "{\"text\":\"", "element": "[{\"text\":\"a\"},{\"text\":\""} {
		in := io.MultiReader(strings.NewReader(start), &repeat{n: size}, strings.NewReader("\"}\n"), strings.NewReader(",{\"text\":\"b\"}]"))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := Open([]string{"-"}, in, Options{MaxRecord: 1 << 20})
		if err != nil {
			t.Fatal(err)
		}
		var faults []*corpus.Fault
		if err := r.Each(context.Background(), func(i Item) error {
			if i.Fault != nil {
				faults = append(faults, i.Fault)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if len(faults) == 0 || faults[0].Reason != corpus.TooLarge || !strings.Contains(faults[0].Detail, fmt.Sprint(size+11)) {
			t.Errorf("%s: faults %v", name, faults)
		}
		if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 24<<20 {
			t.Errorf("%s: heap grew by %d bytes", name, grown)
		}
	}
}

// A file of a few kilobytes that grows to a hundred megabytes costs no more
// memory than the limit.
func TestBombIsBounded(t *testing.T) {
	var b bytes.Buffer
	w, _ := zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1))
	io.Copy(w, &repeat{n: 200 << 20})
	w.Close()
	path := write(t, t.TempDir(), "a.txt.zst", b.String())
	want := []string{"fault a.txt.zst@0+0 too-large: the file has more than 1048576 bytes"}
	if diff := cmp.Diff(want, read(t, []string{path}, nil, Options{MaxRecord: 1 << 20})); diff != "" {
		t.Error(diff)
	}
}

func TestErrorOfYieldStops(t *testing.T) {
	path := write(t, t.TempDir(), "a.jsonl", two)
	r, err := Open([]string{path, path}, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	stop, n := errors.New("stop"), 0
	if err := r.Each(context.Background(), func(Item) error { n++; return stop }); err != stop || n != 1 {
		t.Errorf("%v after %d items", err, n)
	}
}

func TestCancelStops(t *testing.T) {
	pipe, w := io.Pipe()
	defer w.Close()
	for name, in := range map[string]io.Reader{
		"a reader that blocks": pipe,
		"a line without end":   io.MultiReader(strings.NewReader(two), &repeat{n: 1 << 62}),
	} {
		ctx, cancel := context.WithCancel(context.Background())
		r, err := Open([]string{"-"}, in, Options{MaxRecord: 1 << 10})
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- r.Each(ctx, func(Item) error { return nil }) }()
		time.AfterFunc(20*time.Millisecond, cancel)
		select {
		case err := <-done:
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: still running", name)
		}
		cancel()
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestReadErrorIsUnreadable(t *testing.T) {
	got := read(t, []string{"-"}, io.MultiReader(strings.NewReader(two+"{\"te"), failing{}), Options{})
	want := []string{`a@0+0 "one"`, `stdin#1@1+24 "two"`, "fault -@2+39 unreadable: disk on fire"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
