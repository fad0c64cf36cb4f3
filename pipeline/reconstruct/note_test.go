package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSpamWithinANote has copies of an article with its author's note in brackets, of which
// one has more in the brackets: that is not the note. A note that it has alone stays.
func TestSpamWithinANote(t *testing.T) {
	const note, more = "(words and pictures: a sailor of the coast, letters to https://sailor.example.org)", " replica jersey new 2013)"
	noted := func(id, text, note string) *corpus.Witness {
		text += "\n\n" + note
		w := witness(id, text)
		w.Marks = []corpus.Mark{{Start: len(witness("", article).Words), End: len(w.Words), Role: corpus.RoleAuthorBox}}
		return w
	}
	long := strings.TrimSuffix(note, ")") + more
	got := rebuild(noted("a", article, note), noted("b", replace(t, article, "old pier", "new pier"), long)).Article.Text
	if !strings.HasSuffix(got, note) {
		t.Errorf("ends with %q", got[len(got)-120:])
	}
	got = rebuild(witness("a", article), noted("b", replace(t, article, "old pier", "new pier"), note)).Article.Text
	if !strings.HasSuffix(got, note) {
		t.Errorf("ends with %q", got[len(got)-120:])
	}
}
