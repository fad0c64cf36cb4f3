package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/corpus"
)

func cleanTo(opt Options) ([]byte, error) {
	var b bytes.Buffer
	_, err := Clean(context.Background(), opt, &b)
	return b.Bytes(), err
}

func collateInto(opt Options) ([]byte, error) {
	var b bytes.Buffer
	_, err := Collate(context.Background(), opt, &b)
	return b.Bytes(), err
}

// TestUndo holds that the edits of every document give back what was read,
// under the harshest damage and as HTML too, and that the edits of run and
// clean are sorted and apart.
func TestUndo(t *testing.T) {
	docs, _ := damaged(t, damage.Options{Seed: 12, Strength: damage.Harsh, Families: 12, MaxCopies: 5})
	read := map[string]string{}
	for _, d := range docs {
		read[d.ID] = d.Text
	}
	dir, in := t.TempDir(), inputs(t, docs)
	for i, d := range docs[:min(20, len(docs))] {
		page := "<!DOCTYPE html><html><head><title>x</title></head><body><nav><a href=/>Home</a></nav><p>" +
			strings.ReplaceAll(html.EscapeString(d.Text), "\n", "</p>\n<p>") + "</p></body></html>"
		name := fmt.Sprintf("page-%d.html", i)
		read[name] = page
		in = append(in, write(t, filepath.Join(dir, name), []byte(page)))
	}
	out, _ := run(t, Options{Inputs: in})
	records := open(t, out).documents
	if len(records) != len(read) {
		t.Fatalf("%d records of %d documents", len(records), len(read))
	}
	edits := 0
	for _, r := range records {
		edits += len(r.Edits)
		undone(t, r, read[r.ID])
	}
	if edits < 10*len(docs) {
		t.Errorf("only %d edits: nothing was tried", edits)
	}
}

func undone(t *testing.T, r *corpus.Record, read string) {
	t.Helper()
	got, err := corpus.Undo(*r.Text, r.Edits)
	if err != nil || got != read {
		t.Errorf("%s: undo gives %v, %s", r.ID, err, firstDifference(read, got))
	}
	end := 0
	for i, e := range r.Edits {
		if e.Start < end || e.Was == e.Now || e.Kind == "" || len(e.Why) == 0 {
			t.Errorf("%s: edit %d is out of order, changes nothing or has no kind or reason: %+v", r.ID, i, e)
		}
		end = e.End
	}
}

// TestAccount holds that every record that comes in is accounted for once.
func TestAccount(t *testing.T) {
	lines := troubled(t)
	in := []string{write(t, filepath.Join(t.TempDir(), "in.jsonl"), bytes.Join(lines, nil))}
	const broken = 4 // of the records that troubled adds, those that cannot be read
	check := func(t *testing.T, s Summary) {
		t.Helper()
		if s.Read != int64(len(lines)) || s.Read != s.Kept+s.Duplicate+s.Filtered+s.Rejected || s.Rejected != broken {
			t.Errorf("%d lines: %d read = %d kept + %d duplicate + %d filtered + %d rejected", len(lines), s.Read, s.Kept, s.Duplicate, s.Filtered, s.Rejected)
		}
		if n := sum(s.Rejects); n != s.Rejected {
			t.Errorf("%d rejected, %d by reason", s.Rejected, n)
		}
	}
	t.Run("run", func(t *testing.T) {
		out, s := run(t, Options{Inputs: in})
		check(t, s)
		r := open(t, out)
		if int64(len(r.articles)) != s.Articles || s.Articles != s.Kept || int64(len(r.documents)) != s.Read-s.Rejected || int64(len(r.rejects)) != s.Rejected {
			t.Errorf("%d articles, %d documents, %d rejects against %+v", len(r.articles), len(r.documents), len(r.rejects), s)
		}
		if n := sum(s.Reasons); n != s.Filtered {
			t.Errorf("%d filtered, %d by reason", s.Filtered, n)
		}
		members := 0
		for _, a := range r.articles {
			members += len(a.Members)
		}
		if int64(members) != s.Kept+s.Duplicate {
			t.Errorf("%d members, %d kept and %d duplicate", members, s.Kept, s.Duplicate)
		}
		backed(t, r)
	})
	t.Run("clean", func(t *testing.T) {
		var b bytes.Buffer
		s, err := Clean(context.Background(), Options{Inputs: in}, &b)
		if err != nil {
			t.Fatal(err)
		}
		check(t, s)
		if n := bytes.Count(b.Bytes(), []byte("\n")); int64(n) != s.Read-s.Rejected {
			t.Errorf("%d lines written, %d documents", n, s.Read-s.Rejected)
		}
	})
	t.Run("collate", func(t *testing.T) {
		s, err := Collate(context.Background(), Options{Inputs: in}, &bytes.Buffer{})
		if err != nil {
			t.Fatal(err)
		}
		check(t, s)
	})
}

