package cluster

import (
	"cmp"
	"math/bits"
	"slices"
)

// A digest holds several articles, each whole, that other pages hold alone.
// The whole copy of an article of two pages looks much the same: two texts
// that have nothing in common stand in it one after the other. It is told by
// how one part goes over into the next: between two articles no other page
// spans the border, or fewer than end there, no page mark leads across it, and
// there is a title, or another language begins.

// passage is a stretch of a page that one or more nodes have in common with
// it, alone.
type passage struct {
	mask  uint64
	nodes []witness
}

// A witness is a node of which most stands in the page.
type witness struct {
	mask   uint64 // where
	node   int32
	titled bool   // it begins there with a title
	title  uint64 // see titleOf
	part   Part
	speech *speech // nil where all are in one language, see hear
}

func (p passage) first() int { return bits.TrailingZeros64(p.mask) }
func (p passage) last() int  { return bits.Len64(p.mask) - 1 }

// Tests on passages, in stretches of 64.
const (
	leastPassage   = 3
	widestGap      = 6 // between two parts of one article
	borderSlack    = 3 // between the end of a passage and that of a page in it
	strayStretches = 2 // of a mask, apart from the rest
	plainBorder    = 4 // pages that end or begin at a border and are no parts
	partRate       = 3 // pages there for one that a page mark leads across

	leastSameDigest = .8 // of each of two digests that are copies
)

// digest reports whether node c holds several articles, of which other nodes
// of work, already verified, hold one each. Then nodes that hold the same one
// are copies.
func (p *prover) digest(c int32, work []int32) (bool, error) {
	list, err := p.witnesses(c, work)
	if err != nil || len(list) < 2 {
		return false, err
	}
	title, err := p.titleOf(c)
	if err != nil {
		return false, err
	}
	if !severalArticles(list, title) {
		return divided(list, title), nil
	}
	return true, p.claim(list)
}

// severalArticles reports whether the nodes that stand in a page of some title are
// articles of their own. What stands under the page's title, and not under one in its
// midst, is none.
func severalArticles(list []witness, title uint64) bool {
	found, spans := passages(shortestFirst(list))
	for i := 1; i < len(found); i++ {
		if apart(found[i-1], found[i], spans, title) {
			return true
		}
	}
	return false
}

func shortestFirst(list []witness) []witness {
	slices.SortFunc(list, func(a, b witness) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(a.mask), bits.OnesCount64(b.mask)), cmp.Compare(a.mask, b.mask), cmp.Compare(a.node, b.node))
	})
	return list
}

// titleOf is the title that a node begins with; 0 when it has none that is telling.
func (p *prover) titleOf(n int32) (uint64, error) {
	pg, err := p.page(n)
	if err != nil {
		return 0, err
	}
	return p.cfg.line(firstTitle(pg.text)), nil
}

// witnesses lists the nodes of work that stand in c for the most part.
func (p *prover) witnesses(c int32, work []int32) ([]witness, error) {
	var list []witness
	for _, n := range work {
		v, ok := p.verdict(c, n)
		if n == c || !ok || !v.same || v.inB < leastContained || bits.OnesCount64(v.binsA) < leastPassage {
			continue
		}
		pg, err := p.page(n)
		if err != nil {
			return nil, err
		}
		in := body(v.binsA)
		titled := v.titled && in != 0 && bits.TrailingZeros64(in)-bits.TrailingZeros64(v.binsA) <= borderSlack // and not at the head of c
		list = append(list, witness{in, n, titled, p.cfg.line(firstTitle(pg.text)), pg.part, nil})
	}
	return list, p.hear(list)
}

// body is a mask without its stray stretches: a frame has a line or two in
// common with the other end of a page.
func body(mask uint64) uint64 {
	var out uint64
	for rest := mask; rest != 0; {
		part := uint64(1) << bits.TrailingZeros64(rest)
		for n := rest &^ part; n != 0 && bits.TrailingZeros64(n)-(bits.Len64(part)-1) <= widestGap; n &= n - 1 {
			part |= 1 << bits.TrailingZeros64(n)
		}
		if rest &^= part; bits.OnesCount64(part) > strayStretches {
			out |= part
		}
	}
	return out
}

// passages gathers the witnesses into passages, in their order, and the masks
// of those that span several.
func passages(list []witness) (found []passage, spans []witness) {
	for _, w := range list {
		at := overlapping(found, w.mask)
		switch len(at) {
		case 0:
			found = append(found, passage{w.mask, []witness{w}})
		case 1:
			f := &found[at[0]]
			f.mask |= w.mask
			f.nodes = append(f.nodes, w)
		default:
			spans = append(spans, w)
		}
	}
	slices.SortFunc(found, func(a, b passage) int { return cmp.Or(cmp.Compare(a.first(), b.first()), cmp.Compare(a.mask, b.mask)) })
	return found, spans
}

// overlapping lists the passages that have half of the smaller in common
// with mask.
func overlapping(found []passage, mask uint64) []int {
	var out []int
	for i, f := range found {
		both := bits.OnesCount64(f.mask & mask)
		if both*2 >= min(bits.OnesCount64(f.mask), bits.OnesCount64(mask)) {
			out = append(out, i)
		}
	}
	return out
}

