package reconstruct_test

import (
	"strings"
	"testing"
)

// raiseWords gives each word a capital.
func raiseWords(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// TestLevelledCase has a copy in capitals, in small letters or with a capital for
// each word beside one that is neither: it says nothing of case.
func TestLevelledCase(t *testing.T) {
	for name, level := range map[string]func(string) string{"capitals": strings.ToUpper, "small": strings.ToLower, "words": raiseWords} {
		t.Run(name, func(t *testing.T) {
			if got := rebuild(witness("a", level(article)), witness("b", article)).Article.Text; got != article {
				t.Errorf("got\n%s\nwant\n%s", got, article)
			}
			two := rebuild(witness("a", level(article)), witness("b", level(replace(t, article, "The Ferry That Waits\n\n", ""))), witness("c", article))
			if got := two.Article.Text; got != article {
				t.Errorf("with two of them: got\n%s\nwant\n%s", got, article)
			}
		})
	}
}

// TestHeadingInCapitals has a heading in capitals in one copy of two, and in most.
func TestHeadingInCapitals(t *testing.T) {
	raised := replace(t, article, "The Ferry That Waits", "THE FERRY THAT WAITS")
	for name, texts := range map[string][]string{"one of two": {article, raised}, "and the other way": {raised, article}, "two of three": {raised, article, replace(t, raised, "two sacks", "ten sacks")}} {
		if got := rebuildAll(texts...); !strings.HasPrefix(got, "The Ferry That Waits\n") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	if got := rebuildAll(raised, replace(t, raised, "two sacks", "ten sacks")); !strings.HasPrefix(got, "THE FERRY THAT WAITS\n") {
		t.Errorf("in all copies:\n%s", got)
	}
}
