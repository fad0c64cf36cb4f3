package repair

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// seed reads the real copy whose number is given, from beside the
// repository.
func seed(t *testing.T, number string) string {
	t.Helper()
	found, _ := filepath.Glob("../../../shared/seeds/" + number + "_*.txt")
	if len(found) != 1 {
		t.Skip("the real copies are not beside the repository")
	}
	text, err := os.ReadFile(found[0])
	if err != nil {
		t.Skip(err)
	}
	return string(text)
}

func TestSeedByteOrderMark(t *testing.T) {
	doc := run(t, "en", seed(t, "000"), Characters{}, Lines{})
	if len(doc.Draft.Edits) != 1 || doc.Draft.Edits[0].Was != "锘?" {
		t.Errorf("edits %+v", doc.Draft.Edits)
	}
}

// paragraphs returns the lines of a text as a set.
func paragraphs(text string) map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Split(strings.ReplaceAll(text, "…", "..."), "\n") {
		set[line] = true
	}
	return set
}

func TestSeedEatenWords(t *testing.T) {
	whole := paragraphs(seed(t, "003"))
	doc := run(t, "en", seed(t, "001"), Characters{}, Lines{})
	if n := kinds(doc, corpus.KindEaten); n != 40 {
		t.Errorf("%d words came back, want 40", n)
	}
	lines := strings.Split(doc.Draft.Text, "\n")
	for _, line := range lines[1:] {
		if line != "" && !whole[line] {
			t.Errorf("not as in the whole copy: %q", line)
		}
	}
}

func TestSeedUnwrapped(t *testing.T) {
	whole := paragraphs(seed(t, "003"))
	doc := run(t, "en", seed(t, "002"), Characters{}, Lines{})
	glued := 0
	for _, line := range strings.Split(doc.Draft.Text, "\n")[1:] {
		if !whole[line] {
			glued++
		}
	}
	// One paragraph ends in a line that is full by chance.
	if glued > 1 {
		t.Errorf("%d paragraphs are not as in the whole copy", glued)
	}
}

func TestSeedApostrophes(t *testing.T) {
	doc := run(t, "it", seed(t, "004"), Characters{}, Lines{})
	if strings.Contains(doc.Draft.Text, "';") || kinds(doc, corpus.KindEntity) != 24 || len(doc.Draft.Edits) != 24 {
		t.Errorf("%d edits", len(doc.Draft.Edits))
	}
}
