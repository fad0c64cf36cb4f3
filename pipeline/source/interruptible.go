package source

import (
	"context"
	"io"
)

// interruptible reads from a reader that may block for ever, as a terminal
// does, and gives up when the context is done. It reads ahead in a goroutine;
// one that is then still waiting ends with the next byte or with the process.
type interruptible struct {
	ctx   context.Context
	full  chan chunk
	empty chan []byte
	chunk chunk
	rest  []byte // of chunk.data
}

// A chunk is what one read gave.
type chunk struct {
	buffer []byte
	data   []byte
	err    error
}

func newInterruptible(ctx context.Context, r io.Reader) *interruptible {
	t := &interruptible{ctx: ctx, full: make(chan chunk), empty: make(chan []byte, 2)}
	for range cap(t.empty) {
		t.empty <- make([]byte, bufferSize)
	}
	go t.readAhead(r)
	return t
}

// readAhead fills buffers until the reader ends or the context is done.
func (t *interruptible) readAhead(r io.Reader) {
	for {
		var buffer []byte
		select {
		case buffer = <-t.empty:
		case <-t.ctx.Done():
			return
		}
		n, err := r.Read(buffer)
		select {
		case t.full <- chunk{buffer, buffer[:n], err}:
		case <-t.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}

func (t *interruptible) Read(p []byte) (int, error) {
	for len(t.rest) == 0 {
		if t.chunk.err != nil {
			return 0, t.chunk.err
		}
		if t.chunk.buffer != nil {
			t.empty <- t.chunk.buffer // never waits: it holds all buffers
			t.chunk.buffer = nil
		}
		select {
		case t.chunk = <-t.full:
			t.rest = t.chunk.data
		case <-t.ctx.Done():
			return 0, t.ctx.Err()
		}
	}
	n := copy(p, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}
