package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestHeadings finds the title of pages of markup.
func TestHeadings(t *testing.T) {
	prose := strings.Repeat("<p>The ferry runs from the mill to the weir, and whoever misses it must walk back along the river in the dark.</p>", 8)
	for name, c := range map[string]struct{ head, body, want string }{
		"the heading that <title> has": {"Ferries of the Weir | Harrowby News", "<h1>Harrowby News</h1><p>Latest</p><h2>Ferries of the Weir</h2>" + prose, "Ferries of the Weir"},
		"in a link":                    {"Ferries of the Weir - Harrowby", "<h3>More ferries</h3><h1><a href=x><span>Ferries of the Weir</span></a></h1>" + prose, "Ferries of the Weir"},
		"said otherwise in <title>":    {"Weir ferries: all that run in May", "<h2>Menu of the day</h2><h1>All Ferries That Run</h1>" + prose, "All Ferries That Run"},
		"the only <h1>":                {"Harrowby", "<h2>Search</h2><h1>Where the Boats Went</h1>" + prose, "Where the Boats Went"},
		"the higher of two":            {"Ferries of the Weir", "<h3>Ferries of the Weir</h3><h1>Ferries of the Weir</h1>" + prose, "Ferries of the Weir"},
	} {
		doc := plain(t, "<html><head><title>"+c.head+"</title></head><body>"+c.body+"</body></html>")
		doc.Language = "en"
		if err := (Propose{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(marked(doc, corpus.RoleTitle), "/"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
