package sink

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestResultReadsWhatWasWritten(t *testing.T) {
	for _, f := range Formats() {
		out := filepath.Join(t.TempDir(), "out")
		publish(t, out, f)
		r, err := OpenResult(out)
		if err != nil {
			t.Fatal(err)
		}
		want := sampleDocument("b")
		want.Meta["b"] = json.RawMessage("[1,2]")
		got, err := r.Document("b")
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Errorf("%s: %v %s", f, err, diff)
		}
		for id, article := range map[string]string{"u1": "u1", "b": "u1", "c": "a", "a": "a", "none": ""} {
			a, err := r.Article(id)
			if err != nil || (a == nil) != (article == "") || a != nil && a.ID != article {
				t.Errorf("%s: article of %s is %v, %v", f, id, a, err)
			}
		}
		ap, err := r.Apparatus("u1")
		if err != nil || ap == nil || len(ap.Entries) != 1 || ap.Entries[0].Readings[0].Text != "x" {
			t.Errorf("%s: apparatus %v, %v", f, ap, err)
		}
		n := 0
		for a, err := range r.Articles() {
			if n++; err != nil || a.Text != sampleArticle("").Text {
				t.Errorf("%s: %v, %v", f, a, err)
			}
		}
		for _, err := range r.Apparatuses() {
			if n++; err != nil {
				t.Error(err)
			}
		}
		for fault, err := range r.Rejects() {
			if n++; err != nil || fault.Reason != corpus.Binary {
				t.Errorf("%s: %v, %v", f, fault, err)
			}
		}
		if n != 5 {
			t.Errorf("%s: %d records", f, n)
		}
		var summary struct{ Documents int }
		if err := r.Summary(&summary); err != nil || summary.Documents != 3 {
			t.Errorf("%s: %v, %v", f, summary, err)
		}
	}
}

// Ids are found whatever they are made of, and text that looks like an id is
// not taken for one.
func TestFindIsExact(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	w, err := Create(out, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{`a"b\`, "a<b>&", "日本", "x\u2028", "caf\u00e9~2", "", "long" + strings.Repeat("x", 600<<10)}
	for _, id := range ids {
		d := sampleDocument(id)
		text := `"decoy"`
		d.Text = &text
		if err := putRecord(w.DocumentLine, EncodeDocument, d); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, w)
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
	r, err := OpenResult(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if d, err := r.Document(id); err != nil || d == nil || d.ID != id {
			t.Errorf("%.20q: %v", id, err)
		}
	}
	if d, err := r.Document("decoy"); d != nil || err != nil {
		t.Errorf("decoy: %v, %v", d, err)
	}
}

func TestDamagedResults(t *testing.T) {
	for _, f := range Formats() {
		out := filepath.Join(t.TempDir(), "out")
		publish(t, out, f)
		path := filepath.Join(out, "documents."+string(f))
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body[:len(body)-9], 0o666); err != nil {
			t.Fatal(err)
		}
		r, err := OpenResult(out)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Document("none"); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s, cut: %v", f, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Document("a"); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s, missing: %v", f, err)
		}
	}
}

func TestOpenResultRefuses(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "file"), "x")
	put(t, filepath.Join(dir, "other", "x"), "x")
	put(t, filepath.Join(dir, "newer", "summary.json"), `{"format":"urtext/7"}`)
	put(t, filepath.Join(dir, "broken", "summary.json"), `{`)
	put(t, filepath.Join(dir, "broken", "canonical.jsonl"), "")
	for name, want := range map[string]error{"file": ErrNoResult, "none": ErrNoResult, "other": ErrNoResult, "newer": ErrNewer, "broken": ErrDamaged} {
		if _, err := OpenResult(filepath.Join(dir, name)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}
