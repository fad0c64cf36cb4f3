package pipeline

import "math"

// Where the user names the field that tells which hand a witness comes from,
// the hands are weighed over all clusters: who is outvoted often has a smaller
// vote, and the votes tell anew who is outvoted. It is the scheme of Dawid and
// Skene (1979) with one error rate to a hand.

const (
	handRounds = 4
	// handPrior is what the mean error rate weighs for a hand that is new, in
	// columns, handMost what its other clusters weigh at the most, and handHere
	// how many times a column of the cluster at hand counts.
	handPrior = 60
	handMost  = 600
	handHere  = 2
	// handDiscount is taken off the log odds of each vote: errors are shared
	// more often than chance would have it, since what misleads one hand
	// misleads another.
	handDiscount            = .9
	handSurest, handPoorest = .005, .6
	// leastVote is the vote of the poorest hand.
	leastVote = .05
)

// Ballots are what the witnesses of one cluster have in each column: the
// number of a key, 0 for none.
type ballots struct {
	ids, hands []string
	columns    [][]int32
}

// weighHands returns the vote of each witness in log odds, by its id.
func weighHands(clusters []ballots) map[string]float64 {
	votes := make([][]float64, len(clusters))
	for n, b := range clusters {
		votes[n] = make([]float64, len(b.ids))
		for i := range votes[n] {
			votes[n][i] = 1
		}
	}
	for range handRounds {
		reweigh(clusters, votes)
	}
	out := map[string]float64{}
	for n, b := range clusters {
		for i, id := range b.ids {
			out[id] = max(leastVote, votes[n][i])
		}
	}
	return out
}

// A tried hand was outvoted in so many of the columns where it stood.
type tried struct{ wrong, columns float64 }

func (t *tried) add(u tried) { t.wrong, t.columns = t.wrong+u.wrong, t.columns+u.columns }

// reweigh counts who is outvoted by the votes, and sets the votes by that.
func reweigh(clusters []ballots, votes [][]float64) {
	hands := map[string]*tried{}
	here := make([][]tried, len(clusters))
	var all tried
	for n, b := range clusters {
		here[n] = b.count(votes[n])
		for i, t := range here[n] {
			if hands[b.hands[i]] == nil {
				hands[b.hands[i]] = &tried{}
			}
			hands[b.hands[i]].add(t)
			all.add(t)
		}
	}
	mean := all.wrong / max(1, all.columns)
	for n, b := range clusters {
		for i, t := range here[n] {
			h := *hands[b.hands[i]]
			h.wrong, h.columns = h.wrong-t.wrong, h.columns-t.columns
			share := min(1, handMost/max(1, h.columns))
			e := (share*h.wrong + handHere*t.wrong + mean*handPrior) / (share*h.columns + handHere*t.columns + handPrior)
			e = min(max(e, handSurest), handPoorest)
			votes[n][i] = math.Log((1-e)/e) - handDiscount
		}
	}
}

// count returns how often each witness is outvoted.
func (b ballots) count(votes []float64) []tried {
	out := make([]tried, len(votes))
	sum := make([]float64, len(votes)+1) // by the number of a key
	for _, col := range b.columns {
		clear(sum)
		for i, k := range col {
			sum[k] += votes[i]
		}
		best := col[0]
		for _, k := range col {
			if sum[k] > sum[best] || sum[k] == sum[best] && k > best {
				best = k
			}
		}
		for i, k := range col {
			out[i].columns++
			if k != best {
				out[i].wrong++
			}
		}
	}
	return out
}
