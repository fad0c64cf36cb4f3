package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"
	"golang.org/x/sync/errgroup"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/reconstruct"
	"github.com/urtext/urtext/pipeline/store"
)

// A settler decides: it turns groups into articles and documents into
// records, with what the corpus knows.
type settler struct {
	spool     *store.Spool
	parts     *partition
	words     *lexicon
	inserted  tally
	moulds    tally // of insertions (mould.go)
	sources   map[string]reconstruct.Rate
	named     bool               // the user says which field names the hands
	hands     map[string]float64 // votes of witnesses, where hands are named (hands.go)
	workers   int
	collate   bool // keep what an export is made of
	kept      *keeper
	languages []string // of the notes, where they were left open, once they are found
	// textsOnly tells that nobody will read the apparatuses.
	textsOnly bool

	mu       sync.Mutex
	warnings []string
}

// newSettler makes the settler of a partition. What the options ask for besides
// the articles is kept.
func newSettler(opt Options, spool *store.Spool, parts *partition, words *lexicon) *settler {
	s := &settler{spool: spool, parts: parts, words: words, workers: opt.workers(),
		named: opt.SourceField != "", collate: opt.Export != ""}
	if parts.together != nil {
		s.languages = make([]string, len(parts.notes))
	}
	return s
}

// A settled group is an article, its apparatus and the records of its
// members. Article is nil when nothing was left of the only member.
type settled struct {
	article   *corpus.Article
	entries   iter.Seq[corpus.Entry] // of its apparatus, nil where nobody reads it
	named     int                    // witnesses in these
	records   []corpus.Record        // one a member, in the order of group.members
	collation *corpus.Collation      // where the settler collates
	members   []int32
}

// eachGroup calls do for every group, on all workers, and hands the results
// to take in the order of the groups, from one goroutine at a time.
func eachGroup[G named, T any](ctx context.Context, workers int, groups []G, do func(G) (T, error), take func(T) error) error {
	eg, ctx := errgroup.WithContext(ctx)
	eg.SetLimit(workers)
	order := newSequence(take)
	var stopped error // groups were left out: no success, though all that began ended well
	for i, g := range groups {
		if stopped = order.wait(ctx, i-64*workers); stopped != nil {
			break
		}
		eg.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			out, err := guarded(g, do)
			if err != nil {
				return err
			}
			return order.put(i, out)
		})
	}
	if err := eg.Wait(); err != nil {
		return err
	}
	return stopped
}

// named is a group that can be named in an error.
type named interface{ name() string }

// guarded turns a panic on one group into an error that names it.
func guarded[G named, T any](g G, do func(G) (T, error)) (out T, err error) {
	err = corpus.Guarded("article "+g.name(), func() error {
		out, err = do(g)
		return err
	})
	return out, err
}

// A sequence puts results back into the order of their numbers.
type sequence[T any] struct {
	mu   sync.Mutex
	cond *sync.Cond
	next int
	held map[int]T
	take func(T) error
	err  error
}

func newSequence[T any](take func(T) error) *sequence[T] {
	s := &sequence[T]{held: map[int]T{}, take: take}
	s.cond = sync.NewCond(&s.mu)
	return s
}

// put hands on result number i and all that waited for it.
func (s *sequence[T]) put(i int, out T) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held[i] = out
	for s.err == nil {
		x, ok := s.held[s.next]
		if !ok {
			break
		}
		delete(s.held, s.next)
		s.err = s.take(x)
		s.next++
	}
	s.cond.Broadcast()
	return s.err
}

// wait blocks until result number i has been handed on, so that a slow group
// does not pile up the results behind it.
func (s *sequence[T]) wait(ctx context.Context, i int) error {
	stop := context.AfterFunc(ctx, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.cond.Broadcast()
	})
	defer stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.next < i && s.err == nil && ctx.Err() == nil {
		s.cond.Wait()
	}
	if s.err != nil {
		return s.err
	}
	return ctx.Err()
}

// load reads the members of a group from the spool, and makes suspects of what one
// of them cuts and others have. It gives what was found in them before, or now.
func (s *settler) load(g group) (docs []*corpus.Document, f finding, err error) {
	docs = make([]*corpus.Document, len(g.members))
	for i, m := range g.members {
		doc, err := s.parts.load(s.spool, m)
		if err != nil {
			return nil, f, err
		}
		if s.parts.together != nil {
			s.nameLanguage(m, doc)
		}
		docs[i] = doc
	}
	f, ok := s.kept.finding(g.id())
	if !ok {
		f.shared = sharedCuts(docs)
	}
	spare(docs, f.shared)
	return docs, f, nil
}

