package reconstruct_test

import (
	"strings"
	"testing"
)

// TestNoBreakSpaces keeps the spaces before signs that one copy of two has, and makes
// none where a copy has nothing but such spaces.
func TestNoBreakSpaces(t *testing.T) {
	spaced := strings.NewReplacer("dog?", "dog\u00a0?", `"We`, "«\u00a0We", `it,"`, "it,\u00a0»", `"but`, "«\u00a0but", `?"`, "?\u00a0»").Replace(article)
	plain := strings.ReplaceAll(spaced, "\u00a0", " ")
	all := strings.ReplaceAll(plain, " ", "\u00a0")
	for name, c := range map[string][3]string{"kept": {spaced, plain, spaced}, "made": {plain, all, plain}} {
		a, b := witness("a", c[0]), witness("b", c[1])
		a.Language, b.Language = "fr", "fr"
		if got := rebuild(a, b).Article.Text; got != c[2] {
			t.Errorf("%s: got\n%q\nwant\n%q", name, got, c[2])
		}
	}
}
