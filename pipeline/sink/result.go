package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A Result reads a published result. Every call opens its file anew.
type Result struct{ dir string }

// OpenResult opens a result for reading. The error is, or wraps,
// ErrNoResult, ErrNewer or ErrDamaged.
func OpenResult(dir string) (*Result, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() || errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", dir, ErrNoResult)
	}
	if err != nil {
		return nil, err
	}
	r := &Result{dir: dir}
	_, err = r.path(canonicalFile)
	switch err = checkSummary(dir, err == nil); {
	case errors.Is(err, ErrRefused):
		return nil, fmt.Errorf("%s: %w", dir, ErrNoResult)
	case err != nil:
		return nil, err
	}
	return r, nil
}

// path finds the file of a kind of records in whichever format it is.
func (r *Result) path(base string) (string, error) {
	for _, f := range Formats() {
		p := filepath.Join(r.dir, base+f.extension())
		if _, err := os.Stat(p); err == nil {
			return p, nil
		}
	}
	return "", fmt.Errorf("%s: %s is missing: %w", r.dir, base+JSONL.extension(), ErrDamaged)
}

// Summary decodes summary.json into v.
func (r *Result) Summary(v any) error {
	body, err := os.ReadFile(filepath.Join(r.dir, summaryFile))
	if err != nil {
		return err
	}
	return json.Unmarshal(body, v)
}

// Articles gives the records of canonical.jsonl in their order. After an
// error, which comes with a nil record, nothing follows.
func (r *Result) Articles() iter.Seq2[*corpus.Article, error] {
	return records[corpus.Article](r, canonicalFile, nil)
}

// Documents gives the records of documents.jsonl.
func (r *Result) Documents() iter.Seq2[*corpus.Record, error] {
	return records[corpus.Record](r, documentsFile, nil)
}

// Apparatuses gives the records of apparatus.jsonl.
func (r *Result) Apparatuses() iter.Seq2[*corpus.Apparatus, error] {
	return records[corpus.Apparatus](r, apparatusFile, nil)
}

// Rejects gives the records of rejects.jsonl.
func (r *Result) Rejects() iter.Seq2[*corpus.Fault, error] {
	return records[corpus.Fault](r, rejectsFile, nil)
}

// Document finds a document by its id; nil when there is none.
func (r *Result) Document(id string) (*corpus.Record, error) {
	return find(records[corpus.Record](r, documentsFile, holds(id)), func(d *corpus.Record) bool { return d.ID == id })
}

// Article finds an article by its id, else the first that has a member of
// that id; nil when there is neither.
func (r *Result) Article(id string) (*corpus.Article, error) {
	var byMember *corpus.Article
	byID, err := find(records[corpus.Article](r, canonicalFile, holds(id)), func(a *corpus.Article) bool {
		for _, m := range a.Members {
			if m.ID == id && byMember == nil {
				byMember = a
			}
		}
		return a.ID == id
	})
	if byID == nil && err == nil {
		return byMember, nil
	}
	return byID, err
}

// Apparatus finds the apparatus of an article; nil when it has none.
func (r *Result) Apparatus(article string) (*corpus.Apparatus, error) {
	return find(records[corpus.Apparatus](r, apparatusFile, holds(article)), func(a *corpus.Apparatus) bool { return a.Cluster == article })
}

func find[T any](all iter.Seq2[*T, error], is func(*T) bool) (*T, error) {
	for v, err := range all {
		if err != nil {
			return nil, err
		}
		if is(v) {
			return v, nil
		}
	}
	return nil, nil
}

// holds passes only lines in which a string stands, as the writer encodes
// it, so that few lines need decoding.
func holds(id string) func(line []byte) bool {
	quoted, err := encode(id)
	quoted = bytes.TrimSuffix(quoted, []byte("\n"))
	return func(line []byte) bool { return err != nil || bytes.Contains(line, quoted) }
}

// records reads the lines of a file that want passes, all when it is nil.
func records[T any](r *Result, base string, want func([]byte) bool) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		path, err := r.path(base)
		if err != nil {
			yield(nil, err)
			return
		}
		n := 0
		for line, err := range lines(path) {
			n++
			if err == nil && want != nil && !want(line) {
				continue
			}
			v := new(T)
			if err == nil {
				if err = json.Unmarshal(line, v); err != nil {
					err = fmt.Errorf("%s:%d: %v: %w", path, n, err, ErrDamaged)
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(v, nil) {
				return
			}
		}
	}
}

// lines gives the lines of a file, each good until the next.
func lines(path string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close() // only read: nothing to lose
		in, done, err := decompress(f, filepath.Ext(path))
		if err != nil {
			yield(nil, fmt.Errorf("%s: %v: %w", path, err, ErrDamaged))
			return
		}
		defer done()
		readLines(bufio.NewReaderSize(in, writeBuffer), path, yield)
	}
}

// readLines wants every line to end: one that does not was cut.
func readLines(in *bufio.Reader, path string, yield func([]byte, error) bool) {
	var long []byte
	for n := 1; ; {
		part, err := in.ReadSlice('\n')
		switch {
		case err == bufio.ErrBufferFull:
			long = append(long, part...)
			continue
		case err == io.EOF && len(long)+len(part) == 0:
			return
		case err == io.EOF:
			err = io.ErrUnexpectedEOF
			fallthrough
		case err != nil:
			yield(nil, fmt.Errorf("%s:%d: %v: %w", path, n, err, ErrDamaged))
			return
		}
		n++
		line := part
		if len(long) > 0 {
			long = append(long, part...)
			line = long
		}
		if !yield(line, nil) {
			return
		}
		long = long[:0]
	}
}

func decompress(f *os.File, extension string) (io.Reader, func(), error) {
	switch extension {
	case ".gz":
		z, err := gzip.NewReader(f)
		return z, func() {}, err
	case ".zst":
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, err
		}
		return z, z.Close, nil
	}
	return f, func() {}, nil
}
