package spam

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestLonePhrase has one phrase between doubled spaces, which may be a term whose
// tags were dropped, and two.
func TestLonePhrase(t *testing.T) {
	one := replace(t, orchard, "we should fell it, but", "we should fell it  Standard Filter  , but")
	for _, q := range detect(t, one, "en").Proposals {
		if q.Verdict == corpus.Cut {
			t.Errorf("cut though alone: %q", one[q.Start:q.End])
		}
		if q.Score >= .9 {
			t.Errorf("score %v of a phrase that is alone", q.Score)
		}
	}
	two := replace(t, one, "held the ladder, gave", "held the ladder  Vintage Harmonica Reeds  , gave")
	if got := cut(t, detect(t, two, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	longer := replace(t, orchard, "we should fell it, but", "we should fell it  Vintage Harmonica Reeds  , but")
	if got := cut(t, detect(t, longer, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}

// TestLoneConvictsNothing has a phrase that is alone below titles that share no word with
// the text: neither falls for the other.
func TestLoneConvictsNothing(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it  Standard Filter  , but")
	doc := &corpus.Document{Draft: corpus.NewDraft(replace(t, text, "Pruning an Old Pear Tree", "Copper Kettles Wanted\n\nCopper Kettles Wanted")), Language: "en"}
	if err := (Detector{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	for _, q := range cuts(doc) {
		t.Errorf("cut %q: %v", doc.Draft.Text[q.Start:q.End], q.Why())
	}
}

// TestWritersOwnWord has a word between odd spaces with others that the text uses by
// itself: it makes no template of them.
func TestWritersOwnWord(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it\u00a0Pear Tomakin\u00a0now, but")
	text = replace(t, text, "told me about the orchard", "told me\u00a0Pear Halvord\u00a0about the orchard")
	text += "\n\nThe pear is no apple, and a pear tree is no pear hedge; who has a pear knows the pear."
	for _, f := range framedIn(text) {
		if f.template > 0 {
			t.Errorf("%q fills a template", f.shape)
		}
	}
}

// framedIn weighs the phrases of a text.
func framedIn(text string) []*phrase {
	p := newPage(text, "en")
	p.phrases()
	return p.suspected
}

// TestPlainSpeechInTemplate has ordinary speech between no-break spaces, as editors
// leave it between two links, that shares a word with another such stretch.
func TestPlainSpeechInTemplate(t *testing.T) {
	text := replace(t, orchard, "The pears are small and hard", "Oxblood has\u00a0closed its purchase of the 277-room\u00a0Larkspur House. The pears are small and hard")
	text = replace(t, text, "The shed is still crooked", "Merrow has\u00a0closed its sale of the 752-room\u00a0Inn at Carrow. The shed is still crooked")
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q", text[q.Start:q.End])
	}
}

// TestLonePhraseInHeads has the heads of a table in a row, with no-break spaces
// between them.
func TestLonePhraseInHeads(t *testing.T) {
	text := replace(t, orchard, "Use a sharp saw", "All Methods in the\u00a0Grindings Tempered\u00a0Saws\n\nUse a sharp saw")
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q", text[q.Start:q.End])
	}
}

// TestTypedSpaceBeforeComma has terms of an author's between doubled spaces and a
// space before a comma, which his sentences need.
func TestTypedSpaceBeforeComma(t *testing.T) {
	text := replace(t, orchard, "Use a sharp saw, cut", "In the  Winter Pruning Guide , and on every  Sheet , use a sharp saw, cut")
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q", text[q.Start:q.End])
	}
}

// TestColumnsAtLineEnd has the heads of a table's columns, which a no-break space
// follows at the end of their line.
func TestColumnsAtLineEnd(t *testing.T) {
	text := replace(t, orchard, "Use a sharp saw", "All Methods of the Saw\u00a0Sharpened Grindings\u00a0Tempered Abstractions\u00a0\n\nUse a sharp saw")
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q", text[q.Start:q.End])
	}
}
