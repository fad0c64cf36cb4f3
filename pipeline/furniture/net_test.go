package furniture

import (
	"testing"

	"pgregory.net/rapid"
)

// TestNet holds that a net which is given its inputs in two parts, and sees only
// those that are not zero, gives the very number that all of them in turn give.
func TestNet(t *testing.T) {
	slow := func(n *net, v []float64) float64 {
		sum, units := n.bias, [hiddenUnits]float32{}
		copy(units[:], n.biases)
		for i, x := range v {
			sum += float32(x) * n.linear[i]
			for j := range n.hidden {
				units[j] += float32(x) * n.rows[i*n.hidden+j]
			}
		}
		for j, w := range n.outs {
			sum += max(0, units[j]) * w
		}
		return max(-mostOdds, min(mostOdds, float64(sum)))
	}
	rapid.Check(t, func(t *rapid.T) {
		m := &models()[rapid.IntRange(0, 1).Draw(t, "model")]
		for _, n := range []*net{&m.first, &m.second, &m.page} {
			value := rapid.OneOf(rapid.Just(0.), rapid.Just(1.), rapid.Float64Range(-2, 2))
			v := rapid.SliceOfN(value, n.inputs, n.inputs).Draw(t, "inputs")
			cut := rapid.IntRange(0, n.inputs).Draw(t, "cut")
			s := n.begin()
			n.add(&s, 0, v[:cut])
			n.add(&s, cut, v[cut:])
			if got, want := n.odds(s), slow(n, v); got != want {
				t.Fatalf("%v, want %v", got, want)
			}
		}
	})
}
