package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestFormsOfPrograms has copies whose ellipses, quotes and apostrophes programs made:
// where these are at odds, or one has none, what they were made of is written; where all
// have the same it is the author's.
func TestFormsOfPrograms(t *testing.T) {
	plain := replace(t, article, "the crew have", "the crew haven't", "and a dog", "and the crew's dog")
	dots := func(form string) string { return strings.Replace(plain, "nobody...", "nobody"+form, 1) }
	ticks, acutes := strings.ReplaceAll(plain, "'", "`"), strings.ReplaceAll(plain, "'", "´")
	curly := strings.NewReplacer(` "`, " “", `" `, "” ", "\"\n", "”\n")
	backticks := strings.NewReplacer(` "`, " ``", `" `, "'' ", "\"\n", "''\n").Replace(plain)
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"two forms":               {[]string{dots(".."), dots(". . .")}, dots("…")},
		"one lost it":             {[]string{dots(".."), dots("")}, dots("…")},
		"an author's form":        {[]string{dots(".."), dots(". . ."), dots("...")}, dots("...")},
		"all alike":               {[]string{dots(".."), strings.TrimPrefix(dots(".."), "The Ferry That Waits\n\n")}, dots("..")},
		"alone":                   {[]string{dots("..")}, dots("..")},
		"apostrophes":             {[]string{ticks, acutes}, plain},
		"of typographic quotes":   {[]string{curly.Replace(ticks), curly.Replace(acutes)}, strings.ReplaceAll(curly.Replace(plain), "'", "’")},
		"quotes that one has not": {[]string{backticks, strings.ReplaceAll(plain, `"`, "")}, plain},
	} {
		if got := rebuildAll(c.copies...); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestDashOfALanguage has two copies with other dashes, one of which is the language's.
func TestDashOfALanguage(t *testing.T) {
	want := replace(t, article, "1988, \"", "1988 — \"", "a dog.", "a dog — always.")
	for language, want := range map[string]string{"ru": want, "sv": strings.ReplaceAll(want, "—", "–")} {
		a, b := witness("a", strings.ReplaceAll(want, "–", "—")), witness("b", strings.ReplaceAll(want, "—", "–"))
		a.Language, b.Language = language, language
		if got := rebuild([]*corpus.Witness{a, b}...).Article.Text; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", language, got, want)
		}
	}
}

// TestDoubledQuotesKeepDashes has a copy whose quotes were doubled, which leaves dashes
// alone, and one in which all signs were flattened.
func TestDoubledQuotesKeepDashes(t *testing.T) {
	want := replace(t, article, "nobody...", "nobody…", "a dog.", "a dog — always.")
	doubled := strings.ReplaceAll(want, `"`, `""`)
	flat := strings.NewReplacer("—", "-", "…", "...").Replace(want)
	if got := rebuildAll(doubled, flat); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
