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
