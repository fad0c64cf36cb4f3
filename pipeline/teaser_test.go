package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
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
			titles := newCensus([]uint64{hashKeys(token.Keys(other))})
			w := asRead("The tide was out and we walked.\n" + c.line + "\nThen we went home.")
			var keys [][]string
			for _, o := range c.own {
				keys = append(keys, token.Keys(o))
			}
			teasers{titles: titles}.flag(w, newKeyText(w.Words), keys, nil)
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
	for title, want := range map[string]bool{"Ingredients": false, "How it works": true, "How the lock works": true, "配料": false, "清水镇百年石桥修缮完工": true, "": false} {
		if got := titleHash(&corpus.Document{Title: title, Draft: corpus.NewDraft("Some text.")}) != 0; got != want {
			t.Errorf("%q is looked for: %v, want %v", title, got, want)
		}
	}
}

// TestShortTitlesInLists holds that a title of two or three words is another
// article's where the line says that it leads somewhere, and nowhere else.
func TestShortTitlesInLists(t *testing.T) {
	for line, want := range map[string]bool{
		"> How it works": true, "» How it works": true, "- How it works": true, "> Pier clocks": true,
		"- Pier clocks": false, "How it works": false, "How it works and why": false, "> How it works and why": false, "> The clock": false,
	} {
		titles := newCensus([]uint64{hashKeys(token.Keys("How It Works")), hashKeys(token.Keys("Pier Clocks"))})
		w := asRead("The tide was out and we walked.\n" + line + "\nThen we went home.")
		teasers{titles: titles}.flag(w, newKeyText(w.Words), [][]string{token.Keys("The Tide of May")}, nil)
		if got := len(w.Proposals) == 1; got != want {
			t.Errorf("%q is flagged: %v, want %v", line, got, want)
		}
	}
}

// TestBeginningsOfOtherArticlesAreFlagged flags the snippets of teaser lists:
// lines that begin as another article of the run and break off.
func TestBeginningsOfOtherArticlesAreFlagged(t *testing.T) {
	const first = "Eleven people came to the pier that morning, and nine of them had brought a dog."
	other := &corpus.Document{Draft: corpus.NewDraft("The Ferry That Left\n\nby Hal\n\n" + first), Marks: []corpus.Mark{{End: 19, Role: corpus.RoleTitle}}}
	h := leadHash(other)
	if h == 0 {
		t.Fatal("no beginning found")
	}
	for name, c := range map[string]struct {
		line string
		own  []uint64
		want bool
	}{
		"a snippet":              {"Eleven people came to the pier that morning, and nine of...", nil, true},
		"with a link":            {"Eleven people came to the pier that morning, and… Read more", nil, true},
		"behind its title":       {"The Ferry That Left Eleven people came to the pier that morning, and nine of...", nil, true},
		"in another casing":      {"ELEVEN people came to the Pier that morning, and…", nil, true},
		"not cut off":            {first, nil, false},
		"of the article's own":   {"Eleven people came to the pier that morning, and...", []uint64{h}, false},
		"another beginning":      {"Twelve people came to the pier that morning, and...", nil, false},
		"an ellipsis in passing": {"Eleven people came to the pier that morning... and so the day began for us who had waited.", nil, false},
	} {
		w := asRead("The tide was out and we walked.\n" + c.line + "\nThen we went home.")
		teasers{leads: newCensus([]uint64{h})}.flag(w, newKeyText(w.Words), nil, c.own)
		if got := len(w.Proposals) == 1; got != c.want {
			t.Errorf("%s: flagged: %v, want %v", name, got, c.want)
		}
	}
}
