package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A copy that was cut says nothing of what stands beyond, and what is left of the word
// in which it was is no reading.
func TestCutCopySaysNothingBeyond(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	before := func(s string) string { return article[:strings.Index(article, s)] }
	behind := func(s string) string { _, rest, _ := strings.Cut(article, s); return rest }
	for name, cut := range map[string]string{
		"in the last word but one":      before("gave up") + "ga",
		"in the last sentence":          before("gave up"),
		"in mid-word":                   before("asking why") + "as",
		"where a word is left":          before("then who") + "the",
		"the beginning, in mid-word":    "senger" + behind("three passenger"),
		"the beginning, in a sentence":  behind("the old pier with "),
		"the beginning, at a paragraph": behind("carry the dog?\"\n\n"),
	} {
		t.Run(name, func(t *testing.T) {
			whole := witness("a", article)
			whole.Marks = []corpus.Mark{{Start: 0, End: len(strings.Fields(title)), Role: corpus.RoleTitle}}
			if got := rebuild(whole, witness("b", cut)).Article.Text; got != article {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// Where a copy goes on alone, and lost words with the line breaks round a stretch, so that
// no sentence begins or ends with it, the stretch reads as prose all the same.
func TestStretchBetweenBreaksStays(t *testing.T) {
	const line = "in summer it is a fair of sorts. It is hot by then, and the man with a drum is the only one at work, but nobody would leave without"
	text := article + "\n\nThere is more to say of it\n" + line + "\nbread and the news of the town, which the mate brings."
	a := flag(t, witness("a", text), text, .8, line)
	cut := func(id, before, end string) *corpus.Witness {
		return witness(id, article[:strings.Index(article, before)]+end)
	}
	if got := rebuild(a, cut("b", "gave up", "ga"), cut("c", "council gave", "cou")).Article.Text; !strings.Contains(got, "nobody would leave") {
		t.Errorf("got\n%s", got)
	}
}

// Where a copy goes on alone, a name in its sentence stays though a stage suspects it.
func TestNameBeyondTheBorderStays(t *testing.T) {
	const more = "\n\nThe crew have their own view of it, and the mate Aldo Ferrante, who feeds the dog in the winter, tells it to whoever asks. He says that the ferry waits for the dog and not the other way round."
	text := article + more
	for name, c := range map[string]struct {
		score float64
		stays bool
	}{
		"somewhat suspected": {.4, true},
		"much suspected":     {.6, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := rebuild(flag(t, witness("a", text), text, c.score, "Aldo Ferrante"), witness("b", article)).Article.Text
			if stays := got == text; stays != c.stays {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// The frame of a page whose copy ends where the others do still falls.
func TestFrameBehindTheEndFalls(t *testing.T) {
	const frame = "\n\nPrint this page\n\nWrite to the editor at www.example.org"
	if got := rebuild(witness("a", article+frame), witness("b", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// A copy that begins below the title, with a heading or at a sentence, does not take from
// the copy that has the title what stands between them.
func TestCopyBeginsBelowTheTitle(t *testing.T) {
	text := replace(t, article, "The dog belongs", "How it began\n\nThe dog belongs", "Every morning", "OLD PIER -- Every morning", "the crew have", "the crew of the ferry that waits have")
	for name, from := range map[string]string{"a heading": "How it began", "a sentence": "Every morning"} {
		whole, cut := witness("a", text), witness("b", text[strings.Index(text, from):])
		whole.Marks = []corpus.Mark{{Start: 0, End: 4, Role: corpus.RoleTitle}}
		if strings.HasPrefix(from, "How") {
			cut.Marks = []corpus.Mark{{Start: 0, End: 3, Role: corpus.RoleTitle}}
		}
		if got := rebuild(whole, cut).Article.Text; got != text {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// A word that another copy has with damage before it was not torn.
func TestFirstWordIsWhole(t *testing.T) {
	damaged := witness("a", "Town Crier\n\nxx"+article)
	if got := rebuild(damaged, witness("b", article), witness("c", replace(t, article, "two sacks", "ten sacks"))).Article.Text; !strings.HasPrefix(got, "The") {
		t.Errorf("got %.60q", got)
	}
}
