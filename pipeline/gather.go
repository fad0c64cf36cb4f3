package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/zeebo/xxh3"
	"golang.org/x/sync/errgroup"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/source"
	"github.com/urtext/urtext/pipeline/store"
	"github.com/urtext/urtext/pipeline/token"
)

// A note is what stays in memory of a gathered document; its text lies in
// the spool.
type note struct {
	id      string
	cluster string // what the record names, in collate
	hash    uint64 // of the text as read
	path    int32  // of its source, in gathering.paths
	record  int32
	spool   int32
	shelf   int32 // where its sketch lies on the shelf
	aside   int32 // see aside
	words   bool  // anything is left of it
}

// A gathering is the outcome of the first phase.
type gathering struct {
	notes    pieces[note]
	ids      names
	noted    *noted // of asides
	paths    []string
	pathOf   map[string]int32
	shelf    *cluster.Shelf // of the sketches; nil where clusters are given
	faults   []corpus.Fault
	words    *lexicon
	mu       sync.Mutex
	texts    map[uint64]struct{} // hashes of the texts that words counts
	bytes    int64
	warnings []string
}

// reader opens the inputs of a run.
func (opt Options) reader(warn func(path, message string)) (*source.Reader, error) {
	r, err := source.Open(opt.Inputs, opt.Stdin, source.Options{
		IDField: opt.IDField, TextField: opt.TextField, SourceField: opt.SourceField,
		MaxRecord: opt.MaxRecord, Exclude: opt.exclude(), PassOver: ownResult, Warn: warn,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrUsage, err)
	}
	return r, nil
}

// exclude keeps an output inside an input folder from being read, and
// temporary files beside it.
func (opt Options) exclude() []string {
	var out []string
	for _, path := range []string{opt.Out, opt.scratch} {
		if path != "" {
			out = append(out, path)
		}
	}
	return out
}

// ownResult names a folder of results: they are not what a crawl has brought,
// and every article in them would meet its own copies again.
func ownResult(dir string) string {
	if sink.Holds(dir) {
		return "a result of urtext"
	}
	return ""
}

