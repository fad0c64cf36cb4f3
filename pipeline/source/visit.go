package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A visit reads one file after the other and hands on what it finds.
type visit struct {
	ctx     context.Context
	options Options
	stdin   io.Reader
	yield   func(Item) error
	done    int64 // bytes on disk of the files before this one
}

// entry reads one file, or reports why it cannot.
func (v *visit) entry(e entry) error {
	src := corpus.Source{Path: clean(e.path)}
	if e.err != nil {
		return v.reject(nil, src, corpus.Unreadable, reasonOf(e.err))
	}
	kind, name := formatOf(e.path)
	if kind == kindUnsupported {
		v.done += e.size
		return v.reject(nil, src, corpus.Unsupported, name)
	}
	ctx, cancel := context.WithCancel(v.ctx)
	defer cancel()
	r, closeFile, err := v.open(ctx, e)
	if err != nil {
		return v.reject(nil, src, corpus.Unreadable, reasonOf(err))
	}
	defer closeFile()
	s, err := newStream(ctx, r, compressionOf(e.path))
	defer func() {
		s.close()
		v.done += max(s.disk.n, e.size)
	}()
	if err != nil {
		return v.broken(s, src, err)
	}
	return v.content(e, s, kind, src)
}

// open opens an entry, and says how to close it. What is no file can be
// interrupted.
func (v *visit) open(ctx context.Context, e entry) (io.Reader, func(), error) {
	if e.path == Stdin {
		if v.stdin == nil {
			return strings.NewReader(""), func() {}, nil
		}
		return newInterruptible(ctx, v.stdin), func() {}, nil
	}
	f, err := os.Open(e.path)
	if err != nil {
		return nil, nil, err
	}
	closeFile := func() { f.Close() } // only read: nothing to lose
	if e.regular {
		return f, closeFile, nil
	}
	return newInterruptible(ctx, f), closeFile, nil
}

// content tells the format of an opened file and reads its records.
func (v *visit) content(e entry, s *stream, kind kind, src corpus.Source) error {
	head, err := s.Peek(headSize)
	if len(head) == 0 {
		if err != nil && err != io.EOF {
			return v.broken(s, src, err)
		}
		v.options.Warn(src.Path, "empty file")
		return nil
	}
	what := ""
	if kind == kindUnknown {
		kind, what = sniff(head)
	}
	if kind == kindJSON {
		kind = layoutOf(head)
	}
	id := clean(e.id)
	switch kind {
	case kindUnsupported:
		return v.reject(s, src, corpus.Unsupported, what)
	case kindBinary:
		return v.reject(s, src, corpus.Binary, what)
	case kindLines, kindValues:
		return v.container(s, kind, id, src)
	}
	return v.single(s, kind == kindHTML, id, src)
}

// single reads a file that is one document.
func (v *visit) single(s *stream, html bool, id string, src corpus.Source) error {
	limit := v.options.MaxRecord
	data, err := io.ReadAll(io.LimitReader(s, limit+1))
	switch {
	case err != nil:
		return v.broken(s, src, err)
	case int64(len(data)) > limit:
		return v.reject(s, src, corpus.TooLarge, fmt.Sprintf("the file has more than %d bytes", limit))
	case isBinary(data):
		return v.reject(s, src, corpus.Binary, whatBinary(data))
	}
	text := string(data)
	if !s.wide {
		err := corpus.Guarded("decode", func() error {
			text = decodeText(data, html)
			return nil
		})
		if err != nil {
			return v.reject(s, src, corpus.Internal, err.Error())
		}
	} else if isGarbled(text) {
		return v.reject(s, src, corpus.Binary, "not text, though it begins with a byte-order mark")
	}
	doc := &corpus.Document{ID: id, Source: src, HTML: html, Draft: corpus.NewDraft(text)}
	return v.yield(Item{Document: doc, Consumed: v.consumed(s)})
}

// container reads a file of JSON records.
func (v *visit) container(s *stream, kind kind, id string, src corpus.Source) error {
	if head, _ := s.Peek(4 << 10); isBinary(head) && (isUnmarkedUTF16(head) || !startsJSON(head)) {
		return v.reject(s, src, corpus.Binary, whatBinary(head))
	}
	records := v.framer(s, kind)
	parse := newParser(v.options)
	for n := 0; ; n++ {
		if err := v.ctx.Err(); err != nil {
			return err
		}
		f, err := records.next()
		src.Record, src.Offset = n, f.offset
		if err == io.EOF {
			if n == 0 {
				v.options.Warn(src.Path, "no records")
			}
			return nil
		}
		if err != nil {
			return v.broken(s, src, err)
		}
		if err := v.record(s, f, parse, id, src); err != nil {
			return err
		}
	}
}

// framer starts after a byte-order mark: it is part of the file, not of a record.
func (v *visit) framer(s *stream, kind kind) framer {
	var off int64
	if mark, _ := s.Peek(len(utf8BOM)); string(mark) == string(utf8BOM) {
		k, _ := s.Discard(len(utf8BOM)) // just peeked at
		off = int64(k)
	}
	k := keep{limit: v.options.MaxRecord}
	if kind == kindLines {
		return &lines{r: s.Reader, off: off, keep: k}
	}
	return &values{r: s.Reader, off: off, keep: k}
}

func startsJSON(head []byte) bool {
	b := trimLeft(head)
	return len(b) > 0 && (b[0] == '{' || b[0] == '[')
}

// record makes a document of a frame and yields it, or rejects it; id names the
// file, for a document that has no id of its own.
func (v *visit) record(s *stream, f frame, parse *parser, id string, src corpus.Source) error {
	if f.reason == corpus.TooLarge {
		f.detail = fmt.Sprintf("the record has %d bytes, more than %d", f.size, v.options.MaxRecord)
	}
	if f.reason != "" {
		return v.reject(s, src, f.reason, f.detail)
	}
	var doc *corpus.Document
	var flaw *flaw
	err := corpus.Guarded("parse", func() error {
		doc, flaw = parse.parse(f.data)
		return nil
	})
	if err != nil {
		return v.reject(s, src, corpus.Internal, err.Error())
	}
	if flaw != nil {
		return v.reject(s, src, flaw.reason, flaw.detail)
	}
	doc.Source = src
	if doc.ID == "" {
		doc.ID = fmt.Sprintf("%s#%d", id, src.Record)
	}
	return v.yield(Item{Document: doc, Consumed: v.consumed(s)})
}

// broken reports an error of the stream.
func (v *visit) broken(s *stream, src corpus.Source, err error) error {
	f, stop := s.fault(src, err)
	if stop != nil {
		return stop
	}
	return v.yield(Item{Fault: f, Consumed: v.consumed(s)})
}

func (v *visit) reject(s *stream, src corpus.Source, reason corpus.Reason, detail string) error {
	f := &corpus.Fault{Source: src, Reason: reason, Detail: detail}
	return v.yield(Item{Fault: f, Consumed: v.consumed(s)})
}

func (v *visit) consumed(s *stream) int64 {
	if s == nil {
		return v.done
	}
	return v.done + s.disk.n
}

func compressionOf(path string) string {
	switch name := strings.ToLower(path); {
	case strings.HasSuffix(name, ".gz"), strings.HasSuffix(name, ".gzip"):
		return "gzip"
	case strings.HasSuffix(name, ".zst"), strings.HasSuffix(name, ".zstd"):
		return "zstd"
	}
	return ""
}

// reasonOf leaves the path out of an error of the file system: the fault
// names it already.
func reasonOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// clean makes a name of the file system fit for output.
func clean(name string) string { return strings.ToValidUTF8(name, "\ufffd") }
