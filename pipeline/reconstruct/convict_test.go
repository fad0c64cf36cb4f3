package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// removed gives the words that the copies prove foreign to the witness with an id.
func removed(id string, ws ...*corpus.Witness) []string {
	al := align.Align(ws)
	var out []string
	for _, r := range reconstruct.Rebuild(al, reconstruct.Knowledge{}).Removals {
		w := al.Witnesses[r.Witness]
		if w.ID != id {
			continue
		}
		var words []string
		for _, x := range w.Words[r.From:r.To] {
			words = append(words, x.Surface)
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// TestConvict has a copy with phrases that three others lack: what is cut from it, on
// the evidence of the copies and another.
func TestConvict(t *testing.T) {
	others := func() []*corpus.Witness {
		var ws []*corpus.Witness
		for i, word := range []string{"passengers", "evening", "letters"} {
			ws = append(ws, witness(string(rune('a'+i)), replace(t, article, word, word+"x")))
		}
		return ws
	}
	for _, c := range []struct {
		name, text string
		cut, want  string
	}{
		{"it names one thing of the article", replace(t, article, "pier with", "pier order council zithers norwick strings with"), "", "order council zithers norwick strings"},
		{"phrases of one mould", replace(t, article, "pier with", "pier council zithers with", "wanted to", "wanted dog zithers to", "filled two", "filled letters zithers two"), "", "council zithers|dog zithers|letters zithers"},
		{"two of them", replace(t, article, "pier with", "pier council zithers with", "wanted to", "wanted dog zithers to"), "", ""},
		{"words of the article", replace(t, article, "pier with", "pier the morning dog with", "wanted to", "wanted an evening dog to", "filled two", "filled letters dog two"), "", ""},
		{"of what was cut elsewhere", replace(t, article, "pier with", "pier council zithers with"), "zithers", "council zithers"},
	} {
		b := witness("d", c.text)
		if c.cut != "" {
			b.Injected = strings.Fields(c.cut)
		}
		if got := strings.Join(removed("d", append(others(), b)...), "|"); got != c.want {
			t.Errorf("%s: %q is cut", c.name, got)
		}
	}
}

// TestConvictBesideCut has a word that the others lack beside a cut of spam, and at
// the end of the sentence before one.
func TestConvictBesideCut(t *testing.T) {
	text := replace(t, article, "pier with", "pier watch with", "asking why.", "asking why today.")
	b := witness("d", text)
	b.Cut = make([]corpus.CutPlace, len(b.Gaps))
	for i, x := range b.Words {
		if x.Surface == "watch" || x.Surface == "today" {
			b.Cut[i+1] = corpus.CutInLine
		}
	}
	got := strings.Join(removed("d", witness("a", replace(t, article, "evening", "eveningx")), witness("b", replace(t, article, "letters", "lettersx")), b), "|")
	if got != "watch" {
		t.Errorf("%q is cut", got)
	}
}

// TestScrapStays has what a wrong charset made of quotes, three of a kind: no mould.
func TestScrapStays(t *testing.T) {
	text := replace(t, article, "It simply", "鈥淥It simply", "In the", "鈥淥In the", "Most of", "鈥淥Most of")
	ws := []*corpus.Witness{witness("a", replace(t, article, "evening", "eveningx")), witness("b", replace(t, article, "letters", "lettersx")), witness("c", replace(t, article, "passengers", "passengersx")), witness("d", text)}
	if got := removed("d", ws...); len(got) > 0 {
		t.Errorf("%q is cut", got)
	}
}

// TestConvictTail has a copy that breaks off where three others go on, between words, and
// was given a foreign end.
func TestConvictTail(t *testing.T) {
	i := strings.Index(article, " filled two")
	others := []*corpus.Witness{witness("a", replace(t, article, "evening", "eveningx")), witness("b", replace(t, article, "passengers", "passengersx")), witness("c", replace(t, article, "three", "threex"))}
	d := witness("d", article[:i]+" of all zithers whose strings Norwick mends.")
	if got := strings.Join(removed("d", append(others, d)...), "|"); !strings.HasSuffix(got, "zithers whose strings Norwick mends") {
		t.Errorf("%q is cut", got)
	}
}

// TestCopyOfItsOwnIsNotConvicted has a copy of which a fifth is its own, as a version or
// another page of one template has it: that this names little of the article does not
// speak against it.
func TestCopyOfItsOwnIsNotConvicted(t *testing.T) {
	own := " in council zithers norwick strings quoins vellum gussets,"
	text := replace(t, article, "pier with", "pier"+own+" with", "side. In", "side"+strings.ReplaceAll(own, "council", "ferry")+". In",
		"wanted to", "wanted"+strings.ReplaceAll(own, "council", "letters")+" to", "gave up", "gave"+strings.ReplaceAll(own, "council", "boards")+" up")
	var ws []*corpus.Witness
	for i, word := range []string{"passengers", "evening", "letters"} {
		ws = append(ws, witness(string(rune('a'+i)), replace(t, article, word, word+"x")))
	}
	if got := removed("d", append(ws, witness("d", text))...); len(got) > 0 {
		t.Errorf("%q is cut", got)
	}
}
