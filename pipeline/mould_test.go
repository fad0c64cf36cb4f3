package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// asRead makes a witness of a text.
func asRead(text string) *corpus.Witness {
	return new(mill).fill(&corpus.Document{ID: "a", Language: "en", Draft: corpus.NewDraft(text)}, nil)
}

func keysOf(w *corpus.Witness) []string {
	var out []string
	for _, x := range w.Words {
		out = append(out, x.Key)
	}
	return out
}

func TestMouldsAreFlaggedWhateverTheirFillers(t *testing.T) {
	const mould = "Our harbour shop ships every NAME to your own front door."
	for name, c := range map[string]struct {
		counted []string
		text    string
		want    int // words flagged
	}{
		"other fillers":           {[]string{"Our harbour shop ships every zither to your own front door.", "Our harbour shop ships every lute to your own front door."}, "A man walked home. Our harbour shop ships every drum to your own front door. He slept.", 11},
		"one cluster proves none": {[]string{"Our harbour shop ships every zither to your own front door."}, "Our harbour shop ships every drum to your own front door.", 0},
		"the same in two is the article": {[]string{"The ferry left the old pier at six.", "The ferry left the old pier at six."},
			"The ferry left the old pier at six.", 0},
		"the same in three is not": {[]string{"The ferry left the old pier at six.", "The ferry left the old pier at six.", "The ferry left the old pier at six."},
			"The ferry left the old pier at six.", 8},
		"a few words in common": {[]string{mould, mould, mould}, "The harbour shop that my uncle kept for years ships every parcel himself.", 0},
	} {
		t.Run(name, func(t *testing.T) {
			moulds := tally{}
			for _, s := range c.counted {
				moulds.countMoulds([][]string{keysOf(asRead(s))})
			}
			w := asRead(c.text)
			moulds.flagMoulds(w, newKeyText(w.Words))
			n := 0
			for _, s := range w.Suspect {
				if s > 0 {
					n++
				}
			}
			if n != c.want {
				t.Errorf("%d words flagged, want %d", n, c.want)
			}
		})
	}
}

// TestMouldsOfWhatWasCut has two articles out of which sentences of one mould were
// cut for certain, which no copy has as an insertion then: a third is flagged.
func TestMouldsOfWhatWasCut(t *testing.T) {
	moulds := tally{}
	for _, s := range []string{"The tide [Our harbour shop ships every zither to your own front door.] turned.", "[Our harbour shop ships every lute to your own front door.]"} {
		moulds.countMoulds(cutKeys([]*corpus.Document{cutDocument("The boats came in."), cutDocument(s)}))
	}
	w := asRead("A man walked home. Our harbour shop ships every drum to your own front door. He slept.")
	if moulds.flagMoulds(w, newKeyText(w.Words)); w.Suspect == nil || w.Suspect[4] == 0 || w.Suspect[3] != 0 {
		t.Errorf("flagged %v", w.Suspect)
	}
}

func TestTheOnlyPageOfAThreadIsNoPage(t *testing.T) {
	const only = "Page 1/1"
	text := only + "\n\nSome words of a letter that goes on for a while."
	doc := &corpus.Document{ID: "a", Language: "en", Draft: corpus.NewDraft(text), Marks: []corpus.Mark{
		{Start: 0, End: len(only), Role: corpus.RolePageMark}}}
	if got := new(mill).fill(doc, nil).Page; got != 0 {
		t.Errorf("page %d of a thread of one page", got)
	}
}

// TestARowOnEveryPageNumbersNone has a page under a title that bears a row of links which
// does not say where it leads: a later page of the article may look the same.
func TestARowOnEveryPageNumbersNone(t *testing.T) {
	const row = "Pages: 1 2"
	text := "A letter from the lighthouse\n\nThis letter from the lighthouse goes on for a while.\n\n" + row
	doc := &corpus.Document{ID: "a", Language: "en", Draft: corpus.NewDraft(text), Marks: []corpus.Mark{
		{Start: len(text) - len(row), End: len(text), Role: corpus.RolePageMark}}}
	if got := new(mill).fill(doc, nil).Page; got != 0 {
		t.Errorf("page %d of a row that tells none", got)
	}
}

// TestFillNotesWhereSpamWasCut takes a phrase out of a sentence and a line of
// furniture from behind it, and an offer in a line of its own: the witness tells
// where the phrase and the offer were.
func TestFillNotesWhereSpamWasCut(t *testing.T) {
	const text = "The boat leaves cheap zithers at six.\nPrint this page\nBuy zithers\nThe end"
	at := func(s string) int { return strings.Index(text, s) }
	doc := &corpus.Document{ID: "a", Language: "en", Draft: corpus.NewDraft(text), Proposals: []corpus.Proposal{
		{Start: at(" cheap"), End: at(" at six"), Kind: corpus.KindSpam, Verdict: corpus.Cut},
		{Start: at("\nPrint"), End: at("\nBuy"), Kind: corpus.KindFurniture, Verdict: corpus.Cut},
		{Start: at("Buy"), End: at("\nThe end"), Kind: corpus.KindSpam, Verdict: corpus.Cut},
	}}
	w := new(mill).fill(doc, nil)
	want := []corpus.CutPlace{3: corpus.CutInLine, 5: corpus.CutAside, 7: corpus.CutNowhere}
	if !slices.Equal(w.Cut, want) || len(w.Gaps) != len(want) {
		t.Errorf("cut %v, want %v, gaps %q", w.Cut, want, w.Gaps)
	}
	doc.Proposals = doc.Proposals[1:2]
	if w = new(mill).fill(doc, nil); w.Cut != nil {
		t.Errorf("cut %v, want none", w.Cut)
	}
}
