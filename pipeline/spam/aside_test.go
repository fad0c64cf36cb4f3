package spam

import (
	"strings"
	"testing"
)

// What was injected into a sentence does not vouch for the pingback that says it
// again, whether a space stands before the comma behind it or none.
func TestAsideInSentences(t *testing.T) {
	pingbacks := "\n\nPingback: cheap harmonica reeds\nVisit our warehouse for velvety harmonica reeds sold worldwide.\n\nTrackback: cheap harmonica reeds\nVisit our warehouse for velvety harmonica cases sold worldwide."
	for _, phrase := range []string{" cheap harmonica reeds ,", " cheap harmonica reeds,"} {
		text := replace(t, orchard, "the branch, and", "the branch"+phrase+" and") + pingbacks
		got := strings.TrimSpace(cut(t, detect(t, text, "en")))
		if got != orchard && got != replace(t, orchard, "the branch, and", "the branch"+phrase+" and") {
			t.Errorf("left %q", got)
		}
	}
}

// Where the article itself speaks of it, it does vouch.
func TestHonestPingbacks(t *testing.T) {
	text := replace(t, orchard, "the branch, and", "the branch with harmonica reeds from the cases, and") + "\n\nPingback: harmonica reeds of the orchard\nMy warehouse of harmonica reeds\n\nTrackback: harmonica cases\nHarmonica cases in a cellar"
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q", text[q.Start:q.End])
	}
}
