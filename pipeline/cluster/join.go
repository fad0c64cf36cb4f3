package cluster

import (
	"cmp"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// Template shingles are given up on after this many refusals, when fewer
// than one in giveUpRate of the pairs they linked was one article.
const (
	giveUpAfter  = 64
	giveUpRate   = 8
	mostRefusals = 8       // of a node that no leader has taken
	joinBatch    = 4096    // pairs verified before the sets are merged again
	mostWaiting  = 1 << 16 // links that wait for the verdicts on others
)

// tally counts the verdicts on the pairs that one shingle linked.
type tally struct{ yes, no int32 }

func (t tally) and(same bool) tally {
	if same {
		t.yes++
	} else {
		t.no++
	}
	return t
}

// told is what the verdicts so far tell of shingles, and of the nodes that
// follow their leaders.
type told struct {
	hashes map[uint64]tally // of those that may be given up on
	nodes  []int8           // how often each was refused, up to mostRefusals; -1 once it was taken
}

func (p *prover) newTold(set []int32) told {
	if p.refused == nil {
		p.refused = make([]int8, len(p.nodes))
	}
	for _, n := range set {
		p.refused[n] = 0
	}
	return told{map[uint64]tally{}, p.refused}
}

// count notes a verdict. A shingle on a few nodes leads to two others from each,
// which are too few to give it up.
func (t told) count(l link, same bool) {
	if 2*l.spread > giveUpAfter {
		t.hashes[l.hash] = t.hashes[l.hash].and(same)
	}
	switch n := &t.nodes[l.b]; {
	case same:
		*n = -1
	case *n >= 0 && *n < mostRefusals:
		*n++
	}
}

// hopeless reports whether a link is not worth a look any more: its shingle is
// a template's, or its node was refused by all leaders that are closer.
func (t told) hopeless(l link) bool {
	h := t.hashes[l.hash]
	return h.no >= giveUpAfter && h.yes*giveUpRate < h.no || t.nodes[l.b] == mostRefusals
}

// join verifies the links among the nodes of set, rarest first, and returns
// the sets of nodes that verified links connect, single nodes too: each
// sorted, in the order of their smallest nodes. A pair already connected is
// not verified, so a set costs about as many alignments as it has nodes; its
// link is laid by for those who ask (see gather).
func (p *prover) join(set []int32) ([][]int32, error) {
	if len(set) < 2 {
		return p.newSets(set).list(), nil
	}
	of, err := p.some(set)
	if err != nil {
		return nil, errors.Join(err, of.close())
	}
	joined, err := p.joinBy(of, set)
	if err != nil {
		return nil, err
	}
	return joined.list(), nil
}

// joinBy is join, with the sampled shingles of the set, which it closes.
func (p *prover) joinBy(of hashes, set []int32) (*sets, error) {
	p.glances = p.glancesAt(set)
	links, err := p.links(of)
	p.glances = nil
	err = errors.Join(err, of.close())
	if err != nil {
		return nil, errors.Join(err, links.Close())
	}
	err = p.lookAhead(links, set)
	defer func() { p.ahead = nil }()
	if err != nil {
		return nil, errors.Join(err, links.Close())
	}
	todo, err := links.Sorted()
	if err != nil {
		return nil, errors.Join(err, links.Close())
	}
	sets := p.newSets(set)
	err = p.joinAll(todo, sets)
	return sets, errors.Join(err, todo.Close(), links.Close())
}

// joinAll goes through the links, likeliest first, in batches of which no link
// waits for what another says, and joins in sets what is found to be of one
// article.
func (p *prover) joinAll(todo *segment.Stream[link], sets *sets) error {
	told := p.newTold(sets.of)
	var later []link
	for {
		var batch []link
		var err error
		batch, later, err = p.nextBatch(todo, later, sets, told)
		if err != nil || len(batch) == 0 {
			return err
		}
		pairs := make([][2]int32, len(batch))
		for i, l := range batch {
			pairs[i] = [2]int32{l.a, l.b}
			if l.strange && !p.judged(pairs[i]) {
				p.keep(pairs[i], distant)
			} else if l.looked {
				p.near[pairs[i]] = struct{}{}
			}
		}
		if err := p.verify(pairs); err != nil {
			return err
		}
		clear(p.near)
		for _, l := range batch {
			v, _ := p.verdict(l.a, l.b)
			told.count(l, v.same)
			if v.same {
				sets.union(l.a, l.b)
			}
		}
	}
}

// nextBatch takes the next links that may still tell something. A link whose
// nodes will be connected if the links taken before it hold, or that will be
// hopeless if they do not, waits for the next batch and the verdicts on those.
func (p *prover) nextBatch(todo *segment.Stream[link], waiting []link, sets *sets, told told) (batch, later []link, err error) {
	hope := map[int32]int32{} // a union-find over sets
	hashes, nodes := map[uint64]int{}, map[int32]int{}
	find := func(n int32) int32 {
		n = sets.find(n)
		for {
			up, ok := hope[n]
			if !ok {
				return n
			}
			n = up
		}
	}
	for len(batch) < joinBatch && len(later) < mostWaiting {
		var l link
		if len(waiting) > 0 {
			l, waiting = waiting[0], waiting[1:]
		} else {
			var ok bool
			if l, ok, err = todo.Next(); err != nil || !ok {
				return batch, later, err
			}
		}
		if sets.find(l.a) == sets.find(l.b) {
			p.spare[l.a], p.spare[l.b] = append(p.spare[l.a], l.b), append(p.spare[l.b], l.a)
			continue
		}
		if told.hopeless(l) {
			continue
		}
		a, b := find(l.a), find(l.b)
		if a == b || hashes[l.hash] == giveUpAfter || nodes[l.b] == mostRefusals {
			later = append(later, l)
			continue
		}
		hashes[l.hash]++
		nodes[l.b]++
		hope[max(a, b)] = min(a, b)
		batch = append(batch, l)
	}
	return batch, append(later, waiting...), nil
}

// sets is a union-find over some of the nodes; a set is known by its
// smallest node.
type sets struct {
	of     []int32
	parent []int32 // of all nodes; those of no set are not looked at
}

// newSets makes the sets of the prover anew: there is one at a time.
func (p *prover) newSets(of []int32) *sets {
	if p.parent == nil {
		p.parent = make([]int32, len(p.nodes))
	}
	for _, n := range of {
		p.parent[n] = n
	}
	return &sets{of, p.parent}
}

func (s *sets) find(n int32) int32 {
	for s.parent[n] != n {
		s.parent[n] = s.parent[s.parent[n]]
		n = s.parent[n]
	}
	return n
}

func (s *sets) union(a, b int32) {
	a, b = s.find(a), s.find(b)
	s.parent[max(a, b)] = min(a, b)
}

// list gives the sets; they lie in one array.
func (s *sets) list() (out [][]int32) {
	flat, from := slices.Clone(s.of), 0
	slices.SortFunc(flat, func(a, b int32) int { return cmp.Or(cmp.Compare(s.find(a), s.find(b)), cmp.Compare(a, b)) })
	for i, n := range flat {
		if i > from && s.find(n) != s.find(flat[from]) {
			out, from = append(out, flat[from:i:i]), i
		}
	}
	if len(flat) > 0 {
		out = append(out, flat[from:])
	}
	return out
}

// apart gives the nodes that are alone, which lie where all did, and the other sets.
func (s *sets) apart() (alone []int32, several [][]int32) {
	joined := make([]bool, len(s.parent))
	for _, n := range s.of {
		if first := s.find(n); first != n {
			joined[n], joined[first] = true, true
		}
	}
	rest := sets{parent: s.parent}
	alone = s.of[:0]
	for _, n := range s.of {
		if joined[n] {
			rest.of = append(rest.of, n)
		} else {
			alone = append(alone, n)
		}
	}
	return alone, rest.list()
}
