package reconstruct_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestMovedHeadingStandsOnce gives two copies one of which has a heading behind
// another heading.
func TestMovedHeadingStandsOnce(t *testing.T) {
	const dog, council = "What the dog wants", "What the council did"
	text := replace(t, article, "The dog belongs", dog+"\n\nThe dog belongs", "Last year", council+"\n\nLast year")
	moved := replace(t, text, dog+"\n\n", "", council, council+"\n\n"+dog)
	for _, ws := range [][]string{{text, moved}, {moved, text}} {
		if got := rebuild(witness("a", ws[0]), witness("b", ws[1])).Article.Text; got != text {
			t.Errorf("got\n%s", got)
		}
	}
	refrain := replace(t, moved, "The dog belongs", dog+"\n\nThe dog belongs")
	if got := rebuild(witness("a", refrain), witness("b", text)).Article.Text; strings.Count(got, dog) != 2 {
		t.Errorf("a copy has it twice, got\n%s", got)
	}
}

// TestHyphenatedCopy gives a copy that was hyphenated at the ends of its lines.
func TestHyphenatedCopy(t *testing.T) {
	split := replace(t, article, "passengers", "passen-gers", "arrived", "arri-ved")
	if got := rebuild(witness("a", article), witness("b", split)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestMovedItemStandsWhereMostHaveIt gives a line of a list that one copy moved and
// another lost: neither place has most groups for it.
func TestMovedItemStandsWhereMostHaveIt(t *testing.T) {
	const item = "two sacks of letters"
	text := replace(t, article, "Last year", "three passengers\n"+item+"\nan old pier\nthe captain's chair\n\nLast year")
	moved := replace(t, text, item+"\n", "", "captain's chair", "captain's chair\n"+item)
	lost := replace(t, text, item+"\n", "", "asking why", "asking us why")
	got := rebuild(witness("a", text), witness("b", strings.ReplaceAll(text, "\n\n", "\n \n")), witness("c", moved), witness("d", lost)).Article.Text
	if got != text {
		t.Errorf("got\n%s", got)
	}
}

// TestLostSpace gives a copy that lost the space behind a small word.
func TestLostSpace(t *testing.T) {
	if got := rebuild(witness("a", article), witness("b", replace(t, article, "the rail", "therail"))).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestSuspectLineIsNotMoved has a heading of others that a copy has as a line of its
// page: it is none that was moved.
func TestSuspectLineIsNotMoved(t *testing.T) {
	const dog, council = "What the dog wants", "What the council did"
	text := replace(t, article, "The dog belongs", dog+"\n\nThe dog belongs", "Last year", council+"\n\nLast year")
	moved := replace(t, text, dog+"\n\n", "", council, council+"\n\n"+dog)
	if got := rulesOf(witness("a", text), witness("b", moved)); !slices.Contains(got, "moved-line") {
		t.Errorf("rules %q", got)
	}
	if got := rulesOf(witness("a", text), flag(t, witness("b", moved), moved, .8, dog)); slices.Contains(got, "moved-line") || !slices.Contains(got, "suspected") {
		t.Errorf("suspect: rules %q", got)
	}
}

// TestTitleOfALaterPage has two pages that share nothing but the title, at the head of
// each, where the later one is the longer.
func TestTitleOfALaterPage(t *testing.T) {
	page := func(name string, paragraphs int) string {
		var out []string
		for i := range paragraphs {
			line := "Then"
			for j := range 12 {
				line += fmt.Sprintf(" %s%c%c", name, 'a'+i, 'a'+j)
			}
			out = append(out, line+".")
		}
		return strings.Join(out, "\n\n")
	}
	const title = "The Ferry That Waits\n\n"
	first, later := page("rel", 14), page("mon", 18)
	one, two := witness("a", title+first), witness("b", title+later)
	one.Page, two.Page = 1, 2
	if got, want := rebuild(one, two).Article.Text, title+first+"\n\n"+later; got != want {
		t.Errorf("got\n%s", got)
	}
}
