package cluster

import (
	"cmp"
	"slices"
)

// Bounds of what is reported of templates.
const (
	templateClusters = 16   // from how many clusters on a shingle is a template's
	mostTemplates    = 1000 // shingles, the most widespread
)

// templates counts the clusters of each sampled shingle and returns those
// that stand in many.
func (p *prover) templates(stars *starList) ([]Template, error) {
	home := p.homes(stars)
	var out []Template
	var in []int32
	err := p.every().each(func(hash uint64, nodes []int32) error {
		if len(nodes) < templateClusters {
			return nil
		}
		in = in[:0]
		for _, n := range nodes {
			in = append(in, home[n])
		}
		slices.Sort(in)
		if k := len(slices.Compact(in)); k >= templateClusters {
			if out = append(out, Template{hash, k, int(p.nodes[nodes[0]].doc)}); len(out) >= 2*mostTemplates {
				out = widest(out)
			}
		}
		return nil
	})
	return widest(out), err
}

func widest(list []Template) []Template {
	slices.SortFunc(list, func(a, b Template) int {
		return cmp.Or(cmp.Compare(b.Clusters, a.Clusters), cmp.Compare(a.Hash, b.Hash))
	})
	return list[:min(len(list), mostTemplates)]
}

// homes is the star of each node.
func (p *prover) homes(stars *starList) []int32 {
	home := make([]int32, len(p.nodes))
	for i, s := range stars.all() {
		for _, n := range s.nodes {
			home[n] = int32(i)
		}
	}
	return home
}
