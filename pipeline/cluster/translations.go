package cluster

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/segment"
)

// When two clusters are translations of each other.
const (
	commonName   = 8   // clusters a rare name may stand in, plus one in 500
	mostClusters = 64  // and never more: the pairs of a name are few
	leastNames   = 4   // rare names that two texts share
	fewestNames  = 2   // where the sections agree, too
	leastChain   = 6   // places of these that agree
	leastOrder   = .75 // share of the names that keep their order
	leastOfNames = .25 // share of the names of the text that has fewer
	mostStray    = .04 // of the stretch they span, root mean square off the line
	leastStretch = .3  // of the shorter text, that they span
	widestRatio  = 2.2 // between the stretches, in characters
)

// translations links clusters of different languages whose centres share
// rare names, in one order and at the same places, each being the other's
// best in its language.
func (p *prover) translations(stars *starList) ([]corpus.Translation, error) {
	pairs, err := p.namesakes(stars)
	if err != nil {
		return nil, err
	}
	type side struct {
		star     int
		language string // of the other
	}
	language := func(i int) string { return p.shelf.languageOf(p.card(stars.at(i).centre)) }
	best := map[side]namesake{}
	for k := range pairs {
		x := &pairs[k]
		as, err := p.voices(stars.at(x.A))
		if err != nil {
			return nil, err
		}
		bs, err := p.voices(stars.at(x.B))
		if err != nil {
			return nil, err
		}
		for _, a := range as {
			for _, b := range bs {
				x.score = max(x.score, x.likeness(a, b))
			}
		}
		for _, at := range [2]side{{x.A, language(x.B)}, {x.B, language(x.A)}} {
			if x.score > best[at].score {
				best[at] = *x
			}
		}
	}
	var out []corpus.Translation
	for _, x := range pairs {
		if x.score > 0 && best[side{x.A, language(x.B)}].Translation == x.Translation && best[side{x.B, language(x.A)}].Translation == x.Translation {
			out = append(out, x.Translation)
		}
	}
	return out, nil
}

// mostVoices is how many nodes of a star are heard for its names.
const mostVoices = 4

// A voice is what a node of a star says for translations.
type voice struct {
	names    []Name
	sections []uint16
}

// voiceNodes are the centre of a star and its longest nodes: the copies differ
// in which names they have, and in how many a link farm adds.
func (p *prover) voiceNodes(s star) []int32 {
	nodes := s.nodes
	if len(nodes) > 1 {
		nodes = slices.Clone(nodes)
		slices.SortStableFunc(nodes, func(a, b int32) int {
			return cmp.Or(cmp.Compare(b2i(b == s.centre), b2i(a == s.centre)), cmp.Compare(p.card(b).Kept, p.card(a).Kept))
		})
	}
	return nodes[:min(len(nodes), mostVoices)]
}

// voices are what they say.
func (p *prover) voices(s star) ([]voice, error) {
	nodes := p.voiceNodes(s)
	out := make([]voice, len(nodes))
	for i, n := range nodes {
		var err error
		if out[i].names, out[i].sections, err = p.shelf.factsOf(p.onShelf(n)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// namesake is a pair of clusters and the rare names that both centres have.
type namesake struct {
	corpus.Translation
	names []uint32 // sorted
	score float64
}

// A use is a name and a star that has it.
type use struct {
	name uint32
	star int32
}

func useCodec() segment.Codec[use] {
	return segment.Codec[use]{
		Append: func(dst []byte, b, r use) []byte {
			return appendVarints(dst, int32(r.name-b.name), r.star)
		},
		Next: func(src []byte, b use) (r use, rest []byte, ok bool) {
			var name int32
			rest, ok = varints(src, &name, &r.star)
			r.name = b.name + uint32(name)
			return r, rest, ok
		},
		Compare: func(a, b use) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.star, b.star)) },
	}
}

// namesakes lists the pairs of clusters in different languages that share
// enough rare names, sorted.
func (p *prover) namesakes(stars *starList) ([]namesake, error) {
	sorter := newSorter(p.shelf, "names", kindUses, useCodec())
	err := p.eachUse(stars, func(x use) error { return sorter.Add(x) })
	shared := newSorter(p.shelf, "shared", kindShared, sharedCodec())
	if err == nil {
		err = p.shareNames(sorter, stars, shared)
	}
	if err = errors.Join(err, sorter.Close()); err != nil {
		return nil, errors.Join(err, shared.Close())
	}
	out, err := sharingNames(shared)
	return out, errors.Join(err, shared.Close())
}

// eachUse calls do for the names of all stars, as they lie on the shelf, from front
// to back.
func (p *prover) eachUse(stars *starList, do func(use) error) error {
	speaks := make([]int32, p.shelf.Len()) // of each document the star that it speaks for, from 1 on
	for i, s := range stars.all() {
		for _, n := range p.voiceNodes(s) {
			speaks[p.onShelf(n)] = int32(i + 1)
		}
	}
	for doc, star := range speaks {
		if star == 0 {
			continue
		}
		names, _, err := p.shelf.factsOf(int32(doc))
		if err != nil {
			return err
		}
		for _, n := range names {
			if err := do(use{n.Hash, star - 1}); err != nil {
				return err
			}
		}
	}
	return nil
}

// A sharedName is a rare name that two stars have, the first less than the second.
type sharedName struct {
	a, b int32
	name uint32
}

func sharedCodec() segment.Codec[sharedName] {
	return segment.Codec[sharedName]{
		Append: func(dst []byte, before, r sharedName) []byte {
			return appendVarints(dst, r.a-before.a, r.b, int32(r.name))
		},
		Next: func(src []byte, before sharedName) (r sharedName, rest []byte, ok bool) {
			var name int32
			rest, ok = varints(src, &r.a, &r.b, &name)
			r.a, r.name = r.a+before.a, uint32(name)
			return r, rest, ok
		},
		Compare: func(x, y sharedName) int {
			return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.name, y.name))
		},
	}
}

