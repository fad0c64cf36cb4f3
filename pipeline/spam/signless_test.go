package spam

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSignless holds that in a text no word or end of which has a sign of markup before
// it no link in markup begins.
func TestSignless(t *testing.T) {
	piece := rapid.SampledFrom([]string{"[", "<", "&", "!", "=", " ", "\n", "word", "é", "語", "...", "http://a.org", "<a href=http://a.org>b</a>", "[b](http://a.org)", "\u00a0", "12", "\u0301", "“"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "pieces"), "")
		if p := newPage(text, "en"); p.some&markupBefore == 0 && strings.ContainsAny(text, "[<&") {
			t.Fatalf("%q has a sign that the page does not know of", text)
		}
	})
}