func sum(in map[string]int64) (n int64) {
	for _, v := range in {
		n += v
	}
	return n
}

// backed holds that articles and documents name each other.
func backed(t *testing.T, r result) {
	t.Helper()
	for i, d := range r.documents {
		a := r.of(d.ID)
		switch {
		case a == nil && (d.Cluster != nil || d.Reason == "" || *d.Text != ""):
			t.Errorf("%s is in no article and has cluster %v, reason %q, %d bytes of text", d.ID, d.Cluster, d.Reason, len(*d.Text))
		case a != nil && (d.Cluster == nil || *d.Cluster != a.ID || d.Role == "" || d.Reason != ""):
			t.Errorf("%s is a member of %s and has cluster %v, role %q, reason %q", d.ID, a.ID, d.Cluster, d.Role, d.Reason)
		}
		if i > 0 && r.documents[i-1].ID >= d.ID {
			t.Errorf("%s stands after %s", d.ID, r.documents[i-1].ID)
		}
	}
	if len(r.apparatus) != len(r.articles) {
		t.Errorf("%d articles, %d apparatuses", len(r.articles), len(r.apparatus))
	}
	for i, a := range r.articles {
		if i < len(r.apparatus) && r.apparatus[i].Cluster != a.ID {
			t.Errorf("apparatus %d is of %s, want %s", i, r.apparatus[i].Cluster, a.ID)
		}
		wellFormed(t, a)
	}
}

// wellFormed holds what DESIGN promises of every canonical text.
func wellFormed(t *testing.T, a *corpus.Article) {
	t.Helper()
	if a.Text == "" || strings.TrimSpace(a.Text) != a.Text || strings.Contains(a.Text, "\n\n\n") || strings.Contains(a.Text, "\r") {
		t.Errorf("%s: stray white space in %.60q", a.ID, a.Text)
	}
	if a.Confidence < 0 || a.Confidence > 1 {
		t.Errorf("%s: confidence %v", a.ID, a.Confidence)
	}
	for _, m := range a.Members {
		if m.Extent[0] < 0 || m.Extent[1] > 1 || m.Extent[0] > m.Extent[1] || m.Weight < 0 || m.Weight > 1 || m.Role == "" {
			t.Errorf("%s: member %+v", a.ID, m)
		}
	}
}

// TestAccountOfNothing holds the classes of failure on input that is none.
func TestAccountOfNothing(t *testing.T) {
	dir := t.TempDir()
	empty := write(t, filepath.Join(dir, "empty.jsonl"), nil)
	for name, in := range map[string]string{"an empty file": empty, "a missing file": filepath.Join(dir, "absent.jsonl"), "an empty folder": t.TempDir()} {
		out := filepath.Join(t.TempDir(), "out")
		_, err := Run(context.Background(), Options{Inputs: []string{in}, Out: out})
		failed(t, name, err, ErrNoInput)
		absent(t, name, out)
	}
	docs := []fixtures.Document{{ID: "a", Text: articles(t)[0].Text}}
	good := inputs(t, docs)[0]
	bad := write(t, filepath.Join(dir, "bad.jsonl"), []byte("{\n{\n"))
	out := filepath.Join(t.TempDir(), "out")
	_, err := Run(context.Background(), Options{Inputs: []string{good, bad}, Out: out, MaxRejectRatio: .5})
	failed(t, "too many rejects", err, ErrRejects)
	absent(t, "too many rejects", out)
	if _, err := Run(context.Background(), Options{Inputs: []string{good, bad}, Out: out, MaxRejectRatio: .7}); err != nil {
		t.Errorf("two of three rejected, .7 allowed: %v", err)
	}
}
