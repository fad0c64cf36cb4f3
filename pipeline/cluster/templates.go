package cluster

import (
	"cmp"
	"slices"
)

// templateClusters is from how many clusters on a shingle is a template's.
const templateClusters = 16

// templates counts the clusters of each sampled shingle and returns those
// that stand in many.
func templates(nodes []node, stars []star) []Template {
	home := make([]int, len(nodes))
	var all []int32
	for i, s := range stars {
		for _, n := range s.nodes {
			home[n] = i
			all = append(all, n)
		}
	}
	slices.Sort(all)
	list := postings(nodes, all)
	var out []Template
	var in []int
	for len(list) > 0 {
		n := 0
		for in = in[:0]; n < len(list) && list[n].hash == list[0].hash; n++ {
			in = append(in, home[list[n].node])
		}
		if len(in) >= templateClusters {
			slices.Sort(in)
			if k := len(slices.Compact(in)); k >= templateClusters {
				out = append(out, Template{list[0].hash, k, nodes[list[0].node].doc})
			}
		}
		list = list[n:]
	}
	slices.SortFunc(out, func(a, b Template) int {
		return cmp.Or(cmp.Compare(b.Clusters, a.Clusters), cmp.Compare(a.Hash, b.Hash))
	})
	return out
}
