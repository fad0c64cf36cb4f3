package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/store"
)

// What Dups writes, a line each.
const (
	DupsClusters  = "clusters"  // clusters of two documents and more
	DupsPairs     = "pairs"     // pairs that were found to be one article
	DupsDocuments = "documents" // all documents
)

// Which document of a cluster Dups keeps. Ties go to the longer document, then
// to the smaller content hash, then to the id.
const (
	KeepLongest  = "longest"  // the one with most words
	KeepEarliest = "earliest" // the first by the path of its source, then by its record
	KeepCleanest = "cleanest" // of those with half of the words of the longest: the least damaged
)

// Dups finds the documents that are copies or parts of one article and does
// nothing else. What opt.As asks for goes to w, or to the file opt.Out, which
// appears when it is complete. Of a document stay in memory some 50 bytes while all
// are read, and some 80 while they are compared; its id, its text and what is compared,
// as far as opt.Memory has no room for them, lie in temporary files beside opt.Out or in
// the system's folder for them.
func Dups(ctx context.Context, opt Options, w io.Writer) (sum Summary, err error) {
	format, err := opt.dups()
	if err != nil {
		return Summary{}, err
	}
	out, err := openOutput(opt, w, format)
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, out.end()) }()
	dir, remove, err := out.scratch()
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	opt.scratch = dir
	spool, err := store.NewSpool(dir)
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, spool.Close()) }()
	d := &dups{opt: opt, spool: spool, arranged: newArranged(opt, spool), shelf: opt.dupsConfig().NewShelf(dir, opt.Memory/2), sum: newSummary(opt)}
	d.notes = newCopyNotes(opt, dir, d.byID)
	defer func() {
		err = errors.Join(err, d.shelf.Close(), d.arranged.clear(), d.closely.close(), d.notes.close())
	}()
	if err := d.find(ctx); err != nil {
		return d.sum, err
	}
	if err := d.write(ctx, out); err != nil {
		return d.sum, err
	}
	return d.sum, out.publish()
}

// dups checks the options that Dups alone has and fills in what they leave
// open.
func (opt *Options) dups() (sink.Format, error) {
	opt.As, opt.Keep = cmp.Or(opt.As, DupsClusters), cmp.Or(opt.Keep, KeepLongest)
	if !slices.Contains([]string{DupsClusters, DupsPairs, DupsDocuments}, opt.As) {
		return "", fmt.Errorf("%w: unknown lines %q: there are clusters, pairs, documents", ErrUsage, opt.As)
	}
	if !slices.Contains([]string{KeepLongest, KeepEarliest, KeepCleanest}, opt.Keep) {
		return "", fmt.Errorf("%w: unknown policy %q: there are longest, earliest, cleanest", ErrUsage, opt.Keep)
	}
	format, err := sink.ParseFormat(opt.Format)
	return format, classed(err)
}

// dupsConfig is the configuration of sketches that looks for copies alone.
func (opt Options) dupsConfig() cluster.Config {
	c := opt.cluster()
	c.CopiesOnly, c.JoinTemplates, c.Pairs = true, opt.JoinTemplates, opt.As == DupsPairs
	return c
}

// An output is where the lines go: a file that is published at the end, or a
// writer.
type output struct {
	io.Writer
	file   *sink.File
	lock   *store.Lock
	stream *sink.Output
}

func openOutput(opt Options, w io.Writer, format sink.Format) (*output, error) {
	if opt.Out == "" {
		s, err := sink.NewOutput(w, format)
		return &output{Writer: s, stream: s}, classed(err)
	}
	lock, err := store.Acquire(opt.Out)
	if err != nil {
		return nil, classed(err)
	}
	f, err := sink.CreateFile(opt.Out, format)
	if err != nil {
		return nil, errors.Join(classed(err), lock.Release())
	}
	return &output{Writer: f, file: f, lock: lock}, nil
}

// scratch makes the folder for temporary files and says how to remove it.
func (o *output) scratch() (dir string, remove func() error, err error) {
	if o.file == nil {
		t, err := store.NewTemporary("dups")
		if err != nil {
			return "", nil, err
		}
		return t.Path(), t.Remove, nil
	}
	dir = o.file.Scratch()
	return dir, func() error { return os.RemoveAll(dir) }, os.Mkdir(dir, 0o700)
}

// publish ends the lines.
func (o *output) publish() error {
	if o.file != nil {
		return o.file.Publish()
	}
	return o.stream.Close()
}

// end lets go of the file; before publish it removes what was written.
func (o *output) end() error {
	if o.file == nil {
		return nil
	}
	return errors.Join(o.file.Abort(), o.lock.Release())
}
