package cluster

import (
	"cmp"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What stands on many pages that have little else in common, as what a site has at
// the foot of each, says nothing of two pages that share it. The corpus tells: of
// those that have it many have more besides, which few others have, and that is prose,
// not the frame round an article. What two pages share must be more than what is
// common, or all that they have.

const (
	commonNodes  = 24      // pages with a shingle, from which on it may be common
	commonRate   = .25     // of them, those of which most is something else
	mostCommon   = .5      // of the shingles of such a page, and of those in its prose, those that are common
	commonHosts  = 16      // such pages that are read,
	leastHosts   = 5       // and of these, those of whose prose most is something else too
	keptCommons  = 1 << 16 // shingles, the most widespread
	commonShare  = .8      // of what two pages share, where nothing else speaks for them
	leastCommons = 3       // sampled shingles of it, for this to tell
	leastElse    = 8       // words that they have each for itself,
	elseShare    = .1      // and for each that both have
	sharedElse   = .5      // for each of those of the one that has fewer, what they share that is not common
	mostElse     = 4       // the same, where that is less
)

// A commonplace is a sampled shingle with the number of pages that have it, and some
// of those of which most is something else.
type commonplace struct {
	hash  uint64
	nodes int32
	hosts [commonHosts]int32
}

// findCommons lists what is common.
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
		c, hosts := commonplace{hash: hash, nodes: int32(len(nodes))}, 0
		for _, n := range nodes {
			if float64(common[n]) > mostCommon*float64(p.card(n).shingles())/sampleRate {
				continue
			}
			if hosts < len(c.hosts) {
				c.hosts[hosts] = n
			}
			hosts++
		}
		if hosts < commonNodes || float64(hosts) < commonRate*float64(len(nodes)) {
			return
		}
		if list = append(list, c); len(list) >= 2*keptCommons {
			list = mostCommons(list)
		}
	})
	if err == nil {
		p.commons, err = p.hosted(mostCommons(list))
	}
	return err
}

// hosted lists those of what may be common, by their hashes, whose hosts have prose of
// their own: what stands round an article in a large frame is none.
func (p *prover) hosted(list []commonplace) ([]uint64, error) {
	slices.SortFunc(list, func(a, b commonplace) int { return cmp.Compare(a.hash, b.hash) })
	all := make([]uint64, len(list))
	for i, c := range list {
		all[i] = c.hash
	}
	own := map[int32]bool{} // of the hosts that were read
	for {
		ask := hostsToAsk(list, own)
		if len(ask) == 0 {
			break
		}
		if err := p.own(ask, all, own); err != nil {
			return nil, err
		}
	}
	out := all[:0]
	for _, c := range list {
		if yes, _ := c.known(own); yes >= leastHosts {
			out = append(out, c.hash)
		}
	}
	return out, nil
}

// known is how many hosts are known to have prose of their own, and which are not read.
func (c *commonplace) known(own map[int32]bool) (yes int, unread []int32) {
	for _, h := range c.hosts {
		if has, ok := own[h]; !ok {
			unread = append(unread, h)
		} else if has {
			yes++
		}
	}
	return yes, unread
}

// hostsToAsk lists hosts that are read next: of what is undecided as many as may decide it.
func hostsToAsk(list []commonplace, own map[int32]bool) []int32 {
	var out []int32
	for _, c := range list {
		if yes, unread := c.known(own); yes < leastHosts && yes+len(unread) >= leastHosts {
			out = append(out, unread[:leastHosts-yes]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// own notes which of some nodes have prose of their own beside what may be common. They
// are read as they lie on disk.
func (p *prover) own(nodes []int32, common []uint64, own map[int32]bool) error {
	slices.SortFunc(nodes, func(a, b int32) int { return cmp.Compare(p.onShelf(a), p.onShelf(b)) })
	has := make([]bool, len(nodes))
	err := p.inParallel(len(nodes), func(i int) error {
		err := corpus.Guarded("compare", func() error {
			pg, err := p.page(nodes[i])
			has[i] = err == nil && pg.hosts(common)
			return err
		})
		if errors.Is(err, corpus.ErrInternal) {
			return nil
		}
		return err
	})
	for i, n := range nodes {
		own[n] = has[i]
	}
	return err
}

// hosts reports a page of which most of the prose is not what is common.
func (p *page) hosts(common []uint64) bool {
	n, in := 0, 0
	for _, x := range p.shingles {
		if x.hash > sampleLimit {
			break
		}
		if p.weight[x.at] {
			_, ok := slices.BinarySearch(common, x.hash)
			n, in = n+1, in+b2i(ok)
		}
	}
	return n > 0 && float64(in) <= mostCommon*float64(n)
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
