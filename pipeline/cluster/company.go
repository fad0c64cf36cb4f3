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
func (p *prover) company(stars []star) (besides int, err error) {
	if p.cfg.Close == nil {
		return 0, nil
	}
	parts, err := p.looseOf(stars)
	if err != nil {
		return 0, err
	}
	var nodes, others []int32
	ends := 0
	for i, s := range stars {
		switch c := s.centre; {
		case parts[i].After || parts[i].Before:
			nodes, ends = append(nodes, c), ends+1
		case p.bearsMark(s):
		case p.card(c).comparable() && !p.twofold[c] && !p.ownSeries(c).Marked:
			others = append(others, c)
		}
	}
	n := min(companyOfOne*ends, mostCompany, len(others))
	if err := p.readClosely(nodes); err != nil {
		return 0, err
	}
	return len(others) - n, p.skim(others[:n])
}

// bearsMark reports whether a node of a star says that it is a page.
func (p *prover) bearsMark(s star) bool {
	return slices.ContainsFunc(s.nodes, func(n int32) bool { return p.ownSeries(n).Part != Part{} })
}

// looseOf says where the article of each star goes on or comes from. Where a page
// with a mark is no more than a part of the centre this may be because of the
// centre's frame: it is read closely then.
func (p *prover) looseOf(stars []star) ([]Part, error) {
	out := make([]Part, len(stars))
	var nodes []int32
	var pairs [][2]int32
	var doubted []int
	for i, s := range stars {
		if !p.bearsMark(s) {
			continue
		}
		var err error
		if out[i], err = p.loose(s); err != nil {
			return nil, err
		}
		c := s.centre
		if out[i].After || out[i].Before || p.read[c].close || p.ownSeries(c).Marked {
			continue
		}
		doubted, nodes = append(doubted, i), append(nodes, c)
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
	for _, i := range doubted {
		var err error
		if out[i], err = p.loose(stars[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