// sharingNames lists the pairs that share enough names.
func sharingNames(shared *segment.Sorter[sharedName]) (out []namesake, err error) {
	stream, err := shared.Sorted()
	if err != nil {
		return nil, err
	}
	var names []uint32
	last := sharedName{-1, -1, 0}
	for {
		x, ok, err := stream.Next()
		if err != nil {
			return nil, errors.Join(err, stream.Close())
		}
		if !ok || x.a != last.a || x.b != last.b {
			if len(names) >= fewestNames {
				out = append(out, namesake{Translation: corpus.Translation{A: int(last.a), B: int(last.b)}, names: slices.Clone(names)})
			}
			names = names[:0]
		}
		if !ok {
			return out, stream.Close()
		}
		names, last = append(names, x.name), x
	}
}

// shareNames lists for pairs of clusters in different languages the rare names
// that both have.
func (p *prover) shareNames(sorter *segment.Sorter[use], stars *starList, shared *segment.Sorter[sharedName]) error {
	stream, err := sorter.Sorted()
	if err != nil {
		return err
	}
	limit := min(mostClusters, commonName+stars.len()/500)
	language := func(i int32) string { return p.shelf.languageOf(p.card(stars.at(int(i)).centre)) }
	var in []int32
	var name uint32
	for {
		x, ok, err := stream.Next()
		if err != nil {
			return errors.Join(err, stream.Close())
		}
		if !ok || x.name != name {
			for i := 0; len(in) <= limit && i < len(in); i++ {
				for _, b := range in[i+1:] {
					if foreign(language(in[i]), language(b)) {
						if err := shared.Add(sharedName{in[i], b, name}); err != nil {
							return errors.Join(err, stream.Close())
						}
					}
				}
			}
			in, name = in[:0], x.name
		}
		if !ok {
			return stream.Close()
		}
		if len(in) == 0 || in[len(in)-1] != x.star {
			in = append(in, x.star)
		}
	}
}

// foreign reports whether two languages are known and different.
func foreign(a, b string) bool { return a != b && a != "und" && b != "und" && a != "" && b != "" }

// likeness scores how well the order and the places of the shared names
// agree, 0 when not well enough for a translation.
func (x namesake) likeness(a, b voice) float64 {
	in := make(map[uint32][]uint16, len(x.names))
	for _, h := range x.names {
		in[h] = nil
	}
	for _, n := range b.names {
		if at, ok := in[n.Hash]; ok {
			in[n.Hash] = append(at, n.At)
		}
	}
	var all []match
	name, distinctA := map[match]uint32{}, map[uint32]bool{}
	shared := 0
	for _, n := range a.names {
		if len(in[n.Hash]) > 0 && !distinctA[n.Hash] {
			shared++
			distinctA[n.Hash] = true
		}
		for _, at := range in[n.Hash] {
			m := match{int32(n.At), int32(at)}
			all, name[m] = append(all, m), n.Hash
		}
	}
	chain := nearLine(new(pairRoom).longestChain(all))
	distinct := map[uint32]bool{}
	for _, m := range chain {
		distinct[name[m]] = true
	}
	n, fewer := float64(len(distinct)), float64(min(countNames(a), countNames(b)))
	if len(distinct) >= fewestNames && n >= leastOrder*float64(shared) && sameSections(a.sections, b.sections) {
		return n + 1
	}
	if len(distinct) < leastNames || len(chain) < leastChain || n < leastOrder*float64(shared) || n < leastOfNames*fewer {
		return 0
	}
	if stray(chain) > mostStray || !sameStretch(chain, a, b) {
		return 0
	}
	return n + n/(fewer+1)
}

func countNames(v voice) int {
	distinct := map[uint32]bool{}
	for _, n := range v.names {
		distinct[n.Hash] = true
	}
	return len(distinct)
}

// nearLine drops the one match that stands farthest off, as a name in a
// title does, when that brings the rest into line.
func nearLine(chain []match) []match {
	best, out := stray(chain), chain
	for k := range chain {
		if len(chain) <= leastChain {
			break
		}
		less := slices.Delete(slices.Clone(chain), k, k+1)
		if s := stray(less); s < best/2 {
			best, out = s, less
		}
	}
	return out
}

// stray is how far the matches are off their regression line, root mean
// square, as a share of the stretch they span.
func stray(chain []match) float64 {
	if len(chain) < 3 {
		return 1
	}
	var n, si, sj float64
	for _, m := range chain {
		n, si, sj = n+1, si+float64(m.i), sj+float64(m.j)
	}
	var ii, jj, ij float64
	for _, m := range chain {
		di, dj := float64(m.i)-si/n, float64(m.j)-sj/n
		ii, jj, ij = ii+di*di, jj+dj*dj, ij+di*dj
	}
	span := float64(chain[len(chain)-1].j - chain[0].j)
	if ii == 0 || span == 0 {
		return 1
	}
	return math.Sqrt(max(0, jj-ij*ij/ii)/n) / span
}

// sameStretch reports whether the stretches between the first and the last
// name are of like length and a good part of the shorter text.
func sameStretch(chain []match, a, b voice) bool {
	first, last := chain[0], chain[len(chain)-1]
	x := float64(last.i-first.i) / 65535 * size(a)
	y := float64(last.j-first.j) / 65535 * size(b)
	return min(x, y) >= leastStretch*min(size(a), size(b)) && max(x/y, y/x) <= widestRatio
}

// size is the length of a text in characters.
func size(v voice) float64 {
	n := 0.0
	for _, k := range v.sections {
		n += float64(k)
	}
	return n
}
