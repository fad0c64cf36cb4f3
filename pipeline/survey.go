package pipeline

import (
	"context"
	"errors"
	"slices"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// survey aligns every group of several members once and counts, before
// anything is decided, in how many groups each inserted run stands, and how
// often the copies of each source are contradicted.
func (s *settler) survey(ctx context.Context) error {
	s.inserted, s.moulds, s.sources, s.kept = tally{}, tally{}, map[string]reconstruct.Rate{}, newKeeper()
	var several []group
	for _, g := range s.parts.groups {
		if len(g.members) > 1 {
			several = append(several, g)
		}
	}
	var ballot []ballots
	alone := len(several) == 1
	err := eachGroup(ctx, s.workers, several, func(g group) (surveyed, error) {
		x, err := guarded(g, func(g group) (surveyed, error) { return s.explore(g, alone) })
		if errors.Is(err, corpus.ErrInternal) {
			s.warn("article %s told nothing of the others: %v", g.id(), err)
			return surveyed{}, nil
		}
		return x, err
	}, func(x surveyed) error {
		if x.votes != nil {
			ballot = append(ballot, x.ballots())
		}
		s.countForeign(slices.Concat(x.survey.Insertions, x.cut))
		for i, r := range x.survey.Rates {
			if source := x.witnesses[i].Source; source != "" {
				t := s.sources[source]
				s.sources[source] = reconstruct.Rate{Wrong: t.Wrong + r.Wrong, Words: t.Words + r.Words}
			}
		}
		return nil
	})
	s.moulds.forgetLone()
	s.hands = weighHands(ballot)
	return err
}

// explore aligns one group and counts what it inserts, unless it is the only one
// and no host can be learnt from it.
func (s *settler) explore(g group, alone bool) (surveyed, error) {
	docs, f, err := s.load(g)
	if err != nil {
		return surveyed{}, err
	}
	if alone && !slices.ContainsFunc(docs, func(d *corpus.Document) bool { return d.Host != "" }) {
		return surveyed{}, nil // what one group alone inserts tells nothing of another
	}
	f.eaten = eatenIn(docs)
	s.kept.find(g.id(), f)
	ws, err := g.witnesses(docs, f.eaten, s.words.count)
	if err != nil {
		return surveyed{}, err
	}
	layout, al := align.Lay(ws)
	x := surveyed{witnesses: al.Witnesses, survey: reconstruct.Explore(al), cut: cutKeys(docs)}
	s.kept.put(g.id(), layout)
	if s.named {
		x.votes = reconstruct.Ballots(al)
	}
	return x, nil
}

// surveyed is the survey of one group with its witnesses.
type surveyed struct {
	witnesses []*corpus.Witness
	survey    reconstruct.Survey
	cut       [][]string // keys of what the members were certain to have been given
	votes     [][]int32
}

// ballots are the votes with the ids and hands of those who cast them.
func (x surveyed) ballots() ballots {
	b := ballots{columns: x.votes}
	for _, w := range x.witnesses {
		b.ids, b.hands = append(b.ids, w.ID), append(b.hands, w.Source)
	}
	return b
}
