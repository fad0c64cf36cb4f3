package reconstruct_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// injectedAt returns n copies of the article, each with words of its own in one of the
// places, and those words.
func injectedAt(t *testing.T, n int, places ...string) (ws []*corpus.Witness, words map[string]string) {
	r := rand.New(rand.NewSource(1))
	words = map[string]string{}
	for i := range n {
		var own []byte
		for k := range 17 {
			if own = append(own, byte('a'+r.Intn(26))); k == 8 {
				own[k] = ' '
			}
		}
		id, at := fmt.Sprintf("%04d", i), places[i%len(places)]
		words[id] = string(own)
		ws = append(ws, witness(id, replace(t, article, at, at+" "+words[id])))
	}
	return ws, words
}

// TestInsertionsAreGathered has hundreds of copies with an insertion of their own each in
// one of three places: the apparatus has three entries for them, in which every copy
// stands once, with what it has there.
func TestInsertionsAreGathered(t *testing.T) {
	const n = 300
	ws, words := injectedAt(t, n, "Last year", "the dog", "asking")
	got := rebuild(ws...)
	if got.Article.Text != article {
		t.Fatalf("got\n%s", got.Article.Text)
	}
	entries := slices.Collect(got.Variants().Entries())
	if len(entries) != 3 {
		t.Fatalf("%d entries, want 3", len(entries))
	}
	for k, e := range entries {
		var all []string
		for i, r := range e.Readings {
			all = append(all, r.Witnesses...)
			if i == 0 {
				continue
			}
			if len(r.Witnesses) != 1 || r.Text != words[r.Witnesses[0]] {
				t.Errorf("entry %d: %v have %q", k, r.Witnesses, r.Text)
			}
		}
		slices.Sort(all)
		if len(e.Readings) != 1+n/3 || len(e.Readings[0].Witnesses) != n-n/3 || len(slices.Compact(all)) != n || e.Rule != "outvoted" || e.Start != e.End {
			t.Errorf("entry %d: %d readings, %d chosen, %d witnesses, rule %s", k, len(e.Readings), len(e.Readings[0].Witnesses), len(all), e.Rule)
		}
	}
}

// TestFewAreNotGathered has more entries than places where the copies are few.
func TestFewAreNotGathered(t *testing.T) {
	ws, _ := injectedAt(t, 60, "Last year", "the dog", "asking")
	if entries := slices.Collect(rebuild(ws...).Variants().Entries()); len(entries) < 30 {
		t.Errorf("%d entries", len(entries))
	}
}
