package repair

// Most texts are wrapped at no width, and at most widths nothing speaks for
// wrapping: the path search is spared those.

// hopeDoubt is what sums of likelihoods may be off by, and more.
const hopeDoubt = .01

// A hope is the most that a run of breaks up to one of them says for a width.
type hope struct {
	sum  float64 // of the run that ends after the last full line
	till float64 // what lines up to there say at most where they are not full
	most float64 // of all runs
}

// hopeful returns the states whose widths the best path may enter, rising. A run
// of lines wrapped at a width that gains less than it takes to believe in it,
// but for what leaving the width before costs, is better taken as not wrapped.
func hopeful(fills []fill) (states []int) {
	var hopes [widths]hope
	others := 0.0 // what all lines say at most of widths for which they are not full
	for _, f := range fills {
		other := max(f.over, f.short, farShort)
		if f.high <= f.low || f.full <= other {
			others += other
			continue
		}
		for w := max(f.low, minWidth); w < min(f.high, maxWidth+1); w++ {
			h := &hopes[w-minWidth]
			h.sum = max(0, h.sum+others-h.till) + f.full
			h.till = others + other
			h.most = max(h.most, h.sum)
		}
		others += other
	}
	for s, h := range hopes {
		if h.most > enterCost(s+minWidth)-leaveCost-hopeDoubt {
			states = append(states, s)
		}
	}
	return states
}
