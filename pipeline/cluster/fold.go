package cluster

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// A node is one text: all documents that have the same bytes, or the same
// kept words. It is known by its smallest content hash.
type node struct {
	doc  int32 // the document whose body stands for the node: the first of those whose page marks say most, or the first
	rest int32 // 0, or the number of the list of the others, in folded.rest
}

// leastKept is how many kept words a text must have to be compared with
// others; below, only the same bytes are the same text.
const leastKept = 20

// folded is the nodes of a run, in the order of their content hashes.
type folded struct {
	nodes []node
	rest  [][]int32 // from 1 on: the other documents of a node, by their content hashes
	rank  []int32   // of each document: its place in the order of content hashes
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

// An imprint is the hash of a text, or of its kept words, and the number of its
// document on the shelf.
type imprint struct {
	hash [2]uint64
	doc  uint32
}

// imprintCodec stores the first hash as the difference to that before it, the
// second as it is.
func imprintCodec() segment.Codec[imprint] {
	return segment.Codec[imprint]{
		Append: func(dst []byte, before, r imprint) []byte {
			dst = binary.AppendUvarint(dst, r.hash[0]-before.hash[0])
			dst = binary.LittleEndian.AppendUint64(dst, r.hash[1])
			return binary.AppendUvarint(dst, uint64(r.doc))
		},
		Next: func(src []byte, before imprint) (imprint, []byte, bool) {
			d, n := binary.Uvarint(src)
			if n <= 0 || len(src) < n+8 {
				return before, src, false
			}
			out := imprint{hash: [2]uint64{before.hash[0] + d, binary.LittleEndian.Uint64(src[n:])}}
			doc, m := binary.Uvarint(src[n+8:])
			out.doc = uint32(doc)
			return out, src[n+8+max(m, 0):], m > 0 && doc>>32 == 0
		},
		Compare: func(a, b imprint) int { return cmp.Or(compareHash(a.hash, b.hash), cmp.Compare(a.doc, b.doc)) },
	}
}

// eachImprint calls do for the documents of every hash, given by their places, where
// place is -1 for those that are left out. The list is good until do returns.
func eachImprint(sorter *segment.Sorter[imprint], place []int32, do func(docs []int32)) error {
	stream, err := sorter.Sorted()
	if err != nil {
		return err
	}
	var docs []int32
	var hash [2]uint64
	for {
		x, ok, err := stream.Next()
		if err != nil {
			return errors.Join(err, stream.Close())
		}
		if !ok || x.hash != hash {
			if len(docs) > 0 {
				do(docs)
			}
			docs, hash = docs[:0], x.hash
		}
		if !ok {
			return stream.Close()
		}
		if at := place[x.doc]; at >= 0 {
			docs = append(docs, at)
		}
	}
}

// fold gathers documents, given by their numbers on the shelf, into
// nodes, in the order of their least content hashes. A document without words is
// the same as no other. Place is, for each number on the shelf, that in the list,
// -1 for none. In memory it takes twelve bytes for each document.
func (s *Shelf) fold(list, place []int32) (folded, error) {
	out := folded{rest: make([][]int32, 1), rank: make([]int32, len(list))}
	order := make([]int32, 0, len(list))
	first := make([]int32, len(list)) // by rank: of the text, a union-find
	err := eachImprint(s.contents, place, func(docs []int32) {
		slices.Sort(docs)
		for i, d := range docs {
			k := int32(len(order))
			out.rank[d], first[k] = k, k
			if i > 0 && s.card(list[d]).worded {
				first[k] = first[k-1]
			}
			order = append(order, d)
		}
	})
	if err == nil {
		err = s.sameWords(place, out.rank, first)
	}
	if err != nil {
		return out, err
	}
	texts := 0
	for k, f := range first {
		texts += b2i(int(f) == k)
	}
	out.nodes = make([]node, 0, texts)
	for k, i := range order { // from here on first is, by rank, the place in nodes
		if f := first[k]; int(f) != k {
			out.add(s, list, &out.nodes[first[f]], i)
			continue
		}
		first[k] = int32(len(out.nodes))
		out.nodes = append(out.nodes, node{doc: i})
	}
	return out, nil
}

// add puts one more document into a node. Copies of one page need not all bear
// its mark: the first of those that say most of it stands for them.
func (f *folded) add(s *Shelf, list []int32, n *node, doc int32) {
	if n.rest == 0 {
		n.rest = int32(len(f.rest))
		f.rest = append(f.rest, nil)
	}
	rest := &f.rest[n.rest]
	if s.seriesOf(list[doc]).says() > s.seriesOf(list[n.doc]).says() {
		*rest = slices.Insert(*rest, 0, n.doc)
		n.doc = doc
		return
	}
	*rest = append(*rest, doc)
}

// sameWords puts together the texts that have the same kept words, and leaves
// every document with the first of its text.
func (s *Shelf) sameWords(place, rank, first []int32) error {
	find := func(k int32) int32 {
		for first[k] != k {
			first[k] = first[first[k]]
			k = first[k]
		}
		return k
	}
	err := eachImprint(s.streams, place, func(docs []int32) {
		for _, d := range docs[1:] {
			a, b := find(rank[docs[0]]), find(rank[d])
			first[max(a, b)] = min(a, b)
		}
	})
	for k := range first {
		first[k] = find(int32(k))
	}
	return err
}

// mostFaded is the share of lost letters from which on the kept words of a
// text are splinters of words.
const mostFaded = .5

func compareHash(a, b [2]uint64) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}
