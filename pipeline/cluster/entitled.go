package cluster

import "slices"

// A later page that bears no mark may bear the title of the first in its frame.

// named lists the titles that later pages bear in their frames.
func (p *prover) named(stars *starList, ends []looseEnd) map[uint64]bool {
	out := map[uint64]bool{}
	p.each(stars, ends, func(part Part) bool { return part.After }, func(_ int, s Series) {
		for _, h := range s.Heads {
			out[h] = true
		}
	})
	return out
}

// titles lists the titles of the pages that are continued.
func (p *prover) titles(stars *starList, ends []looseEnd) map[uint64]bool {
	out := map[uint64]bool{}
	p.each(stars, ends, func(part Part) bool { return part.Before }, func(_ int, s Series) {
		if s.Title != 0 {
			out[s.Title] = true
		}
	})
	return out
}

// each calls do for every page of the stars whose ends are such parts.
func (p *prover) each(stars *starList, ends []looseEnd, such func(Part) bool, do func(star int, s Series)) {
	for _, e := range ends {
		if !such(e.part) {
			continue
		}
		for _, n := range stars.at(int(e.star)).nodes {
			do(int(e.star), p.seriesOf(n))
		}
	}
}

// silent calls do for the titles that one star without marks bears and another
// has in its frame, and not at its head: of an article whose pages bear no
// mark the later ones look so.
func (p *prover) silent(stars *starList, ends []looseEnd, do func(title uint64)) {
	framed := map[uint64]int{} // title to the star that has it in its frame, -1 for several
	unmarked := func(part Part) bool { return part == Part{} }
	p.each(stars, ends, unmarked, func(star int, s Series) {
		for _, h := range s.Heads {
			if at, ok := framed[h]; h == s.Title {
				continue
			} else if ok && at != star {
				framed[h] = -1
			} else {
				framed[h] = star
			}
		}
	})
	p.each(stars, ends, unmarked, func(star int, s Series) {
		if at, ok := framed[s.Title]; ok && at >= 0 && at != star {
			do(s.Title)
		}
	})
}

// names reports whether a page of a star has one of the titles in its frame.
func (p *prover) names(s star, titles map[uint64]bool) bool {
	for _, n := range s.nodes {
		if slices.ContainsFunc(p.seriesOf(n).Heads, func(h uint64) bool { return titles[h] }) {
			return true
		}
	}
	return false
}

// bears reports whether a page of a star has one of the titles.
func (p *prover) bears(s star, titles map[uint64]bool) bool {
	for _, n := range s.nodes {
		if t := p.seriesOf(n).Title; t != 0 && titles[t] {
			return true
		}
	}
	return false
}

// untitled reports whether fewer than half of the pages of a star have a title of their
// own: a line that was broken may look like one, and the title of the first page, with a
// label before it ("Topic: title") or without, is none.
func (p *prover) untitled(s star, first map[uint64]bool) bool {
	n := 0
	for _, m := range s.nodes {
		x := p.seriesOf(m)
		n += b2i(x.Title != 0 && !first[x.Title] && !(x.Label && first[x.Heads[0]]))
	}
	return 2*n < len(s.nodes) || n == 0
}

// titlesOf lists the titles of the pages of a star.
func (p *prover) titlesOf(s star) map[uint64]bool {
	out := map[uint64]bool{}
	for _, n := range s.nodes {
		if t := p.seriesOf(n).Title; t != 0 {
			out[t] = true
		}
	}
	return out
}

// entitled reports whether a page of b bears the title of a page of a.
func (p *prover) entitled(a, b star) bool {
	return p.bears(a, p.named(newStarList(nil, b), []looseEnd{{part: Part{After: true}}}))
}

// pathed reports whether a path at the head of a page of b, and no other page than those
// of a and b, ends in the title of a page of a.
func (p *prover) pathed(a, b star, bearers map[uint64]int) bool {
	titles := map[uint64]bool{}
	for _, n := range b.nodes {
		if t := p.seriesOf(n).Path; bearers[t] == 1 {
			titles[t] = true
		}
	}
	return p.bears(a, titles)
}

// namesAnother reports whether the later of two pages names, in the path at its head or
// behind a label, an article of another title than the first has, which has one.
func (p *prover) namesAnother(first, later star) bool {
	titles := p.titlesOf(first)
	if len(titles) == 0 {
		return false
	}
	for _, n := range first.nodes {
		for _, h := range p.seriesOf(n).Heads {
			titles[h] = true
		}
	}
	named := false
	for _, n := range later.nodes {
		s := p.seriesOf(n)
		of := []uint64{s.Path}
		if s.Label {
			of = append(of, s.Heads[0])
		}
		for _, t := range of {
			if t != 0 && titles[t] {
				return false
			}
			named = named || t != 0
		}
	}
	return named
}

// bearers counts the stars of some ends that bear each title.
func (p *prover) bearers(stars *starList, ends []end) map[uint64]int {
	out := map[uint64]int{}
	for _, e := range ends {
		for t := range p.titlesOf(stars.at(e.star)) {
			out[t]++
		}
	}
	return out
}

// namesOnly reports whether a page of b has the title of one of a at its own head, and
// no third star has it, as the pages of a column or of a site would.
func (p *prover) namesOnly(a, b star, bearers map[uint64]int) bool {
	return p.borne(a, b, 2, bearers, func(s Series) uint64 { return s.Title })
}

// borne reports whether what a page of b names is the title of a page of a, and of so many
// stars in all.
func (p *prover) borne(a, b star, times int, bearers map[uint64]int, name func(Series) uint64) bool {
	titles := map[uint64]bool{}
	for _, n := range b.nodes {
		if t := name(p.seriesOf(n)); bearers[t] == times {
			titles[t] = true
		}
	}
	return p.bears(a, titles)
}
