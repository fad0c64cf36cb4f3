package cluster

import "slices"

// strays looks once more at the nodes that are alone: the links lead from a
// node to two others only, and those may be too damaged to know it. Each is
// shown to the star with which it shares most samples.
func (p *prover) strays(stars []star) ([]star, error) {
	near := p.nearStars(stars)
	var pairs [][2]int32
	for i, t := range near {
		pairs = append(pairs, [2]int32{stars[t].centre, stars[i].centre})
	}
	if err := p.verify(pairs); err != nil {
		return nil, err
	}
	more := map[int][]int32{} // star to the strays it takes
	gone := map[int]bool{}
	for i, s := range stars {
		t, ok := near[i]
		if !ok {
			continue
		}
		takes, err := p.takes(stars[t], s.centre)
		if err != nil {
			return nil, err
		}
		if takes {
			more[t], gone[i] = append(more[t], s.centre), true
		}
	}
	var out []star
	for i, s := range stars {
		if s.nodes = append(s.nodes, more[i]...); !gone[i] {
			slices.Sort(s.nodes)
			out = append(out, s)
		}
	}
	return out, nil
}

// takes reports whether a stray belongs to a star, whose centre was compared
// with it.
func (p *prover) takes(s star, n int32) (bool, error) {
	if v, _ := p.verdict(s.centre, n); v.same && !v.tail && v.inB >= leastContained {
		return true, nil
	}
	return p.adopts(s, n)
}

// nearStars finds for each node that is alone the star of several that shares
// most samples with it, among samples that stand on few nodes.
func (p *prover) nearStars(stars []star) map[int]int {
	home := make([]int, len(p.nodes))
	var all []int32
	for i, s := range stars {
		for _, n := range s.nodes {
			home[n] = i
			if !p.twofold[n] && p.nodes[n].comparable() {
				all = append(all, n)
			}
		}
	}
	slices.Sort(all)
	count := map[[2]int]int{}
	list := postings(p.nodes, all)
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].hash == list[0].hash {
			n++
		}
		if n > 1 && n <= rareSpread {
			countNear(count, list[:n], stars, home)
		}
		list = list[n:]
	}
	best := map[int]int{}
	for k, c := range count {
		b, ok := best[k[0]]
		if c >= leastOfClosest && (!ok || c > count[[2]int{k[0], b}] || c == count[[2]int{k[0], b}] && k[1] < b) {
			best[k[0]] = k[1]
		}
	}
	return best
}

// countNear counts one sample for each pair of a node that is alone and a
// star of several that has it too.
func countNear(count map[[2]int]int, list []posting, stars []star, home []int) {
	var singles, several []int
	for _, x := range list {
		if h := home[x.node]; len(stars[h].nodes) == 1 {
			singles = append(singles, h)
		} else if !slices.Contains(several, h) {
			several = append(several, h)
		}
	}
	for _, s := range singles {
		for _, t := range several {
			count[[2]int{s, t}]++
		}
	}
}
