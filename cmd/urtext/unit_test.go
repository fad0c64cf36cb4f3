package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/urtext/urtext/pipeline"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

func quoteJSON(s string) string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]int64{
		"1": 1, "512MB": 512e6, "1GiB": 1 << 30, "1.5k": 1536, "2 kb": 2000, " 3MiB ": 3 << 20, "7B": 7, "1e3": 1000, "1t": 1 << 40,
	} {
		var s sizeFlag
		if err := s.Set(text); err != nil || int64(s) != want {
			t.Errorf("%q: %d, %v; want %d", text, s, err, want)
		}
		var again sizeFlag
		if err := again.Set(s.String()); err != nil || again != s {
			t.Errorf("%q comes back from %q as %d, %v", text, s.String(), again, err)
		}
	}
	for _, text := range []string{"", "0", "-1GB", "lots", "1XB", "GB", "1GB1", "9999999999TiB", "nan", "inf", "0x10", "1_0", "1 2"} {
		var s sizeFlag
		if err := s.Set(text); err == nil {
			t.Errorf("%q was taken as %d", text, s)
		}
	}
}

func TestExitCodes(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		err  error
		code int
		want string
	}{
		"usage":       {context.Background(), fmt.Errorf("%w: --out x holds other files", pipeline.ErrUsage), exitUsage, "urtext: error: --out x holds other files\n"},
		"with hint":   {context.Background(), usage("try y", "no x"), exitUsage, "urtext: error: no x\nurtext: hint: try y\n"},
		"no input":    {context.Background(), pipeline.ErrNoInput, exitNoInput, "urtext: error: no input\nurtext: hint: name files"},
		"rejects":     {context.Background(), fmt.Errorf("3 of 4: %w", pipeline.ErrRejects), exitTooMany, "urtext: error: 3 of 4: too many rejects\n"},
		"locked":      {context.Background(), fmt.Errorf("out: %w", pipeline.ErrLocked), exitLocked, "urtext: error: out: locked\nurtext: hint: wait"},
		"state":       {context.Background(), fmt.Errorf("out: %w", pipeline.ErrState), exitState, "urtext: error: out: state damaged or newer\n"},
		"other":       {context.Background(), errors.New("disk full"), exitFailed, "urtext: error: disk full\n"},
		"two errors":  {context.Background(), errors.Join(fmt.Errorf("write a: %w", syscall.ENOSPC), fmt.Errorf("write b: %w", syscall.ENOSPC)), exitFailed, "urtext: error: write a: no space left on device; write b: no space left on device\nurtext: hint: free space there"},
		"panic":       {context.Background(), fmt.Errorf("%w: boom\ngoroutine 1", corpus.ErrInternal), exitFailed, "urtext: error: internal error: boom\nurtext: hint: this is a fault of urtext itself"},
		"damaged":     {context.Background(), fmt.Errorf("%w: %w", pipeline.ErrState, sink.ErrDamaged), exitState, "urtext: error: the result is damaged\nurtext: hint: remove the folder"},
		"newer":       {context.Background(), fmt.Errorf("%w: %w", pipeline.ErrState, sink.ErrNewer), exitState, "urtext: error: the result is of a newer version of urtext\nurtext: hint: use the urtext that wrote it"},
		"interrupted": {cancelled, context.Canceled, exitInterrupted, "urtext: error: interrupted\n"},
	} {
		var stderr bytes.Buffer
		a := newApp(nil, io.Discard, &stderr)
		a.begun = true
		if code := a.fail(c.ctx, c.err); code != c.code || !strings.HasPrefix(stderr.String(), c.want) {
			t.Errorf("%s: code %d, %q", name, code, stderr.String())
		}
	}
}

func TestErrorsAreJSONWhenAsked(t *testing.T) {
	_, _, stderr := invoke(nil, "show", "x", "--out", t.TempDir(), "--log", "json")
	var line struct{ Level, Msg, Hint string }
	if err := json.Unmarshal([]byte(stderr), &line); err != nil || line.Level != "ERROR" || line.Hint == "" || !strings.HasPrefix(line.Msg, "urtext: error: ") {
		t.Errorf("%q: %v", stderr, err)
	}
}

// closedPipe is a standard output nobody reads any more.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, fmt.Errorf("write: %w", syscall.EPIPE) }

func TestClosedPipeIsNoError(t *testing.T) {
	var stderr bytes.Buffer
	if code := run([]string{"version"}, nil, closedPipe{}, &stderr); code != exitDone || stderr.Len() > 0 {
		t.Errorf("code %d, %q", code, stderr.String())
	}
}

func TestLineMeterIsSparing(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b, consoleOptions{json: true})
	m := c.meter.(*lineMeter)
	now := time.Unix(0, 0)
	m.now = func() time.Time { return now }
	for i := range 100 { // one update every tenth of a second
		c.progress(pipeline.Progress{Phase: "gather", Documents: int64(i), Bytes: int64(i) * 10, TotalBytes: 2000})
		now = now.Add(100 * time.Millisecond)
	}
	c.progress(pipeline.Progress{Phase: "settle", Done: 0, Total: 7})
	got := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(got) != 3 || !strings.Contains(got[1], `"left":15000000000`) || !strings.Contains(got[2], `"total":7`) {
		t.Errorf("%q", got)
	}
}

func TestBarMeter(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b, consoleOptions{bar: true})
	c.progress(pipeline.Progress{Phase: "gather", Documents: 12, Bytes: 500, TotalBytes: 1000})
	c.log.Warn("careful")
	c.progress(pipeline.Progress{Phase: "cluster", TotalBytes: -1})
	c.progress(pipeline.Progress{Phase: "settle", Done: 3, Total: 7})
	c.fail("it broke", "")
	for _, want := range []string{"gather: 12 documents", "50%", "careful\n", "cluster", "settle: articles", "urtext: error: it broke\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in %q", want, b.String())
		}
	}
}

func TestQuietSaysErrorsOnly(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b, consoleOptions{quiet: true})
	c.progress(pipeline.Progress{Phase: "gather", Documents: 1})
	c.log.Warn("careful")
	c.say("all is well\n")
	if b.Len() > 0 {
		t.Errorf("%q", b.String())
	}
	if c.fail("it broke", "mend it"); b.String() != "urtext: error: it broke\nurtext: hint: mend it\n" {
		t.Errorf("%q", b.String())
	}
}

func TestShellWord(t *testing.T) {
	for in, want := range map[string]string{"out": "out", "a b": "'a b'", "it's": `'it'\''s'`, "": "''", "/x/é": "'/x/é'"} {
		if got := shellWord(in); got != want {
			t.Errorf("%q: %s", in, got)
		}
	}
}
