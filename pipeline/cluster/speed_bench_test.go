package cluster

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// BenchmarkSpeed measures what a text costs to be cut into words and sketched,
// beside what it costs to be read at all: the sum of its bytes, the count of
// its words as wc -w counts them, and bytes.Fields. The texts are our articles,
// one document each: those in English without what is not ASCII, and those in
// all languages and scripts. All are measured in turn, and each by its best
// round, since what else the machine does slows single rounds.
func BenchmarkSpeed(b *testing.B) {
	for _, c := range []struct {
		name  string
		texts []string
	}{{"ascii", asciiArticles(b)}, {"mixed", mixedArticles(b)}} {
		b.Run(c.name, func(b *testing.B) {
			size := 0
			var docs []*corpus.Document
			var raw [][]byte
			for _, text := range c.texts {
				docs, raw, size = append(docs, document("", text)), append(raw, []byte(text)), size+len(text)
			}
			jobs := speedJobs(docs, raw)
			best, sum := make([]time.Duration, len(jobs)), 0
			for b.Loop() {
				for k, job := range jobs {
					start := time.Now()
					for i := range docs {
						sum += job.do(i)
					}
					if took := time.Since(start); best[k] == 0 || took < best[k] {
						best[k] = took
					}
				}
			}
			if sum == 0 {
				b.Fatal("nothing was counted")
			}
			for k, job := range jobs {
				b.ReportMetric(float64(size)/1e6/best[k].Seconds(), job.name+"-MB/s")
			}
		})
	}
}

// A speedJob is done with one document after the other.
type speedJob struct {
	name string
	do   func(i int) int
}

func speedJobs(docs []*corpus.Document, raw [][]byte) []speedJob {
	config := Config{Key: 1, CopiesOnly: true}
	var spans []token.Span
	return []speedJob{
		{"sum", func(i int) int { return sumBytes(raw[i]) }},
		{"wc", func(i int) int { return countWords(raw[i]) }},
		{"fields", func(i int) int { return len(bytes.Fields(raw[i])) }},
		{"words", func(i int) int {
			spans = token.Words(spans[:0], docs[i].Draft.Text)
			return len(spans)
		}},
		{"sketch", func(i int) int {
			s := config.Sketch(docs[i])
			return len(s.Samples)
		}},
	}
}

func mixedArticles(tb testing.TB) (texts []string) {
	all, err := fixtures.Articles()
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range all {
		texts = append(texts, a.Text)
	}
	return texts
}

func asciiArticles(tb testing.TB) (texts []string) {
	all, err := fixtures.Articles()
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range all {
		if a.Language == "en" {
			texts = append(texts, strings.Map(func(r rune) rune {
				if r >= utf8.RuneSelf {
					return '-'
				}
				return r
			}, a.Text))
		}
	}
	return texts
}

func sumBytes(text []byte) int {
	n := 0
	for _, c := range text {
		n += int(c)
	}
	return n
}

// countWords counts runs without white space, as wc -w does in the C locale.
func countWords(text []byte) int {
	n, inside := 0, false
	for _, c := range text {
		space := c == ' ' || c-'\t' < 5
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}
