package pipeline

import (
	"math/rand"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestWordsLeft holds wordsLeft against the witness that it saves, on short
// texts with cuts at random places.
func TestWordsLeft(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	left := [2]int{}
	for range 20000 {
		text := []rune("ab é\u0301, 日本 na?ve x \u0301 y.")
		rnd.Shuffle(len(text), func(i, j int) { text[i], text[j] = text[j], text[i] })
		doc := &corpus.Document{Draft: corpus.NewDraft(string(text[:1+rnd.Intn(len(text))]))}
		var borders []int
		for i := range doc.Draft.Text {
			borders = append(borders, i)
		}
		borders = append(borders, len(doc.Draft.Text))
		for range rnd.Intn(4) {
			from := rnd.Intn(len(borders))
			to := from + rnd.Intn(len(borders)-from)
			doc.Proposals = append(doc.Proposals, corpus.Proposal{Start: borders[from], End: borders[to], Verdict: corpus.Cut})
		}
		got, want := wordsLeft(doc), len(fill(doc).Words) > 0
		if got != want {
			t.Fatalf("%q with %+v: %v", doc.Draft.Text, doc.Proposals, got)
		}
		if got {
			left[1]++
		} else {
			left[0]++
		}
	}
	if min(left[0], left[1]) < 1000 {
		t.Errorf("%d texts without words and %d with: too few of one", left[0], left[1])
	}
}
