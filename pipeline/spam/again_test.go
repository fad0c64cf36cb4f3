package spam

import "testing"

// TestReweigh has a phrase between odd spaces that an injected sentence vouches for, until
// that one falls.
func TestReweigh(t *testing.T) {
	text := replace(t, orchard, "held the ladder, gave", "held the ladder\u00a0reeds\u00a0, gave")
	text = replace(t, text, " A tree that loses", " I found great reeds on www.velmo44.biz and saved $49. A tree that loses")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}
