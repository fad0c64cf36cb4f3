package cluster

import (
	"math/rand"
	"slices"
	"testing"
)

// TestSetsOfShingles holds that sets come back from their words, and that they
// tell of two texts what the pages tell, which are made of the texts again.
func TestSetsOfShingles(t *testing.T) {
	c := Config{Key: 3}
	docs := motley(11)
	var pages []*page
	var sets [][]uint32
	for _, d := range docs {
		set := c.Sketch(d).Set
		if got := unpackSet(nil, packSet(set)); !slices.Equal(got, set) {
			t.Fatalf("%d of %d shingles came back", len(got), len(set))
		}
		sets = append(sets, set)
		pages = append(pages, c.newPage(NewBody(d)))
	}
	seen := [2]int{}
	for i, a := range pages {
		if len(sets[i]) != distinct(a.shingles) {
			t.Errorf("text %d: a set of %d shingles, a page of %d", i, len(sets[i]), distinct(a.shingles))
		}
		for j, b := range pages[:i] {
			both := inBoth(sets[i], sets[j], len(sets[i])+1)
			if want := inCommon(a, b); both != want {
				t.Errorf("texts %d and %d have %d in common by their sets, %d by their pages", i, j, both, want)
			}
			seen[b2i(strange(both, distinct(a.shingles), distinct(b.shingles), false))]++
		}
	}
	if min(seen[0], seen[1]) < 100 {
		t.Errorf("%v: too few pairs of a kind", seen)
	}
}

// TestSortOfShingles holds the sort by first bits against that by comparing.
func TestSortOfShingles(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	for i, n := range []int{0, 1, 2, 63, 64, 5000, 63, 5000} {
		list := make([]uint64, n)
		for k := range list {
			if list[k] = random.Uint64(); i > 5 { // many are equal, and near each other
				list[k] >>= random.Intn(2) * 60
			}
		}
		want := slices.Sorted(slices.Values(list))
		r := sketchRoom{all: list}
		r.spread()
		all, set := r.settle()
		var upper []uint32
		for _, h := range want {
			upper = append(upper, uint32(h>>32))
		}
		if want = slices.Compact(want); !slices.Equal(all, want) || !slices.Equal(set, slices.Compact(upper)) {
			t.Errorf("%d hashes are not sorted", n)
		}
	}
}