// nameLanguage names the language of a document where it was left open, which is
// found out when the document is read first.
func (s *settler) nameLanguage(note int32, doc *corpus.Document) {
	if doc.Language = cmp.Or(doc.Language, s.languages[note]); doc.Language == "" {
		s.parts.together.settle(doc)
		s.languages[note] = doc.Language
	}
}

// settle rebuilds one group and finishes its documents. Should the rebuilding
// fail, the article is the text of the centre as it was cleaned, with a
// warning: one article must not cost a run.
func (s *settler) settle(g group) (settled, error) {
	out, err := guarded(g, s.rebuild)
	if err == nil || !errors.Is(err, corpus.ErrInternal) {
		return out, err
	}
	docs, _, loadErr := s.load(g)
	if loadErr != nil {
		return settled{}, errors.Join(err, loadErr)
	}
	s.warn("article %s was not rebuilt: %v", g.id(), err)
	return s.alone(g, docs)
}

// warn notes what the user should know.
func (s *settler) warn(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.warnings = append(s.warnings, fmt.Sprintf(format, args...))
}

// rebuild settles a group of several documents: load, align, reconstruct, and
// what comes of it for each document.
func (s *settler) rebuild(g group) (settled, error) {
	docs, f, err := s.load(g)
	if err != nil {
		return settled{}, err
	}
	if s.oneText(g) {
		return s.alone(g, docs)
	}
	labels, echoes := s.cutLabels(docs), cutEchoes(docs)
	if labels || echoes {
		s.kept.drop(g.id())
	}
	if f.eaten == nil {
		f.eaten = eatenIn(docs)
	}
	ws, err := g.witnesses(docs, f.eaten, s.words.count)
	if err != nil {
		return settled{}, err
	}
	titles := make([]string, len(docs))
	for i, doc := range docs {
		titles[i] = titleOf(doc)
	}
	if err := s.flag(g, docs, ws, titles); err != nil {
		return settled{}, err
	}
	al := s.kept.align(g.id(), ws)
	result := reconstruct.Rebuild(al, s.knowledge())
	removals := map[string][]corpus.Removal{}
	for _, r := range result.Removals {
		id := al.Witnesses[r.Witness].ID
		removals[id] = append(removals[id], r)
	}
	out := settled{article: &result.Article, members: g.members}
	id := g.id()
	out.article.ID = id
	if list := g.translations(); len(list) > 0 {
		out.article.Translations = list
	}
	if out.article.Title == "" {
		out.article.Title = ownTitle(recordedTitle(docs), out.article.Text)
	}
	s.list(result, &out)
	for i, doc := range docs {
		if err := finish(doc, ws[i], removals[doc.ID]); err != nil {
			return settled{}, fmt.Errorf("%s: %w", doc.ID, err)
		}
		out.records = append(out.records, record(doc, titles[i], &id, out.article.Members))
	}
	return out, nil
}

// list lists what the copies of a rebuilt article have in its places.
func (s *settler) list(result reconstruct.Result, out *settled) {
	switch {
	case s.collate:
		c := result.Collation()
		c.Article, c.Apparatus.Cluster = *out.article, out.article.ID
		out.collation, out.entries = &c, slices.Values(c.Apparatus.Entries)
		for _, e := range c.Apparatus.Entries {
			for _, r := range e.Readings {
				out.named += len(r.Witnesses)
			}
		}
	case !s.textsOnly:
		variants := result.Variants()
		out.entries, out.named = variants.Entries(), variants.Named()
	}
}

// oneText reports whether all members of a group have the same text as read.
func (s *settler) oneText(g group) bool {
	for _, m := range g.members {
		if s.parts.notes[m].hash != s.parts.notes[g.members[0]].hash {
			return false
		}
	}
	return true
}