// under reports a passage that stands alone under the title of the page that holds it,
// as a later page of the article does: no node of it has another title.
func (p passage) under(title uint64) bool {
	is := false
	for _, w := range p.nodes {
		if is = is || title != 0 && w.title == title; w.title != 0 && w.title != title {
			return false
		}
	}
	return is
}

// apart reports whether two passages, one after the other in a page of some title, are
// articles of their own.
func apart(f, g passage, spans []witness, title uint64) bool {
	spanning := 0
	b := borderOf(f, g, title)
	for _, w := range spans {
		switch at := overlapping([]passage{f, g}, w.mask); {
		case len(at) == 2:
			spanning++
		case len(at) == 1: // of several parts of one article, perhaps
			b.add(w, f, g, at[0] == 0)
		}
	}
	switch {
	case b.leads():
		return false
	case f.foreignTo(g):
		return true
	case b.later():
		return false
	case b.titled:
		return b.plain > spanning+1
	default:
		return spanning == 0 && (g.first()-f.last() > widestGap || b.plain >= plainBorder)
	}
}

// A border is where one passage ends and the next begins: how many pages end
// or begin there, with a page mark that leads across it and without one, whether a
// title begins there, and whether what begins there without one stands under that of
// the whole page, as a later page does.
type border struct {
	plain, marked int
	titled, under bool
}

func borderOf(f, g passage, title uint64) border {
	var b border
	for _, w := range f.nodes {
		b.add(w, f, g, true)
	}
	for _, w := range g.nodes {
		b.add(w, f, g, false)
	}
	b.under = g.under(title)
	return b
}

// later reports whether what begins at the border is a later page of the article.
func (b border) later() bool { return b.under && !b.titled }

// add counts a page that ends where passage f does, or begins where passage g does.
func (b *border) add(w witness, f, g passage, ends bool) {
	switch {
	case ends && f.last()-(bits.Len64(w.mask)-1) <= borderSlack:
		b.plain, b.marked = b.plain+b2i(!w.part.Before), b.marked+b2i(w.part.Before)
	case !ends && bits.TrailingZeros64(w.mask)-g.first() <= borderSlack:
		b.plain, b.marked = b.plain+b2i(!w.part.After), b.marked+b2i(w.part.After)
		b.titled = b.titled || w.titled
	}
}

// leads reports whether page marks lead across the border.
func (b border) leads() bool { return b.marked > 0 && b.marked*partRate >= b.plain+b.marked }

// dropDigests takes out of a star the members that link it to nodes outside
// through a part of theirs that the centre does not have.
func (p *prover) dropDigests(s star, work []int32) (kept, digests []int32) {
	in := map[int32]bool{}
	for _, n := range s.nodes {
		in[n] = true
	}
	out := map[int32]bool{}
	for _, n := range work {
		if in[n] {
			continue
		}
		for _, m := range p.edges[n] {
			if !in[m] || m == s.centre {
				continue
			}
			v, ok := p.verdict(m, s.centre)
			w, _ := p.verdict(m, n)
			if ok && v.same && v.inB >= leastContained && w.inB >= leastContained && len(overlapping([]passage{{mask: v.binsA}}, w.binsA)) == 0 {
				out[m] = true
			}
		}
	}
	for _, n := range s.nodes {
		if out[n] {
			digests = append(digests, n)
		} else {
			kept = append(kept, n)
		}
	}
	return kept, digests
}

// bridge finds among nodes that look like digests the first that holds the
// pages of one article one after the other, as their marks say. In those before
// it nodes that hold the same article are copies.
func (p *prover) bridge(digests, work []int32) (int32, bool, error) {
	for _, n := range digests {
		if err := p.verifyAll(n, work); err != nil {
			return 0, false, err
		}
		list, err := p.witnesses(n, work)
		if err != nil {
			return 0, false, err
		}
		title, err := p.titleOf(n)
		if err != nil {
			return 0, false, err
		}
		if paged(list, title) {
			return n, true, nil
		}
		if err := p.claim(list); err != nil {
			return 0, false, err
		}
	}
	return 0, false, nil
}

// paged reports whether the nodes that stand in a page of some title are pages of one
// article: page marks lead across every border between them, or the later ones stand
// under its title.
func paged(list []witness, title uint64) bool {
	found, _ := passages(shortestFirst(list))
	for i := 1; i < len(found); i++ {
		if b := borderOf(found[i-1], found[i], title); !b.later() && (!b.leads() || found[i].first()-found[i-1].last() > widestGap) {
			return false
		}
	}
	return len(found) > 1
}

// copiesOf puts digests that are copies of each other together.
func (p *prover) copiesOf(digests []int32) ([]star, error) {
	slices.Sort(digests)
	for _, n := range digests {
		p.twofold[n] = true
	}
	sets, err := p.join(digests)
	if err != nil {
		return nil, err
	}
	var out []star
	for len(sets) > 0 {
		c, err := p.centre(sets[0])
		if err != nil {
			return nil, err
		}
		if err := p.verifyAll(c, sets[0]); err != nil {
			return nil, err
		}
		s := star{centre: c}
		for _, n := range sets[0] {
			if v, ok := p.verdict(c, n); n == c || ok && v.same && min(v.inA, v.inB) >= leastSameDigest {
				s.nodes = append(s.nodes, n)
			}
		}
		out = append(out, s)
		rest, err := p.join(without(sets[0], s.nodes))
		if err != nil {
			return nil, err
		}
		sets = append(sets[1:], rest...)
	}
	return out, nil
}
