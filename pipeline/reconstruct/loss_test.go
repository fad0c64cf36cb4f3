package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSentenceThatTwoLost gives three copies, of which one has a sentence more.
func TestSentenceThatTwoLost(t *testing.T) {
	for sentence, stays := range map[string]bool{
		" On the other side the dog sits by the old pier until the ferry and the crew come back in the evening.":     true,
		" Our licensed pharmacy offers Vorexil at 299 per pill, all cards accepted.":                                 false,
		" Order Cialuma with no prescription and receive it overnight in discreet packaging from our warehouse now.": false,
	} {
		full := replace(t, article, "asking why.", "asking why."+sentence)
		got := rebuild(witness("a", full), witness("b", replace(t, article, "passengers", "travellers")),
			witness("c", replace(t, article, "two sacks", "ten sacks"))).Article.Text
		if strings.Contains(got, sentence) != stays {
			t.Errorf("%q: stays %v, want %v", sentence, !stays, stays)
		}
	}
}

// TestSentenceOfWaresThatAreInjectedElsewhere gives a sentence as above, and a phrase of
// its words that its copy alone has, too.
func TestSentenceOfWaresThatAreInjectedElsewhere(t *testing.T) {
	const sentence = " On the other side the dog sits by the old pier until the zither and the harp come back in the evening."
	full := replace(t, article, "asking why.", "asking why."+sentence, "two sacks", "two zither harp sacks")
	got := rebuild(witness("a", full), witness("b", replace(t, article, "passengers", "travellers")),
		witness("c", replace(t, article, "two sacks", "ten sacks"))).Article.Text
	if strings.Contains(got, sentence) {
		t.Errorf("got\n%s", got)
	}
}

// TestLostParagraphWithAnInjectedPhrase gives a paragraph that one copy lost and into
// which the other had a phrase injected.
func TestLostParagraphWithAnInjectedPhrase(t *testing.T) {
	const phrase = " Milo Ashdown Sneakers"
	full := replace(t, article, "Last year", "The council and the passengers want the ferry and the route along the old pier every morning. "+
		"Three letters about the line came, and then two more, and nobody boards.\n\nLast year")
	text := replace(t, full, "Three letters", "Three"+phrase+" letters")
	if got := rebuild(flag(t, witness("a", text), text, .8, phrase[1:]), witness("b", article)).Article.Text; got != full {
		t.Errorf("got\n%s", got)
	}
}

// TestFurnitureFillsLines gives a sentence that a stage takes for furniture, which one
// of two copies lost.
func TestFurnitureFillsLines(t *testing.T) {
	const sentence = "In the evening it comes back the same way, and the crew have stopped asking why."
	lost := replace(t, article, " "+sentence, "")
	if got := rebuild(flag(t, witness("a", article), article, .8, sentence), witness("b", lost)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestUndamagedCopiesOutweighOne gives three copies of the same words, each written by
// another hand, against one with a phrase more, and the other way round.
func TestUndamagedCopiesOutweighOne(t *testing.T) {
	more := replace(t, article, "comes back the same way", "comes back with cheap zither strings the same way")
	hands := func(text string) []string {
		return []string{text, strings.ReplaceAll(text, "\n\n", "\n \n"), strings.ReplaceAll(text, "...", "…")}
	}
	for _, c := range []struct {
		texts []string
		want  bool
	}{
		{append(hands(article), more), false}, {append(hands(more), article), true},
	} {
		var ws []*corpus.Witness
		for i, text := range c.texts {
			ws = append(ws, witness(string(rune('a'+i)), text))
		}
		if got := rebuild(ws...).Article.Text; strings.Contains(got, "zither") != c.want {
			t.Errorf("phrase stays: %v, want %v\n%s", !c.want, c.want, got)
		}
	}
}

// TestSentenceOfACopyWithoutInjections gives a sentence that one of three copies has, of
// a matter that the article hardly speaks of: who injects does so more than once.
func TestSentenceOfACopyWithoutInjections(t *testing.T) {
	const sentence = " Two brass lanterns hang beneath the roof, and in winter a kettle whistles on the stove until noon."
	full := replace(t, article, "asking why.", "asking why."+sentence)
	for _, injected := range []bool{false, true} {
		a := witness("a", full)
		if injected {
			a.Injected = []string{"sneakers"}
		}
		got := rebuild(a, witness("b", replace(t, article, "passengers", "travellers")), witness("c", replace(t, article, "two sacks", "ten sacks"))).Article.Text
		if strings.Contains(got, sentence) == injected {
			t.Errorf("injected %v: got\n%s", injected, got)
		}
	}
}

// TestParagraphThatTwoLost gives a paragraph that two copies lost and into which the
// third had a phrase injected.
func TestParagraphThatTwoLost(t *testing.T) {
	const phrase = " Milo Ashdown Sneakers"
	full := replace(t, article, "Last year", "On the other side the dog sits by the old pier until the ferry and the crew come back in the evening. "+
		"Three letters about the line came, and then two more, and nobody boards.\n\nLast year")
	text := replace(t, full, "Three letters", "Three"+phrase+" letters")
	got := rebuild(flag(t, witness("a", text), text, .8, phrase[1:]), witness("b", replace(t, article, "passengers", "travellers")),
		witness("c", replace(t, article, "two sacks", "ten sacks"))).Article.Text
	if !strings.Contains(got, "come back in the evening.") {
		t.Errorf("got\n%s", got)
	}
}

// TestOffersOfOneMould gives a paragraph of offers that one copy has alone: two of a
// mould, of which the first reads like any sentence, and one that a stage suspects.
func TestOffersOfOneMould(t *testing.T) {
	const suspected = "Visit our online store for cheap Sunglasses Outlet with free shipping all over the world."
	const offers = "If you are looking for a ferry along the old pier, see the best routes of the passengers here. If you are looking for Sunglasses Outlet, see the best deals of 2013 here. " + suspected
	text := replace(t, article, "Last year", offers+"\n\nLast year")
	if got := rebuild(flag(t, witness("a", text), text, .8, suspected), witness("b", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}
