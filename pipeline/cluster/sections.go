package cluster

import "math"

// A translation keeps its paragraphs, and their lengths in proportion.
const (
	leastSections = 8
	lengthSpread  = .2 // standard deviation of the logarithm of their ratio
)

// sameSections reports whether two texts have paragraphs of the same
// lengths in the same order, but for one factor.
func sameSections(a, b []uint16) bool {
	if len(a) != len(b) || len(a) < leastSections || len(a) >= maxSections {
		return false
	}
	var sum, squares float64
	for i := range a {
		d := math.Log(float64(b[i]) / float64(a[i]))
		sum, squares = sum+d, squares+d*d
	}
	n := float64(len(a))
	return math.Sqrt(max(0, squares/n-sum/n*sum/n)) <= lengthSpread
}
