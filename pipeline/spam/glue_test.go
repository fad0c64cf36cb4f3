package spam

import (
	"strings"
	"testing"
)

// Of a genuine and an injected sentence without a line break or a full stop
// between them only the injected one falls.
func TestSeams(t *testing.T) {
	par := strings.Split(orchard, "\n\n")
	const offer = "Order vintage harmonica reeds for $19 each at www.reedvelmo44.biz today."
	for _, c := range []struct{ name, genuine string }{
		{"heading", "Ladders for an old orchard"},
		{"last item of a list", "a saw, a ladder, two pears"},
		{"abbreviation", "The old saw belonged to the neighbours and to Mr."},
		{"closing quote", "The neighbours said of the tree “it is dead”"},
	} {
		text := strings.Join([]string{par[0], par[1], c.genuine + " " + offer, par[2], par[3], par[4]}, "\n\n")
		want := strings.Join([]string{par[0], par[1], c.genuine, par[2], par[3], par[4]}, "\n\n")
		if got := cut(t, detect(t, text, "en")); got != want {
			t.Errorf("%s: left %q", c.name, got)
		}
	}
	behind := strings.Replace(orchard, "my father looked at the trunk", offer+" my father looked at the trunk", 1)
	if got := cut(t, detect(t, behind, "en")); !strings.Contains(got, "my father looked at the trunk and said it was sound.") {
		t.Errorf("the rest of the sentence is gone: %q", got)
	}
}
