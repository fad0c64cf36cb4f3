package reconstruct_test

import (
	"strings"
	"testing"
)

// TestCrossedSentences gives two copies each of which lost a sentence that the other has,
// the first at the end of a paragraph, the other in a paragraph of its own.
func TestCrossedSentences(t *testing.T) {
	const (
		before = "asking why."
		first  = " Nobody but the mate has ever counted how often that was."
		second = "Some sailors in the harbour say that it was once a captain of theirs."
	)
	full := replace(t, article, before, before+first+"\n\n"+second)
	a, b := replace(t, full, first, ""), replace(t, full, "\n\n"+second, "")
	if got := rebuild(witness("a", a), witness("b", b)).Article.Text; got != full {
		t.Errorf("got\n%s", got)
	}
	if strings.Contains(a, first) || strings.Contains(b, second) {
		t.Error("nothing was lost")
	}
}
