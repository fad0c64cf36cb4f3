package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestTitlesOfOtherArticlesAreFlagged(t *testing.T) {
	const other, own = "The Ferry That Left Before the Tide", "How We Mended the Old Pier Clock"
	for name, c := range map[string]struct {
		line string
		own  []string
		want bool
	}{
		"a teaser":                          {other, []string{own}, true},
		"in another casing, with a byline":  {"THE FERRY that left before the tide - posted by hal", []string{own}, true},
		"behind a few words":                {"Read also: The Ferry That Left Before the Tide", []string{own}, true},
		"in a sentence of some length":      {"My aunt wrote a story for the paper once and called it The Ferry That Left Before the Tide", []string{own}, false},
		"part of a title":                   {"The Ferry That Left", []string{own}, false},
		"its own title":                     {other, []string{other}, false},
		"its own title under a column's":    {other, []string{"Harbour Notes: " + other}, false},
		"the article has no title we know":  {other, nil, false},
		"a line of which no article is one": {"The clock was mended on a Tuesday", []string{own}, false},
	} {
		t.Run(name, func(t *testing.T) {
			titles := tally{hashKeys(wordKeys(other)): 1}
			w := asRead("The tide was out and we walked.\n" + c.line + "\nThen we went home.")
			var keys [][]string
			for _, o := range c.own {
				keys = append(keys, wordKeys(o))
			}
			titles.flagTeasers(w, keys)
			got := len(w.Proposals) == 1
			if got != c.want {
				t.Fatalf("flagged: %v, want %v", got, c.want)
			}
			if got {
				p := w.Proposals[0]
				if p.Kind != corpus.KindFurniture || p.Verdict == corpus.Cut {
					t.Errorf("proposal %+v", p)
				}
				if want := strings.Index("The tide was out and we walked.\n"+c.line, c.line); p.Start != want {
					t.Errorf("begins at %d, want %d", p.Start, want)
				}
			}
		})
	}
}

func TestShortTitlesAreNotLookedFor(t *testing.T) {
	for title, want := range map[string]bool{"Ingredients": false, "How it works": false, "How the lock works": true, "配料": false, "清水镇百年石桥修缮完工": true, "": false} {
		if got := titleHash(&corpus.Document{Title: title, Draft: corpus.NewDraft("Some text.")}) != 0; got != want {
			t.Errorf("%q is looked for: %v, want %v", title, got, want)
		}
	}
}
