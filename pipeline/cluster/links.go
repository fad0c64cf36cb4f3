package cluster

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/segment"
)

// A link is a pair of nodes that share a sampled shingle: places in the list
// of nodes, a < b. Spread is the number of nodes that the rarest such
// shingle stands in.
type link struct {
	a, b    int32
	spread  int32
	shared  int32
	likely  bool   // they share much; not kept on disk
	strange bool   // their texts need not be laid side by side, as far as this is known
	looked  bool   // it is known
	hash    uint64 // the rarest shared shingle, the smallest among equals
}

// Candidates are found in two sorted passes, each of which goes through memory
// or, beyond the budget, through segments on disk:
//
//  1. By hash: each shingle links each of its nodes to two, to the smallest
//     one that has it and to the next smaller one, its leaders. So a bond is
//     made for each posting, however many nodes share a shingle, and no single
//     node (a digest, a template page) is the only link between the others.
//  2. By node: the bonds of a node name the leaders it is to be compared
//     with. Each pair is weighed once; a shingle that stands on very many
//     nodes is counted, and leads anywhere only where a node has too few
//     rarer ones.
//
// What is worth a look is sorted once more, rarest shared shingle first.

// A bond is one shared shingle of a node: its leaders are the first of the
// spread nodes that have it, and the one before this.
type bond struct {
	node, spread, first, before int32
	hash                        uint64
}

// bondCodec orders bonds by node, the rarest shingle first.
func bondCodec() segment.Codec[bond] {
	return segment.Codec[bond]{
		Append: func(dst []byte, b, r bond) []byte {
			dst = appendVarints(dst, r.node-b.node, r.spread, r.first, r.before)
			return binary.LittleEndian.AppendUint64(dst, r.hash)
		},
		Next: func(src []byte, b bond) (r bond, rest []byte, ok bool) {
			if rest, ok = varints(src, &r.node, &r.spread, &r.first, &r.before); !ok || len(rest) < 8 {
				return r, rest, false
			}
			r.node += b.node
			r.hash = binary.LittleEndian.Uint64(rest)
			return r, rest[8:], true
		},
		Compare: func(x, y bond) int {
			if x.node != y.node {
				return cmp.Compare(x.node, y.node)
			}
			if x.spread != y.spread {
				return cmp.Compare(x.spread, y.spread)
			}
			return cmp.Compare(x.hash, y.hash)
		},
	}
}

