package store

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"

	"github.com/urtext/urtext/pipeline/corpus"
)

// page makes up a page of prose with a few edits and proposals.
func page(seed int64) *corpus.Document {
	r := rand.New(rand.NewSource(seed))
	words := strings.Fields("the a of and river stone bridge mill water slowly old winter morning walked under over because nobody remembered quiet village evening kitchen garden window letter market harbour cloud paper")
	var b strings.Builder
	for b.Len() < 5000 {
		n := 6 + r.Intn(14)
		for i := range n {
			w := words[r.Intn(len(words))] + []string{"", "", "", "s", "ed"}[r.Intn(5)]
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
		b.WriteString([]string{". ", ".\n", ", "}[r.Intn(3)])
	}
	d := &corpus.Document{ID: fmt.Sprintf("crawl/page-%d.html", seed), Source: corpus.Source{Path: "crawl/part-0001.jsonl.zst", Record: int(seed), Offset: seed * 5100}, Host: "example.org", Language: "en"}
	d.Draft = corpus.NewDraft(b.String())
	var changes []corpus.Change
	for at := 80; at < len(d.Draft.Text); at += 600 {
		changes = append(changes, corpus.Change{Start: at, End: at + 1, Now: "-", Kind: corpus.KindUnwrap, Why: []string{"layout: a line of 62 columns"}})
		d.Proposals = append(d.Proposals, corpus.Proposal{Start: at, End: at + 20, Kind: corpus.KindSpam, Score: 0.5, Evidence: []corpus.Evidence{{Family: corpus.Artefact, Weight: 0.5, Detail: "between two no-break spaces"}}})
	}
	if err := d.Draft.Apply(changes); err != nil {
		panic(err)
	}
	return d
}

func BenchmarkAppend(b *testing.B) {
	s, err := NewSpool(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	d := page(1)
	b.SetBytes(int64(len(d.Draft.Read)))
	for b.Loop() {
		if _, err := s.Append(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(s.offsets.at(1))/float64(len(d.Draft.Read)), "size/text")
}

func BenchmarkRead(b *testing.B) {
	s, err := NewSpool(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	d := page(1)
	if _, err := s.Append(d); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.Draft.Read)))
	for b.Loop() {
		if _, err := s.Read(0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkForms is what the layout was chosen by.
func BenchmarkForms(b *testing.B) {
	d := page(1)
	plain := encode(nil, d)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range []struct {
		name string
		make func() int
	}{
		{"plain", func() int { return len(encode(nil, d)) }},
		{"s2", func() int { return len(s2.Encode(nil, plain)) }},
		{"s2better", func() int { return len(s2.EncodeBetter(nil, plain)) }},
		{"zstd", func() int { return len(z.EncodeAll(plain, nil)) }},
		{"gob", func() int {
			var buf bytes.Buffer
			if err := gob.NewEncoder(&buf).Encode(d); err != nil {
				b.Fatal(err)
			}
			return buf.Len()
		}},
		{"json", func() int {
			body, err := json.Marshal(d)
			if err != nil {
				b.Fatal(err)
			}
			return len(body)
		}},
	} {
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Draft.Read)))
			n := 0
			for b.Loop() {
				n = f.make()
			}
			b.ReportMetric(float64(n)/float64(len(d.Draft.Read)), "size/text")
		})
	}
}
