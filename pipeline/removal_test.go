package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSignsAtTheEndsFall holds that the signs of lines that fall at either end
// of a copy fall with their words, and those of what is left stay.
func TestSignsAtTheEndsFall(t *testing.T) {
	const body = "\u201cThe bees,\u201d he said, \u201ccame home.\u201d"
	for name, c := range map[string]struct{ head, tail string }{
		"navigation":     {"[Home] [Archive]\n\n", "\n\n[Home] [Archive]"},
		"a drawn rule":   {"=========\nThe Reader   14.03.2019\n=========\n\n", "\n\n---------\nSign up now.\n---------"},
		"a column":       {"Travel: ", " | The Reader"},
		"bars":           {"| The Reader |\n|\n\n", "\n\n|\nThe Reader |\n  |\n|"},
		"nothing beside": {"The Reader\n", "\nThe Reader"},
	} {
		for _, parts := range []int{1, 2} {
			doc := &corpus.Document{ID: "a", Draft: corpus.NewDraft(c.head + body + c.tail)}
			w := new(mill).fill(doc, nil)
			if err := finish(doc, w, append(removeIn(w, 0, len(c.head), parts), removeIn(w, len(c.head+body), len(doc.Draft.Text), parts)...)); err != nil {
				t.Fatal(err)
			}
			if doc.Draft.Text != body {
				t.Errorf("%s, in %d removals: %q", name, parts, doc.Draft.Text)
			}
			if read, err := corpus.Undo(doc.Draft.Text, doc.Draft.Edits); err != nil || read != c.head+body+c.tail {
				t.Errorf("%s: undone %q, %v", name, read, err)
			}
		}
	}
}

// removeIn removes the words between two places of a text, in one or more
// removals that meet.
func removeIn(w *corpus.Witness, from, to, parts int) []corpus.Removal {
	a, b := wordsBetween(w, from, to)
	parts = min(parts, b-a)
	var out []corpus.Removal
	for i := range parts {
		out = append(out, corpus.Removal{From: a + i, To: a + i + 1, Kind: corpus.KindFurniture, Why: []string{"a rule"}})
	}
	out[parts-1].To = b
	return out
}

// TestLostWordsStay holds that question marks behind what falls are not taken
// for its signs where they may be words that lost their letters.
func TestLostWordsStay(t *testing.T) {
	doc := &corpus.Document{ID: "a", Draft: corpus.NewDraft("The bees came home.\n\nSign up now\n\n????? ??? ????")}
	w := new(mill).fill(doc, nil)
	if err := finish(doc, w, removeIn(w, strings.Index(doc.Draft.Text, "Sign"), len(doc.Draft.Text), 1)); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(doc.Draft.Text, "????? ??? ????") {
		t.Errorf("%q", doc.Draft.Text)
	}
}
