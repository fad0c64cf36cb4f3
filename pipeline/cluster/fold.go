package cluster

import (
	"cmp"
	"slices"
)

// A node is one text: all documents that have the same bytes, or the same
// kept words. It is known by its smallest content hash.
type node struct {
	*Sketch
	doc      int         // the document whose body stands for the node
	members  []int       // all its documents, in the order of their content hashes
	contents [][2]uint64 // of the members
}

// leastKept is how many kept words a text must have to be compared with
// others; below, only the same bytes are the same text.
const leastKept = 20

// fold gathers the documents into nodes, in the order of their content
// hashes. A document without words is the same as no other.
func fold(sketches []Sketch) []node {
	order := make([]int, len(sketches))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(compareHash(sketches[i].Content, sketches[j].Content), cmp.Compare(i, j))
	})
	var nodes []node
	bytes := map[[2]uint64]int{}
	words := map[[2]uint64]int{}
	for _, i := range order {
		s := &sketches[i]
		at, ok := -1, false
		if s.Words > 0 {
			at, ok = bytes[s.Content]
			if !ok && s.comparable() {
				at, ok = words[s.Stream]
			}
		}
		if !ok {
			at = len(nodes)
			nodes = append(nodes, node{Sketch: s, doc: i})
		}
		nodes[at].members = append(nodes[at].members, i)
		nodes[at].contents = append(nodes[at].contents, s.Content)
		bytes[s.Content] = at
		if s.comparable() {
			words[s.Stream] = at
		}
	}
	return nodes
}

// mostFaded is the share of lost letters from which on the kept words of a
// text are splinters of words.
const mostFaded = .5

// comparable reports whether the text is long enough to be told from another
// by its kept words.
func (s *Sketch) comparable() bool {
	return s.Loss <= mostFaded && float64(s.Kept) >= leastKept*scale(int(s.Lone), int(s.Kept))
}

func compareHash(a, b [2]uint64) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}
