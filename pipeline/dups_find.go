package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/furniture"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/store"
)

// dups is one search for duplicates.
type dups struct {
	opt      Options
	spool    *store.Spool
	arranged *arranged // of the spool
	stages   []Stage   // after the characters, of a document that is read closely
	closely  closely   // what they made of it
	shelf    *cluster.Shelf
	sum      Summary

	mu     sync.Mutex
	notes  *copyNotes // by id, once all are read
	paths  []string
	pathOf map[string]int32
	warned []string

	groups []dupGroup // by id
	blank  blanks     // among the notes
	texts  []int32    // of each note: see arranged
}

// A dupGroup is a cluster; its members are notes, the kept one first.
type dupGroup struct {
	hash    uint64
	members []int32
	pairs   [][2]int32
}

func (g dupGroup) name() string { return fmt.Sprintf("u%016x", g.hash) }

// find reads the documents and clusters them.
func (d *dups) find(ctx context.Context) error {
	if err := d.gather(ctx); err != nil {
		return err
	}
	list, same, err := d.settle()
	if err != nil {
		return err
	}
	newMeter(d.opt, "cluster", -1, 0)
	config := d.opt.dupsConfig()
	config.Next = func(list []int32) error {
		notes := make([]int32, len(list))
		for i, n := range list {
			notes[i] = d.blank.other(n)
		}
		return d.next(notes)
	}
	config.Close, config.Language = d.close, d.language
	config.Each = d.take
	result, err := config.Group(ctx, d.shelf, list, d.body)
	if err != nil {
		return fmt.Errorf("cluster: %w", err)
	}
	failed, err := failureWarnings(result.Failed, func(i int) (string, error) {
		n, err := d.notes.read(d.blank.other(int32(i)))
		return n.id, err
	})
	if err != nil {
		return err
	}
	d.finish(result)
	d.sum.Warnings = slices.Concat(d.warned, idWarnings(same), failed)
	slices.Sort(d.sum.Warnings)
	d.tell(result)
	return nil
}

// settle puts the notes into their order, makes the ids unique, and lists the
// documents that are compared by their numbers on the shelf.
func (d *dups) settle() (list []int32, same map[string]int, err error) {
	same, err = d.notes.settle(d.opt.scratch)
	if err != nil {
		return nil, nil, err
	}
	list, d.texts = make([]int32, 0, d.notes.count), make([]int32, d.notes.count)
	return list, same, d.notes.each(func(i int32, n copyNote) error {
		d.texts[i] = n.text
		if n.shelf >= 0 {
			list = append(list, n.shelf)
		} else {
			d.blank = append(d.blank, i)
		}
		return nil
	})
}

// tell logs what was compared, and how far the widest template reaches.
func (d *dups) tell(result cluster.Result) {
	if d.opt.Log == nil {
		return
	}
	widest := 0
	if t := result.Templates; len(t) > 0 {
		widest = t[0].Clusters
	}
	d.opt.Log.Info("compared", "pairs", result.Verified, "templates", len(result.Templates), "widest", widest, "written", d.shelf.Written())
}

// gather reads every document, mends its characters, which is all that keeps
// damaged copies from having words in common, and keeps its sketch.
func (d *dups) gather(ctx context.Context) error {
	d.pathOf = map[string]int32{}
	var in intake
	warn := func(path, message string) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.warned = append(d.warned, path+": "+message)
	}
	list, err := stages(d.opt)
	if err != nil {
		return err
	}
	d.stages = list[2:]
	_, err = d.opt.each(ctx, []Stage{furniture.Markup{}, repair.Characters{}, paged(d.stages)}, warn, func(rec numbered) error {
		var err error
		if rec.fault == nil {
			rec.fault, err = faultOf(rec.doc, d.note(rec.doc))
		}
		if rec.fault != nil {
			d.opt.logFault(rec.fault)
			d.mu.Lock()
			defer d.mu.Unlock()
			d.sum.addFault(*rec.fault)
			in.fault(*rec.fault)
		}
		return err
	})
	if in.records = in.records || d.notes.count > 0; err == nil {
		err = in.check(d.opt)
	}
	d.sum.Read += int64(d.notes.count)
	if err == nil {
		err = d.sum.tooMany(d.sum.Read, d.opt.MaxRejectRatio)
	}
	return err
}

// paged is the stages after the characters for the few documents that may
// bear a page mark: whether two pages that share nothing are of one article
// their language, their marks and what is no part of the article must tell.
type paged []Stage

// Name is that of the last of the stages, which finds the marks.
func (p paged) Name() string { return p[len(p)-1].Name() }

