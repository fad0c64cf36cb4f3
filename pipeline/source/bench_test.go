package source

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func BenchmarkLines(b *testing.B) {
	var in strings.Builder
	line, err := json.Marshal(map[string]any{"id": "page 1", "url": "https://example.org/page", "text": strings.Repeat("An \"old\" mill stood by the river – nobody knew why.\n", 100), "crawl": 7})
	if err != nil {
		b.Fatal(err)
	}
	for range 1000 {
		in.Write(line)
		in.WriteByte('\n')
	}
	for name, content := range map[string]string{"plain": in.String(), "gzip": gz(in.String()), "zstd": zst(in.String())} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(in.Len()))
			for b.Loop() {
				r, err := Open([]string{Stdin}, strings.NewReader(content), Options{})
				if err != nil {
					b.Fatal(err)
				}
				if err := r.Each(context.Background(), func(Item) error { return nil }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkGuess(b *testing.B) {
	data, err := charmap.KOI8R.NewEncoder().Bytes([]byte(strings.Repeat(sentences["ru"]+"\n", 40)))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		guess(data)
	}
}
