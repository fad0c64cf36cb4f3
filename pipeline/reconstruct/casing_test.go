package reconstruct_test

import (
	"strings"
	"testing"
)

// TestLevelledCase has a copy in capitals, and one in small letters, beside one
// that is neither: they say nothing of case.
func TestLevelledCase(t *testing.T) {
	for name, level := range map[string]func(string) string{"capitals": strings.ToUpper, "small": strings.ToLower} {
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
