package cluster

import (
	"math"
	"testing"

	"github.com/urtext/urtext/fixtures"
)

// A sample is two pages of one article, or of two, of a language.
type kinSample struct {
	language string
	same     bool
	kinship  kinship
}

// kinSamples cuts each article of the fixtures in two at every paragraph near
// its middle, and puts page 1 of each together with page 2 of each article of
// its language.
func kinSamples(t testing.TB) []kinSample {
	t.Helper()
	articles, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	var out []kinSample
	for i, a := range articles {
		for j, b := range articles {
			if a.Language != b.Language || a.Kind == fixtures.KindQuote && b.Kind == fixtures.KindQuote && i != j {
				continue
			}
			for k, x := range cuts(a.Text) {
				for l, y := range cuts(b.Text) {
					if i == j && k != l || i != j && (k+l)%3 != 0 {
						continue
					}
					out = append(out, kinSample{a.Language, i == j, kinOf(a.Language, x[0], y[1])})
				}
			}
		}
	}
	return out
}

// kinOf compares two pages.
func kinOf(language, a, b string) kinship {
	x, y := Config{}.newPage(Body{Text: a}), Config{}.newPage(Body{Text: b})
	shared := common([]*page{x, y})
	return x.kin(language, shared).to(y.kin(language, shared))
}

// regress fits a logistic regression by Newton's method, the samples of each
// language and sort weighing the same and a small ridge keeping it finite.
func regress(samples []kinSample) [kinFeatures + 1]float64 {
	count := map[kinSample]float64{}
	for _, s := range samples {
		count[kinSample{language: s.language, same: s.same}]++
	}
	var b [kinFeatures + 1]float64
	for range 60 {
		var h [kinFeatures + 1][kinFeatures + 2]float64
		for i := range h {
			h[i][i] = kinRidge
			h[i][kinFeatures+1] = -kinRidge * b[i] * float64(b2i(i > 0))
		}
		for _, s := range samples {
			w := 1 / count[kinSample{language: s.language, same: s.same}]
			f := s.kinship.features()
			x := append([]float64{1}, f[:]...)
			z := 0.0
			for i := range x {
				z += b[i] * x[i]
			}
			p := 1 / (1 + math.Exp(-z))
			for i := range x {
				h[i][kinFeatures+1] += w * (float64(b2i(s.same)) - p) * x[i]
				for j := range x {
					h[i][j] += w * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, d := range solve(h) {
			b[i] += d
		}
	}
	return b
}

const kinRidge = .02

// solve solves linear equations by elimination.
func solve(h [kinFeatures + 1][kinFeatures + 2]float64) (x [kinFeatures + 1]float64) {
	n := len(h)
	for i := range n {
		for k := i + 1; k < n; k++ {
			if math.Abs(h[k][i]) > math.Abs(h[i][i]) {
				h[i], h[k] = h[k], h[i]
			}
		}
		for k := i + 1; k < n; k++ {
			f := h[k][i] / h[i][i]
			for j := i; j <= n; j++ {
				h[k][j] -= f * h[i][j]
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		x[i] = h[i][n]
		for j := i + 1; j < n; j++ {
			x[i] -= h[i][j] * x[j]
		}
		x[i] /= h[i][i]
	}
	return x
}

// TestKinWeights makes the weights anew.
func TestKinWeights(t *testing.T) {
	got := regress(kinSamples(t))
	for i, w := range kinWeights {
		if math.Abs(w-got[i]) > .01*math.Abs(got[i]) {
			t.Errorf("weights %.3f, want %.3f", kinWeights, got)
			break
		}
	}
}
