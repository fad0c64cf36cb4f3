package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/store"
)

// A trap is a stage that fails on documents that name it.
type trap struct {
	word string
	fail func() error
}

func (trap) Name() string { return "trap" }

func (s trap) Apply(doc *corpus.Document) error {
	if strings.Contains(doc.Draft.Text, s.word) {
		return s.fail()
	}
	return nil
}

// traps are a stage that gives an error and one that panics.
func traps() []Stage {
	return []Stage{
		trap{"sprungtrap", func() error { return errors.New("caught in the act") }},
		trap{"bearpit", func() error { var none []int; _ = none[len(none)]; return nil }},
	}
}

func TestStageFails(t *testing.T) {
	for _, c := range []struct{ text, detail string }{
		{"an honest text", ""},
		{"a sprungtrap", "trap: caught in the act"},
		{"a bearpit", "trap: internal error: runtime error: index out of range"},
	} {
		doc := &corpus.Document{ID: "d", Source: corpus.Source{Path: "p", Record: 3, Offset: 44}, Draft: corpus.NewDraft(c.text)}
		f := apply(traps(), doc)
		switch {
		case c.detail == "" && f != nil:
			t.Errorf("%q: fault %v", c.text, f)
		case c.detail != "" && (f == nil || f.Reason != corpus.Internal || !strings.HasPrefix(f.Detail, c.detail) || f.Source != doc.Source):
			t.Errorf("%q: fault %+v, want internal, %q", c.text, f, c.detail)
		}
	}
}

// trapped publishes documents with the traps among the stages.
func trapped(opt Options, divider func(context.Context, *gathering, *store.Spool) (*partition, error)) (Summary, error) {
	list, err := stages(opt)
	if err != nil {
		return Summary{}, err
	}
	return publish(context.Background(), opt, append(list, traps()...), true, divider)
}

func fewDocuments(t *testing.T) []fixtures.Document {
	as := articles(t)
	return []fixtures.Document{
		{ID: "good", Text: as[0].Text},
		{ID: "error", Text: as[1].Text + "\n\nThe word is sprungtrap."},
		{ID: "panic", Text: as[2].Text + "\n\nThe word is bearpit."},
		{ID: "fine", Text: as[3].Text},
	}
}

