package cluster

import (
	"math"

	"github.com/urtext/urtext/fixtures/linear"
)

// kinRidge keeps a regression finite whose samples can be parted cleanly.
const kinRidge = .02

// regress fits a logistic regression by Newton's method, the samples of each
// language and sort weighing the same.
func regress(samples []kinSample) (b kinWeighting) {
	count := map[kinSample]float64{}
	for _, s := range samples {
		count[kinSample{language: s.language, same: s.same}]++
	}
	for range 60 {
		h := make([][]float64, kinFeatures+1)
		for i := range h {
			h[i] = make([]float64, kinFeatures+2)
			h[i][i] = kinRidge
			h[i][kinFeatures+1] = -kinRidge * b[i] * float64(b2i(i > 0))
		}
		for _, s := range samples {
			w := 1 / count[kinSample{language: s.language, same: s.same}]
			f := s.kinship.features()
			x := append([]float64{1}, f[:]...)
			p := 1 / (1 + math.Exp(-s.kinship.by(b)))
			for i := range x {
				h[i][kinFeatures+1] += w * (float64(b2i(s.same)) - p) * x[i]
				for j := range x {
					h[i][j] += w * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, d := range linear.Solve(h) {
			b[i] += d
		}
	}
	return b
}
