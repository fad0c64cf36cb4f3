package reconstruct_test

import (
	"fmt"
	"strings"
	"testing"
)

// noted puts a number in brackets behind each sentence.
func noted(text, form string) string {
	n := 0
	for _, end := range []string{". ", ".\n", "? ", ".\" "} {
		var b strings.Builder
		for i, piece := range strings.Split(text, end) {
			if i > 0 {
				n++
				b.WriteString(end[:len(end)-1] + fmt.Sprintf(form, n) + end[len(end)-1:])
			}
			b.WriteString(piece)
		}
		text = b.String()
	}
	return text
}

// TestNumbersOfNotes has two copies with the marks of notes, or times, that a third
// has nowhere.
func TestNumbersOfNotes(t *testing.T) {
	long := article + strings.ReplaceAll(article, "ferry", "bus")[strings.Index(article, "\n"):]
	for _, form := range []string{"[%d]", " [%02d:17]", " (%d)"} {
		got := rebuild(witness("a", noted(long, form)), witness("b", noted(replace(t, long, "The Ferry That Waits\n\n", ""), form)), witness("c", long)).Article.Text
		if got != long {
			t.Errorf("%s: got\n%s", form, got)
		}
	}
	whole := noted(long, "[%d]")
	if got := rebuild(witness("a", whole), witness("b", whole+"\n\nThe end."), witness("c", replace(t, whole, "[2]", ""))).Article.Text; !strings.Contains(got, "[2]") {
		t.Errorf("a number that one copy lost: got\n%s", got)
	}
}
