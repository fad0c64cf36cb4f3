package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/fixtures/score"
	"github.com/urtext/urtext/pipeline/corpus"
)

// errorsOf adds up word errors by what was done to the text.
type errorsOf map[string]score.Errors

func (o errorsOf) add(name, gold, text string) {
	e, sum := score.Compare(gold, text)[score.WER], o[name]
	o[name] = score.Errors{Distance: sum.Distance + e.Distance, Length: sum.Length + e.Length}
}

// check fails where errors are more than most, in 100 words.
func (o errorsOf) check(t *testing.T, most float64) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(o)) {
		e := o[name]
		rate := 100 * float64(e.Distance) / float64(e.Length)
		t.Logf("%-18s %5.2f%% word errors", name, rate)
		if rate > most {
			t.Errorf("%s: %.2f%% word errors", name, rate)
		}
	}
}

// TestMannersAlone dresses the articles in what pages and programs do to whole
// texts. What loses nothing must come back from one copy.
func TestMannersAlone(t *testing.T) {
	var docs []fixtures.Document
	gold := map[string]string{}
	var names []string
	for _, name := range damage.Manners() {
		for _, a := range articles(t) {
			text, whole, ok := damage.Dress(a, name, 1)
			if !ok || !whole {
				continue
			}
			id := name + " " + a.Name
			docs, names = append(docs, fixtures.Document{ID: id, Text: text}), append(names, name)
			gold[id] = a.Text
		}
	}
	var out bytes.Buffer
	if _, err := Clean(context.Background(), Options{Stdin: bytes.NewReader(jsonl(t, docs)), Inputs: []string{"-"}}, &out); err != nil {
		t.Fatal(err)
	}
	sums := errorsOf{}
	for i, line := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
		var rec corpus.Record
		if err := json.Unmarshal(line, &rec); err != nil {
			t.Fatal(err)
		}
		sums.add(names[i], gold[rec.ID], *rec.Text)
	}
	sums.check(t, 1)
}

// TestMannersOfTwo has two copies of each article, each in another manner, of which
// one at most loses something.
func TestMannersOfTwo(t *testing.T) {
	names := damage.Manners()
	sums := errorsOf{}
	for shift := range 6 {
		var docs []fixtures.Document
		first := map[string]string{} // manner of each article's first copy
		for i, a := range articles(t) {
			n := len(docs)
			for k := i + 3*shift; len(docs) < n+2; k += 1 + 2*shift {
				name := names[k%len(names)]
				text, whole, ok := damage.Dress(a, name, uint64(shift))
				if !ok || first[a.Name] == name || len(docs) > n && !whole {
					continue
				}
				if len(docs) == n {
					first[a.Name] = name
				}
				docs = append(docs, fixtures.Document{ID: a.Name + " " + name, Text: text})
			}
		}
		dir, _ := run(t, Options{Inputs: inputs(t, docs)})
		found := open(t, dir)
		for _, a := range articles(t) {
			text, name := "", first[a.Name]
			if article := found.of(a.Name + " " + name); article != nil {
				text = article.Text
			}
			sums.add(name, a.Text, text)
		}
	}
	sums.check(t, 1)
}
