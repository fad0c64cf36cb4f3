package cluster

import (
	"cmp"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/faded"
)

// A text that lost letters shares no shingles with its copies. It is looked
// for by windows of the shapes of its words, which no lost letter changes:
// those of the faded texts are kept beside their sketches, those of the other
// texts are made only when there are any, from one body at a time.

// Bounds of the search.
const (
	leastShapes  = 3  // sampled windows that two texts share
	widestShape  = 64 // faded texts that a window leads to, the least faded ones
	fadedLooks   = 6  // stars that a faded text is aligned with
	leastOfFaded = .6 // of the faded text, or of the other, in common
	leastLetters = 40 // letters that neither text lost and both have
	leastOfBlank = .8 // of both texts, in common, where they have fewer
)

// faded shows the stars that consist of faded texts alone to the others, the
// least faded first, so that a text is read by one that is sounder.
func (p *prover) faded(stars *starList) error {
	var lost []int
	for i, s := range stars.all() {
		if p.lost(s) {
			lost = append(lost, i)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	slices.SortFunc(lost, func(i, j int) int {
		return cmp.Or(cmp.Compare(p.card(stars.at(i).centre).Loss, p.card(stars.at(j).centre).Loss), cmp.Compare(stars.at(i).centre, stars.at(j).centre))
	})
	near, err := p.nearShapes(stars, lost)
	if err != nil {
		return err
	}
	looks, err := p.lookAt(stars, lost, near)
	if err != nil {
		return err
	}
	home := homes{}
	for n, i := range lost {
		if h := p.fadedHome(stars, home, i, looks[n]); h != i {
			home[i] = h
		}
	}
	stars.merge(home)
	return nil
}

// lost reports whether a star consists of faded texts alone.
func (p *prover) lost(s star) bool {
	return !slices.ContainsFunc(s.nodes, func(n int32) bool { return p.card(n).Loss == 0 || p.twofold[n] })
}

// A nearShape is a star and how many sampled windows it shares with a faded one.
type nearShape struct{ star, shared int }

// nearShapes lists for each star of lost, by its place there, the stars whose
// centres share most windows with its own; of faded ones those that come
// before it.
func (p *prover) nearShapes(stars *starList, lost []int) ([][]nearShape, error) {
	at := map[uint64][]int32{} // window to places in lost
	place := map[int]int32{}
	for n, i := range lost {
		place[i] = int32(n)
		for _, h := range p.shapesOf(stars.at(i).centre) {
			if len(at[h]) < widestShape {
				at[h] = append(at[h], int32(n))
			}
		}
	}
	near := make([][]nearShape, len(lost))
	var mu sync.Mutex
	err := p.eachCentre(stars, func(i int, text string) {
		var shared []uint64
		faded.EachSampled(text, p.cfg.Key, func(hash uint64) {
			if len(at[hash]) > 0 {
				shared = append(shared, hash)
			}
		})
		if len(shared) == 0 {
			return
		}
		slices.Sort(shared)
		count := map[int32]int{}
		for _, h := range slices.Compact(shared) {
			for _, n := range at[h] {
				count[n]++
			}
		}
		own, isLost := place[i]
		mu.Lock()
		defer mu.Unlock()
		for n, c := range count {
			switch {
			case c < leastShapes:
			case !isLost:
				near[n] = nearest(append(near[n], nearShape{i, c}))
			case n < own:
				near[own] = nearest(append(near[own], nearShape{lost[n], c}))
			}
		}
	})
	return near, err
}

// nearest keeps the stars that share most.
func nearest(list []nearShape) []nearShape {
	slices.SortFunc(list, func(a, b nearShape) int { return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.star, b.star)) })
	return list[:min(len(list), fadedLooks)]
}

// eachCentre calls do with the text of the centre of each star that is no
// digest, from several goroutines at once, in the order in which the texts lie on disk.
func (p *prover) eachCentre(stars *starList, do func(i int, text string)) error {
	starOf := noNodes(p.shelf.Len())
	for i, s := range stars.all() {
		if !p.twofold[s.centre] {
			starOf[p.onShelf(s.centre)] = int32(i)
		}
	}
	return p.inParallel(len(starOf), func(n int) error {
		i := int(starOf[n])
		if i < 0 {
			return nil
		}
		body, err := p.fetch(int(p.nodes[stars.at(i).centre].doc))
		if err == nil {
			do(i, body.Text)
		}
		return err
	})
}

// A look is what a faded text and the centre of a star have in common.
type look struct {
	star    int
	verdict verdict // seen from the faded text
	part    Part    // what the page marks of the other say
}

// lookAt aligns each faded star with those that are nearest to it.
func (p *prover) lookAt(stars *starList, lost []int, near [][]nearShape) ([][]look, error) {
	out := make([][]look, len(lost))
	err := p.inParallel(len(lost), func(n int) error {
		for _, x := range near[n] {
			v, part, err := p.judgeFaded(stars.at(lost[n]).centre, stars.at(x.star).centre)
			if err != nil {
				return err
			}
			out[n] = append(out[n], look{x.star, v, part})
		}
		return nil
	})
	return out, err
}

// fadedHome returns the star that a faded one belongs to, itself where there
// is none, or where it holds the articles of several. Stars that are less
// faded have found theirs.
func (p *prover) fadedHome(stars *starList, home homes, i int, looks []look) int {
	best, most := i, int32(0)
	var held []witness
	for _, x := range looks {
		if !x.verdict.same {
			continue
		}
		if x.verdict.inB >= leastContained {
			held = append(held, witness{mask: body(x.verdict.binsA), node: stars.at(x.star).centre, titled: x.verdict.titled, part: x.part})
		}
		if best == i || x.verdict.matched > most {
			best, most = home.of(x.star), x.verdict.matched
		}
	}
	if severalArticles(held, 0) {
		p.twofold[stars.at(i).centre] = true
		return i
	}
	return best
}

// judgeFaded aligns a faded text, its letters read by the other, with the
// other, of which it returns the page marks.
func (p *prover) judgeFaded(n, m int32) (verdict, Part, error) {
	a, err := p.fetch(int(p.nodes[n].doc))
	if err != nil {
		return verdict{}, Part{}, err
	}
	b, err := p.fetch(int(p.nodes[m].doc))
	if err != nil {
		return verdict{}, Part{}, err
	}
	x, y := faded.NewText(a.Text, p.cfg.Key), faded.NewText(b.Text, p.cfg.Key)
	read, letters := readBy(a, x, y)
	if p.card(m).Loss > 0 {
		b, _ = readBy(b, y, x)
	}
	v := p.cfg.judge(p.cfg.newPage(read), p.cfg.newPage(b))
	if v.contained() < leastOfFaded || letters < leastLetters && min(v.inA, v.inB) < leastOfBlank {
		v.same, v.cause = false, cmp.Or(v.cause, TooLittle)
	}
	return v, b.Part, nil
}

// readBy is a body with its lost letters as another text has them, and how
// many letters both have in their places.
func readBy(b Body, own, other *faded.Text) (Body, int) {
	m := faded.Mend(own)
	letters := m.By(other)
	text, at := m.Text()
	out := b
	out.Text, out.Doubt = text, nil
	for _, d := range b.Doubt {
		if from, to := at(d[0]), at(d[1]); from < to {
			out.Doubt = append(out.Doubt, [2]int{from, to})
		}
	}
	return out, letters
}
