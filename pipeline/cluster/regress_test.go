package cluster

import "math"

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
		var h [kinFeatures + 1][kinFeatures + 2]float64
		for i := range h {
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
		for i, d := range solve(h) {
			b[i] += d
		}
	}
	return b
}

// solve solves linear equations by elimination.
func solve(h [kinFeatures + 1][kinFeatures + 2]float64) (x kinWeighting) {
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
