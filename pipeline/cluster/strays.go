package cluster

import (
	"cmp"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/segment"
)

// strays looks once more at the nodes that are alone: the links lead from a
// node to two others only, and those may be too damaged to know it. Each is
// shown to the star with which it shares most samples.
func (p *prover) strays(stars *starList) error {
	near, err := p.nearStars(stars)
	if err != nil {
		return err
	}
	pairs := make([][2]int32, len(near))
	for i, x := range near {
		pairs[i] = [2]int32{stars.at(int(x.star)).centre, stars.at(int(x.alone)).centre}
	}
	if err := p.verifyMany(pairs); err != nil {
		return err
	}
	home := homes{}
	for _, x := range near {
		takes, err := p.takes(stars.at(int(x.star)), stars.at(int(x.alone)).centre)
		if err != nil {
			return err
		}
		if takes {
			home[int(x.alone)] = int(x.star)
		}
	}
	stars.merge(home)
	return nil
}

// takes reports whether a stray belongs to a star, whose centre was compared
// with it.
func (p *prover) takes(s star, n int32) (bool, error) {
	if v, _ := p.verdict(s.centre, n); v.same && !v.tail && v.inB >= leastContained {
		return true, nil
	}
	return p.adopts(s, n)
}

// A nearness is a node that is alone, by its star, and a star of several that
// has a sample of it, too.
type nearness struct{ alone, star int32 }

func nearCodec() segment.Codec[nearness] {
	return segment.Codec[nearness]{
		Append: func(dst []byte, b, r nearness) []byte { return appendVarints(dst, r.alone-b.alone, r.star) },
		Next: func(src []byte, b nearness) (r nearness, rest []byte, ok bool) {
			rest, ok = varints(src, &r.alone, &r.star)
			r.alone += b.alone
			return r, rest, ok
		},
		Compare: func(x, y nearness) int { return cmp.Or(cmp.Compare(x.alone, y.alone), cmp.Compare(x.star, y.star)) },
	}
}

// nearStars finds for each node that is alone the star of several that shares
// most samples with it, among samples that stand on few nodes; in the order of
// nodes.
func (p *prover) nearStars(stars *starList) ([]nearness, error) {
	home := p.homes(stars)
	sorter := newSorter(p.shelf, "near", kindNear, nearCodec())
	compared := make([]bool, len(p.nodes))
	for n := range int32(len(p.nodes)) {
		compared[n] = !p.twofold[n] && p.card(n).comparable()
	}
	var several []int32
	err := p.every().only(func(n int32) bool { return compared[n] }).each(func(_ uint64, nodes []int32) error {
		if len(nodes) > rareSpread {
			return nil
		}
		several = several[:0]
		for _, n := range nodes {
			if h := home[n]; !stars.alone(int(h)) && !slices.Contains(several, h) {
				several = append(several, h)
			}
		}
		if len(several) == 0 {
			return nil
		}
		for _, n := range nodes {
			if !stars.alone(int(home[n])) {
				continue
			}
			for _, t := range several {
				if err := sorter.Add(nearness{home[n], t}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	var best []nearness
	if err == nil {
		best, err = mostShared(sorter)
	}
	return best, errors.Join(err, sorter.Close())
}

// mostShared lists each node that is alone with the star that comes most often
// with it, the first among equals.
func mostShared(sorter *segment.Sorter[nearness]) (best []nearness, err error) {
	stream, err := sorter.Sorted()
	if err != nil {
		return nil, err
	}
	last, count, most := nearness{-1, -1}, 0, 0
	take := func() {
		if n := len(best); n == 0 || best[n-1].alone != last.alone {
			most = 0
		}
		if count < leastOfClosest || count <= most {
			return
		}
		if most > 0 {
			best = best[:len(best)-1]
		}
		best, most = append(best, last), count
	}
	for {
		x, ok, err := stream.Next()
		if err != nil {
			return nil, errors.Join(err, stream.Close())
		}
		if !ok || x != last {
			take()
			last, count = x, 0
		}
		if !ok {
			return best, stream.Close()
		}
		count++
	}
}
