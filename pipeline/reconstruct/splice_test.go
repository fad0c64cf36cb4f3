package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSplicedEnd gives a copy that was cut in mid-word the end of another text, which
// begins a sentence or shares words with what the other copies have there.
func TestSplicedEnd(t *testing.T) {
	text := article + "\n\nEvery passenger has a story of the dog. The council has two sacks of them, and Ilse Brandt another. In her evening letters she asks the council what a ferry is for, and the council, which wanted to close the route last year, says that it is for the dog."
	before := func(s string) string { return text[:strings.Index(text, s)] + s }
	for name, spliced := range map[string]string{
		"in the first word of a sentence": before("two sacks. Mo") + "onlight fell on an old tower. She had seen its bells as a child, with her uncle, and a rope that nobody was to touch. It hung there all these years.",
		"among words that stand there":    before("two sacks. Mo") + "onlight fell on an old tower. Her uncle had filled it with stories, and a bell of them was not for the route of her evening letters. When Ilse came to see him he was old, and his rope was gone.",
	} {
		t.Run(name, func(t *testing.T) {
			for _, others := range [][]*corpus.Witness{{witness("a", text)}, {witness("a", text), witness("c", replace(t, text, "three passengers", "four passengers"))}} {
				if got := rebuild(append(others, witness("b", spliced))...).Article.Text; got != text {
					t.Errorf("%d others: got\n%s", len(others), got)
				}
			}
		})
	}
}
