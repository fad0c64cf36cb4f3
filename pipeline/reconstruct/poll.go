package reconstruct

import (
	"maps"
	"slices"
)

// A poll adds up the votes for one thing, of each group the heaviest. The
// votes come in the order of the witnesses, in which groups of one stand by
// their numbers.
type poll struct {
	alone  []ballot
	shared map[int]float64 // the heaviest vote of each group of several
}

type ballot struct {
	group int
	vote  float64
}

func (p *poll) add(group int, alone bool, vote float64) {
	if alone {
		p.alone = append(p.alone, ballot{group, vote})
		return
	}
	if p.shared == nil {
		p.shared = map[int]float64{}
	}
	p.shared[group] = max(p.shared[group], vote)
}

// sum adds the votes in the order of the groups: sums of floats depend on it.
func (p *poll) sum() float64 {
	total := 0.0
	p.each(func(b ballot) { total += b.vote })
	return total
}

// groups returns those who voted, ascending.
func (p *poll) groups() []int {
	out := make([]int, 0, len(p.alone)+len(p.shared))
	p.each(func(b ballot) { out = append(out, b.group) })
	return out
}

// each calls do for each group, ascending.
func (p *poll) each(do func(ballot)) {
	alone, shared := p.alone, []int(nil)
	if len(p.shared) > 0 {
		shared = slices.Sorted(maps.Keys(p.shared))
	}
	for _, g := range shared {
		for len(alone) > 0 && alone[0].group < g {
			do(alone[0])
			alone = alone[1:]
		}
		do(ballot{g, p.shared[g]})
	}
	for _, b := range alone {
		do(b)
	}
}
