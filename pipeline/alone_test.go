package pipeline

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/trafilatura"
)

// loneDocument is a text of three lines: what falls where no copy speaks, what falls
// only where copies do, and what stays.
func loneDocument() *corpus.Document {
	text := "Home and News\nList of the hives\nThe bees came home."
	at := strings.Index(text, "List")
	end := strings.Index(text, "The bees")
	return &corpus.Document{
		Draft:     corpus.NewDraft(text),
		Alone:     []corpus.Proposal{{Start: 0, End: at, Kind: corpus.KindFurniture, Verdict: corpus.Cut, Score: 1}},
		Proposals: []corpus.Proposal{{Start: at, End: end, Kind: corpus.KindFurniture, Verdict: corpus.Cut, Backed: true, Score: .95}},
	}
}

func TestWhatFallsAlone(t *testing.T) {
	doc := loneDocument()
	if _, left, err := finishAlone(doc, nil); err != nil || !left {
		t.Fatalf("left %v, %v", left, err)
	}
	if got, want := doc.Draft.Text, "List of the hives\n\nThe bees came home."; got != want {
		t.Errorf("alone: %q, want %q", got, want)
	}
}

func TestWhatFallsAmongCopies(t *testing.T) {
	var words []string
	for _, w := range new(mill).fill(loneDocument(), nil).Words {
		words = append(words, w.Surface)
	}
	if got, want := strings.Join(words, " "), "Home and News The bees came home"; got != want {
		t.Errorf("among copies: %q, want %q", got, want)
	}
}

func TestProtectedFromFallingAlone(t *testing.T) {
	doc := loneDocument()
	if err := newProtect([]string{"news"}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Alone) != 0 || len(doc.Proposals) != 1 {
		t.Errorf("%v, %v", doc.Alone, doc.Proposals)
	}
}

func TestExtractOption(t *testing.T) {
	for _, c := range []struct {
		extract string
		usage   bool
	}{{"", false}, {"own", false}, {"trafilatura", !trafilatura.Linked}, {"other", true}} {
		_, err := Clean(context.Background(), Options{Inputs: []string{"-"}, Stdin: strings.NewReader(`{"id":"a","text":"The bees came home."}`), Extract: c.extract}, io.Discard)
		if errors.Is(err, ErrUsage) != c.usage || err != nil && !c.usage {
			t.Errorf("%q: %v", c.extract, err)
		}
	}
}
