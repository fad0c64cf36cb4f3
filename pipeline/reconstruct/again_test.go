package reconstruct_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

func rebuildAll(texts ...string) string {
	var ws []*corpus.Witness
	for i, text := range texts {
		ws = append(ws, witness(string(rune('a'+i)), text))
	}
	return rebuild(ws...).Article.Text
}

// TestSaidAgain has a paragraph twice in one copy, which each of the others could
// stand for.
func TestSaidAgain(t *testing.T) {
	i := strings.Index(article, "The dog belongs")
	line := article[i : i+strings.IndexByte(article[i:], '\n')]
	twice := replace(t, article, line, line+"\n\n"+line)
	odd := replace(t, article, "two sacks", "ten sacks")
	late := replace(t, article, "Every morning", "Each morning")
	for name, texts := range map[string][]string{
		"two":   {twice, article},
		"three": {article, twice, odd},
		"four":  {odd, article, late, twice},
	} {
		t.Run(name, func(t *testing.T) {
			got := rebuildAll(texts...)
			if n := strings.Count(got, "belongs to nobody"); n != 1 {
				t.Errorf("%d times:\n%s", n, got)
			}
		})
	}
	if got := rebuildAll(twice, replace(t, twice, "two sacks", "ten sacks"), late); strings.Count(got, "belongs to nobody") != 2 {
		t.Errorf("two copies say it twice:\n%s", got)
	}
}

// TestSaidAgainWithLosses has a paragraph twice in one copy, which lost words of the first,
// or has other marks on the letters of each.
func TestSaidAgainWithLosses(t *testing.T) {
	i := strings.Index(article, "The dog belongs")
	line := article[i : i+strings.IndexByte(article[i:], '\n')]
	fewer := strings.Replace(line, " the ", " ", 2)
	first, second := strings.NewReplacer("i", "î", "e", "é").Replace(line), strings.NewReplacer("o", "ô", "a", "á").Replace(line)
	for name, copies := range map[string]string{"words": fewer + "\n\n" + line, "marks": first + "\n\n" + second} {
		twice := replace(t, article, line, copies)
		for k, texts := range [][]string{{twice, article}, {article, twice, replace(t, article, "two sacks", "ten sacks")}} {
			got := rebuildAll(texts...)
			if n := strings.Count(token.Bare(got), "nobody"); n != 1 {
				t.Errorf("%s, %d: %d times:\n%s", name, k, n, got)
			}
		}
	}
	changed := strings.Fields(line)
	for k := 3; k < len(changed); k += 3 {
		changed[k] = "other" + changed[k]
	}
	like := replace(t, article, line, line+"\n\n"+strings.Join(changed, " "))
	if got := rulesOf(witness("a", like), witness("b", article)); slices.Contains(got, "said-again") {
		t.Errorf("a paragraph in like words: rules %q", got)
	}
}

// TestPulled has a sentence that a page pulls out of its text, and a line that
// returns whole.
func TestPulled(t *testing.T) {
	pulled := replace(t, article, "\n\nLast year", "\n\n“In the evening it comes back the same way”\n\nLast year")
	if got := rebuildAll(pulled, article); got != article {
		t.Errorf("got\n%s\nwant\n%s", got, article)
	}
	sent := replace(t, article, "\n\nLast year", "\n\n“In the evening it comes back the same way” Click To Tweet\n\nLast year")
	if got := rebuildAll(sent, article); got != article {
		t.Errorf("with a button: got\n%s\nwant\n%s", got, article)
	}
	summed := replace(t, article, "\n\nEvery morning", "\n\nKey points\n• The letters that arrived filled two sacks\n• In the evening it comes back the same way\n\nEvery morning")
	if got := rebuildAll(summed, article); got != article {
		t.Errorf("got\n%s\nwant\n%s", got, article)
	}
	refrain := "\n\nAnd the ferry goes over, and the ferry comes back."
	song := replace(t, article, "\n\nThe dog", refrain+"\n\nThe dog", "\n\nLast year", refrain+"\n\nLast year")
	if got := rebuildAll(song, strings.Replace(song, refrain, "", 1)); got != song {
		t.Errorf("got\n%s\nwant\n%s", got, song)
	}
}

// TestPulledAsksTheOthers has a line that its copy says within a paragraph too, where
// the others have nothing of that: the line is theirs as much.
func TestPulledAsksTheOthers(t *testing.T) {
	const aside = "the crew of the night boat never asked"
	own := replace(t, article, "asking why.", "asking why, and "+aside+", they say.", "\n\nLast year", "\n\n"+aside+".\n\nLast year")
	got := rulesOf(witness("a", own), witness("b", article))
	if slices.Contains(got, "said-again") {
		t.Errorf("rules %q", got)
	}
}

// rulesOf lists the rules that the apparatus of some copies names.
func rulesOf(ws ...*corpus.Witness) (out []string) {
	for e := range rebuild(ws...).Variants().Entries() {
		out = append(out, e.Rule)
	}
	return out
}

// TestFlankReasons has a line behind the article that another copy lacks: one that
// ends there, or one that broke off just before.
func TestFlankReasons(t *testing.T) {
	const line = "\n\nShare this | Print | Log in"
	framed := article + line
	for _, c := range []struct{ other, why string }{
		{article, "witness: other copies begin or end here without it"},
		{strings.TrimSuffix(article, " gave up."), "witness: no other copy reaches so far, and it reads like a page's frame"},
	} {
		a := flag(t, witness("a", framed), framed, .8, strings.TrimSpace(line))
		var why []string
		for _, r := range rebuild(a, witness("b", c.other), witness("c", c.other)).Removals {
			why = append(why, r.Why...)
		}
		if !slices.Contains(why, c.why) {
			t.Errorf("%q", why)
		}
	}
}

// TestFlankNamesWhoEnds holds that the entry of a line dropped behind the article names
// the copies that end with the article on the side of nothing, also one that ends a
// word early, and not one that broke off far before.
func TestFlankNamesWhoEnds(t *testing.T) {
	const line = "\n\nShare this | Print | Log in"
	framed := article + line
	a := flag(t, witness("a", framed), framed, .8, strings.TrimSpace(line))
	b, c := witness("b", article), witness("c", strings.TrimSuffix(article, " up.")+".")
	d := witness("d", article[:len(article)/2])
	for e := range rebuild(a, b, c, d).Variants().Entries() {
		if e.Rule != "unsupported-flank" {
			continue
		}
		if got := e.Readings[0]; got.Text != "" || !slices.Equal(got.Witnesses, []string{"b", "c"}) {
			t.Errorf("%q has %v", got.Text, got.Witnesses)
		}
		return
	}
	t.Error("no line was dropped")
}
