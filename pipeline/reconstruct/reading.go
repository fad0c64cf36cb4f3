package reconstruct

import (
	"cmp"
	"math"
	"slices"
)

const (
	knownBonus    = .7  // log odds for each grade of known (reliability.go)
	restoredShare = .1  // vote of a word that repair inferred
	supportCap    = .93 // confidence of a word that one group attests
)

// A candidate is a key that stands in a column, with its weight in log odds.
type candidate struct {
	key    string
	weight float64
	groups []int
}

// read chooses the key of each kept column.
func (v *view) read() {
	v.findBared()
	v.chosen = make([]string, v.cols)
	v.sure = make([]float64, v.cols)
	v.tied = make([]bool, v.cols)
	for c := range v.cols {
		if !v.verdict[c].keep {
			continue
		}
		if p := &v.places[c]; len(p.keys) == 1 {
			v.chosen[c], v.sure[c] = p.keys[0], supported(v.verdict[c].confidence, int(p.backed[0]))
			continue
		}
		cands := v.candidates(c)
		v.chosen[c] = cands[0].key
		v.sure[c] = v.confidence(c, cands)
		v.tied[c] = len(cands) > 1 && cands[0].weight-cands[1].weight < .3
	}
	v.unify()
	for c, key := range v.forced {
		if v.verdict[c].keep {
			v.chosen[c] = key
		}
	}
}

// candidates ranks the keys of a column, the best first. A group votes with
// its most reliable witness; what the rest of the article or of the corpus
// knows weighs besides.
func (v *view) candidates(c int) []candidate {
	p := &v.places[c]
	out := make([]candidate, len(p.keys))
	polls := make([]poll, len(p.keys))
	var less []bool // see barer
	for i, w := range p.ws {
		vote := v.weight[w]
		if v.at(c, w).Restored {
			vote *= restoredShare
		}
		if v.suspect(w, v.al.Columns[c].At(w)) != nil {
			vote *= .5
		}
		if !v.hands && v.bared[w] {
			if less == nil {
				less = p.barer()
			}
			if less[p.key[i]] {
				vote *= baredSay
			}
		}
		polls[p.key[i]].add(v.group[w], v.size[v.group[w]] == 1, vote)
	}
	for k, key := range p.keys {
		out[k] = candidate{key, polls[k].sum(), polls[k].groups()}
	}
	if len(out) > 1 {
		for i := range out {
			if !v.hands { // whose votes know better than the corpus: rare names are misheard as common ones
				out[i].weight += knownBonus * float64(v.known(out[i].key))
			}
		}
		lostLetters(out)
	}
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(len(b.key), len(a.key)), cmp.Compare(a.key, b.key))
	})
	return out
}

// confidence is the share of the best candidate in the weighted odds, less
// the doubt whether the column belongs in the text at all, capped by support.
func (v *view) confidence(c int, cands []candidate) float64 {
	p := 1.0
	if len(cands) > 1 {
		sum := 0.0
		for _, x := range cands {
			sum += math.Exp(x.weight - cands[0].weight)
		}
		p = 1 / sum
	}
	return supported(p*v.verdict[c].confidence, len(cands[0].groups))
}

// supported caps the confidence of a word that so many groups attest.
func supported(p float64, groups int) float64 {
	if groups < 2 {
		return min(p, supportCap)
	}
	return p
}

// unify lets one witness decide where two groups differ over several columns
// in a row: a phrase is taken from one copy, never mixed from two.
func (v *view) unify() {
	for c := 0; c < v.cols; c++ {
		from := c
		for c < v.cols && v.verdict[c].keep && v.duel(c) {
			c++
		}
		if c-from < 2 {
			continue
		}
		sum := map[int]float64{}
		for i := from; i < c; i++ {
			for _, x := range v.candidates(i) {
				for _, g := range x.groups {
					sum[g] += x.weight
				}
			}
		}
		best := -1
		for g := range v.groups {
			if s, ok := sum[g]; ok && (best < 0 || s > sum[best]) {
				best = g
			}
		}
		for i := from; i < c; i++ {
			for _, x := range v.candidates(i) {
				if slices.Contains(x.groups, best) {
					v.chosen[i] = x.key
				}
			}
		}
	}
}

// duel reports a column with two keys of one group each.
func (v *view) duel(c int) bool {
	p := &v.places[c]
	return len(p.keys) == 2 && p.backed[0] == 1 && p.backed[1] == 1
}
