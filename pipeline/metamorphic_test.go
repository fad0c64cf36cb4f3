package pipeline

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
)

// troubled is the small corpus as lines of JSON, with bad records and ids
// that come twice among them.
func troubled(t *testing.T) [][]byte {
	docs, _ := damaged(t, small())
	docs = append(docs, fixtures.Document{ID: docs[3].ID, Text: docs[9].Text}, fixtures.Document{ID: docs[3].ID, Text: docs[5].Text})
	lines := bytes.SplitAfter(bytes.TrimSuffix(jsonl(t, docs), []byte("\n")), []byte("\n"))
	last := len(lines) - 1
	lines[last] = append(lines[last], '\n')
	for _, bad := range []string{`{"id":"x","text":`, `{"id":"y"}`, `{"id":"z","text":7}`, `[]`, `{"id":"w","text":""}`, `{"id":"v","text":" .. "}`} {
		lines = append(lines, []byte(bad+"\n"))
	}
	return lines
}

// TestSameBytes holds that nothing but the input decides the output: not the
// number of workers, the order of records and files, the time zone or the
// locale.
func TestSameBytes(t *testing.T) {
	lines := troubled(t)
	dir := t.TempDir()
	join := func(ls [][]byte) []byte { return bytes.Join(ls, nil) }
	whole := write(t, filepath.Join(dir, "whole.jsonl"), join(lines))
	mixed := slices.Clone(lines)
	rand.New(rand.NewSource(5)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	shuffled := write(t, filepath.Join(dir, "shuffled.jsonl"), join(mixed))
	half := len(lines) / 2
	first, second := write(t, filepath.Join(dir, "parts", "1.jsonl"), join(lines[:half])), write(t, filepath.Join(dir, "parts", "2.jsonl"), join(lines[half:]))

	base, _ := run(t, Options{Inputs: []string{whole}, Workers: 1})
	want := files(t, base)
	for _, c := range []struct {
		name    string
		opt     Options
		env     map[string]string
		sources bool // must be the same too
	}{
		{name: "again", opt: Options{Inputs: []string{whole}, Workers: 1}, sources: true},
		{name: "2 workers", opt: Options{Inputs: []string{whole}, Workers: 2}, sources: true},
		{name: "8 workers", opt: Options{Inputs: []string{whole}, Workers: 8}, sources: true},
		{name: "environment", opt: Options{Inputs: []string{whole}}, env: map[string]string{"TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, sources: true},
		{name: "shuffled records", opt: Options{Inputs: []string{shuffled}}},
		{name: "two files", opt: Options{Inputs: []string{first, second}}},
		{name: "two files, the second first", opt: Options{Inputs: []string{second, first}}},
		{name: "a folder", opt: Options{Inputs: []string{filepath.Join(dir, "parts")}, Workers: 8}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for k, v := range c.env {
				t.Setenv(k, v)
			}
			out, _ := run(t, c.opt)
			sameFiles(t, comparable(want, c.sources), comparable(files(t, out), c.sources))
		})
	}
}

// TestSameBytesCleanAndCollate holds the same for the other two verbs.
func TestSameBytesCleanAndCollate(t *testing.T) {
	in := []string{write(t, filepath.Join(t.TempDir(), "in.jsonl"), bytes.Join(troubled(t), nil))}
	for name, verb := range map[string]func(Options) ([]byte, error){"clean": cleanTo, "collate": collateInto} {
		t.Run(name, func(t *testing.T) {
			var want []byte
			for i, workers := range []int{1, 2, 8} {
				got, err := verb(Options{Inputs: in, Workers: workers})
				if err != nil {
					t.Fatal(err)
				}
				if i == 0 {
					want = got
				} else if !bytes.Equal(got, want) {
					sameFiles(t, map[string][]byte{name: want}, map[string][]byte{name: got})
				}
			}
			if len(want) == 0 {
				t.Error("nothing was written")
			}
		})
	}
}

// TestExactCopy adds to some documents a copy with the same text under
// another id: the articles stay word for word what they were.
func TestExactCopy(t *testing.T) {
	docs, gold := damaged(t, small())
	out, _ := run(t, Options{Inputs: inputs(t, docs)})
	before := open(t, out)
	for _, c := range []struct {
		name string
		of   func(fixtures.Family) bool
	}{
		{"of articles with copies", func(f fixtures.Family) bool { return len(f.Members) > 1 }},
		{"of pages without", func(f fixtures.Family) bool { return len(f.Members) == 1 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := slices.Clone(docs)
			copied := map[string]string{}
			for _, f := range gold {
				i := slices.IndexFunc(docs, func(d fixtures.Document) bool { return d.ID == f.Members[0].ID })
				if c.of(f) {
					copied[docs[i].ID] = "copy-of-" + docs[i].ID
					more = append(more, fixtures.Document{ID: "copy-of-" + docs[i].ID, Text: docs[i].Text})
				}
			}
			out, _ := run(t, Options{Inputs: inputs(t, more)})
			after := open(t, out)
			if len(after.articles) != len(before.articles) {
				t.Errorf("%d articles became %d", len(before.articles), len(after.articles))
			}
			sameArticles(t, before, after, copied)
		})
	}
}

func sameArticles(t *testing.T, before, after result, copied map[string]string) {
	t.Helper()
	byID := map[string]*corpus.Article{}
	for _, a := range after.articles {
		byID[a.ID] = a
	}
	texts, titles := 0, 0
	for _, w := range before.articles {
		g := byID[w.ID]
		if g == nil {
			t.Errorf("article %s is gone", w.ID)
			continue
		}
		if g.Text != w.Text {
			if texts++; texts <= shown {
				t.Errorf("article %s of %d members changed its text: %s", w.ID, len(w.Members), firstDifference(w.Text, g.Text))
			}
		}
		if g.Title != w.Title || g.Language != w.Language || !slices.Equal(g.Translations, w.Translations) {
			if titles++; titles <= shown {
				t.Errorf("article %s: title %q, language %s, translations %v became %q, %s, %v", w.ID, w.Title, w.Language, w.Translations, g.Title, g.Language, g.Translations)
			}
		}
		want := memberIDs(w)
		for _, id := range memberIDs(w) {
			if c, ok := copied[id]; ok {
				want = append(want, c)
			}
		}
		slices.Sort(want)
		if got := memberIDs(g); !slices.Equal(got, want) {
			t.Errorf("article %s: members %v, want %v", w.ID, got, want)
		}
	}
	if texts+titles > 0 {
		t.Errorf("of %d articles %d changed their text and %d their title", len(before.articles), texts, titles)
	}
}

const shown = 3 // failures of one sort that are worth reading

func memberIDs(a *corpus.Article) []string {
	var out []string
	for _, m := range a.Members {
		out = append(out, m.ID)
	}
	slices.Sort(out)
	return out
}

func firstDifference(want, got string) string {
	w, g := []rune(want), []rune(got)
	at := 0
	for at < len(w) && at < len(g) && w[at] == g[at] {
		at++
	}
	show := func(r []rune) string { return string(r[max(0, at-60):min(len(r), at+120)]) }
	return "\nwant …" + show(w) + "\ngot  …" + show(g)
}

// TestNoTexts holds that --no-texts leaves out the texts and nothing else.
func TestNoTexts(t *testing.T) {
	docs, _ := damaged(t, small())
	in := inputs(t, docs)
	full, _ := run(t, Options{Inputs: in})
	lean, _ := run(t, Options{Inputs: in, NoTexts: true})
	want, got := comparable(files(t, full), true), comparable(files(t, lean), true)
	for _, name := range []string{"canonical.jsonl", "apparatus.jsonl", "rejects.jsonl"} {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s differs", name)
		}
	}
	with, without := objects(t, want["documents.jsonl"]), objects(t, got["documents.jsonl"])
	if len(with) != len(docs) || len(without) != len(docs) {
		t.Fatalf("%d and %d records of %d documents", len(with), len(without), len(docs))
	}
	for i, w := range with {
		if _, ok := without[i]["text"]; ok {
			t.Errorf("record %d has a text", i)
		}
		if _, ok := w["text"]; !ok {
			t.Errorf("record %d of the full result has no text", i)
		}
		delete(w, "text")
		if !sameJSON(t, w, without[i]) {
			t.Errorf("record %d differs in more than its text", i)
		}
	}
}

func objects(t *testing.T, data []byte) []map[string]json.RawMessage {
	t.Helper()
	var out []map[string]json.RawMessage
	for line := range bytes.Lines(data) {
		var o map[string]json.RawMessage
		if err := json.Unmarshal(line, &o); err != nil {
			t.Fatal(err)
		}
		out = append(out, o)
	}
	return out
}

func sameJSON(t *testing.T, a, b any) bool {
	t.Helper()
	x, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(x, y)
}

// TestFormats holds that the compressed formats hold the same records.
func TestFormats(t *testing.T) {
	docs, _ := damaged(t, small())
	in := inputs(t, docs)
	plain, _ := run(t, Options{Inputs: in})
	want := open(t, plain)
	for _, format := range []string{"jsonl.gz", "jsonl.zst"} {
		t.Run(format, func(t *testing.T) {
			dir, _ := run(t, Options{Inputs: in, Format: format})
			for name := range files(t, dir) {
				if strings.HasSuffix(name, ".jsonl") {
					t.Errorf("%s is not compressed", name)
				}
			}
			got := open(t, dir)
			if len(got.articles) == 0 || !sameJSON(t, want.articles, got.articles) || !sameJSON(t, want.documents, got.documents) ||
				!sameJSON(t, want.apparatus, got.apparatus) || !sameJSON(t, want.rejects, got.rejects) {
				t.Error("the records differ from those of plain lines")
			}
		})
	}
}

// TestVariants holds that what differs in normal form or line ends alone is
// one article, and that the article is the clean text.
func TestVariants(t *testing.T) {
	var docs []fixtures.Document
	var whole []fixtures.Article
	for _, a := range articles(t) {
		if a.Kind == fixtures.KindQuote || a.Kind == fixtures.KindTrade {
			continue
		}
		whole = append(whole, a)
		for form, text := range map[string]string{
			"plain": a.Text,
			"nfd":   norm.NFD.String(a.Text),
			"crlf":  strings.ReplaceAll(a.Text, "\n", "\r\n"),
			"both":  strings.ReplaceAll(norm.NFD.String(a.Text), "\n", "\r\n"),
		} {
			docs = append(docs, fixtures.Document{ID: a.Name + "." + form, Text: text})
		}
	}
	dir, _ := run(t, Options{Inputs: inputs(t, docs)})
	r := open(t, dir)
	for _, a := range whole {
		got := r.of(a.Name + ".plain")
		want := []string{a.Name + ".both", a.Name + ".crlf", a.Name + ".nfd", a.Name + ".plain"}
		switch {
		case got == nil:
			t.Errorf("%s is in no article", a.Name)
		case !slices.Equal(memberIDs(got), want):
			t.Errorf("%s: members %v", a.Name, memberIDs(got))
		case got.Text != spaced.Replace(a.Text):
			t.Errorf("%s is not what it was: %s", a.Name, firstDifference(spaced.Replace(a.Text), got.Text))
		}
	}
}

// spaced folds the spaces that do not break, as the pipeline does last of all.
var spaced = strings.NewReplacer("\u00a0", " ", "\u202f", " ")
