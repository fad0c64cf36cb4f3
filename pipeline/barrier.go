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

// A group is a cluster. Members are indices of notes.
type group struct {
	hash    uint64 // by which the article is named: the least of its members' texts as read
	members []int32
	more    *groupMore // what few groups have
}

type groupMore struct {
	id           string  // of the article, where the records name it
	later        []int32 // members that are later pages of the article, as the barrier found; sorted
	translations []string
}

// id is that of the group's article.
func (g group) id() string {
	if g.more != nil && g.more.id != "" {
		return g.more.id
	}
	return fmt.Sprintf("u%016x", g.hash)
}

func (g group) name() string { return g.id() }

// later are the members that are later pages of the article.
func (g group) later() []int32 {
	if g.more == nil {
		return nil
	}
	return g.more.later
}

func (g group) translations() []string {
	if g.more == nil {
		return nil
	}
	return g.more.translations
}

// A settledNote is what stays in memory of a note once clusters are found.
type settledNote struct {
	hash         uint64 // of the text as read
	spool, aside int32
}

// A partition is the outcome of the barrier: every note in one group or, when
// nothing is left of it, in none.
type partition struct {
	notes   []settledNote
	renamed map[int32]string // unique ids of notes whose own came before
	noted   *noted           // of asides
	flat    []int32          // where members lie
	groups  []group          // sorted by id
	burst   tally            // clusters by head of proposal
	teasers teasers          // clusters by title and beginning
	frames  frames           // lines at the margins of pages
	empty   []int32          // notes without words
	same    map[string]int   // how often an id came, when more than once

	together *together // names the languages that gather left open, nil when it left none
}

// newPartition puts the notes of what was gathered into their order; nothing is
// counted yet. It calls do for each of them.
func newPartition(g *gathering, do func(i int32, n note)) *partition {
	p := &partition{burst: tally{}, noted: g.noted}
	var order []int32
	order, p.same, p.renamed = arrange(&g.notes, g.paths)
	p.notes = make([]settledNote, len(order))
	for i, k := range order {
		n := *g.notes.at(k)
		p.notes[i] = settledNote{n.hash, n.spool, n.aside}
		if !n.words {
			p.empty = append(p.empty, int32(i))
			continue
		}
		do(int32(i), n)
	}
	g.ids = names{}
	g.notes.free()
	return p
}

// divide orders the notes by content, makes their ids unique, clusters
// them and counts over the clusters what documents of several have.
func divide(ctx context.Context, opt Options, g *gathering, spool *store.Spool) (_ *partition, err error) {
	list := make([]int32, 0, g.notes.count) // places on the shelf
	at := make([]int32, 0, g.notes.count)   // and the note of each
	p := newPartition(g, func(i int32, n note) { list, at = append(list, n.shelf), append(at, i) })
	b := newArranged(opt, spool)
	defer func() { err = errors.Join(err, b.clear()) }()
	config := opt.cluster()
	config.Next = func(list []int32) error {
		next := make([]int32, len(list))
		for i, n := range list {
			next[i] = p.notes[at[n]].spool
		}
		return b.next(next)
	}
	config.Each = func(c corpus.Cluster) error {
		p.take(c, at)
		return nil
	}
	result, err := config.Group(ctx, g.shelf, list, func(i int) (cluster.Body, error) {
		doc, err := b.read(p.notes[at[i]].spool)
		if err != nil {
			return cluster.Body{}, err
		}
		return cluster.NewBody(doc), nil
	})
	if err != nil {
		return nil, fmt.Errorf("cluster: %w", err)
	}
	failed, err := failureWarnings(result.Failed, func(i int) (string, error) { return p.idOf(spool, at[i]) })
	if err != nil {
		return nil, err
	}
	g.warnings = append(g.warnings, failed...)
	p.translate(result.Translations)
	slices.SortFunc(p.groups, func(a, b group) int { return cmp.Compare(a.hash, b.hash) })
	return p, p.count(true)
}

// idOf is the id of a note, which lies in the spool.
func (p *partition) idOf(spool *store.Spool, note int32) (string, error) {
	doc, err := p.load(spool, note)
	if err != nil {
		return "", err
	}
	return doc.ID, nil
}

// take turns a cluster into a group.
func (p *partition) take(c corpus.Cluster, at []int32) {
	g := group{members: p.room(len(c.Members))}
	for j, m := range c.Members {
		g.members[j] = at[m]
	}
	g.hash = p.least(g.members)
	if len(c.Later) > 0 {
		g.more = new(groupMore)
		for _, m := range c.Later {
			g.more.later = append(g.more.later, at[m])
		}
		slices.Sort(g.more.later)
	}
	p.groups = append(p.groups, g)
}

// room makes room for n members: lists of one, apart, take thrice as much.
func (p *partition) room(n int) []int32 {
	if len(p.flat) < n {
		p.flat = make([]int32, max(n, 1<<12))
	}
	out := p.flat[:n:n]
	p.flat = p.flat[n:]
	return out
}

