package spam

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/token"
)

// TestSmallStem holds the quick stem of small letters against its definition.
func TestSmallStem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching("[a-fsuyz]{1,9}").Draw(t, "word")
		if small := smallLetters(word, token.Name(word)); small != (len(word) <= 8) {
			t.Fatalf("%q has small letters: %t", word, small)
		}
		if len(word) > 8 {
			return
		}
		if n := smallStem(token.Name(word), len(word)); word[:n] != stem(word) {
			t.Errorf("the stem of %q is %q, and %q quickly", word, stem(word), word[:n])
		}
	})
	for _, word := range []string{"B", "aB", "a1", "é", "naïve", ""} {
		if word != "" && smallLetters(word, token.Name(word)) {
			t.Errorf("%q has other letters than small ones", word)
		}
	}
}
