package cluster

import (
	"slices"
)

// Template shingles are given up on after this many refusals, when fewer
// than one in giveUpRate of the pairs they linked was one article.
const (
	giveUpAfter = 64
	giveUpRate  = 8
	joinBatch   = 256 // pairs verified before the sets are merged again
)

// tally counts the verdicts on the pairs that one shingle, or one node, linked.
type tally struct{ yes, no int }

func (t *tally) count(same bool) {
	if same {
		t.yes++
	} else {
		t.no++
	}
}

func (t *tally) hopeless() bool { return t != nil && t.no >= giveUpAfter && t.yes*giveUpRate < t.no }

// join verifies the links among the nodes of set, rarest first, and returns
// the sets of nodes that verified links connect, single nodes too: each
// sorted, in the order of their smallest nodes. A pair already connected is
// not verified again, so a set costs about as many alignments as it has
// nodes.
func (p *prover) join(set []int32) ([][]int32, error) {
	todo := links(p.nodes, set)
	sets := newSets(set)
	byHash := map[uint64]*tally{}
	for len(todo) > 0 {
		var batch []link
		todo = p.nextBatch(&batch, todo, sets, byHash)
		pairs := make([][2]int32, len(batch))
		for i, l := range batch {
			pairs[i] = [2]int32{l.a, l.b}
		}
		if err := p.verify(pairs); err != nil {
			return nil, err
		}
		for _, l := range batch {
			v, _ := p.verdict(l.a, l.b)
			t := byHash[l.hash]
			if t == nil {
				t = &tally{}
				byHash[l.hash] = t
			}
			if t.count(v.same); v.same {
				sets.union(l.a, l.b)
			}
		}
	}
	return sets.list(), nil
}

// nextBatch takes the next links that may still tell something.
func (p *prover) nextBatch(batch *[]link, todo []link, sets *sets, byHash map[uint64]*tally) []link {
	for i, l := range todo {
		if sets.find(l.a) == sets.find(l.b) || byHash[l.hash].hopeless() {
			continue
		}
		if *batch = append(*batch, l); len(*batch) == joinBatch {
			return todo[i+1:]
		}
	}
	return nil
}

// sets is a union-find over some of the nodes; a set is known by its
// smallest node.
type sets struct {
	parent map[int32]int32
}

func newSets(of []int32) *sets {
	s := &sets{make(map[int32]int32, len(of))}
	for _, n := range of {
		s.parent[n] = n
	}
	return s
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

func (s *sets) list() [][]int32 {
	members := make([]int32, 0, len(s.parent))
	for n := range s.parent {
		members = append(members, n)
	}
	slices.Sort(members)
	at := map[int32]int{}
	var out [][]int32
	for _, n := range members {
		root := s.find(n)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], n)
	}
	return out
}
