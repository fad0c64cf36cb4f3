// Package source reads documents. Paths of files and folders (or "-", the
// standard input) flow in; documents with their text as read, and faults for
// what cannot be read, flow out one by one, in the order of the paths.
//
//	path -> walk -> decompress -> format -> frame records -> decode -> Item
//
// Nothing here holds a file in memory, only one record, and a record is
// bounded by Options.MaxRecord after decompression. A text or HTML file is
// one record; a file of JSON holds one record to a line, or one object, or an
// array of objects.
//
// The text as read is the text after decompression, charset and JSON
// decoding, with its line ends as they were. It is always valid UTF-8.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urtext/urtext/pipeline/corpus"
)

// DefaultMaxRecord is the most bytes one record may have.
const DefaultMaxRecord = 32 << 20

// Stdin is the input path that stands for the standard input. Its records
// are named after StdinID.
const (
	Stdin   = "-"
	StdinID = "stdin"
)

// Options say how records are read. The zero value is ready for use.
type Options struct {
	IDField   string // JSON field of the id; "id" when empty
	TextField string // JSON field of the text; "text" when empty
	// SourceField is the JSON field that says where a record comes from. When
	// empty the field "source" is used, and the host of the url goes before it.
	SourceField string
	MaxRecord   int64    // most bytes of a record; DefaultMaxRecord when 0
	Exclude     []string // files and folders that are not read inside folders
	// PassOver, if set, names what a folder inside an input folder holds that
	// is not to be read; the folder is read when it gives "".
	PassOver func(dir string) string
	// Warn, if set, hears of files that yield no record and of entries of
	// folders that are passed over. It is called from Each.
	Warn func(path, message string)
}

// An Item is either a document or a fault, never both.
type Item struct {
	Document *corpus.Document
	Fault    *corpus.Fault
	Consumed int64 // bytes of input taken so far, as they lie on disk
}

// ErrUnsupported marks an input in a format that is known but not read.
var ErrUnsupported = errors.New("format not supported yet")

// UnsupportedError names an input given by name whose format is not read. It
// wraps ErrUnsupported.
type UnsupportedError struct {
	Path   string
	Format string
}

func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s: %s: %v", e.Path, e.Format, ErrUnsupported)
}

// Unwrap gives ErrUnsupported.
func (e *UnsupportedError) Unwrap() error { return ErrUnsupported }

// A Reader reads a list of inputs.
type Reader struct {
	inputs  []string
	stdin   io.Reader
	options Options
}

// Open prepares to read the inputs in the order given; an input named twice
// is read twice. Only the names are looked at: one whose format is not read
// gives an *UnsupportedError. What is missing or cannot be read becomes a
// fault when its turn comes, and the others go on.
func Open(inputs []string, stdin io.Reader, options Options) (*Reader, error) {
	for _, path := range inputs {
		kind, name := formatOf(path)
		if kind != kindUnsupported {
			continue
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			continue
		}
		return nil, &UnsupportedError{Path: path, Format: name}
	}
	return &Reader{inputs: inputs, stdin: stdin, options: options.withDefaults()}, nil
}

func (o Options) withDefaults() Options {
	if o.MaxRecord <= 0 {
		o.MaxRecord = DefaultMaxRecord
	}
	if o.IDField == "" {
		o.IDField = "id"
	}
	if o.TextField == "" {
		o.TextField = "text"
	}
	if o.Warn == nil {
		o.Warn = func(string, string) {}
	}
	return o
}

// TotalBytes walks the inputs and gives the sum of their sizes on disk, or
// -1 when it cannot be known, as with the standard input.
func (r *Reader) TotalBytes() int64 {
	var total int64
	errUnknown := errors.New("unknown size")
	err := r.walk(func(string, string) {}, func(e entry) error {
		if e.err == nil && !e.regular {
			return errUnknown
		}
		total += e.size
		return nil
	})
	if err != nil {
		return -1
	}
	return total
}

// Each hands every record of every input to yield, in order, from the
// caller's goroutine. It stops with the error of yield, or with the error of
// the context as soon as that is done. Faults are items, not errors.
func (r *Reader) Each(ctx context.Context, yield func(Item) error) error {
	v := &visit{ctx: ctx, options: r.options, stdin: r.stdin, yield: yield}
	return r.walk(r.options.Warn, func(e entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return v.entry(e)
	})
}
