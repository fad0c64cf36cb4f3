package language

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestProse holds that function words alone name an article as the trigrams
// do, and nothing that is in two languages or hardly prose.
func TestProse(t *testing.T) {
	d, named := mustNew(t), 0
	prose := func(text string) (string, bool) {
		var s survey
		d.survey(&s, &corpus.Document{Draft: corpus.NewDraft(text)})
		return d.prose(&s)
	}
	foreign := firstOf(t, "de")
	for _, in := range ourArticles(t) {
		code, ok := prose(in.text)
		if ok && code != d.Of(in.text) {
			t.Errorf("an article in %s is taken for %s", in.language, code)
		}
		if ok {
			named++
		}
		if in.language == "de" {
			continue
		}
		if code, ok := prose(in.text + "\n\n" + foreign); ok {
			t.Errorf("an article in %s and one in German are taken for %s", in.language, code)
		}
	}
	if named < 20 {
		t.Errorf("only %d articles are named", named)
	}
	for _, text := range []string{"", "The end.", "Of the day and of the night."} {
		if code, ok := prose(text); ok {
			t.Errorf("%q is taken for %s", text, code)
		}
	}
}

func firstOf(t *testing.T, language string) string {
	files, err := filepath.Glob("../../fixtures/articles/" + language + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no fixture articles")
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestSurveyTallies holds that a head is tallied through the words of the whole
// text as it is on its own.
func TestSurveyTallies(t *testing.T) {
	d := mustNew(t)
	for _, in := range ourArticles(t) {
		var s survey
		d.survey(&s, &corpus.Document{Draft: corpus.NewDraft("See www.example.com/of/the.html or of the_day, in: " + in.text)})
		for _, h := range s.heads {
			var alone tally
			if alone.add(withoutAddresses(headOf(s.words.Text[h.start:h.end])), h.script); h.code == "" && d.fitting(&alone) != h.fitting {
				t.Errorf("%s: %q fits %b, alone %b", in.language, s.words.Text[h.start:h.end], h.fitting, d.fitting(&alone))
			}
		}
	}
	if n := len(token.Languages()); n > mostLanguages {
		t.Errorf("%d languages have no place in a set", n)
	}
}
