package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// writeResult publishes a result of two articles and a dropped document.
func writeResult(t *testing.T, format sink.Format, texts bool) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	w, err := sink.Create(dir, format)
	check(t, err)
	defer w.Abort()
	for i, id := range []string{"uaa00000000000001", "uaa00000000000002"} {
		text := fmt.Sprintf("Title %d\n\nThe words of article %d.", i+1, i+1)
		a := corpus.Article{ID: id, Text: text, Title: text[:7], Language: "en", Confidence: 1}
		for m := range 2 - i {
			doc := fmt.Sprintf("doc%d%c", i+1, 'a'+m)
			a.Members = append(a.Members, corpus.Member{ID: doc, Role: corpus.RoleCopy, Extent: [2]float64{0, 1}, Weight: 1})
			rec := corpus.Record{ID: doc, Language: "en", Cluster: &id, Role: corpus.RoleCopy,
				Edits: []corpus.Edit{{Start: 0, End: 5, Kind: corpus.KindSpam, Was: "BUY! ", Why: []string{"syntax: it shouts"}}}}
			if texts {
				rec.Text = &text
			}
			check(t, putRecord(w.DocumentLine, sink.EncodeDocument, &rec))
		}
		check(t, putRecord(w.ArticleLine, sink.EncodeArticle, &a))
	}
	check(t, putRecord(w.DocumentLine, sink.EncodeDocument, &corpus.Record{ID: "junk", Language: "und", Reason: "spam"}))
	check(t, w.Apparatus("uaa00000000000001", slices.Values([]corpus.Entry{{Start: 13, End: 18, Rule: "majority", Confidence: .7,
		Readings: []corpus.Reading{{Text: "words", Witnesses: []string{"doc1a"}}, {Text: "swords", Witnesses: []string{"doc1b"}}}}})))
	check(t, w.Summary(map[string]int{"read": 4}))
	check(t, w.Publish())
	return dir
}

// putRecord writes a record as those who write it do, who encode it elsewhere.
func putRecord[T any](write func([]byte) error, encode func(T) ([]byte, error), record T) error {
	line, err := encode(record)
	if err != nil {
		return err
	}
	return write(line)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestShowFindsArticles(t *testing.T) {
	for _, format := range sink.Formats() {
		dir := writeResult(t, format, true)
		for name, want := range map[string]string{
			"uaa00000000000001": "words[1]",
			"doc1b":             "words[1]",
			"uaa00000000000002": "article 2",
			"junk":              "in no article: spam",
			"doc2a":             "“BUY!”",
		} {
			if code, out, stderr := invoke(nil, "show", name, "--out", dir); code != 0 || !strings.Contains(out, want) {
				t.Errorf("%s, %s: code %d, no %q in:\n%s%s", format, name, code, want, out, stderr)
			}
		}
	}
}

func TestShowPrefix(t *testing.T) {
	dir := writeResult(t, sink.JSONL, true)
	code, _, stderr := invoke(nil, "show", "uaa", "--out", dir)
	if code != exitUsage || !strings.Contains(stderr, "uaa00000000000001, uaa00000000000002") {
		t.Errorf("a prefix of two: code %d, %s", code, stderr)
	}
	if code, _, stderr := invoke(nil, "show", "ub", "--out", dir); code != exitFailed || !strings.Contains(stderr, "urtext show --out") {
		t.Errorf("a prefix of none: code %d, %s", code, stderr)
	}
}

func TestShowLists(t *testing.T) {
	dir := writeResult(t, sink.JSONL, true)
	code, out, _ := invoke(nil, "show", "--out", dir)
	if code != 0 || strings.Count(out, "\n") != 2 || !strings.Contains(out, "2 copies  1.00  Title 1\n") {
		t.Errorf("code %d\n%s", code, out)
	}
}

func TestShowColour(t *testing.T) {
	dir := writeResult(t, sink.JSONL, true)
	for when, want := range map[string]bool{"auto": false, "never": false, "always": true} {
		_, out, _ := invoke(nil, "show", "doc1a", "--out", dir, "--color", when)
		if strings.Contains(out, "\x1b[") != want {
			t.Errorf("--color %s:\n%q", when, out)
		}
	}
}

func TestShowAsRead(t *testing.T) {
	code, out, stderr := invoke(nil, "show", "--as-read", "doc2a", "--out", writeResult(t, sink.JSONLZstd, true))
	if want := "BUY! Title 2\n\nThe words of article 2."; code != 0 || out != want || stderr != "" {
		t.Errorf("code %d, %q, %s", code, out, stderr)
	}
	dir := writeResult(t, sink.JSONL, false)
	if code, out, stderr := invoke(nil, "show", "--as-read", "doc2a", "--out", dir); code != exitFailed || out != "" || !strings.Contains(stderr, "hint: run again without --no-texts") {
		t.Errorf("without texts: code %d, %q, %s", code, out, stderr)
	}
	if code, _, _ := invoke(nil, "show", "--as-read", "nobody", "--out", dir); code != exitFailed {
		t.Errorf("unknown document: code %d", code)
	}
}

func TestShowOfDamagedResults(t *testing.T) {
	for name, c := range map[string]struct {
		file, body string
		code       int
	}{
		"newer":          {"summary.json", `{"format":"urtext/99"}`, exitState},
		"cut line":       {"canonical.jsonl", `{"id":"uaa0`, exitState},
		"broken JSON":    {"canonical.jsonl", "{\n", exitState},
		"edits too long": {"documents.jsonl", `{"id":"doc1a","text":"x","edits":[{"start":9,"end":9,"kind":"spam","was":"","now":"q","why":[]}]}` + "\n", exitState},
		"not a result":   {"summary.json", `{"some":"thing"}`, exitUsage},
	} {
		dir := writeResult(t, sink.JSONL, true)
		check(t, os.WriteFile(filepath.Join(dir, c.file), []byte(c.body), 0o666))
		args := []string{"show", "doc1a", "--out", dir}
		if c.file == "documents.jsonl" {
			args = []string{"show", "--as-read", "doc1a", "--out", dir}
		}
		if code, _, stderr := invoke(nil, args...); code != c.code || !strings.HasPrefix(stderr, "urtext: error: ") {
			t.Errorf("%s: code %d, want %d: %s", name, code, c.code, stderr)
		}
	}
	if code, _, _ := invoke(nil, "show", "--out", filepath.Join(t.TempDir(), "absent")); code != exitUsage {
		t.Errorf("absent folder: code %d", code)
	}
}
