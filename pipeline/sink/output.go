package sink

import (
	"bufio"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// An Output is records on their way to a writer, in one of the formats.
type Output struct {
	buf *bufio.Writer  // before compression
	zip io.WriteCloser // nil when the format is plain
	out *bufio.Writer  // after it
}

// NewOutput writes records to w. Close ends them and leaves w open.
func NewOutput(w io.Writer, format Format) (*Output, error) {
	if err := format.check(); err != nil {
		return nil, err
	}
	o := &Output{out: bufio.NewWriterSize(w, writeBuffer)}
	var err error
	if o.zip, err = compressor(o.out, format); err != nil {
		return nil, err
	}
	o.buf = o.out
	if o.zip != nil {
		o.buf = bufio.NewWriterSize(o.zip, writeBuffer)
	}
	return o, nil
}

// Write appends one line, its line feed included.
func (o *Output) Write(line []byte) (int, error) { return o.buf.Write(line) }

// Close ends the records.
func (o *Output) Close() error {
	if err := o.buf.Flush(); err != nil {
		return err
	}
	if o.zip != nil {
		if err := o.zip.Close(); err != nil {
			return err
		}
	}
	return o.out.Flush()
}

// compressor compresses what is written to w; nil where the format is plain.
func compressor(w io.Writer, format Format) (io.WriteCloser, error) {
	switch format {
	case JSONLGzip:
		z := gzip.NewWriter(w)
		z.ModTime = time.Unix(0, 0) // written as "no time"; the zero value is not
		return z, nil
	case JSONLZstd:
		z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z, nil
	}
	return nil, nil
}
