package cluster

import (
	"cmp"
	"slices"
)

// What stands on many pages that have little else in common, as what a site has at
// the foot of each, says nothing of two pages that share it. The corpus tells: of
// those that have it many have much more besides, which few others have. What two
// pages share must be more than that, or all that one of them has.

const (
	commonNodes  = 24  // pages with a shingle, from which on it is common
	commonHosts  = .25 // of them, those of which most is not common
	mostCommon   = .5  // of such a page's shingles, those that are
	commonShare  = .8  // of what two pages share, where nothing else speaks for them
	leastCommons = 3   // sampled shingles of it, for this to tell
	leastElse    = 8   // words that they have each for itself,
	elseShare    = .1  // and for each that both have
	sharedElse   = .5  // for each of those of the one that has fewer, what they share that is not common
	mostElse     = 4   // the same, where that is less
	keptCommons  = 1 << 20
)

// A commonplace is a sampled shingle with the number of pages that have it.
type commonplace struct {
	hash  uint64
	nodes int32
}

// findCommons lists the sampled shingles that stand on many pages of which most is
// something else, by their hashes.
func (p *prover) findCommons() error {
	if p.cfg.JoinTemplates || len(p.nodes) < commonNodes {
		return nil
	}
	common := make([]uint16, len(p.nodes)) // of each node, sampled shingles that are common
	err := p.wide(func(_ uint64, nodes []int32) {
		for _, n := range nodes {
			if common[n]++; common[n] == 0 {
				common[n]--
			}
		}
	})
	if err != nil {
		return err
	}
	var list []commonplace
	err = p.wide(func(hash uint64, nodes []int32) {
		hosts := 0
		for _, n := range nodes {
			hosts += b2i(float64(common[n]) <= mostCommon*float64(p.card(n).shingles())/sampleRate)
		}
		if hosts < commonNodes || float64(hosts) < commonHosts*float64(len(nodes)) {
			return
		}
		if list = append(list, commonplace{hash, int32(len(nodes))}); len(list) >= 2*keptCommons {
			list = mostCommons(list)
		}
	})
	list = mostCommons(list)
	p.commons = make([]uint64, len(list))
	for i, c := range list {
		p.commons[i] = c.hash
	}
	slices.Sort(p.commons)
	return err
}

// wide calls do for the shingles that every text is sampled for and many have, with
// the nodes that have them.
func (p *prover) wide(do func(hash uint64, nodes []int32)) error {
	return p.every().each(func(hash uint64, nodes []int32) error {
		if hash <= sampleLimit && len(nodes) >= commonNodes {
			do(hash, nodes)
		}
		return nil
	})
}

// mostCommons leaves out all but those on most pages.
func mostCommons(list []commonplace) []commonplace {
	slices.SortFunc(list, func(a, b commonplace) int {
		return cmp.Or(cmp.Compare(b.nodes, a.nodes), cmp.Compare(a.hash, b.hash))
	})
	return list[:min(len(list), keptCommons)]
}

// commonplace reports two pages that have next to nothing in common but what many
// have, and something else for themselves.
func (p *prover) commonplace(a, b *page, v verdict) bool {
	if len(p.commons) == 0 {
		return false
	}
	both := v.allA * float64(len(a.units))
	ownA, ownB := float64(len(a.units))-both, (1-v.allB)*float64(len(b.units))
	if ownA+ownB < max(leastElse, elseShare*both) {
		return false
	}
	shared, common := p.commonsOf(a, b)
	if shared < leastCommons || float64(common) < commonShare*float64(shared) {
		return false
	}
	rest := float64(shared-common-1) / float64(shared) // one may stand where they meet
	return rest*both < max(mostElse, sharedElse*min(ownA, ownB))
}

// commonsOf counts the sampled shingles that two pages share, and those of them that
// are common.
func (p *prover) commonsOf(a, b *page) (shared, common int) {
	x, y := a.shingles, b.shingles
	for i, j := 0, 0; i < len(x) && j < len(y) && x[i].hash <= sampleLimit; {
		h, g := x[i].hash, y[j].hash
		if h != g {
			i += b2i(h < g)
			j += b2i(g < h)
			continue
		}
		_, ok := slices.BinarySearch(p.commons, h)
		i, j, shared, common = i+run(x[i:]), j+run(y[j:]), shared+1, common+b2i(ok)
	}
	return shared, common
}
