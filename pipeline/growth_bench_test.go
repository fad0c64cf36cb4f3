//go:build unix

package pipeline

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// BenchmarkGrowthInWitnesses collates more and more copies of one article of
// 1,000 words, no two of them alike, and tells the slope: by which power of
// their number the time grows.
func BenchmarkGrowthInWitnesses(b *testing.B) {
	text := articleOf(b, "en/advice-wrong-brochures")
	growth(b, []int{125, 250, 500, 1000, 2000}, func(n int) []grownCopy { return copies(text, n) })
}

// BenchmarkGrowthInLength collates four copies of longer and longer texts, in
// thousands of words.
func BenchmarkGrowthInLength(b *testing.B) {
	growth(b, []int{4, 8, 16, 32, 64}, func(n int) []grownCopy { return copies(longText(b, 1000*n), 4) })
}

// A grownCopy is a record of what is collated.
type grownCopy struct {
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
	Text    string `json:"text"`
}

// growth measures sizes one after the other, in processor time, and reports the
// slope over all and between the last two.
func growth(b *testing.B, sizes []int, of func(n int) []grownCopy) {
	seconds := make([]float64, len(sizes))
	for i, n := range sizes {
		in := write(b, filepath.Join(b.TempDir(), "copies.jsonl"), jsonl(b, of(n)))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			start := processorTime(b)
			for b.Loop() {
				if _, err := Collate(context.Background(), Options{Inputs: []string{in}}, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			seconds[i] = (processorTime(b) - start).Seconds() / float64(b.N)
			b.ReportMetric(seconds[i], "cpu-s/op")
		})
	}
	slope := func(i, j int) float64 {
		return math.Log(seconds[j]/seconds[i]) / math.Log(float64(sizes[j])/float64(sizes[i]))
	}
	last := len(sizes) - 1
	b.Run("slope", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(slope(0, last), "slope")
		b.ReportMetric(slope(last-1, last), "last-slope")
	})
}

// longText makes a text of n words of the English articles, in any order.
func longText(b testing.TB, n int) string {
	r := rand.New(rand.NewSource(3))
	var words []string
	for _, a := range articles(b) {
		if a.Language == "en" {
			words = append(words, strings.Fields(a.Text)...)
		}
	}
	var out strings.Builder
	for i := range n {
		out.WriteString(words[r.Intn(len(words))])
		if i%60 == 59 {
			out.WriteString("\n\n")
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// copies damages a text n times: sentences and words are lost, misspelt and
// put in, as a hand that copies does.
func copies(text string, n int) []grownCopy {
	out := make([]grownCopy, n)
	sentence := regexp.MustCompile(`[^.!?]+[.!?”"]*\s*`)
	parts := sentence.FindAllString(text, -1)
	vocabulary := strings.Fields(text)
	for i := range out {
		r := rand.New(rand.NewSource(int64(i)))
		var b strings.Builder
		for _, s := range parts {
			if r.Float64() < .02 {
				continue
			}
			for _, w := range strings.SplitAfter(s, " ") {
				switch x := r.Float64(); {
				case x < .01:
				case x < .025 && len(w) > 4:
					at := 1 + r.Intn(len(w)-3)
					b.WriteString(w[:at] + string(rune('a'+r.Intn(26))) + w[at+1:])
				case x < .03:
					b.WriteString(vocabulary[r.Intn(len(vocabulary))] + " " + w)
				default:
					b.WriteString(w)
				}
			}
			if r.Float64() < .02 {
				for range 6 {
					b.WriteString(vocabulary[r.Intn(len(vocabulary))] + " ")
				}
			}
		}
		out[i] = grownCopy{fmt.Sprintf("%05d", i), "x", b.String()}
	}
	return out
}
