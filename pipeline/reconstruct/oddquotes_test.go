package reconstruct_test

import (
	"strings"
	"testing"
)

// TestDoubledQuotes has a copy alone that has each quote twice, the single ones
// among them.
func TestDoubledQuotes(t *testing.T) {
	want := replace(t, article, "the old pier", "the 'old' pier")
	doubled := strings.NewReplacer(`"`, `""`, "'", "''").Replace(want)
	if got := rebuild(witness("a", doubled)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestColonsForQuotes has a copy in which colons stand for the quotes, also where
// it stands alone.
func TestColonsForQuotes(t *testing.T) {
	want := strings.NewReplacer(` "`, " “", `" `, "” ", "\"\n", "”\n").Replace(replace(t, article, "The letters that", "One said: the \"letters\" that"))
	colons := strings.NewReplacer("“", ":", "”", ":").Replace(want)
	cut, _, _ := strings.Cut(want, "\n\nLast year")
	if got := rebuild(witness("a", cut), witness("b", colons)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestColonsAtTheStart has copies with colons for the quotes, the first before the
// first word.
func TestColonsAtTheStart(t *testing.T) {
	want := "“The Ferry” That Waits" + strings.TrimPrefix(strings.NewReplacer(` "`, " “", `" `, "” ", "\"\n", "”\n").Replace(article), "The Ferry That Waits")
	colons := strings.NewReplacer("“", ":", "”", ":").Replace(want)
	_, body, _ := strings.Cut(want, "\n\n")
	if got := rebuild(witness("a", body), witness("b", colons)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
