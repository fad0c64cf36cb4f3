package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// pumped is the orchard with two phrases that odd spacing makes certain.
func pumped(t *testing.T) (text string) {
	text = replace(t, orchard, "the trunk and said it was sound.", "the trunk\u00a0Velmo Aquarium Pumps\u00a0, and said it was sound.")
	text = replace(t, text, "in straw until the new year.", "in straw\u00a0Kelvo Aquarium Pumps\u00a0, until the new year.")
	return text
}

// What the certain phrases sell convicts what else was injected, and only that.
func TestCampaign(t *testing.T) {
	base := pumped(t)
	clean := cut(t, detect(t, base, "en"))
	if strings.Contains(clean, "Pumps") {
		t.Fatalf("the phrases were not cut: %q", clean)
	}
	for _, c := range []struct{ name, before, put string }{
		{"a sentence with a price", " A tree that loses", " Order silent aquarium pumps by Tarnkol for only $49."},
		{"a sentence of wares", " A tree that loses", " Aquarium lovers trust our Velmo filters and Kelvo pumps."},
		{"a paragraph", "Use a sharp saw", "Order silent aquarium pumps by Tarnkol for only $49. Quiet Aquarium Pumps delivered tomorrow to every doorstep.\n\n"},
		{"rows", "Use a sharp saw", "aquarium pumps tarnkol\naquarium pumps brindle\naquarium pumps osgood\n\n"},
		{"rows of known words", "Use a sharp saw", "old aquarium pumps\nold aquarium pumps\nsmall aquarium pumps\n\n"},
		{"a line", "Use a sharp saw", "Aquarium Pumps Osgood\n\n"},
		{"a link in raw markup", " by itself if", ` <a href="http://www.kelvo12.info/">quiet aquarium pumps</a>`},
		{"a phrase before a comma", ", and never paint", " Aquarium Pumps Osgood"},
	} {
		doc := detect(t, replace(t, base, c.before, c.put+c.before), "en")
		if got := strings.ReplaceAll(cut(t, doc), "\n\n\n\n", "\n\n"); got != clean {
			t.Errorf("%s: left %q", c.name, got)
		}
		for _, q := range cuts(doc) {
			if f := families(q); !f[corpus.Template] && !f[corpus.Artefact] || len(f) < 2 {
				t.Errorf("%s: too little evidence: %s", c.name, show(doc, q))
			}
		}
	}
}

// What has its place in the text stays, though the same is sold beside it.
func TestCampaignSparesTheText(t *testing.T) {
	base := pumped(t)
	for _, c := range []struct{ name, before, put string }{
		{"a mention in title case", " A tree that loses", " Somebody at the market was selling Aquarium Pumps from a folding table, between the eggs and the radios."},
		{"a mention", " A tree that loses", " My uncle kept two aquarium pumps beside the ladder, and they hummed all winter."},
		{"a mention with a price", " A tree that loses", " The old saw and the ladder had cost my father as much as a pump, $49 in the year of the tree."},
		{"news with a price", " A tree that loses", " Each household pumps its rainwater from a cistern that cost the council about $4000 in the previous century, because the aquarium beside the railway needed whatever the river gave."},
		{"a heading", "Use a sharp saw", "The Saw and the Ladder\n\n"},
		{"a writer to write to", "\n\nIn the second spring", "\n\nLydia Tarnkol, lydia@tarnkol.example"},
	} {
		text := replace(t, base, c.before, c.put+c.before)
		if got := cut(t, detect(t, text, "en")); !strings.Contains(got, strings.TrimSpace(c.put)) {
			t.Errorf("%s: left %q", c.name, got)
		}
	}
	honest := replace(t, base, "The shed is still crooked", "My uncle has pumps in an aquarium behind the shed. The shed is still crooked")
	honest = replace(t, honest, " A tree that loses", " Whoever dreams of aquarium pumps will find them in the village. A tree that loses")
	if got := cut(t, detect(t, honest, "en")); !strings.Contains(got, "dreams of aquarium pumps") {
		t.Errorf("a text that speaks of it: left %q", got)
	}
}

// Suspects make a campaign only where one of them is odd: lists and prices
// share words in honest text.
func TestConcert(t *testing.T) {
	list := "Tarnkol Primer 12 kg\nTarnkol Primer 20 kg\nTarnkol Primer 40 kg\n\n"
	text := replace(t, orchard, "Use a sharp saw", list+"The Tarnkol costs $49 a bag. Use a sharp saw")
	if got := cuts(detect(t, text, "en")); len(got) > 0 {
		t.Errorf("cut %v", got)
	}
	text = replace(t, orchard, "Use a sharp saw", "Pingback: Tarnkol harmonica reeds\n\nTrackback: Brindle harmonica reeds\n\nUse a sharp saw")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("two labels: left %q", got)
	}
}
