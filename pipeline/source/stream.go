package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	"github.com/urtext/urtext/pipeline/corpus"
)

const (
	bufferSize = 256 << 10
	headSize   = 64 << 10 // how much of a file is looked at to tell its format
	// maxWindow is the most memory that a zstd frame may ask for: what the
	// zstd command accepts without a flag.
	maxWindow = 128 << 20
)

// A stream is the content of one file, decompressed and, if it was UTF-16 or
// UTF-32 with a byte-order mark, decoded to UTF-8. Offsets count its bytes.
type stream struct {
	*bufio.Reader
	disk  *counter // bytes as they lie on disk
	plain *counter // bytes decompressed
	codec string   // "gzip", "zstd" or empty
	wide  bool     // decoded from UTF-16 or UTF-32
	close func()
}

// newStream decompresses r by its content. A name that ends in a compression
// whose mark the content lacks is an error.
func newStream(ctx context.Context, r io.Reader, named string) (*stream, error) {
	s := &stream{disk: &counter{ctx: ctx, r: r}, close: func() {}}
	raw := bufio.NewReaderSize(s.disk, bufferSize)
	if err := s.decompress(ctx, raw, named); err != nil {
		return s, err
	}
	s.Reader = bufio.NewReaderSize(s.plain, bufferSize)
	mark, _ := s.Peek(4)
	if wide := wideEncoding(mark); wide != nil {
		s.wide = true
		s.Reader = bufio.NewReaderSize(transform.NewReader(s.Reader, wide.NewDecoder()), bufferSize)
	}
	return s, nil
}

// decompress looks at the first bytes and reads on through the codec that they
// name; named is the one that the file's name promises.
func (s *stream) decompress(ctx context.Context, raw *bufio.Reader, named string) error {
	s.plain = &counter{ctx: ctx, r: raw}
	mark, err := raw.Peek(4)
	switch {
	case bytes.HasPrefix(mark, []byte{0x1f, 0x8b}):
		s.codec = "gzip"
		z, err := gzip.NewReader(raw)
		if err != nil {
			return err
		}
		s.plain.r = z
	case isZstd(mark):
		s.codec = "zstd"
		z, err := zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return err
		}
		s.plain.r, s.close = z, z.Close
	case len(mark) == 0 && err != io.EOF:
		return err
	case named != "" && len(mark) > 0:
		s.codec = named
		return errors.New("wrong magic number")
	}
	return nil
}

// isZstd knows the magic numbers of a frame and of a skippable frame.
func isZstd(mark []byte) bool {
	return bytes.Equal(mark, []byte{0x28, 0xb5, 0x2f, 0xfd}) ||
		len(mark) == 4 && mark[0]&0xf0 == 0x50 && bytes.Equal(mark[1:], []byte{0x2a, 0x4d, 0x18})
}

// wideEncoding tells UTF-16 and UTF-32 by their byte-order marks. A mark of
// these is part of the encoding, not of the text.
func wideEncoding(mark []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(mark, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(mark, []byte{0, 0, 0xfe, 0xff}):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(mark, []byte{0xff, 0xfe}), bytes.HasPrefix(mark, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// fault puts an error met while reading into words. An error of the context
// is none: it ends the run.
func (s *stream) fault(at corpus.Source, err error) (*corpus.Fault, error) {
	if stop := s.disk.ctx.Err(); stop != nil {
		return nil, stop
	}
	f := &corpus.Fault{Source: at, Reason: corpus.Unreadable, Detail: err.Error()}
	switch {
	case s.disk.err != nil:
		f.Detail = s.disk.err.Error()
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		f.Detail = fmt.Sprintf("the zstd frame asks for a window over %d MiB", maxWindow>>20)
	case s.codec != "":
		f.Reason = corpus.Truncated
		f.Detail = fmt.Sprintf("the %s stream breaks after %d bytes: %v", s.codec, s.plain.n, err)
	}
	return f, nil
}

// A counter counts what passes, stops when the context is done, and keeps
// the error of what lies below it.
type counter struct {
	ctx context.Context
	r   io.Reader
	n   int64
	err error
}

func (c *counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}
