package source

import (
	"bufio"
	"bytes"
	"io"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A frame is the bytes of one record, or what is wrong with their outer
// shape. The data is good until the next frame is asked for.
type frame struct {
	data   []byte
	offset int64 // of its first byte
	size   int64 // in bytes, also when data was not kept
	reason corpus.Reason
	detail string
}

// A framer cuts a stream into records. Its error is io.EOF at the end, or
// the stream's; then offset is where the record begun last would stand.
type framer interface {
	next() (frame, error)
}

// keep is a buffer that holds one record up to a limit and only counts what
// comes after.
type keep struct {
	limit int64
	data  []byte
	size  int64
}

const keepAtMost = 1 << 20 // capacity kept from one record to the next

func (k *keep) reset() {
	k.size = 0
	if cap(k.data) > keepAtMost {
		k.data = nil
	}
	k.data = k.data[:0]
}

func (k *keep) add(b []byte) {
	k.size += int64(len(b))
	if k.size <= k.limit {
		k.data = append(k.data, b...)
	}
}

func (k *keep) frame(offset int64) frame {
	f := frame{data: k.data, offset: offset, size: k.size}
	if k.size > k.limit {
		f.data, f.reason = nil, corpus.TooLarge
	}
	return f
}

// lines frames a record to a line; blank lines are none.
type lines struct {
	r   *bufio.Reader
	off int64
	keep
}

// next gives the next line that is not blank; io.EOF at the end.
func (l *lines) next() (frame, error) {
	for {
		f, err := l.line()
		if err != nil && (err != io.EOF || f.size == 0) {
			return f, err
		}
		if f.reason != "" || len(bytes.TrimLeft(f.data, " \t\r")) > 0 {
			return f, nil
		}
	}
}

// line reads up to the next line feed, which is not part of it.
func (l *lines) line() (frame, error) {
	l.reset()
	start := l.off
	for {
		part, err := l.r.ReadSlice('\n')
		l.off += int64(len(part))
		if err == nil {
			part = part[:len(part)-1]
			if l.size == 0 && int64(len(part)) <= l.limit {
				return frame{data: part, offset: start, size: int64(len(part))}, nil
			}
		}
		l.add(part)
		if err != bufio.ErrBufferFull {
			return l.frame(start), err
		}
	}
}

// values frames JSON values that stand one after the other, or are the
// elements of one array. A line feed inside a string is an error; between
// values that stand free the next line is then a new beginning.
type values struct {
	r       *bufio.Reader
	off     int64
	begun   bool
	array   bool
	first   bool // no element of the array has been read
	stopped bool
	keep
}

func (v *values) next() (frame, error) {
	if v.stopped {
		return frame{offset: v.off}, io.EOF
	}
	c, err := v.skipSpace()
	if !v.begun && err == nil {
		v.begun = true
		if c == '[' {
			v.array, v.first = true, true
			v.discard(1)
			c, err = v.skipSpace()
		}
	}
	if err == io.EOF && v.array {
		return v.broken("the array is not closed")
	}
	if err != nil {
		return frame{offset: v.off}, err
	}
	if v.array {
		return v.element(c)
	}
	return v.value()
}

// element reads the next element of the array, c being the byte it stands at.
func (v *values) element(c byte) (frame, error) {
	var err error
	switch {
	case c == ']':
		return v.end()
	case c == ',' && !v.first:
		v.discard(1)
		c, err = v.skipSpace()
	case !v.first:
		return v.broken("no comma between two elements")
	}
	switch {
	case err == io.EOF:
		return v.broken("the array is not closed")
	case err != nil:
		return frame{offset: v.off}, err
	case c == ',' || c == ']':
		return v.broken("an element is missing")
	}
	v.first = false
	return v.value()
}

// end reads past the closing bracket; only white space may follow.
func (v *values) end() (frame, error) {
	v.discard(1)
	if _, err := v.skipSpace(); err != nil {
		return frame{offset: v.off}, err
	}
	return v.broken("something follows the array")
}

// broken gives a frame with a fault after which nothing more can be framed.
func (v *values) broken(detail string) (frame, error) {
	v.stopped = true
	return frame{offset: v.off, reason: corpus.InvalidJSON, detail: detail}, nil
}

// value reads one JSON value to its end, however many windows it takes; one that
// ends with the file is a flaw of the record, after which nothing comes.
func (v *values) value() (frame, error) {
	v.reset()
	start := v.off
	s := scanner{lenient: v.array}
	for {
		window, err := v.window()
		if err != nil {
			f := v.frame(start)
			if err == io.EOF && s.open() {
				v.stopped = true
				f.reason, f.detail = corpus.InvalidJSON, "the file ends inside the record"
			} else if err == io.EOF {
				err = nil
			}
			if f.reason == corpus.InvalidJSON {
				err = nil
			}
			return f, err
		}
		n, done := s.scan(window)
		v.add(window[:n])
		v.discard(n)
		if done {
			return v.finish(start, s)
		}
	}
}

// finish gives the frame of a value that has ended, and after a broken one goes
// to where the next may begin.
func (v *values) finish(start int64, s scanner) (frame, error) {
	f := v.frame(start)
	if s.bad == "" {
		return f, nil
	}
	if v.array {
		v.stopped = true
	} else if err := v.skipLine(); err != nil && err != io.EOF {
		return f, err
	}
	if f.reason == "" {
		f.reason, f.detail = corpus.InvalidJSON, s.bad
	}
	return f, nil
}

// window gives what the buffer holds, at least one byte.
func (v *values) window() ([]byte, error) {
	if _, err := v.r.Peek(1); err != nil {
		return nil, err
	}
	return v.r.Peek(v.r.Buffered())
}

func (v *values) discard(n int) {
	k, _ := v.r.Discard(n) // n bytes are buffered, so that it cannot fail
	v.off += int64(k)
}

// skipSpace stops before the next byte that is no white space and gives it.
func (v *values) skipSpace() (byte, error) {
	for {
		window, err := v.window()
		if err != nil {
			return 0, err
		}
		rest := bytes.TrimLeft(window, " \t\r\n")
		v.discard(len(window) - len(rest))
		if len(rest) > 0 {
			return rest[0], nil
		}
	}
}

// skipLine reads past the next line feed.
func (v *values) skipLine() error {
	for {
		window, err := v.window()
		if err != nil {
			return err
		}
		if i := bytes.IndexByte(window, '\n'); i >= 0 {
			v.discard(i + 1)
			return nil
		}
		v.discard(len(window))
	}
}

// A scanner finds the end of one JSON value by its brackets and quotes and
// leaves all else to the parser. It may be fed in pieces.
type scanner struct {
	lenient bool // line feeds in strings are left to the parser
	begun   bool
	scalar  bool // a number or a word: it ends before what follows it
	depth   int
	quoted  bool
	escaped bool
	bad     string
}

// open says whether the value is begun and not ended. A number or a word at
// the end of the input has ended.
func (s *scanner) open() bool { return s.begun && !s.scalar }

// scan takes bytes of the value and says whether it ends with them.
func (s *scanner) scan(b []byte) (n int, done bool) {
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case s.escaped:
			s.escaped = false
		case s.quoted:
			j := s.skipQuoted(b[i:])
			i += j
			if i == len(b) {
				return i, false
			}
			if s.inString(b[i]) {
				return i, true
			}
			if !s.quoted && s.depth == 0 {
				return i + 1, true
			}
		case s.scalar:
			if bytes.IndexByte([]byte(" \t\r\n,]}[{\""), c) >= 0 {
				return i, true
			}
		default:
			if s.outside(c) {
				return i + 1, true
			}
		}
	}
	return len(b), false
}

// skipQuoted counts the plain bytes of a string.
func (s *scanner) skipQuoted(b []byte) int {
	for i, c := range b {
		if c == '"' || c == '\\' || c == '\n' && !s.lenient {
			return i
		}
	}
	return len(b)
}

// inString takes a byte of a string that is not plain; true ends the value.
func (s *scanner) inString(c byte) bool {
	switch c {
	case '"':
		s.quoted = false
	case '\\':
		s.escaped = true
	case '\n':
		s.bad = "line feed in a string"
		return true
	}
	return false
}

// outside takes a byte that stands in no string; true ends the value.
func (s *scanner) outside(c byte) bool {
	first := !s.begun
	s.begun = true
	switch c {
	case '"':
		s.quoted = true
	case '{', '[':
		s.depth++
	case '}', ']':
		s.depth--
		if s.depth < 0 {
			s.bad = "closing bracket without an opening one"
		}
		return s.depth <= 0
	default:
		if first && (c == ',' || c == ':') {
			s.bad = "a value is missing"
			return true
		}
		s.scalar = first
	}
	return false
}
