package cluster

import (
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// The pages of a crawl that bear marks are many, and each may be of one article with
// any other. Their words lie on disk, beyond a share of the budget, and in memory are
// those that several of them have.

// bagShare of the budget of the shelf is for the words of ends, bagBatch of which are
// read at one time.
const (
	bagShare = 16
	bagBatch = 256
)

// A bag is what is compared of an end: its words, sorted and distinct, and its kin.
type bag struct {
	words []uint64
	kin   kin
}

// bags reads the words of the ends that are loose, and of so many others of
// their language. It returns nothing when no pair can come of it.
func (p *prover) bags(stars *starList, all []looseEnd, lang string) (*likeness, error) {
	named, titles := p.named(stars, all), p.titles(stars, all)
	p.silent(stars, all, func(title uint64) { named[title], titles[title] = true, true })
	if len(titles) == 0 && !slices.ContainsFunc(all, func(e looseEnd) bool { return e.part.After || e.part.Before }) {
		return nil, nil
	}
	l := newLikeness(p.shelf.dir, p.shelf.budget/bagShare)
	others := 0
	for _, loose := range all {
		e := end{star: int(loose.star), face: loose.face, part: loose.part}
		if !e.part.After && !e.part.Before {
			c := stars.at(e.star).centre
			if s := stars.at(e.star); e.part == (Part{}) {
				e.part.Before = p.bears(s, named)
				e.part.After = !e.part.Before && !p.bears(s, titles) && p.names(s, titles)
			}
			e.bare = e.part != Part{}
			if others == backdrop && !e.bare || p.twofold[c] || !p.card(c).comparable() {
				continue
			}
			others++
		}
		for _, n := range stars.at(e.star).nodes {
			e.keyed = append(e.keyed, p.seriesOf(n).Keyed...)
		}
		slices.Sort(e.keyed)
		e.keyed = slices.Compact(e.keyed)
		l.ends = append(l.ends, e)
	}
	if err := p.fillBags(l, lang); err != nil {
		return nil, errors.Join(err, l.close())
	}
	return l, nil
}

// fillBags reads the pages of the ends, twice: what several of them have in common is
// no word of theirs.
func (p *prover) fillBags(l *likeness, lang string) error {
	shingles := newSorter(p.shelf, "passages", kindPostings, postingCodec())
	err := p.eachEnd(l, shingles, func(pg *page) []uint64 {
		var out []uint64
		for i, s := range pg.shingles {
			if i == 0 || pg.shingles[i-1].hash != s.hash {
				out = append(out, s.hash)
			}
		}
		return out
	})
	var shared recurring
	if err == nil {
		err = severalOf(shingles, func(hash uint64, _ []int32) { shared = append(shared, hash) })
	}
	if err = errors.Join(err, shingles.Close()); err != nil {
		return err
	}
	words := newSorter(p.shelf, "words", kindPostings, postingCodec())
	bags := make([]bag, bagBatch)
	for from := 0; from < len(l.ends) && err == nil; from += bagBatch {
		batch := l.ends[from:min(from+bagBatch, len(l.ends))]
		err = p.inParallel(len(batch), func(i int) error {
			pg, err := p.page(batch[i].face)
			if err == nil {
				own := pg.own(shared)
				bags[i], batch[i].words = bag{pg.bag(own), pg.kin(lang, own)}, pg.scale == 1
			}
			return err
		})
		for i := 0; i < len(batch) && err == nil; i++ {
			if err = l.keep(&batch[i], bags[i]); err == nil {
				err = addPostings(words, bags[i].words, from+i)
			}
		}
	}
	if err == nil {
		err = severalOf(words, l.share)
	}
	l.weighEnds()
	return errors.Join(err, l.err, words.Close())
}

// eachEnd adds what of gives of the page of each end.
func (p *prover) eachEnd(l *likeness, to *segment.Sorter[posting], of func(*page) []uint64) error {
	return p.inParallel(len(l.ends), func(i int) error {
		pg, err := p.page(l.ends[i].face)
		if err != nil {
			return err
		}
		return addPostings(to, of(pg), i)
	})
}

func addPostings(to *segment.Sorter[posting], hashes []uint64, of int) error {
	list := make([]posting, len(hashes))
	for i, h := range hashes {
		list[i] = posting{h, uint32(of)}
	}
	return to.Add(list...)
}

// severalOf calls do for each hash that several have, with those.
func severalOf(sorter *segment.Sorter[posting], do func(hash uint64, of []int32)) error {
	h := hashes{sorted: sorter, node: func(doc uint32) (int32, bool) { return int32(doc), true }}
	return h.each(func(hash uint64, of []int32) error {
		do(hash, of)
		return nil
	})
}

// recurring is the shingles that several pages have, sorted.
type recurring []uint64

func (s recurring) has(hash uint64) bool {
	_, ok := slices.BinarySearch(s, hash)
	return ok
}

// keep lays by the bag of an end.
func (l *likeness) keep(e *end, b bag) (err error) {
	e.bag, e.kin = int32(len(b.words)), b.kin
	e.kin.stems = nil
	e.at, err = l.room.add(append(b.words, b.kin.stems...))
	return err
}

// bag gives the words of an end, kin what it is about, by a viewer: good until it
// gives something else.
func (l *likeness) bag(v *viewer, i int) []uint64 { return l.view(v, i)[:l.ends[i].bag] }

func (l *likeness) kin(v *viewer, i int) kin {
	out := l.ends[i].kin
	out.stems = themes(l.view(v, i)[l.ends[i].bag:])
	return out
}

func (l *likeness) view(v *viewer, i int) []uint64 {
	list, err := v.get(l.ends[i].at)
	if err != nil {
		l.err = errors.Join(l.err, err)
		return make([]uint64, l.ends[i].at.len())
	}
	return list
}

// close removes what lies on disk.
func (l *likeness) close() error { return l.room.close() }
