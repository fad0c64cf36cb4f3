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
	marked := func(n int32) bool { return p.nodes[n].series().Part != Part{} }
	var nodes, others []int32
	ends := 0
	for _, s := range stars {
		switch c := s.centre; {
		case slices.ContainsFunc(s.nodes, marked):
			part, err := p.loose(s)
			if err != nil {
				return 0, err
			}
			if part.After || part.Before {
				nodes, ends = append(nodes, c), ends+1
			}
		case p.nodes[c].comparable() && !p.twofold[c] && !p.nodes[c].series().Marked:
			others = append(others, c)
		}
	}
	n := min(companyOfOne*ends, mostCompany, len(others))
	if err := p.readClosely(nodes); err != nil {
		return 0, err
	}
	return len(others) - n, p.skim(others[:n])
}
