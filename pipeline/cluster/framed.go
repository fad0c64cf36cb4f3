package cluster

import (
	"cmp"
	"maps"
	"slices"
)

// Page 1 of an article, or page 2, in a large frame shares no more with a whole
// copy than a page that quotes it, as long as the frame counts as text. But what
// they share is one piece. Such pages are read closely, and judged once more.

// When two stars are looked at closely.
const (
	leastPage     = 80  // kept words of a page without its frame
	leastOfPage   = .7  // of it, what does not count too, that another has
	longPage      = 100 // kept words of a page that two others have for the most part
	mostly        = .8  // of it
	goodPart      = .5  // of the one that the other has, before that is read closely
	leastFramed   = 40  // kept words that the two have in one piece
	pieceShare    = .25 // of the smaller one, that the piece makes up
	pieceDense    = .5  // of its length in both, what is matched
	pieceGap      = 60  // units that two matches of it may be apart
	mostClose     = 4   // others that a star has pieces in common with: of more it is a template's
	clearlyLonger = 1.5 // times the piece of a template
)

// piece is how many kept words of two pages that are laid over each other by
// their shingles stand in one piece, 0 where they lie about. The lines of a frame
// have a phrase in common with anything.
func (p *pairing) piece(scale float64) int {
	most, from := 0, 0
	for k := 1; k <= len(p.main); k++ {
		if k < len(p.main) && max(p.main[k].i-p.main[k-1].i, p.main[k].j-p.main[k-1].j) <= pieceGap {
			continue
		}
		first, last := p.main[from], p.main[k-1]
		if n := k - from; float64(n) >= pieceDense*float64(max(last.i-first.i, last.j-first.j)+1) {
			most = max(most, n)
		}
		from = k
	}
	if n := float64(most); n < leastFramed*scale || n < pieceShare*float64(min(len(p.a.units), len(p.b.units))) {
		return 0
	}
	return int(float64(most) / scale)
}

// A closeLook is two stars that may be of one article: the hub, the larger one,
// and a spoke; and the nodes of them that say so.
type closeLook struct {
	hub, spoke int
	m, n       int32
	shared     int
}

// framed reads the pages of stars that have a piece in common closely, and puts
// together those that are of one article after all.
func (p *prover) framed(stars *starList) error {
	if p.cfg.Close == nil {
		return nil
	}
	looks, err := p.unframe(stars, p.closeLooks(stars))
	if err == nil {
		err = p.lookClosely(stars, looks)
	}
	if err != nil {
		return err
	}
	looks = slices.DeleteFunc(looks, func(l closeLook) bool { return !p.oneArticle(stars, l) })
	joins, err := p.joins(stars, looks)
	if err != nil {
		return err
	}
	home := homes{}
	for _, l := range joins {
		home[l.spoke] = l.hub
	}
	stars.merge(home)
	return nil
}

// closeLooks lists the pairs of stars that are worth a close look: of each pair
// the nodes that share most.
func (p *prover) closeLooks(stars *starList) []closeLook {
	home := p.homes(stars)
	best := map[[2]int]closeLook{}
	for x, k := range p.known {
		v := p.found.at(k)
		a, b := int(home[x[0]]), int(home[x[1]])
		if a == b || !v.same && v.piece == 0 || p.twofold[x[0]] || p.twofold[x[1]] {
			continue
		}
		if n := len(stars.at(a).nodes); n > 1 == (len(stars.at(b).nodes) > 1) {
			continue // one is an article of which there are copies, the other a page
		}
		l := closeLook{a, b, x[0], x[1], int(max(v.piece, v.matched))}
		if p.outward(stars, l, v) {
			l = closeLook{b, a, x[1], x[0], l.shared}
		}
		at := [2]int{min(a, b), max(a, b)}
		if old, ok := best[at]; !ok || compareLooks(l, old) < 0 {
			best[at] = l
		}
	}
	all := slices.Collect(maps.Values(best))
	slices.SortFunc(all, compareLooks)
	return withoutTemplates(all)
}

