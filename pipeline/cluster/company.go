package cluster

import "slices"

// Whether two pages that share nothing are of one article is told by what others
// have in common with them. Where documents were not read closely, only those that
// bear page marks were known as others.

// Stars without marks that are looked at for the sake of each that may be continued
// or go on from another, and at most.
const (
	companyOfOne = 32
	mostCompany  = 256
)

// company learns the languages and titles of stars that pages may continue or be
// compared with, and returns how many there are besides.
func (p *prover) company(stars *starList) (besides int, err error) {
	if p.cfg.Close == nil {
		return 0, nil
	}
	marked, err := p.looseOf(stars)
	if err != nil {
		return 0, err
	}
	var nodes, others []int32
	ends, count := 0, 0
	for i, s := range stars.all() {
		switch c := s.centre; {
		case len(marked) > 0 && int(marked[0].star) == i:
			if part := marked[0].part; part.After || part.Before {
				nodes, ends = append(nodes, c), ends+1
			}
			marked = marked[1:]
		case p.card(c).comparable() && !p.twofold[c] && !p.ownSeries(c).Marked:
			if count++; len(others) < mostCompany {
				others = append(others, c)
			}
		}
	}
	n := min(companyOfOne*ends, len(others))
	if err := p.readClosely(nodes); err != nil {
		return 0, err
	}
	return count - n, p.skim(others[:n])
}

// bearsMark reports whether a node of a star says that it is a page.
func (p *prover) bearsMark(s star) bool {
	return slices.ContainsFunc(s.nodes, func(n int32) bool { return p.ownSeries(n).Part != Part{} })
}

// looseOf says of each star that bears a mark where its article goes on or comes from,
// in the order of the stars. Where a page with a mark is no more than a part of the
// centre this may be because of the centre's frame: it is read closely then.
func (p *prover) looseOf(stars *starList) ([]looseEnd, error) {
	var out []looseEnd
	var nodes []int32
	var pairs [][2]int32
	var doubted []int // places in out
	for i, s := range stars.all() {
		if !p.bearsMark(s) {
			continue
		}
		part, err := p.loose(s, p.face(s))
		if err != nil {
			return nil, err
		}
		out = append(out, looseEnd{star: int32(i), part: part})
		c := s.centre
		if part.After || part.Before || p.read[c].close || p.ownSeries(c).Marked {
			continue
		}
		doubted, nodes = append(doubted, len(out)-1), append(nodes, c)
		for _, n := range s.nodes {
			if p.ownSeries(n).Part != (Part{}) {
				pairs = append(pairs, [2]int32{min(c, n), max(c, n)})
			}
		}
	}
	if err := p.readClosely(nodes); err != nil {
		return nil, err
	}
	if err := p.layAgain(pairs); err != nil {
		return nil, err
	}
	for _, k := range doubted {
		var err error
		s := stars.at(int(out[k].star))
		if out[k].part, err = p.loose(s, p.face(s)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
