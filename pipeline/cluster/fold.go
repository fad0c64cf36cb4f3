package cluster

import (
	"cmp"
	"slices"
)

// A node is one text: all documents that have the same bytes, or the same
// kept words. It is known by its smallest content hash.
type node struct {
	*card
	doc  int32 // the document whose body stands for the node: the first with a page mark, or the first
	rest int32 // 0, or the number of the list of the others, in folded.rest
}

// leastKept is how many kept words a text must have to be compared with
// others; below, only the same bytes are the same text.
const leastKept = 20

// folded is the nodes of a run, in the order of their content hashes.
type folded struct {
	nodes []node
	rest  [][]int32 // from 1 on: the other documents of a node, by their content hashes
}

// members calls do for the documents of a node, first for the one that stands
// for it, then in the order of their content hashes.
func (f *folded) members(n int32, do func(doc int32)) {
	do(f.nodes[n].doc)
	if r := f.nodes[n].rest; r > 0 {
		for _, d := range f.rest[r] {
			do(d)
		}
	}
}

// fold gathers the documents, which are places in the list of cards, into
// nodes, in the order of their least content hashes. A document without words is
// the same as no other. In memory it takes twelve bytes for each document.
func fold(cards []*card) folded {
	order := make([]int32, len(cards))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		return cmp.Or(compareHash(cards[i].Content, cards[j].Content), cmp.Compare(i, j))
	})
	rank := make([]int32, len(cards)) // place in order
	for k, i := range order {
		rank[i] = int32(k)
	}
	first := make([]int32, len(cards)) // by rank: of the text, a union-find
	for k := range first {
		first[k] = int32(k)
		if k > 0 && cards[order[k]].Words > 0 && cards[order[k]].Content == cards[order[k-1]].Content {
			first[k] = first[k-1]
		}
	}
	sameWords(cards, order, rank, first)
	out := folded{rest: make([][]int32, 1)}
	at := rank // by rank: place in nodes
	for k, i := range order {
		if f := first[k]; int(f) != k {
			out.add(&out.nodes[at[f]], cards[i], i)
			continue
		}
		at[k] = int32(len(out.nodes))
		out.nodes = append(out.nodes, node{card: cards[i], doc: i})
	}
	return out
}

// add puts one more document into a node. Copies of one page need not all bear
// its mark: the first that does stands for them.
func (f *folded) add(n *node, c *card, doc int32) {
	if n.rest == 0 {
		n.rest = int32(len(f.rest))
		f.rest = append(f.rest, nil)
	}
	rest := &f.rest[n.rest]
	if c.series().Marked && !n.series().Marked {
		*rest = slices.Insert(*rest, 0, n.doc)
		n.card, n.doc = c, doc
		return
	}
	*rest = append(*rest, doc)
}

// sameWords puts together the texts that have the same kept words, and leaves
// every document with the first of its text.
func sameWords(cards []*card, order, rank, first []int32) {
	var long []int32
	for _, i := range order {
		if c := cards[i]; c.Words > 0 && c.comparable() {
			long = append(long, i)
		}
	}
	slices.SortFunc(long, func(i, j int32) int {
		return cmp.Or(compareHash(cards[i].Stream, cards[j].Stream), cmp.Compare(rank[i], rank[j]))
	})
	find := func(k int32) int32 {
		for first[k] != k {
			first[k] = first[first[k]]
			k = first[k]
		}
		return k
	}
	for n := 1; n < len(long); n++ {
		if cards[long[n]].Stream == cards[long[n-1]].Stream {
			a, b := find(rank[long[n-1]]), find(rank[long[n]])
			first[max(a, b)] = min(a, b)
		}
	}
	for k := range first {
		first[k] = find(int32(k))
	}
}

// mostFaded is the share of lost letters from which on the kept words of a
// text are splinters of words.
const mostFaded = .5

// comparable reports whether the text is long enough to be told from another
// by its kept words.
func (c *card) comparable() bool {
	return c.Loss <= mostFaded && float64(c.Kept) >= leastKept*scale(int(c.Lone), int(c.Kept))
}

// shingles is the number of shingles of the text, near enough.
func (c *card) shingles() int { return max(0, int(c.Kept)-wideShingle+1) }

// series is what is known of the pages the text is one of.
func (c *card) series() Series {
	if c.extra == nil {
		return Series{}
	}
	return c.extra.series
}

// shapes are the sampled windows of a faded text.
func (c *card) shapes() []uint64 {
	if c.extra == nil {
		return nil
	}
	return c.extra.shapes
}

func compareHash(a, b [2]uint64) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}
