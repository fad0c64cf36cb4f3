package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestEatenWordsByOtherCopies rebuilds an article of which one copy lost a word
// at every line break and the other is page 2: the word stands on page 1, too,
// and what is known of the text has moved with it.
func TestEatenWordsByOtherCopies(t *testing.T) {
	for _, a := range articles(t) {
		if a.Name != "en/advice-wrong-brochures" {
			continue
		}
		paragraphs := strings.Split(a.Text, "\n\n")
		body := strings.TrimPrefix(a.Text, a.Title) // in a title a break may be the title's own
		copies := []string{a.Title + strings.ReplaceAll(body, " the ", "\n"), strings.Join(paragraphs[len(paragraphs)/3:], "\n\n")}
		docs := make([]*corpus.Document, len(copies))
		for i, s := range copies {
			docs[i] = &corpus.Document{ID: string(rune('a' + i)), Language: "en", Draft: corpus.NewDraft(s)}
		}
		last := strings.LastIndex(copies[0], "\n\n") + 2
		docs[0].Marks = []corpus.Mark{{Start: last, End: len(copies[0]), Role: corpus.RoleAuthorBox}}
		if err := restore(docs, eatenIn(docs)); err != nil {
			t.Fatal(err)
		}
		if got := docs[0].Draft.Text; got != a.Text {
			t.Errorf("restored to %s", around(got, a.Text))
		}
		if m := docs[0].Marks[0]; docs[0].Draft.Text[m.Start:m.End] != paragraphs[len(paragraphs)-1] {
			t.Errorf("the mark is on %q", docs[0].Draft.Text[m.Start:m.End])
		}
		if docs[1].Draft.Text != copies[1] || len(docs[0].Draft.Edits) < 40 {
			t.Errorf("%d edits", len(docs[0].Draft.Edits))
		}
		return
	}
	t.Fatal("no such article")
}

// TestMovedAmidAChange has a span that begins at the indent of a line whose break ate a
// word, and one that ends before it: neither takes the word, nor splits its letters.
func TestMovedAmidAChange(t *testing.T) {
	const text = "Чужие письма\n    [url]купить[/url]\n    и тут"
	first, second := strings.Index(text, "\n"), strings.LastIndex(text, "\n")
	doc := &corpus.Document{Draft: corpus.NewDraft(text)}
	doc.Proposals = []corpus.Proposal{{Start: first + 1, End: second + 3}}
	changes := []corpus.Change{{Start: first, End: first + 5, Now: " не "}, {Start: second, End: second + 5, Now: " да "}}
	if err := restore([]*corpus.Document{doc}, [][]corpus.Change{changes}); err != nil {
		t.Fatal(err)
	}
	if p := doc.Proposals[0]; doc.Draft.Text[p.Start:p.End] != "[url]купить[/url]" {
		t.Errorf("the span is %q", doc.Draft.Text[p.Start:p.End])
	}
}
