package main

import (
	"context"
	"io"
)

// cancelReader reads ahead in a goroutine, so that a read that waits for a
// person or a pipe ends when the context does.
type cancelReader struct {
	ctx   context.Context
	r     io.Reader
	full  chan chunk
	empty chan []byte
	begun bool
	rest  []byte
	chunk chunk
}

type chunk struct {
	buf []byte
	n   int
	err error
}

func newCancelReader(ctx context.Context, r io.Reader) *cancelReader {
	return &cancelReader{ctx: ctx, r: r, full: make(chan chunk), empty: make(chan []byte, 2)}
}

// Read is not safe for concurrent use, like any reader.
func (c *cancelReader) Read(p []byte) (int, error) {
	if !c.begun {
		c.begun = true
		const size = 256 << 10
		c.empty <- make([]byte, size)
		c.empty <- make([]byte, size)
		go c.pump()
	}
	for len(c.rest) == 0 {
		if c.chunk.err != nil {
			return 0, c.chunk.err
		}
		if c.chunk.buf != nil {
			c.empty <- c.chunk.buf // never waits: there are two buffers
			c.chunk.buf = nil
		}
		select {
		case c.chunk = <-c.full:
			c.rest = c.chunk.buf[:c.chunk.n]
		case <-c.ctx.Done():
			return 0, c.ctx.Err()
		}
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

func (c *cancelReader) pump() {
	for {
		var buf []byte
		select {
		case buf = <-c.empty:
		case <-c.ctx.Done():
			return
		}
		n, err := c.r.Read(buf)
		select {
		case c.full <- chunk{buf, n, err}:
		case <-c.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}