// withoutTemplates leaves out the looks at pieces of templates, which many stars
// have, and at such as are hardly longer than those.
func withoutTemplates(looks []closeLook) []closeLook {
	count := map[int]int{}
	for _, l := range looks {
		count[l.hub]++
		count[l.spoke]++
	}
	template := map[int]int{} // of a star, the longest piece it shares with one of many
	for _, l := range looks {
		if count[l.hub] > mostClose {
			template[l.spoke] = max(template[l.spoke], l.shared)
		}
		if count[l.spoke] > mostClose {
			template[l.hub] = max(template[l.hub], l.shared)
		}
	}
	return slices.DeleteFunc(looks, func(l closeLook) bool {
		return max(count[l.hub], count[l.spoke]) > mostClose || float64(l.shared) < clearlyLonger*float64(max(template[l.hub], template[l.spoke]))
	})
}

// outward reports that the hub of a look belongs in the spoke: it has fewer
// nodes, or of as many stands in the other for the larger part.
func (p *prover) outward(stars *starList, l closeLook, v verdict) bool {
	a, b := len(stars.at(l.hub).nodes), len(stars.at(l.spoke).nodes)
	return a < b || a == b && (v.inA > v.inB || v.inA == v.inB && l.hub > l.spoke)
}

func compareLooks(x, y closeLook) int {
	return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.hub, y.hub), cmp.Compare(x.spoke, y.spoke), cmp.Compare(x.m, y.m), cmp.Compare(x.n, y.n))
}

// unframe reads the nodes of the looks closely, and leaves out the looks for which
// this changes nothing: none of the nodes counts less than it did. The larger star
// is read where the smaller one, without its frame, stands in it for a good part.
func (p *prover) unframe(stars *starList, looks []closeLook) ([]closeLook, error) {
	less := map[int32]bool{}
	if err := p.readLess(less, looks, func(l closeLook) []int32 { return []int32{l.n} }); err != nil {
		return nil, err
	}
	looks, err := p.worthMore(looks)
	if err == nil {
		err = p.readLess(less, looks, func(l closeLook) []int32 { return []int32{l.m, stars.at(l.hub).centre} })
	}
	return slices.DeleteFunc(looks, func(l closeLook) bool {
		return !less[l.m] && !less[l.n] && !less[stars.at(l.hub).centre]
	}), err
}

// worthMore leaves out the looks of which neither node stands in the other for a
// good part.
func (p *prover) worthMore(looks []closeLook) ([]closeLook, error) {
	pairs := make([][2]int32, len(looks))
	for i, l := range looks {
		pairs[i] = [2]int32{l.m, l.n}
	}
	found, err := p.laidAll(pairs)
	var out []closeLook
	for i, l := range looks {
		if err == nil && found[i].contained() >= goodPart {
			out = append(out, l)
		}
	}
	return out, err
}

// readLess reads some nodes of the looks closely and notes which count less than
// they did.
func (p *prover) readLess(less map[int32]bool, looks []closeLook, of func(l closeLook) []int32) error {
	var nodes []int32
	for _, l := range looks {
		nodes = append(nodes, of(l)...)
	}
	slices.Sort(nodes)
	nodes = slices.Compact(nodes)
	before, err := p.totals(nodes)
	if err == nil {
		err = p.readClosely(nodes)
	}
	if err != nil {
		return err
	}
	after, err := p.totals(nodes)
	for i, n := range nodes {
		less[n] = less[n] || after[i] < before[i]
	}
	return err
}

// totals is how many units of each node count.
func (p *prover) totals(nodes []int32) ([]int, error) {
	out := make([]int, len(nodes))
	err := p.inParallel(len(nodes), func(i int) error {
		pg, err := p.page(nodes[i])
		if err == nil {
			out[i] = pg.total
		}
		return err
	})
	return out, err
}

// lookClosely judges the nodes of the looks anew, the spoke's by the centre of
// the hub too.
func (p *prover) lookClosely(stars *starList, looks []closeLook) error {
	var pairs [][2]int32
	for _, l := range looks {
		for _, m := range []int32{l.m, stars.at(l.hub).centre} {
			pairs = append(pairs, [2]int32{min(m, l.n), max(m, l.n)})
		}
	}
	return p.layAgain(pairs)
}

