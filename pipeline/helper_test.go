package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// damaged makes a corpus of damaged copies.
func damaged(t testing.TB, o damage.Options) ([]fixtures.Document, []fixtures.Family) {
	t.Helper()
	docs, gold, err := damage.Corpus(articles(t), o)
	if err != nil {
		t.Fatal(err)
	}
	return docs, gold
}

func articles(t testing.TB) []fixtures.Article {
	t.Helper()
	all, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// articleOf returns the text of a fixture article.
func articleOf(t testing.TB, name string) string {
	t.Helper()
	for _, a := range articles(t) {
		if a.Name == name {
			return a.Text
		}
	}
	t.Fatalf("no article %s", name)
	return ""
}

// small is a corpus that is quick to run and has something of everything.
func small() damage.Options {
	return damage.Options{Seed: 11, Families: 7, MaxCopies: 4, Languages: damage.Filter{Only: []string{"en", "de", "ru", "ja"}}}
}

// jsonl gives records as lines of JSON.
func jsonl[T any](t testing.TB, records []T) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, r := range records {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func write(t testing.TB, path string, data []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// inputs writes each list of documents to a file of its own and returns
// their names.
func inputs(t testing.TB, lists ...[]fixtures.Document) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for i, l := range lists {
		out = append(out, write(t, filepath.Join(dir, string(rune('a'+i))+".jsonl"), jsonl(t, l)))
	}
	return out
}

// run runs the pipeline into a fresh folder and returns the folder.
func run(t testing.TB, opt Options) (string, Summary) {
	t.Helper()
	if opt.Out == "" {
		opt.Out = filepath.Join(t.TempDir(), "out")
	}
	sum, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return opt.Out, sum
}

// files reads a folder, all files by name.
func files(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		out[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A result is what a run published.
type result struct {
	articles  []*corpus.Article
	documents []*corpus.Record
	apparatus []*corpus.Apparatus
	rejects   []*corpus.Fault
}

func open(t testing.TB, dir string) result {
	t.Helper()
	res, err := sink.OpenResult(dir)
	if err != nil {
		t.Fatal(err)
	}
	var r result
	for a, err := range res.Articles() {
		r.articles = append(r.articles, must(t, a, err))
	}
	for d, err := range res.Documents() {
		r.documents = append(r.documents, must(t, d, err))
	}
	for a, err := range res.Apparatuses() {
		r.apparatus = append(r.apparatus, must(t, a, err))
	}
	for f, err := range res.Rejects() {
		r.rejects = append(r.rejects, must(t, f, err))
	}
	return r
}

// of returns the article that has the document among its members.
func (r result) of(id string) *corpus.Article {
	for _, a := range r.articles {
		if slices.ContainsFunc(a.Members, func(m corpus.Member) bool { return m.ID == id }) {
			return a
		}
	}
	return nil
}

func must[T any](t testing.TB, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var sourceValue = regexp.MustCompile(`"source":\{[^}]*\}`)

// comparable drops from the files of a result what may differ: the times,
// and, when sources is false, where each record came from.
func comparable(files map[string][]byte, sources bool) map[string][]byte {
	out := map[string][]byte{}
	for name, data := range files {
		if name == "timings.json" {
			continue
		}
		if !sources {
			data = sourceValue.ReplaceAll(data, []byte(`"source":{}`))
		}
		out[name] = data
	}
	return out
}

// sameFiles compares two results byte by byte and shows the first difference
// of each file.
func sameFiles(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
	for name, g := range got {
		w, ok := want[name]
		switch {
		case !ok:
			t.Errorf("%s is new", name)
		case !bytes.Equal(w, g):
			at := 0
			for at < len(w) && at < len(g) && w[at] == g[at] {
				at++
			}
			t.Errorf("%s differs in line %d:\nwant …%s\ngot  …%s", name, 1+bytes.Count(w[:at], []byte("\n")), near(w, at), near(g, at))
		}
	}
}

func near(b []byte, at int) []byte { return b[max(0, at-120):min(len(b), at+200)] }
