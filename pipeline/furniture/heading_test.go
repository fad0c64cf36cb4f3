package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestHeadings finds the title of pages of markup.
func TestHeadings(t *testing.T) {
	prose := strings.Repeat("<p>The ferry runs from the mill to the weir, and whoever misses it must walk back along the river in the dark.</p>", 8)
	const named = "</title><meta property=\"og:title\" content=\"Where the Boats Went\"><title>"
	for name, c := range map[string]struct{ head, body, want string }{
		"the heading that <title> has":    {"Ferries of the Weir | Harrowby News", "<h1>Harrowby News</h1><p>Latest</p><h2>Ferries of the Weir</h2>" + prose, "Ferries of the Weir"},
		"in a link":                       {"Ferries of the Weir - Harrowby", "<h3>More ferries</h3><h1><a href=x><span>Ferries of the Weir</span></a></h1>" + prose, "Ferries of the Weir"},
		"said otherwise in <title>":       {"Weir ferries: all that run in May", "<h2>Menu of the day</h2><h1>All Ferries That Run</h1>" + prose, "All Ferries That Run"},
		"the only <h1>":                   {"Harrowby", "<h2>Search</h2><h1>Where the Boats Went</h1>" + prose, "Where the Boats Went"},
		"the higher of two":               {"Ferries of the Weir", "<h3>Ferries of the Weir</h3><h1>Ferries of the Weir</h1>" + prose, "Ferries of the Weir"},
		"not a section with more of it":   {"Ferries of the Weir by May | Boats", "<h1>Ferries of the Weir</h1>" + prose + "<h2>Which boats and ferries of the weir by May</h2>" + prose, "Ferries of the Weir"},
		"the part before the book's name": {"Plan and Readers | A First Book of Ferries", "<h1>A First Book of Ferries</h1><h2>Plan and Readers</h2>" + prose, "Plan and Readers"},
		"the part behind a colon":         {"Ada's Log: Ferries of the Weir", "<h1>Ada's Log</h1><h2>Ferries of the Weir</h2>" + prose, "Ferries of the Weir"},
		"with its colon":                  {"Ferries of the Weir: a guide", "<h2>Ferries of the Weir</h2><h1>Ferries of the Weir - A Guide</h1>" + prose, "Ferries of the Weir - A Guide"},
		"not the name of the book":        {"All the Ferries That May Run on Sundays - A Book of Boats", "<h1>A Book of Boats</h1><h2>All the Ferries That Can Run on Sundays</h2>" + prose, "All the Ferries That Can Run on Sundays"},
		"what other sites are told":       {"All of May" + named, "<h2>All Ferries That Run in May</h2><h1>Where the Boats Went</h1>" + prose, "Where the Boats Went"},
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
