package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A heard sentence is a record that names its hand.
type heard struct {
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
	Hand    string `json:"hand"`
	Text    string `json:"text"`
}

// TestHands holds that hands which err often, and in the same way, do not
// outvote one that errs seldom, once many sentences have told who is who; and
// that without the hands' names the many have it.
func TestHands(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	words := strings.Fields("the river rose before dawn and every boat in harbour pulled at its rope while old men counted lanterns along quay under slow rain")
	var sentences []heard
	gold := map[string]string{}
	for n := range 120 {
		var text []string
		for range 12 {
			text = append(text, words[r.Intn(len(words))])
		}
		id := fmt.Sprintf("%03d", n)
		gold[id] = strings.Join(text, " ")
		for _, hand := range []string{"able", "baker", "poor", "worse", "worst"} {
			out := slices.Clone(text)
			for i := range out {
				if r.Float64() < map[string]float64{"able": .01, "baker": .03, "poor": .3, "worse": .35, "worst": .35}[hand] {
					out[i] = strings.ToUpper(out[i][:1]) + out[i][1:] + "s" // what misleads one misleads the others
				}
			}
			sentences = append(sentences, heard{id + hand, id, hand, strings.Join(out, " ")})
		}
	}
	wrong := func(opt Options) (n int) {
		opt.Languages = []string{"en"}
		opt.Inputs = []string{write(t, t.TempDir()+"/heard.jsonl", jsonl(t, sentences))}
		var out bytes.Buffer
		if _, err := Collate(context.Background(), opt, &out); err != nil {
			t.Fatal(err)
		}
		for _, line := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
			var a corpus.Article
			if err := json.Unmarshal(line, &a); err != nil {
				t.Fatal(err)
			}
			got := strings.Fields(a.Text)
			for i, w := range strings.Fields(gold[a.ID]) {
				if i >= len(got) || !strings.EqualFold(got[i], w) {
					n++
				}
			}
		}
		return n
	}
	named, nameless := wrong(Options{SourceField: "hand"}), wrong(Options{})
	if named > 60 || nameless < 2*named {
		t.Errorf("of %d words %d are wrong with the hands' names and %d without", 120*12, named, nameless)
	}
}

// TestWeighHands holds that votes do not depend on how many clusters a hand
// has no part in, and that the poorest still has one.
func TestWeighHands(t *testing.T) {
	var clusters []ballots
	for n := range 50 {
		id := func(s string) string { return fmt.Sprint(s, n) }
		clusters = append(clusters, ballots{
			ids: []string{id("a"), id("b"), id("c")}, hands: []string{"a", "b", "c"},
			columns: [][]int32{{1, 1, 2}, {1, 1, 0}, {1, 1, 3}, {1, 2, 1}},
		})
	}
	got := weighHands(clusters)
	if a, b, c := got["a7"], got["b7"], got["c7"]; !(a > b && b > c && c >= leastVote) {
		t.Errorf("votes %.2f, %.2f, %.2f", a, b, c)
	}
}
