package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Names of sites or columns go before the title, whoever has them.
func TestSitesBeforeTheTitle(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	other := replace(t, article, "old pier", "new pier")
	third := replace(t, article, "two sacks", "ten sacks")
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"each another":               {[]string{"Rivermouth: " + article, "Leisure: " + other}, title},
		"one, parted in two ways":    {[]string{"Travel | " + article, "Travel: " + other, "Town Crier\n\n" + third}, title},
		"one, and as many without":   {[]string{"Travel: " + article, "Travel: " + other, "Town Crier\n\n" + third, "A Page\n\n" + article}, title},
		"the title's own":            {[]string{"The Pier: " + article, "The Pier: " + other, "Town Crier\n\nThe Pier: " + third}, "The Pier: " + title},
		"the title's own, misread":   {[]string{"Harbours: " + article, "Harbonrs: " + other}, "Harb"},
		"the title's own, quotes":    {[]string{"The Pier: \"" + article, "The Pier: “" + other, "Town Crier\n\nThe Pier:\n" + third}, "The Pier: “" + title},
		"another begins amid spam":   {[]string{"Home\n\nTravel\n\nTravel | " + article, "Kitchen\n\nRolf Agnes Sneakers " + other, strings.TrimPrefix(third, title+"\n\n")}, title},
		"a frame has it too":         {[]string{"Travel | " + article, "Travel\n\nLeisure | " + other, third, replace(t, third, "old pier", "pier")}, title},
		"in a path too":              {[]string{"Travel | " + article, "Home :: Texts :: Travel :: " + title + "\n\n" + other, third, replace(t, third, "old pier", "pier")}, title},
		"sites of one word behind":   {[]string{strings.Replace(article, title, title+" | The Daily Lamp", 1), strings.Replace(other, title, title+" :: The Gate", 1), third, replace(t, third, "old pier", "pier")}, title},
		"most copies have it, alike": {[]string{"The Pier: " + article, "The Pier: " + other, third}, "The Pier: " + title},
	} {
		t.Run(name, func(t *testing.T) {
			var ws []*corpus.Witness
			for i, text := range c.copies {
				ws = append(ws, witness(string(rune('a'+i)), text))
			}
			got, _, _ := strings.Cut(rebuild(ws...).Article.Text, "\n")
			if c.want == "Harb" && strings.HasPrefix(got, c.want) {
				return
			}
			if got != c.want {
				t.Errorf("begins with %q, want %q", got, c.want)
			}
		})
	}
}

// What two copies have as their first line, and no sentence, is the title though no
// stage marked it.
func TestFirstLineIsTheTitle(t *testing.T) {
	title, body, _ := strings.Cut(article, "\n\n")
	other := replace(t, article, "old pier", "new pier")
	if got := rebuild(witness("a", article), witness("b", other)).Article.Title; got != title {
		t.Errorf("title %q, want %q", got, title)
	}
	for name, first := range map[string]string{"a sentence": "Dear reader, this is what happened.\n\n", "a greeting": "Dear reader,\n\n", "nothing": ""} {
		if got := rebuild(witness("a", first+body), witness("b", first+replace(t, body, "old pier", "new pier"))).Article.Title; got != "" {
			t.Errorf("%s: title %q", name, got)
		}
	}
}

// TestParagraphBeforeAQuestion has an interview of which one copy lost the introduction and
// the other the title: the first question is short, and no title.
func TestParagraphBeforeAQuestion(t *testing.T) {
	const (
		intro = "Ilse Brandt came to the coast as a young woman and has not left it in almost forty years, not for a wedding and not for a hospital. She told us about it in her kitchen, over tea and a plate of cheese, while the dog slept."
		talk  = "What do you miss most?\n\n"
	)
	_, text, _ := strings.Cut(article, "\n\n")
	a, b := intro+"\n\n"+talk+text, "The Last of Her Kind on the Water\n\n"+talk+replace(t, text, "old pier", "new pier")
	if got := rebuild(witness("a", a), witness("b", b)).Article.Text; !strings.Contains(got, intro) {
		t.Errorf("begins with %.150q", got)
	}
	menu := "We use cookies on these pages to make them better for all who come by. Read what we do with your data and what we do not do with them, or say no to all of them at once here."
	if got := rebuild(witness("a", menu+"\n\n"+talk+text), witness("b", b)).Article.Text; strings.Contains(got, "cookies") {
		t.Errorf("begins with %.150q", got)
	}
}