// TestStageFailureIsARejection holds that one bad document costs that
// document and no other.
func TestStageFailureIsARejection(t *testing.T) {
	opt := Options{Inputs: inputs(t, fewDocuments(t)), Out: filepath.Join(t.TempDir(), "out")}
	s, err := trapped(opt, func(ctx context.Context, g *gathering, spool *store.Spool) (*partition, error) {
		return divide(ctx, opt, g, spool)
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.Read != 4 || s.Rejected != 2 || s.Rejects[string(corpus.Internal)] != 2 || s.Kept != 2 {
		t.Errorf("%+v", s)
	}
	r := open(t, opt.Out)
	if len(r.rejects) != 2 || r.rejects[0].Source.Record != 1 || r.rejects[1].Source.Record != 2 {
		t.Errorf("rejects: %+v", r.rejects)
	}
	if r.of("good") == nil || r.of("fine") == nil || len(r.documents) != 2 {
		t.Errorf("%d documents are left", len(r.documents))
	}
}

// A wreck is a stage that proposes what is no part of the text, on which whatever
// comes behind the stages fails.
type wreck struct{}

func (wreck) Name() string { return "wreck" }

func (wreck) Apply(doc *corpus.Document) error {
	if strings.Contains(doc.Draft.Text, "bearpit") {
		doc.Proposals = append(doc.Proposals, corpus.Proposal{End: len(doc.Draft.Text) + 9, Kind: corpus.KindSpam, Verdict: corpus.Cut})
	}
	return nil
}

// TestFailureBehindTheStages holds that a document that cannot be sketched or
// finished costs that document and no other.
func TestFailureBehindTheStages(t *testing.T) {
	opt := Options{Inputs: inputs(t, fewDocuments(t)), Out: filepath.Join(t.TempDir(), "out")}
	s, err := publish(context.Background(), opt, []Stage{wreck{}}, true, func(ctx context.Context, g *gathering, spool *store.Spool) (*partition, error) {
		return divide(ctx, opt, g, spool)
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.Read != 4 || s.Rejected != 1 || s.Rejects[string(corpus.Internal)] != 1 || s.Kept != 3 {
		t.Errorf("%+v", s)
	}
	doc := &corpus.Document{ID: "d", Source: corpus.Source{Path: "p", Record: 3, Offset: 44}, Draft: corpus.NewDraft("a bearpit")}
	if err := (wreck{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	if x := cleanOne(opt, numbered{doc: doc}); x.fault == nil || x.fault.Source != doc.Source || x.fault.Reason != corpus.Internal {
		t.Errorf("finished: fault %+v", x.fault)
	}
}

// TestSurveyFails holds that an article that cannot be surveyed is told of and
// stops nothing.
func TestSurveyFails(t *testing.T) {
	p := &partition{notes: make([]settledNote, 4), groups: []group{
		{members: []int32{0, 1}, more: &groupMore{id: "u01"}}, {members: []int32{2, 3}, more: &groupMore{id: "u02"}}}}
	s := newSettler(Options{Workers: 2}, nil, p, nil) // without a spool no document can be read
	if err := s.survey(context.Background()); err != nil {
		t.Fatal(err)
	}
	slices.Sort(s.warnings)
	if len(s.warnings) != 2 || !strings.HasPrefix(s.warnings[0], "article u01 told nothing of the others: ") {
		t.Errorf("warnings %q", s.warnings)
	}
}

// TestBarrierFails holds that a failure between the phases publishes nothing
// and leaves nothing behind.
func TestBarrierFails(t *testing.T) {
	dir := t.TempDir()
	opt := Options{Inputs: inputs(t, fewDocuments(t)), Out: filepath.Join(dir, "out")}
	broken := errors.New("no room to think")
	_, err := trapped(opt, func(context.Context, *gathering, *store.Spool) (*partition, error) { return nil, broken })
	failed(t, "a failing barrier", err, broken)
	absent(t, "a failing barrier", opt.Out)
	tidy(t, dir, "out")
}

// TestGroupPanics holds that a panic while one article is rebuilt names the
// article and stops the run.
func TestGroupPanics(t *testing.T) {
	var groups []group
	for _, id := range []string{"u01", "u02", "u03"} {
		groups = append(groups, group{more: &groupMore{id: id}})
	}
	for _, workers := range []int{1, 4} {
		var taken []string
		err := eachGroup(context.Background(), workers, groups, func(g group) (string, error) {
			if g.id() == "u02" {
				panic("out of ink")
			}
			return g.id(), nil
		}, func(id string) error { taken = append(taken, id); return nil })
		if err == nil || !strings.Contains(err.Error(), "article u02") || !strings.Contains(err.Error(), "out of ink") {
			t.Errorf("%d workers: %v", workers, err)
		}
		if slices.Contains(taken, "u03") {
			t.Errorf("%d workers: taken %v, past the one that failed", workers, taken)
		}
	}
}

func TestGroupsInOrder(t *testing.T) {
	groups := make([]group, 500)
	next := 0
	err := eachGroup(context.Background(), 8, groups, func(group) (int, error) { return 1, nil }, func(n int) error { next += n; return nil })
	if err != nil || next != len(groups) {
		t.Errorf("%d of %d groups, %v", next, len(groups), err)
	}
	full := errors.New("disk full")
	err = eachGroup(context.Background(), 8, groups, func(group) (int, error) { return 1, nil }, func(int) error { return full })
	failed(t, "a taker that fails", err, full)
}

// TestGroupsLeftOut cancels when no group is at work that could see it.
func TestGroupsLeftOut(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := eachGroup(ctx, 2, make([]group, 3), func(group) (int, error) { return 1, nil }, func(int) error { return nil })
	failed(t, "cancelled between groups", err, context.Canceled)
}

// TestCancel cancels a run in each of its phases: nothing is published, an
// earlier result stays as it was, nothing is left behind, and the next run
// goes through.
func TestCancel(t *testing.T) {
	docs, _ := damaged(t, small())
	in := inputs(t, docs)
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	run(t, Options{Inputs: in[:1], Out: out, NoTexts: true})
	before := files(t, out)
	for _, phase := range []string{"gather", "settle"} {
		for _, fresh := range []bool{false, true} {
			opt := Options{Inputs: in, Out: out}
			if fresh {
				opt.Out = filepath.Join(dir, "fresh")
			}
			ctx, cancel := context.WithCancel(context.Background())
			opt.Progress = func(p Progress) {
				if p.Phase == phase && (p.Documents > 3 || p.Done > 3) {
					cancel()
				}
			}
			_, err := Run(ctx, opt)
			cancel()
			failed(t, "cancelled in "+phase, err, context.Canceled)
			absent(t, "cancelled in "+phase, filepath.Join(dir, "fresh"))
			sameFiles(t, before, files(t, out))
			tidy(t, dir, "out")
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Run(ctx, Options{Inputs: in, Out: out})
	failed(t, "cancelled before it began", err, context.Canceled)
	sameFiles(t, before, files(t, out))
	run(t, Options{Inputs: in, Out: out})
}

func failed(t *testing.T, what string, err, class error) {
	t.Helper()
	if !errors.Is(err, class) {
		t.Errorf("%s: error %v, want %v", what, err, class)
	}
}

func absent(t *testing.T, what, path string) {
	t.Helper()
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s: %s was made", what, filepath.Base(path))
	}
}

// tidy holds that a folder has nothing in it but what is named and locks.
func tidy(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(names, e.Name()) && !strings.HasSuffix(e.Name(), "lock") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
