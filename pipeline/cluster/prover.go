package cluster

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/urtext/urtext/pipeline/corpus"
)

// prover verifies pairs of nodes and remembers the verdicts.
type prover struct {
	ctx      context.Context
	cfg      Config
	shelf    *Shelf
	folded           // nodes
	list     []int32 // of documents, their numbers on the shelf
	nodeOf   []int32 // of each number on the shelf; -1 for none
	parent   []int32 // see sets
	refused  []int8  // see told
	glances  glances // while links are made
	fetch    Fetch
	pages    pages
	known    map[[2]int32]int32    // by nodes, the smaller first: place in found
	found    *verdictList          // see known
	distant  pairSet               // of these, which are most
	verified int                   // pairs that were judged
	ahead    map[[2]int32]int32    // of pairs that may not be asked for, the same: see lookAhead
	near     map[[2]int32]struct{} // pairs to be verified that are known not to be strange
	edges    map[int32][]int32     // for each node those that are the same article
	spare    map[int32][]int32     // for each node those that a link leads to which nobody verified
	twofold  map[int32]bool        // nodes found to be digests
	read     map[int32]reading
	stamps   map[uint64]int    // of each stamp the stars that bear it
	commons  []uint64          // see commonplace
	failed   sync.Map          // pairs over which the program failed, with the error
	beyond   map[int32][]int32 // by the centre of a star, of its nodes those that are pages which go on from the others
}

// newProver folds the documents of list, given by their numbers on the shelf,
// into nodes.
func newProver(ctx context.Context, c Config, shelf *Shelf, list []int32, fetch Fetch) (*prover, error) {
	p := &prover{ctx: ctx, cfg: c, shelf: shelf, list: list, fetch: fetch,
		known: map[[2]int32]int32{}, near: map[[2]int32]struct{}{}, found: newVerdictList(), edges: map[int32][]int32{}, spare: map[int32][]int32{}, twofold: map[int32]bool{}, read: map[int32]reading{}, beyond: map[int32][]int32{}}
	p.pages.most = int(shelf.budget / pageShare / unitBytes / 2)
	p.nodeOf = noNodes(shelf.Len()) // for now the places in the list
	for i, n := range list {
		p.nodeOf[n] = int32(i)
	}
	var err error
	p.folded, err = shelf.fold(list, p.nodeOf)
	if err = errors.Join(err, shelf.contents.Close(), shelf.streams.Close()); err != nil { // they have served
		return nil, err
	}
	if err := shelf.postings.Thin(sameHash); err != nil { // they are gone through several times
		return nil, err
	}
	for _, n := range list {
		p.nodeOf[n] = -1
	}
	for n, x := range p.nodes {
		p.nodeOf[list[x.doc]] = int32(n)
	}
	return p, nil
}

// onShelf is the number on the shelf of the document that stands for a node.
func (p *prover) onShelf(n int32) int32 { return p.list[p.nodes[n].doc] }

// What the shelf has of a node.
func (p *prover) card(n int32) *card        { return p.shelf.card(p.onShelf(n)) }
func (p *prover) samplesOf(n int32) span    { return p.shelf.samplesOf(p.onShelf(n)) }
func (p *prover) setOf(n int32) span        { return p.shelf.setOf(p.onShelf(n)) }
func (p *prover) ownSeries(n int32) Series  { return p.shelf.seriesOf(p.onShelf(n)) }
func (p *prover) shapesOf(n int32) []uint64 { return p.shelf.shapesOf(p.onShelf(n)) }

// noNodes is a list of n numbers of nodes that are not known.
func noNodes(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// verdict returns the known verdict on a pair, seen from a.
func (p *prover) verdict(a, b int32) (verdict, bool) {
	if a > b {
		v, ok := p.verdict(b, a)
		return v.flip(), ok
	}
	if i, ok := p.known[[2]int32{a, b}]; ok {
		return p.found.at(i), true
	}
	if p.distant.has([2]int32{a, b}) {
		return distant, true
	}
	return verdict{}, false
}

// judged reports whether the verdict on a pair is known.
func (p *prover) judged(x [2]int32) bool {
	_, ok := p.known[x]
	return ok || p.distant.has(x)
}

// verify finds the verdicts on pairs that are not known yet, several at a
// time.
func (p *prover) verify(pairs [][2]int32) error {
	var todo [][2]int32
	for _, x := range pairs {
		if x[0] > x[1] {
			x[0], x[1] = x[1], x[0]
		}
		if x[0] != x[1] && !p.judged(x) {
			todo = append(todo, x)
		}
	}
	slices.SortFunc(todo, comparePairs)
	todo = slices.Compact(todo)
	out, order := make([]verdict, len(todo)), p.asTheyLie(todo)
	err := p.inParallel(len(todo), func(i int) (err error) {
		out[order[i]], err = p.judge(todo[order[i]])
		return err
	})
	if err != nil {
		return err
	}
	for i, x := range todo {
		if out[i].tail {
			foreign, err := p.foreign(x)
			if err != nil {
				return err
			}
			if foreign {
				out[i] = verdict{cause: TooLittle}
			}
		}
		p.keep(x, out[i])
	}
	return nil
}

// foreign reports two nodes that are known to be in two languages, whatever that of
// their frames is: where the end of one is the beginning of the other it has something
// in the other's language in it.
func (p *prover) foreign(x [2]int32) (bool, error) {
	a, b := p.languageOf(x[0]), p.languageOf(x[1])
	if a == b || !identified(a) || !identified(b) {
		return false, nil
	}
	a, err := p.spoken(x[0])
	if err == nil && a != b {
		b, err = p.spoken(x[1])
	}
	return a != b, err
}

// identified reports whether a language was told from others.
func identified(language string) bool { return language != "" && language != "und" }

// place keeps a verdict and returns its place in found.
func (p *prover) place(v verdict) int32 {
	if v == distant {
		return 0
	}
	return p.found.add(v)
}

// comparePairs orders pairs by their first, then by their second.
func comparePairs(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) }

