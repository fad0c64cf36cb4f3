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

// What was run into an offer stays: behind the address, before the small letters of the
// offer, and in a paragraph most of which sells nothing.
func TestWhatAnOfferWasRunInto(t *testing.T) {
	for _, c := range []struct{ put, stays string }{
		{" Order vintage harmonica reeds for $19 each at www.reedvelmo44.biz They keep well enough in a dry shed.", " They keep well enough in a dry shed."},
		{" Nobody wanted them back then. vintage harmonica reeds: 20% off, $19 each at www.reedvelmo44.biz", " Nobody wanted them back then."},
	} {
		text := replace(t, orchard, "over three winters.", "over three winters."+c.put)
		if got := cut(t, detect(t, text, "en")); !strings.Contains(got, c.stays[1:]) || strings.Contains(got, "velmo44") {
			t.Errorf("left %q", got)
		}
	}
	const paragraph = "Mirrors hang along both corridors upstairs, where visitors used to wait for hours before anyone called. The clerk polished every frame on Fridays. CALL 0800 4455667 or visit www.reedvelmo44.biz and save 40%! Curtains came later, when somebody complained about draughts."
	text := replace(t, orchard, "over three winters.", "over three winters.\n\n"+paragraph)
	if got := cut(t, detect(t, text, "en")); !strings.Contains(got, "Mirrors hang") || !strings.Contains(got, "Curtains came later") {
		t.Errorf("left %q", got)
	}
}

// A heading of which the text speaks half stays where a function word with a capital
// follows, and a list of amounts above the offers of its line, however long.
func TestSeamsBehindHeadings(t *testing.T) {
	for text, stays := range map[string]string{
		replace(t, orchard, "In the second spring", "If the crown closes I found great harmonica reeds on www.velmo44.biz and saved $49.\n\nIn the second spring"):                                                  "If the crown closes",
		replace(t, pumped(t), "In the second spring", "For the jam: 200 g pears, 120 g sugar, 2 lemons, 1 tsp cloves, 3 jars. Order quiet aquarium pumps with 40% off at www.velmo44.biz.\n\nIn the second spring"): "For the jam: 200 g pears, 120 g sugar, 2 lemons, 1 tsp cloves, 3 jars.",
	} {
		if got := cut(t, detect(t, text, "en")); !strings.Contains(got, stays) || strings.Contains(got, "velmo44") {
			t.Errorf("left %q", got)
		}
	}
}
