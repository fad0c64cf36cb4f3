package cluster

import (
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// hashes is the sampled shingles of some nodes and, of each, the nodes that
// have it.
type hashes struct {
	sorted *segment.Sorter[posting]
	node   func(doc uint32) (int32, bool) // of a document; false where it is left out
	own    bool                           // the sorter is made for this
}

// every is all nodes, as the shelf has them. Documents that are the same as
// another and those of other lists are left out.
func (p *prover) every() hashes {
	return hashes{sorted: p.shelf.postings, node: func(doc uint32) (int32, bool) {
		n := p.nodeOf[doc]
		return n, n >= 0
	}}
}

// some is the nodes of set, whose samples are sorted anew.
func (p *prover) some(set []int32) (hashes, error) {
	h := hashes{sorted: newSorter(p.shelf, "some", kindPostings, postingCodec()), own: true,
		node: func(doc uint32) (int32, bool) { return int32(doc), true }}
	samples := p.shelf.viewSamples()
	var list []posting
	for _, n := range set {
		own, err := samples.get(p.samplesOf(n))
		if err != nil {
			return h, err
		}
		list = list[:0]
		for _, x := range own {
			list = append(list, posting{x, uint32(n)})
		}
		if err := h.sorted.Add(list...); err != nil {
			return h, err
		}
	}
	return h, nil
}

// only leaves out the nodes for which keep is false.
func (h hashes) only(keep func(n int32) bool) hashes {
	node := h.node
	h.node = func(doc uint32) (int32, bool) {
		n, ok := node(doc)
		return n, ok && keep(n)
	}
	return h
}

func (h hashes) close() error {
	if h.own {
		return h.sorted.Close()
	}
	return nil
}

// each calls do for every hash that stands on more than one node, with the
// nodes sorted; the list is good until do returns.
func (h hashes) each(do func(hash uint64, nodes []int32) error) error {
	stream, err := h.sorted.Sorted()
	if err != nil {
		return err
	}
	var docs []int32
	hash := uint64(0)
	for err == nil {
		var x posting
		var ok bool
		if x, ok, err = stream.Next(); err != nil {
			break
		}
		if !ok || x.hash != hash {
			if nodes := h.nodesOf(docs); len(nodes) > 1 {
				err = do(hash, nodes)
			}
			if docs, hash = docs[:0], x.hash; !ok {
				break
			}
		}
		docs = append(docs, int32(x.doc))
	}
	return errors.Join(err, stream.Close())
}

// nodesOf puts nodes into the places of the documents of a hash, sorted: none where it
// has one document, as most have.
func (h hashes) nodesOf(docs []int32) []int32 {
	if len(docs) < 2 {
		return nil
	}
	nodes := docs[:0]
	for _, d := range docs {
		if n, in := h.node(uint32(d)); in {
			nodes = append(nodes, n)
		}
	}
	slices.Sort(nodes)
	return nodes
}
