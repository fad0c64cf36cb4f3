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
	widestShape  = 64 // faded texts from which on a window tells nothing
	fadedLooks   = 4  // stars that a faded text is aligned with
	leastOfFaded = .6 // of the faded text, or of the other, in common
	leastLetters = 40 // letters that neither text lost and both have
	leastOfBlank = .8 // of both texts, in common, where they have fewer
)

// faded shows the stars that consist of faded texts alone to the others, the
// least faded first, so that a text is read by one that is sounder.
func (p *prover) faded(stars []star) ([]star, error) {
	var lost []int
	for i, s := range stars {
		if p.lost(s) {
			lost = append(lost, i)
		}
	}
	if len(lost) == 0 {
		return stars, nil
	}
	slices.SortFunc(lost, func(i, j int) int {
		return cmp.Or(cmp.Compare(p.nodes[stars[i].centre].Loss, p.nodes[stars[j].centre].Loss), cmp.Compare(stars[i].centre, stars[j].centre))
	})
	near, err := p.nearShapes(stars, lost)
	if err != nil {
		return nil, err
	}
	home := make([]int, len(stars))
	for i := range home {
		home[i] = i
	}
	for n, i := range lost {
		if home[i], err = p.fadedHome(stars, home, i, near[n]); err != nil {
			return nil, err
		}
	}
	return merged(stars, home), nil
}

// merged puts each star into the one that is its home.
func merged(stars []star, home []int) []star {
	var out []star
	for i, s := range stars {
		if h := home[i]; h != i {
			stars[h].nodes = append(stars[h].nodes, s.nodes...)
		}
	}
	for i, s := range stars {
		if home[i] == i {
			slices.Sort(s.nodes)
			out = append(out, s)
		}
	}
	return out
}

// lost reports whether a star consists of faded texts alone.
func (p *prover) lost(s star) bool {
	return !slices.ContainsFunc(s.nodes, func(n int32) bool { return p.nodes[n].Loss == 0 || p.twofold[n] })
}

// A nearShape is a star and how many sampled windows it shares with a faded one.
type nearShape struct{ star, shared int }

// nearShapes lists for each star of lost, by its place there, the stars whose
// centres share most windows with its own.
func (p *prover) nearShapes(stars []star, lost []int) ([][]nearShape, error) {
	at := map[uint64][]int32{} // window to places in lost
	for n, i := range lost {
		for _, h := range p.nodes[stars[i].centre].Shapes {
			at[h] = append(at[h], int32(n))
		}
	}
	near := make([][]nearShape, len(lost))
	var mu sync.Mutex
	err := p.eachCentre(stars, func(i int, text string) {
		count := map[int32]int{}
		for _, h := range faded.Sample(text, p.cfg.Key) {
			if in := at[h]; len(in) <= widestShape {
				for _, n := range in {
					count[n]++
				}
			}
		}
		mu.Lock()
		defer mu.Unlock()
		for n, c := range count {
			if c >= leastShapes && lost[n] != i {
				near[n] = nearest(append(near[n], nearShape{i, c}))
			}
		}
	})
	return near, err
}

// nearest keeps the stars that share most.
func nearest(list []nearShape) []nearShape {
	slices.SortFunc(list, func(a, b nearShape) int { return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.star, b.star)) })
	return list[:min(len(list), 2*fadedLooks)]
}

// eachCentre calls do with the text of the centre of each star that is no
// digest, from several goroutines at once.
func (p *prover) eachCentre(stars []star, do func(i int, text string)) error {
	workers := max(1, p.cfg.Workers)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(stars) && errs[w] == nil; i += workers {
				if p.twofold[stars[i].centre] {
					continue
				}
				if errs[w] = p.ctx.Err(); errs[w] != nil {
					return
				}
				body, err := p.fetch(p.nodes[stars[i].centre].doc)
				if errs[w] = err; err == nil {
					do(i, body.Text)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// fadedHome returns the star that a faded one belongs to, itself where there
// is none, or where it holds the articles of several. Stars that are less
// faded have found theirs.
func (p *prover) fadedHome(stars []star, home []int, i int, near []nearShape) (int, error) {
	best, most := i, verdict{}
	looks := 0
	var held []witness
	for _, x := range near {
		if p.lost(stars[x.star]) && !p.before(stars[x.star], stars[i]) {
			continue
		}
		if looks++; looks > fadedLooks {
			break
		}
		v, part, err := p.judgeFaded(stars[i].centre, stars[x.star].centre)
		if err != nil {
			return i, err
		}
		if v.same && v.inB >= leastContained {
			held = append(held, witness{body(v.binsA), stars[x.star].centre, v.titled, part})
		}
		if v.same && (best == i || v.matched > most.matched) {
			best, most = home[x.star], v
		}
	}
	if severalArticles(held) {
		p.twofold[stars[i].centre] = true
		return i, nil
	}
	return best, nil
}

// before reports whether a faded star is looked at before another.
func (p *prover) before(s, t star) bool {
	return cmp.Or(cmp.Compare(p.nodes[s.centre].Loss, p.nodes[t.centre].Loss), cmp.Compare(s.centre, t.centre)) < 0
}

// judgeFaded aligns a faded text, its letters read by the other, with the
// other, of which it returns the page marks.
func (p *prover) judgeFaded(n, m int32) (verdict, Part, error) {
	a, err := p.fetch(p.nodes[n].doc)
	if err != nil {
		return verdict{}, Part{}, err
	}
	b, err := p.fetch(p.nodes[m].doc)
	if err != nil {
		return verdict{}, Part{}, err
	}
	x, y := faded.NewText(a.Text, p.cfg.Key), faded.NewText(b.Text, p.cfg.Key)
	read, letters := readBy(a, x, y)
	if p.nodes[m].Loss > 0 {
		b, _ = readBy(b, y, x)
	}
	v := judge(p.cfg.newPage(read), p.cfg.newPage(b))
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
