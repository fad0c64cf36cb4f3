package reconstruct

import (
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// againMin is the number of words from which nobody says a thing twice in a row.
const againMin = 6

// againRate is the share of such a run whose words stand in both, however their letters
// are marked, where the copy lost some of either; againDrift that of its length by which
// they are then out of step, and mostDrift how many words that is at most.
const (
	againRate  = .9
	againDrift = .08
	mostDrift  = 12
)

// saidAgain reports a run that its copy says twice in a row. Where the run begins
// in that is all the same: each of its words stands as far before or behind as the
// run is long.
func (v *view) saidAgain(r *run) bool {
	n := r.to - r.from
	if n < againMin {
		return false
	}
	w := r.by[0]
	words, from := v.ws[w].Words, int(v.al.Columns[r.from].At(w))
	drift := min(int(againDrift*float64(n)), mostDrift)
	misses := 0
	if drift > 0 {
		misses = int((1 - againRate) * float64(n))
	}
	for i := from; i < from+n && misses >= 0; i++ {
		misses -= b2i(!saidNear(words, i, i-n, drift) && !saidNear(words, i, i+n, drift))
	}
	return misses >= 0
}

// saidNear reports whether word i stands so near to place at, too.
func saidNear(words []corpus.Word, i, at, drift int) bool {
	key := token.Bare(words[i].Key)
	for k := max(0, at-drift); k <= at+drift && k < len(words); k++ {
		if k != i && token.Bare(words[k].Key) == key {
			return true
		}
	}
	return false
}
