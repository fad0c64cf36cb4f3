package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// cleanCorpus names a JSONL file of clean texts with their languages in a field
// lang, as in
// URTEXT_CLEAN_CORPUS=docs.jsonl go test ./pipeline -run Untouched -v.
const cleanCorpus = "URTEXT_CLEAN_CORPUS"

// An edited counts the edits of one language's texts by kind.
type edited struct {
	characters int
	edits      map[corpus.Kind]int
}

// editsOf cleans the documents of a file and counts their edits by language, and
// of all under "all". Show takes every edit.
func editsOf(t *testing.T, path string, show func(language string, r *corpus.Record, e corpus.Edit)) map[string]*edited {
	t.Helper()
	var b bytes.Buffer
	if _, err := Clean(context.Background(), Options{Inputs: []string{path}}, &b); err != nil {
		t.Fatal(err)
	}
	out := map[string]*edited{}
	for line := range bytes.Lines(b.Bytes()) {
		var r corpus.Record
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		language := strings.Trim(string(r.Meta["lang"]), `"`)
		for _, name := range []string{language, "all"} {
			if out[name] == nil {
				out[name] = &edited{edits: map[corpus.Kind]int{}}
			}
			if r.Text != nil {
				out[name].characters += utf8.RuneCountInString(*r.Text)
			}
			for _, e := range r.Edits {
				out[name].edits[e.Kind]++
			}
		}
		for _, e := range r.Edits {
			show(language, &r, e)
		}
	}
	return out
}

// perMillion says how many edits of each kind a million characters had.
func (c *edited) perMillion() string {
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(c.edits)) {
		parts = append(parts, fmt.Sprintf("%s %.1f", k, 1e6*float64(c.edits[k])/float64(max(c.characters, 1))))
	}
	return strings.Join(parts, ", ")
}

// TestUntouched cleans text that is right, our own articles and those of the
// corpus that the environment names, and prints the edits of each kind for a
// million characters of each language. No character of our articles is changed,
// and no line of them joined to another. What the corpus has of edits is printed,
// a few of each kind and language, to be read: real text is seldom all right.
func TestUntouched(t *testing.T) {
	type record struct {
		ID   string `json:"id"`
		Text string `json:"text"`
		Lang string `json:"lang"`
	}
	var own []record
	for _, a := range articles(t) {
		own = append(own, record{a.Name, a.Text, a.Language})
	}
	path := filepath.Join(t.TempDir(), "own.jsonl")
	if err := os.WriteFile(path, jsonl(t, own), 0o666); err != nil {
		t.Fatal(err)
	}
	all := editsOf(t, path, func(language string, r *corpus.Record, e corpus.Edit) {
		switch e.Kind {
		case corpus.KindSpam, corpus.KindFurniture, corpus.KindSpace:
		default:
			t.Errorf("%s: %s: %q to %q, %v", r.ID, e.Kind, e.Was, e.Now, e.Why)
		}
	})["all"]
	t.Logf("our articles: %d characters; %s", all.characters, all.perMillion())

	if path = os.Getenv(cleanCorpus); path == "" {
		return
	}
	shown := map[string]int{}
	counts := editsOf(t, path, func(language string, r *corpus.Record, e corpus.Edit) {
		if key := language + string(e.Kind); shown[key] < 5 && e.Kind != corpus.KindSpace {
			shown[key]++
			t.Logf("%s %s %s: %+q to %+q, %.200q", language, r.ID, e.Kind, e.Was, e.Now, e.Why)
		}
	})
	for _, language := range slices.Sorted(maps.Keys(counts)) {
		c := counts[language]
		t.Logf("%-3s %9d characters: %s", language, c.characters, c.perMillion())
	}
}
