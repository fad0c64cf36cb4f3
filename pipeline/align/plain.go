package align

import "github.com/urtext/urtext/pipeline/token"

// A copy that lost the marks of its letters has hardly a run of words in common with
// the others: where there is one, anchors are compared without marks. Elsewhere marks
// tell words apart ("el", "él"), and so more of them are unique.

const (
	leastMarked = 5  // words with marks that a strand has more than one that lost them
	markedShare = .5 // of the rate of another, at which a strand has lost its marks
)

// plainKeys returns for each key the one without the marks of its letters, or, where
// there is none, the first that is the same but for them; each key itself where no
// strand lost its marks.
func (p *profile) plainKeys() []int32 {
	out, bare := make([]int32, len(p.keys)), make([]string, len(p.keys))
	for i, key := range p.keys {
		out[i], bare[i] = int32(i), token.Bare(key)
	}
	if !p.unmarked(bare) {
		return out
	}
	first := map[string]int32{}
	for i, key := range p.keys {
		if bare[i] == key {
			continue
		}
		id, ok := p.ids[bare[i]]
		if !ok {
			if id, ok = first[bare[i]]; !ok {
				id, first[bare[i]] = int32(i), int32(i)
			}
		}
		out[i] = id
	}
	return out
}

// unmarked reports whether some strand has marks far more seldom than another.
func (p *profile) unmarked(bare []string) bool {
	marked, most := make([]float64, len(p.strands)), 0.
	for i, s := range p.strands {
		for _, k := range s.words {
			if bare[k] != p.keys[k] {
				marked[i]++
			}
		}
		most = max(most, marked[i]/float64(max(len(s.words), 1)))
	}
	for i, s := range p.strands {
		if n := most * float64(len(s.words)); n-marked[i] >= leastMarked && marked[i] < markedShare*n {
			return true
		}
	}
	return false
}
