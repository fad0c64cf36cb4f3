package reconstruct_test

import (
	"strings"
	"testing"
)

// TestStraightQuotesOfATypesetCopy has a copy with straight quotes and an ellipsis
// that nobody flattened, and one with curly quotes.
func TestStraightQuotesOfATypesetCopy(t *testing.T) {
	want := replace(t, article, "...", "…", "The dog", "The crew's dog")
	curly := strings.NewReplacer(` "`, " “", `" `, "” ", "\"\n", "”\n", "'", "’").Replace(want)
	if got := rebuild(witness("a", want), witness("b", curly)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
