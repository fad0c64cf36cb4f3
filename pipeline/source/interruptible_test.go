package source

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func TestInterruptibleGivesTheSameBytes(t *testing.T) {
	want := strings.Repeat("0123456789", 100_000)
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(want), "halves": iotest.HalfReader(strings.NewReader(want)), "data with EOF": iotest.DataErrReader(strings.NewReader(want)),
	} {
		got, err := io.ReadAll(iotest.HalfReader(newInterruptible(context.Background(), r)))
		if err != nil || string(got) != want {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	boom := errors.New("boom")
	if _, err := io.ReadAll(newInterruptible(context.Background(), iotest.ErrReader(boom))); err != boom {
		t.Errorf("error %v", err)
	}
}

func TestInterruptibleEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	waiting, _ := io.Pipe()
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := newInterruptible(ctx, waiting).Read(make([]byte, 1)); err != context.Canceled {
		t.Errorf("error %v", err)
	}
}
