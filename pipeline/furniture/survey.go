package furniture

// A survey of a page of markup: where its blocks stand in the tree, and what
// the elements hold.
type survey struct {
	*tree
	at     []int32   // the node of each block
	link   []float64 // share of each block that is links
	spines [spines][]uint8
	groups map[uint64]*group
}

// spines are the paths from the root to the elements that hold most of the
// page's text: the shares that each node of them must hold.
const spines = 3

var spineShares = [spines]float64{.8, .5, .3}

// A group is the blocks that one template made.
type group struct{ blocks, words, linked, prose float64 }

// survey lays the blocks of a page over its tree.
func (p *page) survey(t *tree) *survey {
	s := &survey{tree: t, at: make([]int32, len(p.blocks)), link: make([]float64, len(p.blocks)), groups: map[uint64]*group{}}
	for i := range p.blocks {
		b := &p.blocks[i]
		all, linked := 0, 0
		for k, piece := range t.among(b.start, b.end) {
			n := min(b.end, piece.end) - max(b.start, piece.start)
			if k == 0 {
				s.at[i] = piece.node
			}
			all += n
			if piece.link {
				linked += n
			}
		}
		s.link[i] = float64(linked) / float64(max(1, all))
		s.count(i, b)
	}
	for k, share := range spineShares {
		s.spines[k] = s.spine(share)
	}
	return s
}

// group is the group of block i.
func (s *survey) group(i int) *group { return s.groups[s.nodes[s.at[i]].key] }

// count adds a block to its group and to the elements that it stands in.
func (s *survey) count(i int, b *block) {
	prose := proseWords(b) * (1 - s.link[i])
	for n := s.at[i]; n >= 0; n = s.nodes[n].parent {
		x := &s.nodes[n]
		x.words += b.words
		x.linked += b.words * s.link[i]
		x.prose += prose
		x.all += proseWords(b)
		x.blocks++
	}
	key := s.nodes[s.at[i]].key
	g := s.groups[key]
	if g == nil {
		g = &group{}
		s.groups[key] = g
	}
	g.blocks++
	g.words += b.words
	g.linked += b.words * s.link[i]
	g.prose += prose
}

// spine marks the nodes from the root down that hold so much of the plain
// text of the page: prose, or where there is little, words that are no links.
// The last one of them bears 2, the others 1.
func (s *survey) spine(share float64) []uint8 {
	out, heavy := make([]uint8, len(s.nodes)), make([]int32, len(s.nodes))
	for i := len(s.nodes) - 1; i > 0; i-- {
		if up := s.nodes[i].parent; heavy[up] == 0 || s.mass(int32(i)) >= s.mass(heavy[up]) {
			heavy[up] = int32(i)
		}
	}
	least := share * s.mass(0)
	n := int32(0)
	for out[n] = 1; heavy[n] > 0 && s.mass(heavy[n]) >= least; n = heavy[n] {
		out[heavy[n]] = 1
	}
	out[n] = 2
	return out
}

func (s *survey) mass(n int32) float64 {
	x := &s.nodes[n]
	return x.prose + .1*(x.words-x.linked)
}

// under is how many levels a node stands below the spine, and whether the
// spine ends where they meet.
func (s *survey) under(spine []uint8, n int32) (levels float64, end bool) {
	for ; spine[n] == 0; n = s.nodes[n].parent {
		levels++
	}
	return levels, spine[n] == 2
}

func proseWords(b *block) float64 {
	if b.prose() {
		return b.words
	}
	return 0
}
