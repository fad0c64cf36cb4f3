package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/store"
)

// A group is a cluster with its article's id. Members are indices of notes.
type group struct {
	id           string
	members      []int
	later        []int // members that are later pages of the article, as the barrier found; sorted
	translations []string
}

// A partition is the outcome of the barrier: every note in one group or, when
// nothing is left of it, in none.
type partition struct {
	notes   []note
	groups  []group        // sorted by id
	burst   tally          // clusters by head of proposal
	teasers teasers        // clusters by title and beginning
	frames  frames         // lines at the margins of pages
	empty   []int          // notes without words
	same    map[string]int // how often an id came, when more than once

	together *together // names the languages that gather left open, nil when it left none
}

// newPartition puts the notes into their order; nothing is counted yet.
func newPartition(notes []note) *partition {
	p := &partition{notes: notes, burst: tally{}, teasers: teasers{titles: tally{}, leads: tally{}}}
	p.same = arrange(p.notes)
	return p
}

// divide orders the notes by content, makes their ids unique, clusters
// them and counts over the clusters what documents of several have.
func divide(ctx context.Context, opt Options, g *gathering, spool *store.Spool) (_ *partition, err error) {
	p := newPartition(g.notes)
	var list []int32 // places on the shelf
	var at []int     // and the note of each
	for i, n := range p.notes {
		if !n.words {
			p.empty = append(p.empty, i)
			continue
		}
		list = append(list, int32(n.shelf))
		at = append(at, i)
	}
	b := newArranged(opt, spool)
	defer func() { err = errors.Join(err, b.clear()) }()
	config := opt.cluster()
	config.Next = func(list []int32) error {
		next := make([]int32, len(list))
		for i, n := range list {
			next[i] = int32(p.notes[at[n]].spool)
		}
		return b.next(next)
	}
	result, err := config.Group(ctx, g.shelf, list, func(i int) (cluster.Body, error) {
		doc, err := b.read(int32(p.notes[at[i]].spool))
		if err != nil {
			return cluster.Body{}, err
		}
		return cluster.NewBody(doc), nil
	})
	if err != nil {
		return nil, fmt.Errorf("cluster: %w", err)
	}
	p.take(result, at)
	return p, nil
}

// take turns the clusters into groups with ids and translations.
func (p *partition) take(result cluster.Result, at []int) {
	p.groups = make([]group, len(result.Clusters))
	for i, c := range result.Clusters {
		g := group{members: make([]int, len(c.Members))}
		for j, m := range c.Members {
			g.members[j] = at[m]
		}
		for _, m := range c.Later {
			g.later = append(g.later, at[m])
		}
		slices.Sort(g.later)
		g.id = p.articleID(g.members)
		p.groups[i] = g
	}
	for _, t := range result.Translations {
		a, b := &p.groups[t.A], &p.groups[t.B]
		a.translations = append(a.translations, b.id)
		b.translations = append(b.translations, a.id)
	}
	for i, g := range p.groups {
		slices.Sort(g.translations)
		p.groups[i].translations = slices.Compact(g.translations)
		p.count(g)
	}
	slices.SortFunc(p.groups, func(a, b group) int { return cmp.Compare(a.id, b.id) })
	p.frames = countFrames(p.notes, p.groups)
}

// articleID is u and the smallest hash of the members' texts as read.
func (p *partition) articleID(members []int) string {
	low := p.notes[members[0]].hash
	for _, m := range members {
		low = min(low, p.notes[m].hash)
	}
	return fmt.Sprintf("u%016x", low)
}

// count adds the heads of a group's proposals, its titles and its beginnings,
// each once.
func (p *partition) count(g group) {
	seen, titles, leads := newTallied(p.burst), newTallied(p.teasers.titles), newTallied(p.teasers.leads)
	for _, m := range g.members {
		titles.add(p.notes[m].title)
		leads.add(p.notes[m].lead)
		for _, h := range p.notes[m].heads {
			seen.add(h)
		}
	}
}

// leads are the beginnings of a group's article: those that its members have,
// of three or more two at least, since one may take a teaser for its title.
func (p *partition) leads(g group) []uint64 {
	n := map[uint64]int{}
	for _, m := range g.members {
		n[p.notes[m].lead]++
	}
	for h, k := range n {
		if len(g.members) > 2 && k < 2 {
			delete(n, h)
		}
	}
	return slices.Sorted(maps.Keys(n))
}

// arrange puts the notes into the order of their ids and contents, and makes
// the ids unique.
func arrange(notes []note) map[string]int {
	slices.SortFunc(notes, func(a, b note) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.hash, b.hash),
			cmp.Compare(a.source.Path, b.source.Path), cmp.Compare(a.source.Record, b.source.Record))
	})
	same := uniqueIDs(len(notes), func(i int) *string { return &notes[i].id })
	slices.SortStableFunc(notes, func(a, b note) int { return cmp.Compare(a.id, b.id) })
	return same
}

// uniqueIDs gives the second and later of n documents with one id the
// suffixes ~2, ~3, in their order, and returns how often each such id came. The
// documents are sorted by id and content; afterwards they are to be sorted by id
// again.
func uniqueIDs(n int, id func(i int) *string) map[string]int {
	same, given, names := map[string]int{}, map[string]bool{}, map[int]string{}
	taken := func(s string) bool {
		i := sort.Search(n, func(i int) bool { return *id(i) >= s })
		return i < n && *id(i) == s || given[s]
	}
	for i := 0; i < n; {
		j, k := i+1, 2
		for ; j < n && *id(j) == *id(i); j++ {
			next := *id(i) + "~" + strconv.Itoa(k)
			for ; taken(next); k++ {
				next = *id(i) + "~" + strconv.Itoa(k+1)
			}
			given[next], names[j] = true, next
			k++
		}
		if j > i+1 {
			same[*id(i)] = j - i
		}
		i = j
	}
	for i, name := range names {
		*id(i) = name
	}
	return same
}

// load reads the document of a note, under its unique id.
func (p *partition) load(spool *store.Spool, i int) (*corpus.Document, error) {
	doc, err := spool.Read(p.notes[i].spool)
	if err != nil {
		return nil, err
	}
	doc.ID = p.notes[i].id
	return doc, nil
}
