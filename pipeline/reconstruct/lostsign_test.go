package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestQuestionMarksForSigns has two copies that lost their signs to question marks,
// and one that has them.
func TestQuestionMarksForSigns(t *testing.T) {
	want := strings.NewReplacer("...", "…", "1988, ", "1988 — ").Replace(article)
	lost := strings.NewReplacer("…", "?", "—", "?").Replace(want)
	whole, odd := replace(t, want, "The Ferry That Waits\n\n", ""), replace(t, lost, "two sacks", "ten sacks")
	if got := rebuild(witness("a", whole), witness("b", lost), witness("c", odd)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestNoBreakSpacesLost has a copy in which no-break spaces became question marks.
func TestNoBreakSpacesLost(t *testing.T) {
	want := strings.NewReplacer(` "`, " «\u00a0", `" `, "\u00a0» ", "\"\n", "\u00a0»\n").Replace(article)
	lost := strings.ReplaceAll(want, "\u00a0", "?")
	var ws []*corpus.Witness
	for i, text := range []string{replace(t, want, "The Ferry That Waits\n\n", ""), lost, replace(t, lost, "two sacks", "ten sacks")} {
		ws = append(ws, witness(string(rune('a'+i)), text))
		ws[i].Language = "fr"
	}
	if got := rebuild(ws...).Article.Text; strings.Count(got, "?") != 1 {
		t.Errorf("got\n%s", got)
	}
}

// TestFewQuotesLeft has two copies that kept one of their quotes: they say the less
// of the form.
func TestFewQuotesLeft(t *testing.T) {
	want := strings.NewReplacer(` "`, " “", `" `, "” ", "\"\n", "”\n").Replace(article)
	few := strings.NewReplacer("“W", "«W", "“b", "?b", "”", "?").Replace(want)
	var ws []*corpus.Witness
	for i, text := range []string{want, few, replace(t, few, "The Ferry That Waits\n\n", "")} {
		ws = append(ws, witness(string(rune('a'+i)), text))
		ws[i].Language = "eu"
	}
	if got := rebuild(ws...).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestLostEllipsis has a copy that lost its ellipses and one that lacks the
// sentence, which does not speak of them.
func TestLostEllipsis(t *testing.T) {
	without := replace(t, article, "The dog belongs to nobody... ", "")
	if got := rebuild(witness("a", strings.TrimPrefix(replace(t, article, "...", ""), "The Ferry That Waits\n\n")), witness("b", replace(t, article, "two sacks", "ten sacks")), witness("c", without)).Article.Text; got != article {
		t.Errorf("got\n%s\nwant\n%s", got, article)
	}
}
