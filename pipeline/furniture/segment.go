package furniture

// The states of the sequence model: before the article, in it, in an island
// of furniture within it, and after it.
const (
	before = iota
	article
	island
	after
	states
)

// What it costs to pass from one state to another, in the model's log-odds.
// An island needs much evidence on its own.
const (
	enter  = .5
	leave  = .5
	embark = 3
)

// segment finds the most likely state of each block: the article is one
// stretch, which may hold islands.
func segment(odds []float64) []uint8 {
	n := len(odds)
	best := [states]float64{before: 0, article: -enter / 2, island: -1e9, after: -1e9}
	back := make([][states]uint8, n)
	for i, e := range odds {
		var next [states]float64
		for s := range states {
			next[s], back[i][s] = arrive(best, s)
			if s == article {
				next[s] += e
			}
		}
		best = next
	}
	s := article
	for t := range states {
		if best[t] > best[s] && t != island {
			s = t
		}
	}
	out := make([]uint8, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(s)
		s = int(back[i][s])
	}
	return out
}

// arrive returns the best way into a state.
func arrive(best [states]float64, to int) (float64, uint8) {
	switch to {
	case before:
		return best[before], before
	case article:
		return most(best[article], article, most3(best[before]-enter, before, best[island]-embark, island))
	case island:
		return most(best[island], island, way{best[article] - embark, article})
	}
	return most(best[after], after, way{best[article] - leave, article})
}

type way struct {
	score float64
	from  uint8
}

func most(score float64, from uint8, other way) (float64, uint8) {
	if other.score > score {
		return other.score, other.from
	}
	return score, from
}

func most3(a float64, from uint8, b float64, or uint8) way {
	if b > a {
		return way{b, or}
	}
	return way{a, from}
}