// Apply runs the stages, and names no language where it does not.
func (p paged) Apply(doc *corpus.Document) error {
	doc.Language = language.Unknown
	if !furniture.MayCountPages(doc.Draft.Text) {
		return nil
	}
	was := *doc
	for _, s := range p {
		if err := s.Apply(doc); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(doc.Marks, func(m corpus.Mark) bool { return m.Role == corpus.RolePageMark }) {
		*doc = was
	}
	return nil
}

// lean is a document as it is compared, without its edits and what it was.
func lean(doc *corpus.Document) *corpus.Document {
	return &corpus.Document{Draft: corpus.NewDraft(doc.Draft.Text), Language: doc.Language, Marks: doc.Marks, Proposals: doc.Proposals}
}

// note keeps a document, its sketch on the shelf.
func (d *dups) note(doc *corpus.Document) error {
	var sketch cluster.Sketch
	var n copyNote
	err := corpus.Guarded("sketch", func() error {
		sketch = d.shelf.Sketch(d.opt.dupsConfig(), doc)
		n = copyNote{
			id: doc.ID, hash: xxh3.HashString(doc.Draft.Read), offset: doc.Source.Offset,
			record: int32(doc.Source.Record), shelf: -1, words: sketch.Words, damage: damageOf(doc, sketch),
		}
		return nil
	})
	if err != nil {
		return err
	}
	if sketch.Words > 0 {
		at, err := d.shelf.Add(&sketch)
		if err != nil {
			return err
		}
		n.shelf = int32(at)
		if n.text, err = d.arranged.append(lean(doc)); err != nil {
			return err
		}
	}
	n.path = d.pathNumber(doc.Source.Path)
	return d.notes.add(n)
}

// pathNumber is the place of a path in d.paths.
func (d *dups) pathNumber(path string) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	n, ok := d.pathOf[path]
	if !ok {
		n = int32(len(d.paths))
		d.paths = append(d.paths, path)
		d.pathOf[path] = n
	}
	return n
}

// damageOf measures how badly a document was copied: what had to be mended in
// its characters, and the letters that are lost for good, for each thousand
// words.
func damageOf(doc *corpus.Document, s cluster.Sketch) float32 {
	mended := strings.Count(doc.Draft.Text, "\uFFFD")
	for _, e := range doc.Draft.Edits {
		switch e.Kind {
		case corpus.KindByteOrderMark, corpus.KindInvisible, corpus.KindMojibake, corpus.KindEntity:
			mended++
		}
	}
	return float32(mended)*1000/float32(max(s.Words, 1)) + 1000*s.Loss
}

// textOf is the number of the text of a document that is compared: see arranged.
func (d *dups) textOf(i int) int32 { return d.texts[d.blank.other(int32(i))] }

// body is the text that is compared.
func (d *dups) body(i int) (cluster.Body, error) { return d.bodyOf(d.textOf(i)) }

func (d *dups) bodyOf(text int32) (cluster.Body, error) {
	doc, err := d.arranged.read(text)
	if err != nil {
		return cluster.Body{}, err
	}
	return cluster.NewBody(doc), nil
}

// next says which bodies are read next, by their notes, which it changes.
func (d *dups) next(notes []int32) error {
	for i, n := range notes {
		notes[i] = d.texts[n]
	}
	return d.arranged.next(notes)
}

// take turns a cluster of several into a group and counts what is kept.
func (d *dups) take(c corpus.Cluster) error {
	d.sum.Articles++
	if len(c.Members) == 1 {
		return nil
	}
	g := dupGroup{members: make([]int32, len(c.Members))}
	for i, m := range c.Members {
		g.members[i] = d.blank.other(int32(m))
	}
	slices.Sort(g.members)
	notes, err := d.notes.readAll(g.members)
	if err != nil {
		return err
	}
	g.hash = notes[0].hash
	for _, n := range notes[1:] {
		g.hash = min(g.hash, n.hash)
	}
	kept := d.kept(notes)
	first := g.members[kept]
	g.members = slices.Insert(slices.Delete(g.members, kept, kept+1), 0, first)
	d.groups = append(d.groups, g)
	d.sum.Duplicate += int64(len(c.Members) - 1)
	return nil
}

// finish puts the groups into their order, with the pairs of each.
func (d *dups) finish(result cluster.Result) {
	if len(result.Pairs) > 0 {
		d.pair(result.Pairs)
	}
	slices.SortFunc(d.groups, func(a, b dupGroup) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.members[0], b.members[0]))
	})
	d.sum.Kept = int64(d.notes.count) - d.sum.Duplicate
	d.sum.Articles += int64(len(d.blank))
	d.sum.Rebuilt = int64(len(d.groups))
}

// pair gives each group its pairs.
func (d *dups) pair(pairs [][2]int) {
	home := make([]int32, d.notes.count)
	for i, g := range d.groups {
		for _, m := range g.members {
			home[m] = int32(i)
		}
	}
	for _, p := range pairs {
		a, b := d.blank.other(int32(p[0])), d.blank.other(int32(p[1]))
		g := &d.groups[home[a]]
		g.pairs = append(g.pairs, [2]int32{a, b})
	}
}
