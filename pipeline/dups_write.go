package pipeline

import (
	"bytes"
	"context"
	"io"
	"math"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// write writes what is asked for.
func (d *dups) write(ctx context.Context, w io.Writer) error {
	progress := newMeter(d.opt, "compare", -1, int64(len(d.groups)))
	var members []int32
	for _, g := range d.groups {
		members = append(members, g.members...)
	}
	if err := d.next(members); err != nil {
		return err
	}
	each := func(do func(g dupGroup) ([]byte, error)) error {
		return eachGroup(ctx, d.opt.workers(), d.groups, do, func(lines []byte) error {
			progress.done()
			_, err := w.Write(lines)
			return err
		})
	}
	switch d.opt.As {
	case DupsPairs:
		return each(d.pairLines)
	case DupsDocuments:
		return d.rows(ctx, w, progress)
	}
	return each(d.clusterLine)
}

// clusterLine encodes a cluster.
func (d *dups) clusterLine(g dupGroup) ([]byte, error) {
	members, err := d.compare(g)
	if err != nil {
		return nil, err
	}
	return sink.EncodeDuplicates(&corpus.Duplicates{ID: g.name(), Kept: members[0].ID, Size: len(members), Members: members})
}

// compare lays the members of a group beside the kept one, shingle by shingle.
func (d *dups) compare(g dupGroup) ([]corpus.Duplicate, error) {
	kept, err := d.print(g.members[0])
	if err != nil {
		return nil, err
	}
	out := make([]corpus.Duplicate, len(g.members))
	for i, m := range g.members {
		o := corpus.Overlap{Jaccard: 1, InKept: 1, OfKept: 1}
		n := d.notes[m]
		role := corpus.RoleCopy
		if i > 0 && n.hash != d.notes[g.members[0]].hash {
			p, err := d.print(m)
			if err != nil {
				return nil, err
			}
			x := p.Overlap(kept)
			o = corpus.Overlap{Jaccard: round4(x.Jaccard()), InKept: round4(x.InB()), OfKept: round4(x.InA())}
			if x.SpanB < leastSpan && o.OfKept < leastSpan {
				role = corpus.RolePart
			}
		}
		out[i] = corpus.Duplicate{ID: n.id, Role: role, Overlap: o,
			Source: corpus.Source{Path: d.paths[n.path], Record: int(n.record), Offset: n.offset}}
	}
	return out, nil
}

// leastSpan is the share of the kept document that a copy spans, from the first
// shingle that both have to the last; a part spans less. What is kept may have
// furniture round the article, which a copy need not have.
const leastSpan = .75

func (d *dups) print(note int32) (*cluster.Print, error) {
	if p := d.shelf.Print(d.notes[note].shelf); p != nil {
		return p, nil
	}
	body, err := d.bodyOf(note)
	if err != nil {
		return nil, err
	}
	return d.opt.dupsConfig().Print(body), nil
}

func round4(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// pairLines encodes the pairs of a cluster, which are sorted.
func (d *dups) pairLines(g dupGroup) ([]byte, error) {
	var out bytes.Buffer
	var a *cluster.Print
	last := int32(-1)
	for _, x := range g.pairs {
		if x[0] != last {
			var err error
			if a, err = d.print(x[0]); err != nil {
				return nil, err
			}
			last = x[0]
		}
		b, err := d.print(x[1])
		if err != nil {
			return nil, err
		}
		o := a.Overlap(b)
		line, err := sink.EncodeDuplicatePair(&corpus.DuplicatePair{Cluster: g.name(), A: d.notes[x[0]].id, B: d.notes[x[1]].id,
			Jaccard: round4(o.Jaccard()), AInB: round4(o.InB()), BInA: round4(o.InA())})
		if err != nil {
			return nil, err
		}
		out.Write(line)
	}
	return out.Bytes(), nil
}

// A standing is what a row says of a document in a cluster of several.
type standing struct {
	group   int32 // place in dups.groups, plus one; 0 for none
	role    string
	overlap corpus.Overlap
}

// rows writes one line for every document, by id.
func (d *dups) rows(ctx context.Context, w io.Writer, progress *meter) error {
	of := make([]standing, len(d.notes))
	next := int32(0)
	err := eachGroup(ctx, d.opt.workers(), d.groups, d.compare, func(members []corpus.Duplicate) error {
		progress.done()
		for i, m := range d.groups[next].members {
			of[m] = standing{next + 1, members[i].Role, members[i].Overlap}
		}
		next++
		return nil
	})
	if err != nil {
		return err
	}
	for i, n := range d.notes {
		r := corpus.DuplicateRow{ID: n.id, Size: 1, Kept: true, KeptID: n.id, Role: corpus.RoleCopy,
			Overlap: corpus.Overlap{Jaccard: 1, InKept: 1, OfKept: 1},
			Path:    d.paths[n.path], Record: int(n.record), Offset: n.offset}
		if s := of[i]; s.group > 0 {
			g := d.groups[s.group-1]
			r.Size, r.Kept, r.KeptID = len(g.members), g.members[0] == int32(i), d.notes[g.members[0]].id
			r.Role, r.Overlap = s.role, s.overlap
			name := g.name()
			r.Cluster = &name
		} else if n.shelf >= 0 {
			name := dupGroup{hash: n.hash}.name()
			r.Cluster = &name
		}
		line, err := sink.EncodeDuplicateRow(&r)
		if err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}