// asTheyLie is the order in which pairs are looked at: that in which the texts
// were read and lie on disk.
func (p *prover) asTheyLie(pairs [][2]int32) []int {
	order := make([]int, len(pairs))
	first, last := make([]int32, len(pairs)), make([]int32, len(pairs))
	for i, x := range pairs {
		a, b := p.list[p.nodes[x[0]].doc], p.list[p.nodes[x[1]].doc]
		order[i], first[i], last[i] = i, min(a, b), max(a, b)
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(first[i], first[j]), cmp.Compare(last[i], last[j])) })
	return order
}

// keep remembers a verdict. Of most pairs it is that they are strange.
func (p *prover) keep(x [2]int32, v verdict) {
	p.verified += b2i(!p.judged(x))
	if k, ok := p.ahead[x]; ok && k > 0 && v == p.found.at(k) {
		p.known[x] = k
	} else if v != distant {
		p.known[x] = p.place(v)
	} else {
		delete(p.known, x)
		p.distant.add(x)
	}
	p.note(x, v)
}

// inParallel calls do for every number below n, on all workers, until one
// fails or the context ends; the error is that of the least number.
func (p *prover) inParallel(n int, do func(i int) error) error {
	var first struct {
		sync.Mutex
		at  int
		err error
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(max(1, p.cfg.Workers), n) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				err := p.ctx.Err()
				if err == nil {
					err = corpus.Guarded("compare", func() error { return do(i) })
				}
				if err != nil {
					first.Lock()
					if first.err == nil || i < first.at {
						first.at, first.err = i, err
					}
					first.Unlock()
					return
				}
			}
		})
	}
	wg.Wait()
	return first.err
}

func (p *prover) judge(x [2]int32) (verdict, error) {
	if k, ok := p.ahead[x]; ok {
		return p.found.at(k), nil
	}
	if _, ok := p.near[x]; !ok {
		if strange, err := p.strange(x); strange || err != nil {
			return distant, err
		}
	}
	return p.laid(x, p.cfg.align)
}

// laid compares the pages of two nodes. Should the program fail over them, they are
// strangers.
func (p *prover) laid(x [2]int32, compare func(a, b *page) verdict) (v verdict, err error) {
	err = corpus.Guarded("compare", func() error {
		a, err := p.page(x[0])
		if err != nil {
			return err
		}
		b, err := p.page(x[1])
		if err == nil {
			v = compare(a, b)
		}
		if v.same && p.commonplace(a, b, v) {
			v = verdict{cause: TooLittle, inA: v.inA, inB: v.inB}
		}
		return err
	})
	if errors.Is(err, corpus.ErrInternal) {
		p.failed.Store(x, err)
		return distant, nil
	}
	return v, err
}

// failures lists the pairs over which the program failed.
func (p *prover) failures() []Failure {
	var out []Failure
	for k, err := range p.failed.Range {
		x := k.([2]int32)
		a, b := p.nodes[x[0]].doc, p.nodes[x[1]].doc
		out = append(out, Failure{A: int(min(a, b)), B: int(max(a, b)), Err: err.(error)})
	}
	slices.SortFunc(out, func(a, b Failure) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return out
}

// page returns a node's page, from the cache or made anew.
func (p *prover) page(n int32) (*page, error) {
	if pg := p.pages.get(n); pg != nil {
		return pg, nil
	}
	body, err := p.body(n)
	if err != nil {
		return nil, err
	}
	pg := p.cfg.pageOf(body, p.cutOf(n))
	p.pages.put(n, pg)
	return pg, nil
}

func (p *prover) note(x [2]int32, v verdict) {
	if v.same {
		p.edges[x[0]] = append(p.edges[x[0]], x[1])
		p.edges[x[1]] = append(p.edges[x[1]], x[0])
	}
}

// pages keeps the pages used last, up to a number of units. Two generations:
// when the young one is full it becomes the old one.
type pages struct {
	mu         sync.Mutex
	young, old map[int32]*page
	units      int
	most       int // units of the young generation
}

// pageShare of the budget of the shelf is for the pages kept, unitBytes of
// which a unit costs.
const (
	pageShare = 4
	unitBytes = 80
)

func (c *pages) get(n int32) *page {
	c.mu.Lock()
	defer c.mu.Unlock()
	if pg := c.young[n]; pg != nil {
		return pg
	}
	pg := c.old[n]
	if pg != nil {
		c.add(n, pg)
	}
	return pg
}

func (c *pages) put(n int32, pg *page) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(n, pg)
}

func (c *pages) add(n int32, pg *page) {
	if c.young == nil || c.units+len(pg.units) > c.most {
		c.old, c.young, c.units = c.young, map[int32]*page{}, 0
	}
	c.young[n] = pg
	c.units += len(pg.units)
}

// pairs lists the pairs of documents of one star whose texts were aligned and
// found to be one article, and those of the same words.
func (p *prover) pairs(stars *starList) [][2]int {
	home := p.homes(stars)
	var out [][2]int
	add := func(a, b int32) { out = append(out, [2]int{int(min(a, b)), int(max(a, b))}) }
	for n := range int32(len(p.nodes)) {
		for _, m := range p.edges[n] {
			if n < m && home[n] == home[m] {
				add(p.nodes[n].doc, p.nodes[m].doc)
			}
		}
		p.members(n, func(doc int32) {
			if first := p.nodes[n].doc; doc != first {
				add(first, doc)
			}
		})
	}
	slices.SortFunc(out, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return out
}
