package repair

import (
	"math"
)

// countLikelihood is the log probability of n occurrences where mean are
// expected, under the negative binomial distribution.
func countLikelihood(n, mean, shape float64) float64 {
	if mean <= 0 {
		mean = 1e-9
	}
	a, _ := math.Lgamma(n + shape)
	b, _ := math.Lgamma(n + 1)
	c, _ := math.Lgamma(shape)
	return a - b - c + shape*math.Log(shape/(shape+mean)) + n*math.Log(mean/(shape+mean))
}

// splitLikelihood is the log probability that of b+n occurrences just b were
// eaten, at the share of eaten ones that makes it likeliest.
func splitLikelihood(b, n float64) float64 {
	if b == 0 || n == 0 {
		return 0
	}
	t, _ := math.Lgamma(b + n + 1)
	x, _ := math.Lgamma(b + 1)
	y, _ := math.Lgamma(n + 1)
	return t - x - y + b*math.Log(b/(b+n)) + n*math.Log(n/(b+n))
}

// freeLikelihood is the log probability of b breaks of no known cause, at
// the rate that makes it likeliest.
func freeLikelihood(b float64) float64 {
	if b == 0 {
		return 0
	}
	x, _ := math.Lgamma(b + 1)
	return b*math.Log(b) - b - x
}
