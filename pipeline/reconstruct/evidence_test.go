package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// flag suspects the words of each phrase with the score.
func flag(t *testing.T, w *corpus.Witness, text string, score float64, phrases ...string) *corpus.Witness {
	t.Helper()
	w.Suspect = make([]int32, len(w.Words))
	for _, p := range phrases {
		at := strings.Index(text, p)
		if at < 0 {
			t.Fatalf("%q is not in the text", p)
		}
		w.Proposals = append(w.Proposals, corpus.Proposal{Start: at, End: at + len(p), Kind: corpus.KindFurniture, Score: score})
		for i, x := range w.Words {
			if int(x.Start) >= at && int(x.Start) < at+len(p) {
				w.Suspect[i] = int32(len(w.Proposals))
			}
		}
	}
	return w
}

func TestFrameOfOneSiteDoesNotOutvoteACleanCopy(t *testing.T) {
	const menu, foot = "Start :: Notes :: Boats and Harbours\nLog in or register here", "More from these pages\nThe Lamp Keeper and His Geese\nCopyright of the Pier Gazette"
	framed := menu + "\n\n" + article + "\n\n" + foot
	var ws []*corpus.Witness
	for i, word := range []string{"passengers", "council", "letters"} {
		text := replace(t, framed, word, word+"x")
		ws = append(ws, flag(t, witness(string(rune('a'+i)), text), text, .8, menu, foot))
	}
	ws = append(ws, witness("d", article))
	if got := rebuild(ws...).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

func TestWhatTwoOfManyShareIsNoLacuna(t *testing.T) {
	const spam = " Order quality zithers from our workshop today and enjoy free shipping to every country in the whole world."
	spammed := replace(t, article, "why.", "why."+spam)
	texts := []string{replace(t, spammed, "old pier", "new pier"), replace(t, spammed, "two sacks", "ten sacks")}
	for _, word := range []string{"passengers", "evening", "council", "letters"} {
		texts = append(texts, replace(t, article, word, word+"x"))
	}
	var ws []*corpus.Witness
	for i, text := range texts {
		ws = append(ws, witness(string(rune('a'+i)), text))
	}
	if got := rebuild(ws...).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"equal ones each have a vote": {
			[]string{"he saw the bird", "he saw the bird", "he saw the bird", "he saw a herd", "he saw a herd of it"}, "he saw the bird"},
		"unlike ones are still one sentence": {
			[]string{"illustration pestle and mortar", "illustration pestle and mortar", "illustration pencil and water", "illustration parcel and more"}, "illustration pestle and mortar"},
		"an apostrophe belongs to its own words": {
			[]string{"you would have seen her", "you would have seen her", "you would have seen her", "you would've seen her", "you would've seen her"}, "you would have seen her"},
	} {
		t.Run(name, func(t *testing.T) {
			var ws []*corpus.Witness
			for i, text := range c.copies {
				ws = append(ws, witness(string(rune('a'+i)), text))
			}
			if got := rebuild(ws...).Article.Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What each of two copies has alone, at other places, in one mould, is not the
// article's, though either could be a sentence that the other lost.
func TestMouldsOfTwoCopies(t *testing.T) {
	a := replace(t, article, "why.", "why. The best bronze zithers of 2018 at a fair price, from 299 crowns.")
	b := replace(t, article, "two sacks.", "two sacks. The best velvet trombones of 2014 at a fair price, from 89 crowns.")
	if got := rebuild(witness("a", a), witness("b", b)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

func TestSentenceInAnotherLanguage(t *testing.T) {
	a := replace(t, article, "why.", "why. Die Brücke ist nur bei gutem Wetter und nicht vor dem Mittag für die Leute mit einem Hund zu sehen.")
	if got := rebuild(witness("a", a), witness("b", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// A copy that broke off before the end, where two others end, and goes on with
// a long passage of another article does not go on with this one.
func TestLongTailOfAShortCopy(t *testing.T) {
	const tail = "ndering what a baker from Denmark could say of it, since the old oven had been cold for a year and the people of the village bought their bread at the harbor. " +
		"She counted the loaves each evening and wrote the number into a book that nobody read. When the book was full she put it under the counter, with the letters of her aunt, and began another one, " +
		"because a habit that has lasted for ten years is not given up for want of a reader."
	at := strings.Index(article, "filled two sacks") + 2
	b, c := replace(t, article, "passengers", "pasengers"), replace(t, article, "stopped", "stoped")
	if got := rebuild(witness("a", article[:at]+tail), witness("b", b), witness("c", c)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}
