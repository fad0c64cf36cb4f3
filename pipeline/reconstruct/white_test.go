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

// Blank lines in the frame of a copy say nothing of how its paragraphs stand apart.
func TestBreaksBelowAFrame(t *testing.T) {
	single := strings.ReplaceAll(article, "\n\n", "\n")
	framed := "Home\n\nContact\n\nOur books\n\nSubscribe\n\nAll rights are ours\n\n" + single
	for _, ws := range [][]*corpus.Witness{
		{witness("a", framed), witness("b", single), witness("c", single)},
		{witness("a", framed), witness("b", strings.ReplaceAll(article, "\n\n", " ")), witness("c", framed)},
	} {
		if got := rebuild(ws...).Article.Text; !strings.HasSuffix(got, article) {
			t.Errorf("got\n%s", got)
		}
	}
}

// A copy that lost a sentence and goes on in the same line tells that no paragraph
// ended in what it lost, where another copy lost the rest of the paragraph.
func TestNoBreakWhereACopyGoesOn(t *testing.T) {
	boards, evening := " It simply boards, sits by the rail, and gets off on the other side.", " In the evening it comes back the same way, and the crew have stopped asking why."
	got := rebuild(witness("a", strings.ReplaceAll(article, "\n\n", " ")), witness("b", replace(t, article, boards, "")),
		witness("c", replace(t, article, boards+evening, ""))).Article.Text
	if got != article {
		t.Errorf("got\n%s", got)
	}
}

// The lines of a list stay together although the copies set their paragraphs apart by
// single breaks.
func TestListInSingleBreaks(t *testing.T) {
	list := "What the dog needs\n\n150 g barley\n½ litre of water\na small bone\n2 blankets"
	title, body, _ := strings.Cut(article, "\n\n")
	text := title + "\n\n" + list + "\n\n" + body
	single := strings.TrimSuffix(strings.ReplaceAll(text, "\n\n", "\n"), ".") + "\n" // it ends with no stop
	if got := rebuild(witness("a", single), witness("b", replace(t, single, "belongs to nobody", "belonged to nobody"))).Article.Text; !strings.Contains(got, list) {
		t.Errorf("got\n%s", got)
	}
}

// In a script without spaces a line that breaks off amid a sentence ends no paragraph.
func TestBreakAmidCharacters(t *testing.T) {
	first := strings.Repeat("古い手帳のあいだから一枚の写真が出てきた", 5) + "。"
	text := first + "\n駅前の店はまだ開いていて、老人が三人で茶を飲みながら昔の話をしていたので私たちは長いこと\n外で待っていた。\n" + strings.Replace(first, "写真", "手紙", 1)
	if got := rebuild(witness("a", text), witness("b", strings.Replace(text, "老人が三人", "老人が二人", 1))).Article.Text; strings.Contains(got, "こと\n\n外") || !strings.Contains(got, "。\n\n駅前") {
		t.Errorf("got\n%s", got)
	}
}
