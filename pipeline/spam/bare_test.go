package spam

import "testing"

// TestBareLinks has links in mid-sentence that lost their markup.
func TestBareLinks(t *testing.T) {
	text := replace(t, orchard, "nobody told us", "nobody watch Dreson online free http://www.kelvane.net/288.html told us")
	text = replace(t, text, "before the buds swelled", "before watch Norett online free http://www.torbina.org/ the buds swelled")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	for name, put := range map[string][2]string{
		"governed":     {"nobody but the forum at http://www.kelvane.net/288.html told us", "before the forum at http://www.torbina.org/ the buds swelled"},
		"in brackets":  {"nobody watch Dreson online free (http://www.kelvane.net/288.html) told us", "before watch Norett online free (http://www.torbina.org/) the buds swelled"},
		"with endings": {"nobody URL http://www.kelvane.net/288.html를 told us", "before URL http://www.torbina.org/a를 the buds swelled"},
		"of one site":  {"nobody watch Dreson online free http://www.kelvane.net/288.html told us", "before watch Norett online free http://www.kelvane.net/ the buds swelled"},
	} {
		text := replace(t, orchard, "nobody told us", put[0])
		text = replace(t, text, "before the buds swelled", put[1])
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q", name, text[q.Start:q.End])
		}
	}
}

// TestBareLinkInList has one of three in a line of titles: the link falls, and the line stays.
func TestBareLinkInList(t *testing.T) {
	clean := orchard + "\n\nYearly Review Template, Transcript Download, How to graft a Quince Tree, Weekly Notes Archive"
	text := replace(t, clean, "nobody told us", "nobody Dreson Jersey http://www.kelvane.net/288.html told us")
	text = replace(t, text, "before the buds swelled", "before Norett Jersey http://www.torbina.org/ the buds swelled")
	text = replace(t, text, "graft a Quince", "graft Parlin Jersey http://www.zorvek.com/ a Quince")
	if got := cut(t, detect(t, text, "en")); got != clean {
		t.Errorf("left %q", got)
	}
}
