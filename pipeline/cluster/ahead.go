package cluster

import (
	"cmp"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// The links of a run are taken rarest first, from all over the corpus; texts
// read in this order would be read at random, and a disk finds a few hundred
// places in a second. But most texts belong to small sets that links connect.
// These are looked at ahead, set by set, and their texts are asked for in this
// order; what they show waits until their links are taken.

// mostAhead is how many nodes a set has that is looked at ahead.
const mostAhead = 16

// lookAhead judges the pairs of nodes that links connect in small sets, and says
// in which order the texts of all sets are best read.
func (p *prover) lookAhead(links *segment.Sorter[link], set []int32) error {
	if len(set) < p.shelf.few {
		return nil
	}
	sets := p.newSets(set)
	if err := eachLink(links, func(l link) { sets.union(l.a, l.b) }); err != nil {
		return err
	}
	size := make([]int32, len(p.nodes)) // of each set, at its smallest node
	for _, n := range set {
		size[sets.find(n)]++
	}
	var pairs [][2]int32
	err := eachLink(links, func(l link) {
		if size[sets.find(l.a)] <= mostAhead {
			pairs = append(pairs, [2]int32{l.a, l.b})
		}
	})
	if err == nil {
		err = p.bring(set, sets, size)
	}
	if err != nil {
		return err
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int {
		return cmp.Or(cmp.Compare(sets.find(x[0]), sets.find(y[0])), cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return p.judgeAhead(pairs)
}

// eachLink calls do for the links that are not known to lead to strangers.
func eachLink(links *segment.Sorter[link], do func(l link)) error {
	stream, err := links.Sorted()
	if err != nil {
		return err
	}
	for {
		l, ok, err := stream.Next()
		if err != nil || !ok {
			return errors.Join(err, stream.Close())
		}
		if !l.strange {
			do(l)
		}
	}
}

// bring says which texts will be fetched, set by set.
func (p *prover) bring(set []int32, sets *sets, size []int32) error {
	if p.cfg.Next == nil {
		return nil
	}
	var next []int32
	for _, n := range set {
		if size[sets.find(n)] > 1 {
			next = append(next, n)
		}
	}
	slices.SortFunc(next, func(a, b int32) int { return cmp.Or(cmp.Compare(sets.find(a), sets.find(b)), cmp.Compare(a, b)) })
	for i, n := range next {
		next[i] = p.nodes[n].doc
	}
	return p.cfg.Next(next)
}

// laidAll lays the pages of pairs over each other and judges them.
func (p *prover) laidAll(pairs [][2]int32) ([]verdict, error) {
	out := make([]verdict, len(pairs))
	err := p.inParallel(len(pairs), func(i int) (err error) {
		out[i], err = p.laid(pairs[i], p.cfg.judge)
		return err
	})
	return out, err
}

// judgeAhead judges pairs, in their order.
func (p *prover) judgeAhead(pairs [][2]int32) error {
	out, err := p.laidAll(pairs)
	if err != nil {
		return err
	}
	p.ahead = make(map[[2]int32]int32, len(pairs))
	for i, x := range pairs {
		p.ahead[x] = p.place(out[i])
	}
	return nil
}

// verifyMany is verify for pairs from all over the corpus, of which most are
// strange.
func (p *prover) verifyMany(pairs [][2]int32) error {
	if len(pairs) < p.shelf.few {
		return p.verify(pairs)
	}
	for i, x := range pairs {
		pairs[i] = [2]int32{min(x[0], x[1]), max(x[0], x[1])}
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[1], y[1]), cmp.Compare(x[0], y[0])) })
	pairs = slices.DeleteFunc(slices.Compact(pairs), p.judged)
	strange, err := p.areStrange(pairs)
	if err != nil {
		return err
	}
	left := pairs[:0]
	for i, x := range pairs {
		if strange[i] {
			p.keep(x, distant)
		} else {
			left = append(left, x)
		}
	}
	return p.verify(left)
}
