//go:build unix

package pipeline

import (
	"context"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/source"
	"github.com/urtext/urtext/pipeline/token"
)

// benchCorpus names a JSONL file to be measured in the place of the fixtures, as in
// URTEXT_BENCH_CORPUS=pages.jsonl make bench BENCH=Steps COUNT=1.
const benchCorpus = "URTEXT_BENCH_CORPUS"

// benchInputs is the corpus of the benchmarks: the file that the environment
// names, else damaged copies of the fixtures.
func benchInputs(b *testing.B) []string {
	if path := os.Getenv(benchCorpus); path != "" {
		return []string{path}
	}
	docs, _ := damaged(b, damage.Options{Seed: 1})
	return inputs(b, docs)
}

// sizeOf is the bytes of the inputs.
func sizeOf(b *testing.B, inputs []string) (size int64) {
	for _, path := range inputs {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	return size
}

// perProcessor reports the bytes of each round per second, and, since other
// work on the machine slows the clock but not the processor, per second of
// processor time, that of the garbage collector included. It begins now and
// ends when what it returns is called.
func perProcessor(b *testing.B, size int64) (end func()) {
	b.SetBytes(size)
	start := processorTime(b)
	return func() {
		spent := processorTime(b) - start
		b.ReportMetric(float64(size)*float64(b.N)/1e6/spent.Seconds(), "MB/cpu-s")
	}
}

func processorTime(b *testing.B) time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// benchDocuments reads the documents of files.
func benchDocuments(b *testing.B, inputs []string) (docs []*corpus.Document, size int64) {
	r, err := source.Open(inputs, nil, source.Options{})
	if err != nil {
		b.Fatal(err)
	}
	err = r.Each(context.Background(), func(it source.Item) error {
		if it.Document != nil {
			docs = append(docs, it.Document)
			size += int64(len(it.Document.Draft.Read))
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return docs, size
}

// A step is one thing that gather or clean does to a document.
type step struct {
	name string
	do   func(*corpus.Document) error
}

// steps are the stages in their order, then what gather, and what clean does
// with the document they leave.
func steps(b *testing.B) (shared, gathers, cleans []step) {
	for _, s := range mustStages(b, Options{}) {
		shared = append(shared, step{s.Name(), s.Apply})
	}
	sketches, words, spool := cluster.Config{Key: 1}, newLexicon(), newSpool(b)
	gathers = []step{
		{"note-sketch", func(d *corpus.Document) error { sketches.Sketch(d); return nil }},
		{"note-words", func(d *corpus.Document) error { words.add(d); return nil }},
		{"note-spool", func(d *corpus.Document) error { _, err := spool.Append(d); return err }},
	}
	cleans = []step{
		{"alone", func(d *corpus.Document) error { decideAlone(d, nil); titleOf(d); return nil }},
		{"fill", func(d *corpus.Document) error { new(mill).fill(d, nil); return nil }},
		{"finish", func(d *corpus.Document) error { return finish(d, nil, nil) }},
		{"encode", func(d *corpus.Document) error {
			r := record(d, "", nil, nil)
			_, err := sink.EncodeDocument(&r)
			return err
		}},
	}
	return shared, gathers, cleans
}

// BenchmarkSteps measures each step of gather and clean on its own, on the
// documents as the steps before leave them.
func BenchmarkSteps(b *testing.B) {
	in := benchInputs(b)
	docs, size := benchDocuments(b, in)
	b.Run("source", func(b *testing.B) {
		defer perProcessor(b, size)()
		for b.Loop() {
			benchDocuments(b, in)
		}
	})
	room := new(token.Reading)
	measure := func(steps []step, keep bool) {
		for _, s := range steps {
			b.Run(s.name, func(b *testing.B) {
				defer perProcessor(b, size)()
				for b.Loop() {
					for _, d := range docs {
						again := *d
						again.Words = room
						again.Proposals, again.Marks = append([]corpus.Proposal(nil), d.Proposals...), d.Marks[:len(d.Marks):len(d.Marks)]
						if err := s.do(&again); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
			for _, d := range docs {
				if !keep {
					break
				}
				d.Words = room
				if err := s.do(d); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	shared, gathers, cleans := steps(b)
	measure(shared, true)
	measure(gathers, false)
	measure(cleans, true)
}
