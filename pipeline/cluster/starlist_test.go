package cluster

import (
	"math/rand"
	"slices"
	"testing"
)

// TestStarList holds that stars that are put into others, in any chain, are gone, and
// that theirs have all nodes, as in a list of plain stars.
func TestStarList(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 300 {
		n := 1 + r.Intn(12)
		var alone []int32
		var plain, others []star
		for i, node := 0, int32(0); i < n; i++ {
			s := star{centre: node}
			for k := r.Intn(3) * r.Intn(2); k >= 0; k-- {
				s.nodes = append(s.nodes, node)
				node++
			}
			if plain = append(plain, star{s.centre, slices.Clone(s.nodes)}); len(s.nodes) > 1 {
				others = append(others, s)
			} else {
				alone = append(alone, s.centre)
			}
		}
		stars := newStarList(alone, others...)
		stars.sort()
		home := homes{}
		for i := range n {
			if h := r.Intn(n); h > i && r.Intn(2) == 0 {
				home[i] = h
			}
		}
		stars.merge(home)
		var want []star
		for i, s := range plain {
			if h, moved := home[i]; moved {
				plain[h].nodes = append(plain[h].nodes, s.nodes...)
				continue
			}
			slices.Sort(s.nodes)
			want = append(want, s)
		}
		if stars.len() != len(want) {
			t.Fatalf("%d stars, want %d", stars.len(), len(want))
		}
		for i, s := range stars.all() {
			if s.centre != want[i].centre || !slices.Equal(s.nodes, want[i].nodes) || stars.alone(i) != (len(s.nodes) == 1) {
				t.Fatalf("star %d is %v, want %v", i, s, want[i])
			}
		}
	}
}

// TestApart holds that a union-find gives each node once: those alone, and the sets of
// the others in the order of their smallest nodes.
func TestApart(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for range 200 {
		p := &prover{folded: folded{nodes: make([]node, 1+r.Intn(20))}}
		all := make([]int32, len(p.nodes))
		for i := range all {
			all[i] = int32(i)
		}
		s := p.newSets(slices.Clone(all))
		for range r.Intn(len(all)) {
			s.union(all[r.Intn(len(all))], all[r.Intn(len(all))])
		}
		var single []int32
		var sets [][]int32
		for _, set := range s.list() {
			if len(set) == 1 {
				single = append(single, set[0])
			} else {
				sets = append(sets, set)
			}
		}
		alone, several := s.apart()
		if !slices.Equal(alone, single) || !slices.EqualFunc(several, sets, slices.Equal[[]int32]) {
			t.Fatalf("%v and %v, want %v and %v", alone, several, single, sets)
		}
	}
}
