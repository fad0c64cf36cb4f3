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
	notes, err := d.notes.readAll(g.members)
	if err != nil {
		return nil, err
	}
	kept, err := d.print(notes[0])
	if err != nil {
		return nil, err
	}
	out := make([]corpus.Duplicate, len(g.members))
	for i, n := range notes {
		o := corpus.Overlap{Jaccard: 1, InKept: 1, OfKept: 1}
		role := corpus.RoleCopy
		if i > 0 && n.hash != notes[0].hash {
			p, err := d.print(n)
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

func (d *dups) print(n copyNote) (*cluster.Print, error) {
	if p := d.shelf.Print(n.shelf); p != nil {
		return p, nil
	}
	body, err := d.bodyOf(n.text)
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
	var left copyNote
	last := int32(-1)
	for _, x := range g.pairs {
		if x[0] != last {
			var err error
			if left, err = d.notes.read(x[0]); err != nil {
				return nil, err
			}
			if a, err = d.print(left); err != nil {
				return nil, err
			}
			last = x[0]
		}
		right, err := d.notes.read(x[1])
		if err != nil {
			return nil, err
		}
		b, err := d.print(right)
		if err != nil {
			return nil, err
		}
		o := a.Overlap(b)
		line, err := sink.EncodeDuplicatePair(&corpus.DuplicatePair{Cluster: g.name(), A: left.id, B: right.id,
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
	group   int32 // place in dups.groups
	role    string
	overlap corpus.Overlap
}

// rows writes one line for every document, by id.
func (d *dups) rows(ctx context.Context, w io.Writer, progress *meter) error {
	of := make([]int32, d.notes.count) // place in standings, from 1 on; 0 for none
	var standings []standing
	next := int32(0)
	err := eachGroup(ctx, d.opt.workers(), d.groups, d.compare, func(members []corpus.Duplicate) error {
		progress.done()
		for i, m := range d.groups[next].members {
			standings = append(standings, standing{next, members[i].Role, members[i].Overlap})
			of[m] = int32(len(standings))
		}
		next++
		return nil
	})
	if err != nil {
		return err
	}
	return d.notes.each(func(i int32, n copyNote) error {
		r := corpus.DuplicateRow{ID: n.id, Size: 1, Kept: true, KeptID: n.id, Role: corpus.RoleCopy,
			Overlap: corpus.Overlap{Jaccard: 1, InKept: 1, OfKept: 1},
			Path:    d.paths[n.path], Record: int(n.record), Offset: n.offset}
		if of[i] > 0 {
			if err := d.stands(&r, i, standings[of[i]-1]); err != nil {
				return err
			}
		} else if n.shelf >= 0 {
			name := dupGroup{hash: n.hash}.name()
			r.Cluster = &name
		}
		line, err := sink.EncodeDuplicateRow(&r)
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	})
}

// stands puts into the row of a note what its cluster says of it.
func (d *dups) stands(r *corpus.DuplicateRow, note int32, s standing) error {
	g := d.groups[s.group]
	kept, err := d.notes.read(g.members[0])
	if err != nil {
		return err
	}
	r.Size, r.Kept, r.KeptID = len(g.members), g.members[0] == note, kept.id
	r.Role, r.Overlap = s.role, s.overlap
	name := g.name()
	r.Cluster = &name
	return nil
}
