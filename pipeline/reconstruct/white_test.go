package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Paragraphs stand apart though the copies that break their lines have lost what stands
// beside the break, and the one that has it is of one line.
func TestBreakBesideALostParagraph(t *testing.T) {
	text := pageOne + pageTwo
	paras := strings.Split(text, "\n\n")
	for name, c := range map[string][]string{
		"one lost":     {strings.Join(append(append([]string{}, paras[:2]...), paras[3:]...), "\n\n"), strings.ReplaceAll(text, "\n\n", " ")},
		"a short text": {article, strings.ReplaceAll(replace(t, article, "two sacks", "ten sacks"), "\n\n", " "), strings.ReplaceAll(replace(t, article, "old pier", "new pier"), "\n\n", " ")},
	} {
		t.Run(name, func(t *testing.T) {
			want := text
			if !strings.HasPrefix(name, "one") {
				want = article
			}
			var ws []*corpus.Witness
			for i, text := range c {
				ws = append(ws, witness(string(rune('a'+i)), text))
			}
			if got := rebuild(ws...).Article.Text; got != want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}
