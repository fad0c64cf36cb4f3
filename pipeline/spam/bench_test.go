package spam

import (
	"os"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// BenchmarkApply is one document of about 5 kB with three injected phrases.
func BenchmarkApply(b *testing.B) {
	read, err := os.ReadFile("../../fixtures/articles/en/trade-replica-jerseys.txt")
	if err != nil {
		b.Skip(err)
	}
	text := strings.Repeat(string(read), 5000/len(read)+1)
	for _, c := range []struct{ name, text string }{
		{"clean", text},
		{"injected", strings.Replace(text, ", but", "\u00a0Cheap Copper Kettles\u00a0, but", 3)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				d := &corpus.Document{Draft: corpus.NewDraft(c.text), Language: "en"}
				if err := (Detector{}).Apply(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
