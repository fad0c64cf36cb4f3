package reconstruct_test

import (
	"strings"
	"testing"
)

// Paragraphs stand apart though the copies that break their lines have lost what stands
// beside the break, and the one that has it is of one line.
func TestBreakBesideALostParagraph(t *testing.T) {
	text := pageOne + pageTwo
	paras := strings.Split(text, "\n\n")
	for name, c := range map[string][]string{
		"one lost":       {strings.Join(append(append([]string{}, paras[:2]...), paras[3:]...), "\n\n"), strings.ReplaceAll(text, "\n\n", " ")},
		"a short text":   {article, strings.ReplaceAll(article, "\n\n", " ")},
		"and lost there": {replace(t, article, "Every morning", "\n\nEvery morning"), strings.ReplaceAll(article, "\n\n", " ")},
	} {
		t.Run(name, func(t *testing.T) {
			want := text
			if !strings.HasPrefix(name, "one") {
				want = article
			}
			if got := rebuild(witness("a", c[0]), witness("b", c[1])).Article.Text; got != want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}
