package spam

import (
	"strings"
	"testing"
)

// A heading that was run into an injected sentence stays where another injected
// sentence begins as this one does, or is in its script.
func TestBehindHeadings(t *testing.T) {
	const first = "Visit our online warehouse with cheap Tarnkol filters and quiet aquarium pumps delivered worldwide."
	const second = "Visit our online warehouse with cheap Brindle heaters and quiet aquarium pumps delivered worldwide."
	base := pumped(t)
	clean := cut(t, detect(t, base, "en"))
	for _, c := range []struct{ heading, first, second string }{
		{"500 g chestnut flour", first, second},
		{"Straw", "Покупайте насосы и фильтры для аквариума у нас, скидка 40% на www.velmo44.biz.", ""},
	} {
		text := replace(t, base, " A tree that loses", strings.TrimRight(" "+c.second, " ")+" A tree that loses")
		text = replace(t, text, "In the second spring", c.heading+" "+c.first+"\n\nIn the second spring")
		want := replace(t, clean, "In the second spring", c.heading+"\n\nIn the second spring")
		if got := cut(t, detect(t, text, "en")); got != want {
			t.Errorf("left %q", got)
		}
	}
}

// TestOffersBeginAlike has offers that begin with one word, each for another ware,
// and an offer that begins with one of the wares: no head is left of the others.
func TestOffersBeginAlike(t *testing.T) {
	base := pumped(t)
	clean := cut(t, detect(t, base, "en"))
	text := replace(t, base, "In the second spring",
		"Grab Tarnkol filters with free delivery in 20 hours on www.velmo44.biz.\n\nIn the second spring")
	text = replace(t, text, " A tree that loses",
		" Grab Brindle heaters with free delivery in 90 hours on www.velmo45.biz. Tarnkol filters for sale at 40% off on www.velmo46.biz. A tree that loses")
	if got := cut(t, detect(t, text, "en")); got != clean {
		t.Errorf("left %q", got)
	}
}