// layAgain judges pairs anew of which a node was read closely meanwhile.
func (p *prover) layAgain(pairs [][2]int32) error {
	slices.SortFunc(pairs, comparePairs)
	pairs = slices.Compact(pairs)
	out, err := p.laidAll(pairs)
	if err != nil {
		return err
	}
	for i, x := range pairs {
		p.revise(x, out[i])
	}
	return nil
}

// revise puts a new verdict on a pair in the place of the old one.
func (p *prover) revise(x [2]int32, v verdict) {
	for k, n := range x {
		other := x[1-k]
		p.edges[n] = slices.DeleteFunc(p.edges[n], func(m int32) bool { return m == other })
	}
	p.keep(x, v)
}

// oneArticle reports whether the centre of the hub takes the node of the spoke,
// as it takes nodes of its set. But a page of which little is left besides its
// frame must stand in the other wholly, or in the one of the others that is
// nearest to it, and be longer than what the pages of a template have in common:
// the end of a digest looks as a dovetail does.
func (p *prover) oneArticle(stars *starList, l closeLook) bool {
	v, _ := p.verdict(stars.at(l.hub).centre, l.n)
	w, _ := p.verdict(l.m, l.n)
	switch {
	case v.same:
		return v.whole() || v.holds() && v.laid >= leastPage || w.holds() && w.matched >= leastPage && (!v.tail || w.mutual()) ||
			l.m != stars.at(l.hub).centre && v.holdsMost() && w.holdsMost()
	case v.cause == TooLittle:
		return w.whole() && p.leads(stars.at(l.hub).centre, l.m, l.n)
	}
	return false
}

// whole reports whether one page stands wholly in another, and is no small part.
func (v verdict) whole() bool {
	return v.same && !v.tail && v.contained() >= wholly && v.matched >= leastPage
}

// holds reports whether the second page stands wholly in the first, with most of
// what does not count for prose.
func (v verdict) holds() bool { return v.same && !v.tail && v.inB >= wholly && v.allB >= leastOfPage }

// holdsMost reports whether most of a longer page stands in the first: two may know it
// for what one does not.
func (v verdict) holdsMost() bool {
	return v.same && !v.tail && v.inB >= mostly && v.allB >= leastOfPage && v.matched >= longPage
}

// mutual reports whether two pages stand wholly in each other.
func (v verdict) mutual() bool { return min(v.inA, v.inB) >= wholly }

// joins lists the looks of stars that are put together. One that belongs to two
// others may be a digest, and so may a hub that holds several.
func (p *prover) joins(stars *starList, looks []closeLook) ([]closeLook, error) {
	hubs := map[int]int{} // of each spoke, how many
	for _, l := range looks {
		hubs[l.spoke]++
	}
	spokes := map[int][]closeLook{}
	var order []int
	for _, l := range looks {
		if hubs[l.spoke] > 1 || hubs[l.hub] > 0 {
			continue
		}
		if len(spokes[l.hub]) == 0 {
			order = append(order, l.hub)
		}
		spokes[l.hub] = append(spokes[l.hub], l)
	}
	var out []closeLook
	for _, h := range order {
		if several, err := p.holdsSeveral(stars.at(h), spokes[h]); err != nil {
			return nil, err
		} else if !several {
			out = append(out, spokes[h]...)
		}
	}
	return out, nil
}

// holdsSeveral reports whether the spokes of a star may be several articles.
func (p *prover) holdsSeveral(s star, spokes []closeLook) (bool, error) {
	if len(spokes) == 1 {
		return false, nil
	}
	if len(s.nodes) == 1 {
		return true, nil // nothing shows that they belong together
	}
	nodes := slices.Clone(s.nodes)
	for _, l := range spokes {
		nodes = append(nodes, l.n)
	}
	list, err := p.witnesses(s.centre, nodes)
	if err != nil {
		return false, err
	}
	title, err := p.titleOf(s.centre)
	return severalArticles(list, title), err
}