// alone settles a group of one text: what its own evidence supports and
// nothing more. Equal copies of it prove nothing.
func (s *settler) alone(g group, docs []*corpus.Document) (settled, error) {
	asides, err := s.parts.asides(g)
	if err != nil {
		return settled{}, err
	}
	id, out := g.id(), settled{members: g.members}
	titles := make([]string, len(docs))
	left := make([]bool, len(docs))
	for i, doc := range docs {
		s.parts.frames.cutAlone(doc, asides[i].margin)
		var err error
		if titles[i], left[i], err = finishAlone(doc, s.burst); err != nil {
			return settled{}, fmt.Errorf("%s: %w", doc.ID, err)
		}
	}
	if !left[0] {
		for _, doc := range docs {
			r, err := dropped(doc)
			if err != nil {
				return settled{}, fmt.Errorf("%s: %w", doc.ID, err)
			}
			out.records = append(out.records, r)
		}
		return out, nil
	}
	a := &corpus.Article{ID: id, Text: docs[0].Draft.Text, Title: titles[0], Language: docs[0].Language, Confidence: aloneConfidence, Translations: []string{}}
	if list := g.translations(); len(list) > 0 {
		a.Translations = list
	}
	for _, doc := range docs {
		a.Members = append(a.Members, corpus.Member{ID: doc.ID, Role: corpus.RoleCopy, Extent: [2]float64{0, 1}, Weight: 1})
	}
	slices.SortFunc(a.Members, func(x, y corpus.Member) int { return strings.Compare(x.ID, y.ID) })
	for i, doc := range docs {
		out.records = append(out.records, record(doc, titles[i], &id, a.Members))
	}
	apparatus := corpus.Apparatus{Cluster: id, Entries: []corpus.Entry{}}
	out.article, out.entries = a, slices.Values(apparatus.Entries)
	if s.collate {
		out.collation = &corpus.Collation{Article: *a, Apparatus: apparatus}
	}
	return out, nil
}

// aloneConfidence is the confidence of an article that one text attests.
const aloneConfidence = .8

// knowledge is what the corpus knows, for one cluster to be rebuilt.
func (s *settler) knowledge() reconstruct.Knowledge {
	return reconstruct.Knowledge{
		Inserted: func(keys []string) int { return int(s.inserted[hashKeys(keys)]) - 1 },
		Known:    s.words.count,
		Burst:    s.burst,
		Hand: func(id string) (float64, bool) {
			vote, ok := s.hands[id]
			return vote, ok
		},
		Source: func(source string) reconstruct.Rate { return s.sources[source] },
		Possible: func(lang, key string) bool {
			chance, ok := language.Rarest(lang, key)
			return !ok || chance >= language.LeastChance
		},
	}
}

// burst is in how many clusters a proposal with this head stands: none, if its words
// are those of many documents, in which nobody proposed it.
func (s *settler) burst(head string) int {
	n := int(s.parts.burst[xxh3.HashString(head)])
	if n < burstClusters {
		return n
	}
	for word := range strings.FieldsSeq(head) {
		if word != "*" && s.words.count(word) <= commonWord*n {
			return n
		}
	}
	return 0
}

// commonWord is how many documents have a word, for each cluster that has it in a
// proposal, from which the word tells nothing: "New *" stands in unrelated articles
// because New York does.
const commonWord = 8

// recordedTitle is the title that most records of a group give, the first in
// order of equals.
func recordedTitle(docs []*corpus.Document) string {
	votes := map[string]int{}
	best := ""
	for _, d := range docs {
		t := strings.Join(strings.Fields(d.Title), " ")
		if t == "" {
			continue
		}
		votes[t]++
		if n := votes[t]; best == "" || n > votes[best] || n == votes[best] && t < best {
			best = t
		}
	}
	return best
}

// record makes the line of documents.jsonl of a finished document.
func record(doc *corpus.Document, title string, cluster *string, members []corpus.Member) corpus.Record {
	r := corpus.Record{ID: doc.ID, Text: &doc.Draft.Text, Title: &title, Source: doc.Source, Language: doc.Language,
		Cluster: cluster, Edits: doc.Draft.Edits, Meta: doc.Meta}
	for _, m := range members {
		if m.ID == doc.ID {
			r.Role = m.Role
		}
	}
	if r.Edits == nil {
		r.Edits = []corpus.Edit{}
	}
	return r
}

// dropped makes the line of a document of which nothing is left: what signs
// there still are go too.
func dropped(doc *corpus.Document) (corpus.Record, error) {
	reason := emptyReason(doc)
	err := doc.Draft.Apply([]corpus.Change{{End: len(doc.Draft.Text), Kind: corpus.KindFurniture, Why: []string{"no words are left"}}})
	r := record(doc, "", nil, nil)
	r.Reason = reason
	return r, err
}

// dropEmpty settles a document that had no words left at the barrier.
func (s *settler) dropEmpty(i int32) (corpus.Record, error) {
	doc, err := s.parts.load(s.spool, i)
	if err != nil {
		return corpus.Record{}, err
	}
	if _, _, err := finishAlone(doc, s.burst); err != nil {
		return corpus.Record{}, fmt.Errorf("%s: %w", doc.ID, err)
	}
	return dropped(doc)
}