// translate notes the translations, pairs of groups.
func (p *partition) translate(pairs []corpus.Translation) {
	add := func(g *group, other string) {
		if g.more == nil {
			g.more = new(groupMore)
		}
		g.more.translations = append(g.more.translations, other)
	}
	for _, t := range pairs {
		a, b := &p.groups[t.A], &p.groups[t.B]
		add(a, b.id())
		add(b, a.id())
	}
	for _, g := range p.groups {
		if g.more != nil {
			slices.Sort(g.more.translations)
			g.more.translations = slices.Compact(g.more.translations)
		}
	}
}

// least is the smallest hash of the members' texts as read.
func (p *partition) least(members []int32) uint64 {
	low := p.notes[members[0]].hash
	for _, m := range members {
		low = min(low, p.notes[m].hash)
	}
	return low
}

// count counts over the groups the heads of proposals, the titles and the
// beginnings of articles, and with framed the lines at the margins of pages: each
// once for a group.
func (p *partition) count(framed bool) error {
	var titles, leads []uint64
	f := newFrameCount(p.noted.end)
	err := p.eachAsides(func(list []aside) {
		seen, title, lead := newTallied(p.burst), lister{to: &titles}, lister{to: &leads}
		for _, a := range list {
			title.add(a.title)
			lead.add(a.lead)
			for _, h := range a.heads {
				seen.add(h)
			}
		}
		if framed {
			f.look(list)
		}
	})
	if err != nil {
		return err
	}
	p.teasers = teasers{titles: newCensus(titles), leads: newCensus(leads)}
	if !framed {
		return nil
	}
	err = p.eachAsides(f.count)
	p.frames = f.frames()
	return err
}

// A lister appends the hashes of a group to a list, each once; 0 stands for nothing.
type lister struct {
	to *[]uint64
	n  int // of this group
}

func (l *lister) add(h uint64) {
	if h != 0 && !slices.Contains((*l.to)[len(*l.to)-l.n:], h) {
		*l.to = append(*l.to, h)
		l.n++
	}
}

// leadsOf are the beginnings of a group's article: those that its members have,
// of three or more two at least, since one may take a teaser for its title.
func leadsOf(members []aside) []uint64 {
	n := map[uint64]int{}
	for _, a := range members {
		n[a.lead]++
	}
	for h, k := range n {
		if len(members) > 2 && k < 2 {
			delete(n, h)
		}
	}
	return slices.Sorted(maps.Keys(n))
}

// arrange finds the order of notes, by their ids and contents, and makes
// the ids unique. It returns how often an id came, when more than once, and which
// notes, in that order, have new ids.
func arrange(notes *pieces[note], paths []string) (order []int32, same map[string]int, renamed map[int32]string) {
	order = notes.order(func(a, b *note) int {
		if a.id != b.id {
			return cmp.Compare(a.id, b.id)
		}
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(paths[a.path], paths[b.path]), cmp.Compare(a.record, b.record))
	})
	same, names := uniqueIDs(len(order), func(i int) string { return notes.at(order[i]).id })
	given := make(map[string]bool, len(names))
	for i, name := range names {
		notes.at(order[i]).id, given[name] = name, true
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(notes.at(a).id, notes.at(b).id) })
	renamed = map[int32]string{}
	for i, k := range order {
		if id := notes.at(k).id; given[id] {
			renamed[int32(i)] = id
		}
	}
	return order, same, renamed
}

// uniqueIDs gives the second and later of n documents with one id, which are sorted by
// id and content, the suffixes ~2, ~3, in their order, where no other has such an id. It
// returns how often each such id came, and the new ids of those that have one, by their
// places; by these ids they are to be sorted again.
func uniqueIDs(n int, id func(i int) string) (same map[string]int, names map[int]string) {
	same, names = map[string]int{}, map[int]string{}
	for i := 0; i < n; {
		own, j, k := id(i), i+1, 2
		for ; j < n && id(j) == own; j++ {
		}
		for at := i + 1; at < j; at, k = at+1, k+1 {
			for hasID(own+"~"+strconv.Itoa(k), j, n, id) {
				k++
			}
			names[at] = own + "~" + strconv.Itoa(k)
		}
		if j > i+1 {
			same[own] = j - i
		}
		i = j
	}
	return same, names
}

// hasID reports whether one of n sorted ids is x, which none before a place is. It looks
// near that place first.
func hasID(x string, from, n int, id func(i int) string) bool {
	end := from
	for step := 1; end < n && id(end) < x; step *= 2 {
		from, end = end+1, min(n, end+step)
	}
	at := from + sort.Search(end-from, func(i int) bool { return id(from+i) >= x })
	return at < n && id(at) == x
}

// load reads the document of a note, under its unique id.
func (p *partition) load(spool *store.Spool, i int32) (*corpus.Document, error) {
	doc, err := spool.Read(int(p.notes[i].spool))
	if err != nil {
		return nil, err
	}
	if id, ok := p.renamed[i]; ok {
		doc.ID = id
	}
	return doc, nil
}
