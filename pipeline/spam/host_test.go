package spam

import (
	"strings"
	"testing"
)

func TestSites(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"See www.well-diggers for more of it.", 1},
		{"See https://intranet/wells for more of it.", 1},
		{"See well-diggers.co.uk and brunnen.de for more.", 2},
		{"See diggers.example for more of it.", 1},
		{"Write to baker@brunnen.de about it.", 0},
		{"Use javax.xml.crypto.dom and am.keepcr here.", 0},
		{"Set user.signingKey to the name of the key.", 0},
		{"See urls.py, views.py and models.py for more of it.", 0},
		{"See urls.py for more of it.", 1},
		{"The call in.read() waits for more of it.", 0},
	} {
		p := newPage(c.text+" "+strings.Repeat("We dug the well in May. ", 5), "en")
		if got, _, _ := p.links(p.sentences[0]); got != c.want {
			t.Errorf("%q: %d sites, want %d", c.text, got, c.want)
		}
	}
}