// linkCodec orders links by how much they tell: rarest shingle first, then by
// likeness, then by content.
func linkCodec() segment.Codec[link] {
	return segment.Codec[link]{
		Append: func(dst []byte, _, r link) []byte {
			dst = appendVarints(dst, r.a, r.b, r.spread, r.shared<<2|int32(b2i(r.looked)<<1|b2i(r.strange)))
			return binary.LittleEndian.AppendUint64(dst, r.hash)
		},
		Next: func(src []byte, _ link) (r link, rest []byte, ok bool) {
			if rest, ok = varints(src, &r.a, &r.b, &r.spread, &r.shared); !ok || len(rest) < 8 {
				return r, rest, false
			}
			r.hash = binary.LittleEndian.Uint64(rest)
			r.shared, r.looked, r.strange = r.shared>>2, r.shared&2 > 0, r.shared&1 > 0
			return r, rest[8:], true
		},
		Compare: func(x, y link) int {
			return cmp.Or(cmp.Compare(x.spread, y.spread), cmp.Compare(y.shared, x.shared), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
		},
	}
}

func appendVarints(dst []byte, list ...int32) []byte {
	for _, x := range list {
		dst = binary.AppendUvarint(dst, uint64(uint32(x)))
	}
	return dst
}

func varints(src []byte, into ...*int32) (rest []byte, ok bool) {
	for _, to := range into {
		x, n := binary.Uvarint(src)
		if n <= 0 || x>>32 != 0 {
			return src, false
		}
		*to, src = int32(uint32(x)), src[n:]
	}
	return src, true
}

// links pairs up nodes that are worth a look. The sorter must be closed.
func (p *prover) links(of hashes) (*segment.Sorter[link], error) {
	bonds := newSorter(p.shelf, "bonds", kindBonds, bondCodec())
	some := make([]bond, 0, addBatch)
	err := of.each(func(hash uint64, nodes []int32) error {
		n := int32(len(nodes))
		p.glances.note(hash, nodes)
		for i, b := range nodes[1:] {
			if len(some) == addBatch {
				if err := bonds.Add(some...); err != nil {
					return err
				}
				some = some[:0]
			}
			some = append(some, bond{node: b, spread: n, first: nodes[0], before: nodes[i], hash: hash})
		}
		return nil
	})
	err = errors.Join(err, bonds.Add(some...))
	links := newSorter(p.shelf, "links", kindLinks, linkCodec())
	if err == nil {
		err = p.weighBonds(bonds, links)
	}
	return links, errors.Join(err, bonds.Close())
}

// Bonds that are added at one time, and nodes that are weighed between two reads
// of the bonds.
const (
	addBatch  = 1024
	bondBatch = 4096
)

// weighBonds goes through the bonds node by node.
func (p *prover) weighBonds(bonds *segment.Sorter[bond], links *segment.Sorter[link]) error {
	stream, err := bonds.Sorted()
	if err != nil {
		return err
	}
	var list []bond
	var ends []int
	d := doubts{links: links, most: int(p.shelf.budget / sortShare / doubtBytes)}
	weigh := func() error {
		err := p.inParallel(len(ends), func(i int) error {
			from := 0
			if i > 0 {
				from = ends[i-1]
			}
			return p.weigh(list[from:ends[i]], &d)
		})
		list, ends = list[:0], ends[:0]
		if err == nil && len(d.list) >= d.most {
			err = p.settle(&d)
		}
		return err
	}
	for err == nil {
		var b bond
		var ok bool
		if b, ok, err = stream.Next(); err != nil {
			break
		}
		if !ok || len(list) > 0 && b.node != list[len(list)-1].node {
			if len(list) > 0 {
				ends = append(ends, len(list))
			}
			if !ok || len(ends) == bondBatch {
				err = weigh()
			}
		}
		if !ok {
			break
		}
		list = append(list, b)
	}
	if err == nil {
		err = p.settle(&d)
	}
	return errors.Join(err, stream.Close())
}

// weigh makes the links of one node to its leaders, all of which are smaller.
func (p *prover) weigh(bonds []bond, d *doubts) error {
	b := bonds[0].node
	pairs := slices.DeleteFunc(leaders(bonds), func(l link) bool { return !p.promising(bonds, l) })
	if len(pairs) == 0 {
		return nil
	}
	own, err := p.shelf.viewSamples().get(p.samplesOf(b))
	if err != nil {
		return err
	}
	kept, samples := pairs[:0], p.shelf.viewSamples()
	for _, l := range pairs {
		other, err := samples.get(p.samplesOf(l.a))
		if err != nil {
			return err
		}
		if worth(sampled{p.card(l.a), other}, sampled{p.card(b), own}, &l) {
			kept = append(kept, l)
		}
	}
	return d.add(mostAlike(kept))
}

// leaders makes a link of a node to each of its leaders, by the rarest shingle
// that both have: in this order come the bonds.
func leaders(bonds []bond) []link {
	keys := make([]uint64, 0, 2*len(bonds)) // leader, then place of the bond
	wide := 0
	for i, x := range bonds {
		if x.spread > rareSpread {
			if wide++; wide > mostWide {
				break
			}
		}
		keys = append(keys, uint64(x.first)<<32|uint64(i))
		if x.before != x.first {
			keys = append(keys, uint64(x.before)<<32|uint64(i))
		}
	}
	slices.Sort(keys)
	keys = slices.CompactFunc(keys, func(x, y uint64) bool { return x>>32 == y>>32 })
	out := make([]link, len(keys))
	for i, k := range keys {
		x := bonds[uint32(k)]
		out[i] = link{a: int32(k >> 32), b: x.node, spread: x.spread, hash: x.hash}
	}
	return out
}

// doubts are links between nodes that are not likely to be copies, which wait
// for others, so that the sets of their shingles are read in one go.
type doubts struct {
	links *segment.Sorter[link]
	most  int

	mu   sync.Mutex
	list []link
}

// doubtBytes is what a doubt costs in memory, with what reads its sets.
const doubtBytes = 128

// add sorts out the links of one node, the likely ones first.
func (d *doubts) add(list []link) error {
	n := 0
	for n < len(list) && list[n].likely {
		n++
	}
	d.mu.Lock()
	d.list = append(d.list, list[n:]...)
	d.mu.Unlock()
	return d.links.Add(list[:n]...)
}

// settle notes which of the doubts lead to strangers, where they are many.
func (p *prover) settle(d *doubts) error {
	if len(d.list) >= p.shelf.few {
		pairs := make([][2]int32, len(d.list))
		for i, l := range d.list {
			pairs[i] = [2]int32{l.a, l.b}
		}
		strange, err := p.areStrange(pairs)
		if err != nil {
			return err
		}
		for i, s := range strange {
			d.list[i].looked, d.list[i].strange = true, s
		}
	}
	err := d.links.Add(d.list...)
	d.list = d.list[:0]
	return err
}

// mostAlike leaves out the links of a node to leaders that it shares least
// with: all are kept that may be copies, few that may be dovetails or have much
// noise, and those alike most.
func mostAlike(list []link) []link {
	slices.SortFunc(list, func(x, y link) int {
		return cmp.Or(cmp.Compare(b2i(y.likely), b2i(x.likely)), cmp.Compare(y.shared, x.shared), cmp.Compare(x.spread, y.spread), cmp.Compare(x.a, y.a))
	})
	n := 0
	for n < len(list) && list[n].likely {
		n++
	}
	return list[:min(len(list), n+mostUnlikely)]
}

// When a pair is worth a look.
const (
	leastShared    = 3   // samples, with the containment below
	likelyContain  = .4  // of the one in the other, estimated
	leastLikely    = .04 // below, long texts that share a passage are not looked at; see leastTail
	rareSpread     = 64  // a shingle on so few nodes counts without the containment: dovetails, noise
	rarestSpread   = 16  // and one alone is enough for a short text
	shortShingles  = 150 // a short text
	closestSpread  = 4   // two shingles on so few nodes are enough for any text
	leastOfClosest = 2
	mostUnlikely   = 2  // leaders of a node that it shares little with
	mostWide       = 24 // shingles on more nodes than rareSpread that lead from one node, the rarest
)

// sampled is a card with its samples.
type sampled struct {
	*card
	samples []uint64
}

// limit is the hash up to which every shingle is sampled (see sample).
func (s sampled) limit() uint64 {
	if n := len(s.samples); !s.whole && n > 0 {
		return max(s.samples[n-1], sampleLimit)
	}
	return math.MaxUint64
}

// shared counts the samples that two texts have in common below the limit of
// both, and how many each has there.
func (s sampled) shared(t sampled) (both, inS, inT int) {
	limit := min(s.limit(), t.limit())
	a, b := upTo(s.samples, limit), upTo(t.samples, limit)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		both += b2i(x == y)
		i += b2i(x <= y)
		j += b2i(y <= x)
	}
	return both, len(a), len(b)
}

// upTo is the samples up to a limit.
func upTo(samples []uint64, limit uint64) []uint64 {
	if n := len(samples); n == 0 || samples[n-1] <= limit {
		return samples
	}
	n, found := slices.BinarySearch(samples, limit)
	return samples[:n+b2i(found)]
}

// worth reports whether a link is worth an alignment, and notes how many
// samples its nodes share.
func worth(a, b sampled, l *link) bool {
	if !a.comparable() || !b.comparable() {
		return false
	}
	both, inA, inB := a.shared(b)
	l.shared = int32(both)
	if float64(both) < leastLikely*float64(min(inA, inB)) {
		return false
	}
	switch {
	case both >= leastShared && float64(both) >= likelyContain*float64(min(inA, inB)):
		l.likely = true
		return true
	case both >= leastShared && l.spread <= rareSpread:
		return true
	case both >= leastOfClosest && l.spread <= closestSpread:
		return true
	}
	return both >= 1 && l.spread <= rarestSpread && min(a.shingles(), b.shingles()) < shortShingles
}