func (opt Options) workers() int {
	if opt.Workers > 0 {
		return opt.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// A numbered document is one record and its place in the input. Either the
// document or the fault is set.
type numbered struct {
	n     int
	doc   *corpus.Document
	fault *corpus.Fault
}

// each reads the inputs, runs the stages on every document, and hands each
// record to take, from several goroutines at once and in no order. It
// returns the bytes read.
func (opt Options) each(ctx context.Context, stages []Stage, warn func(string, string), take func(numbered) error) (bytes int64, err error) {
	r, err := opt.reader(warn)
	if err != nil {
		return 0, err
	}
	progress := newMeter(opt, "gather", r.TotalBytes(), 0)
	group, ctx := errgroup.WithContext(ctx)
	records := make(chan numbered, 2*opt.workers())
	group.Go(func() error {
		defer close(records)
		n, began := 0, opt.Clock.start()
		return corpus.Guarded("read", func() error {
			return r.Each(ctx, func(it source.Item) error {
				opt.Clock.stop("source", began)
				defer func() { began = opt.Clock.start() }()
				bytes = it.Consumed
				progress.add(it.Consumed)
				select {
				case records <- numbered{n, it.Document, it.Fault}:
					n++
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
		})
	})
	for range opt.workers() {
		group.Go(func() error {
			room := new(token.Reading) // of one document after another
			for rec := range records {
				if rec.doc != nil {
					rec.doc.Words = room
					if rec.fault = apply(stages, rec.doc); rec.fault != nil {
						rec.doc = nil
					}
				}
				if err := take(rec); err != nil {
					return err
				}
			}
			return nil
		})
	}
	err = group.Wait()
	return bytes, err
}

// gather runs the first phase: every document goes through the stages to the
// spool, its sketch to the shelf if there is one, and a note of it stays.
func gather(ctx context.Context, opt Options, list []Stage, spool *store.Spool, shelf *cluster.Shelf) (*gathering, error) {
	g := &gathering{shelf: shelf, words: newLexicon(), texts: map[uint64]struct{}{}, pathOf: map[string]int32{}}
	warn := func(path, message string) {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.warnings = append(g.warnings, path+": "+message)
	}
	var err error
	if g.noted, err = newNoted(spool.Folder()); err != nil {
		return nil, err
	}
	g.bytes, err = opt.each(ctx, list, warn, func(rec numbered) error {
		var n note
		var err error
		if rec.fault == nil {
			n, err = g.note(opt, rec.doc, spool)
			rec.fault, err = faultOf(rec.doc, err)
		}
		if err != nil {
			return err
		}
		if rec.fault != nil {
			opt.logFault(rec.fault)
			g.mu.Lock()
			defer g.mu.Unlock()
			g.faults = append(g.faults, *rec.fault)
			return nil
		}
		g.mu.Lock()
		defer g.mu.Unlock()
		n.id, n.cluster, n.path = g.ids.keep(n.id), g.ids.keep(n.cluster), g.path(rec.doc.Source.Path)
		g.notes.add(n)
		return nil
	})
	g.texts = nil
	if err = errors.Join(err, g.noted.done()); err != nil {
		return nil, errors.Join(err, g.noted.close())
	}
	return g, nil
}

// path is the number of a path.
func (g *gathering) path(path string) int32 {
	n, ok := g.pathOf[path]
	if !ok {
		n = int32(len(g.paths))
		g.paths = append(g.paths, path)
		g.pathOf[path] = n
	}
	return n
}

// close removes the file of what was noted.
func (g *gathering) close() error { return g.noted.close() }

// note spools a document and keeps what the barrier needs of it.
func (g *gathering) note(opt Options, doc *corpus.Document, spool *store.Spool) (note, error) {
	var n note
	var sketch cluster.Sketch
	err := corpus.Guarded("sketch", func() error {
		n = note{id: doc.ID, hash: xxh3.HashString(doc.Draft.Read), record: int32(doc.Source.Record), cluster: opt.clusterOf(doc), words: anyWords(doc)}
		if g.shelf != nil && n.words {
			sketch = g.shelf.Sketch(opt.cluster(), doc)
		}
		return nil
	})
	if err != nil {
		return n, err
	}
	if g.fresh(n.hash) {
		g.words.add(doc)
	}
	if g.shelf != nil && n.words {
		at, err := g.shelf.Add(&sketch)
		if err != nil {
			return n, err
		}
		n.shelf = int32(at)
	}
	if n.aside, err = g.noted.add(asideOf(doc).append(nil)); err != nil {
		return n, err
	}
	at, err := spool.Append(doc)
	n.spool = int32(at)
	return n, err
}

// fresh reports whether no document with this text came before: equal copies
// count once among the words of the corpus.
func (g *gathering) fresh(hash uint64) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, seen := g.texts[hash]
	g.texts[hash] = struct{}{}
	return !seen
}

// logFault tells the log of a rejected record.
func (opt Options) logFault(f *corpus.Fault) {
	if opt.Log != nil {
		opt.Log.Warn("record rejected", "path", f.Source.Path, "record", f.Source.Record, "offset", f.Source.Offset, "reason", string(f.Reason), "detail", f.Detail)
	}
}

// shelf makes a shelf for the sketches, which may take half of the memory: the
// rest is for what grows with the documents in any case, and for pages that are
// compared.
func (opt Options) shelf(dir string) *cluster.Shelf {
	return opt.cluster().NewShelf(dir, opt.Memory/2)
}

// cluster is the configuration of sketches. The key is fixed: with a key of
// its own every run would sample other shingles, and the same input would
// not give the same bytes.
func (opt Options) cluster() cluster.Config {
	return cluster.Config{Key: 0x757274657874, Workers: opt.workers()}
}
