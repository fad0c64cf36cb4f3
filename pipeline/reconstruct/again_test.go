package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
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

// TestPulled has a sentence that a page pulls out of its text, and a line that
// returns whole.
func TestPulled(t *testing.T) {
	pulled := replace(t, article, "\n\nLast year", "\n\n“In the evening it comes back the same way”\n\nLast year")
	if got := rebuildAll(pulled, article); got != article {
		t.Errorf("got\n%s\nwant\n%s", got, article)
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
