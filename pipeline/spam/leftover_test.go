package spam

import (
	"strings"
	"testing"
)

// TestLeftovers has what is left of a campaign once its phrases are certain.
func TestLeftovers(t *testing.T) {
	spaced := func(text string) string {
		text = replace(t, text, "behind the shed.", "behind the shed\u00a0Dreson Bootwear Outlet\u00a0.")
		text = replace(t, text, "swelled.", "swelled\u00a0Norett Bootwear Outlet\u00a0.")
		return replace(t, text, "trunk and", "trunk\u00a0Parlin Bootwear Outlet\u00a0and")
	}
	amid := func(rows string) string {
		return replace(t, orchard, "We began in February", rows+"\n\nWe began in February")
	}
	turns := "outlet bootwear denholm\ntall bootwear denholm\noutlet bootwear oakhurst\ntall bootwear oakhurst"
	verses := "heave away johnny\nheave away mary\nheave away johnny\nheave away mary"
	for name, c := range map[string]struct{ text, want string }{
		"rows in turn":         {spaced(amid(turns)), orchard},
		"nothing certain":      {amid(turns), amid(turns)},
		"verses beside spam":   {spaced(amid(verses)), amid(verses)},
		"excerpt below a link": {spaced(orchard) + "\n\nPingback: Tall Bootwear Denholm\nEvery kind of bootwear, in all colours you like.", orchard},
	} {
		if got := cut(t, detect(t, c.text, "en")); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s: left %q", name, got)
		}
	}
}
