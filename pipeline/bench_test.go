//go:build unix

package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
	"github.com/urtext/urtext/pipeline/store"
)

// BenchmarkGather gathers a corpus of damaged copies.
func BenchmarkGather(b *testing.B) {
	opt := Options{Inputs: benchInputs(b)}
	list := mustStages(b, opt)
	defer perProcessor(b, sizeOf(b, opt.Inputs))()
	for b.Loop() {
		spool := newSpool(b)
		if g, err := gather(context.Background(), opt, list, spool, opt.shelf(b.TempDir())); err != nil || g.notes.count == 0 {
			b.Fatalf("%d notes, %v", g.notes.count, err)
		}
		if err := spool.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func mustStages(b *testing.B, opt Options) []Stage {
	list, err := stages(opt)
	return must(b, list, err)
}

func newSpool(b *testing.B) *store.Spool {
	s, err := store.NewSpool(b.TempDir())
	return must(b, s, err)
}

// BenchmarkRun does the whole job on a corpus of damaged copies.
func BenchmarkRun(b *testing.B) {
	in, out := benchInputs(b), filepath.Join(b.TempDir(), "out")
	defer perProcessor(b, sizeOf(b, in))()
	for b.Loop() {
		run(b, Options{Inputs: in, Out: out})
	}
}

// BenchmarkClean cleans the same documents one by one.
func BenchmarkClean(b *testing.B) {
	in := benchInputs(b)
	defer perProcessor(b, sizeOf(b, in))()
	for b.Loop() {
		if _, err := Clean(context.Background(), Options{Inputs: in}, &bytes.Buffer{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFamily aligns and rebuilds one article from its gathered copies.
func BenchmarkFamily(b *testing.B) {
	list := mustStages(b, Options{})
	for _, copies := range []int{2, 4, 8} {
		b.Run(fmt.Sprintf("%d-copies", copies), func(b *testing.B) {
			docs, _ := damaged(b, damage.Options{Seed: 3, Families: 1, MinCopies: copies, MaxCopies: copies, NoDistractors: true, Languages: damage.Filter{Only: []string{"en"}}})
			var ws []*corpus.Witness
			size := 0
			for _, d := range docs {
				doc := &corpus.Document{ID: d.ID, Draft: corpus.NewDraft(d.Text)}
				if f := apply(list, doc); f != nil {
					b.Fatal(f)
				}
				ws = append(ws, new(mill).fill(doc, nil))
				size += len(d.Text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				if r := reconstruct.Rebuild(align.Align(ws), reconstruct.Knowledge{}); r.Article.Text == "" {
					b.Fatal("nothing was rebuilt")
				}
			}
		})
	}
}

// BenchmarkDups finds the duplicates among the same documents.
func BenchmarkDups(b *testing.B) {
	in := benchInputs(b)
	defer perProcessor(b, sizeOf(b, in))()
	for b.Loop() {
		if _, err := Dups(context.Background(), Options{Inputs: in}, &bytes.Buffer{}); err != nil {
			b.Fatal(err)
		}
	}
}
