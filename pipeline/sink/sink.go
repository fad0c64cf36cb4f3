// Package sink writes results and reads them again. Records of articles,
// documents, apparatus and rejects flow in; a folder of files flows out, all
// at once or not at all. Result reads such a folder for those who show it.
//
// Publishing, for an output folder DIR/NAME:
//
//  1. Everything is written to the sibling DIR/.NAME.urtext-new.
//  2. Its files and the folder are synced to disk.
//  3. The two folders change places in one step (where the system cannot,
//     the old one is first put aside as DIR/.NAME.urtext-old).
//  4. The old result, now in the sibling's place, is removed.
//
// A run that is killed leaves the sibling behind, and the next one removes
// it. Two runs must not write to one folder at a time: the caller holds a lock.
package sink

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The files of a result; those of records carry the extension of their Format.
const (
	canonicalFile = "canonical"
	documentsFile = "documents"
	apparatusFile = "apparatus"
	rejectsFile   = "rejects"
	summaryFile   = "summary.json"
	timingsFile   = "timings.json"
	exportFile    = "export" // and the extension of its form
)

// exportForms are the extensions that the file of an export may have, as the
// room that makes them names them.
func exportForms() []string { return []string{".tei.xml", ".graphml", ".csv", ".jsonl"} }

func recordFiles() []string {
	return []string{canonicalFile, documentsFile, apparatusFile, rejectsFile}
}

// A Writer writes one result. Its methods may be called from many goroutines
// at a time; records of one kind stand in the order of the calls.
type Writer struct {
	target  string // the output folder, absolute, links resolved
	dir     string // the sibling in which the result grows
	format  Format
	streams map[string]*stream

	mu      sync.Mutex
	summary bool
	done    bool
}

// Create begins a result for the output folder, which need not exist. It
// fails like Check when the folder may not be replaced, and removes what a
// killed run left. The caller holds the lock of the folder.
func Create(out string, format Format) (*Writer, error) {
	if err := format.check(); err != nil {
		return nil, err
	}
	target, err := resolve(out)
	if err != nil {
		return nil, err
	}
	if err := recoverOld(target); err != nil {
		return nil, err
	}
	if err := Check(target); err != nil {
		return nil, err
	}
	w := &Writer{target: target, dir: newPath(target), format: format, streams: make(map[string]*stream)}
	if err := os.RemoveAll(w.dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(w.Scratch(), 0o777); err != nil {
		return nil, err
	}
	for _, name := range recordFiles() {
		s, err := newStream(filepath.Join(w.dir, name+format.extension()), format)
		if err != nil {
			return nil, errors.Join(err, w.Abort())
		}
		w.streams[name] = s
	}
	return w, nil
}

// Scratch is a folder for the temporary files of the run, on the disk of the
// result. It is removed before the result is published.
func (w *Writer) Scratch() string { return filepath.Join(w.dir, "scratch") }

// ArticleLine writes a record of canonical.jsonl that EncodeArticle made.
func (w *Writer) ArticleLine(line []byte) error { return w.streams[canonicalFile].write(line) }

// ApparatusLine writes a record of apparatus.jsonl that EncodeApparatus made.
func (w *Writer) ApparatusLine(line []byte) error { return w.streams[apparatusFile].write(line) }

// Apparatus writes a record of apparatus.jsonl that is too long to be made first.
func (w *Writer) Apparatus(cluster string, entries iter.Seq[corpus.Entry]) error {
	return w.streams[apparatusFile].fill(func(out io.Writer) error { return encodeApparatus(out, cluster, entries) })
}

// DocumentLine writes a record of documents.jsonl that EncodeDocument made.
func (w *Writer) DocumentLine(line []byte) error { return w.streams[documentsFile].write(line) }

// Reject writes a record of rejects.jsonl.
func (w *Writer) Reject(f *corpus.Fault) error {
	line, err := EncodeFault(f)
	if err != nil {
		return fmt.Errorf("record of %s: %w", rejectsFile, err)
	}
	return w.streams[rejectsFile].write(line)
}

// Export opens the file in which articles are exported in another form, named
// by its extension with the dot. It takes part in the publishing.
func (w *Writer) Export(extension string) (io.Writer, error) {
	if !slices.Contains(exportForms(), extension) {
		return nil, fmt.Errorf("export %q: %w", extension, ErrFormat)
	}
	s, err := newStream(filepath.Join(w.dir, exportFile+extension), JSONL)
	if err != nil {
		return nil, err
	}
	w.streams[exportFile] = s
	return s, nil
}

// Summary writes summary.json: v, which encodes to a JSON object without a
// field "format", and the mark by which the result is known.
func (w *Writer) Summary(v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	marked, err := mark(body)
	if err != nil {
		return err
	}
	if err := writeIndented(filepath.Join(w.dir, summaryFile), marked); err != nil {
		return err
	}
	w.mu.Lock()
	w.summary = true
	w.mu.Unlock()
	return nil
}

// Timings writes timings.json.
func (w *Writer) Timings(v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	return writeIndented(filepath.Join(w.dir, timingsFile), body)
}

// ErrNoSummary is returned by Publish for a result without its summary,
// which could not be told from a folder of someone else.
var ErrNoSummary = errors.New("no summary was written")

// Publish puts the result in the place of the output folder. After an error
// the output folder is as it was, and Abort cleans up.
func (w *Writer) Publish() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		return os.ErrClosed
	}
	if !w.summary {
		return ErrNoSummary
	}
	for _, name := range slices.Sorted(maps.Keys(w.streams)) {
		if err := w.streams[name].close(); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(w.Scratch()); err != nil {
		return err
	}
	if err := syncDir(w.dir); err != nil {
		return err
	}
	if err := Check(w.target); err != nil { // it may have changed since Create
		return fmt.Errorf("while the run was on: %w", err)
	}
	if err := swap(w.dir, w.target); err != nil {
		return err
	}
	w.done = true
	return nil
}

// Abort removes what was written. After Publish it does nothing.
func (w *Writer) Abort() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		return nil
	}
	w.done = true
	for _, s := range w.streams {
		s.abandon()
	}
	return os.RemoveAll(w.dir)
}
