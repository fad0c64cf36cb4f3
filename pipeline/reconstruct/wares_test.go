package reconstruct_test

import (
	"slices"
	"testing"
)

// TestWhatWasInjectedElsewhere has a copy out of which spam was cut, and one
// sentence more about the same wares, which the other copy lacks.
func TestWhatWasInjectedElsewhere(t *testing.T) {
	const more = " Zither strings from Norwick reach you within three days."
	b := witness("b", replace(t, article, "asking why.", "asking why."+more))
	if got := rebuild(witness("a", article), b).Article.Text; got == article {
		t.Fatal("nothing was cut, and the sentence falls")
	}
	b.Injected = []string{"norwick", "order", "strings", "zither"}
	slices.Sort(b.Injected)
	if got := rebuild(witness("a", article), b).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestOnePhraseTwice has a copy with one phrase in two places, of words that the
// article has.
func TestOnePhraseTwice(t *testing.T) {
	b := replace(t, article, "pier with", "pier the dog letters with", "wanted to", "wanted the dog letters to")
	if got := rebuild(witness("a", article), witness("b", b)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}
