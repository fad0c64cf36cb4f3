package reconstruct_test

import (
	"strings"
	"testing"
)

// TestSpaceOfTheSounderCopy has a copy that misread letters and lost the space between two words
// that stand nowhere else: of two copies the sounder one is right.
func TestSpaceOfTheSounderCopy(t *testing.T) {
	noise := strings.NewReplacer("the old", "tbe old", "a dog.", "a dcg.", "the line", "fhe line", "The dog", "The clog", "the rail", "thc rail", "and gets", "aud gets",
		"the evening", "tlie evening", "the crew", "ttie crew", "the council gave", "lhe council gave", "about the", "about rhe", "the way", "ihe way").Replace(article)
	if got := rebuildAll(article, replace(t, noise, "two sacks", "twosacks")); got != article {
		t.Errorf("got\n%s", got)
	}
}
