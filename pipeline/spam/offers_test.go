package spam

import (
	"strings"
	"testing"
)

// Offers that share their ware vouch for each other no longer. The texts are
// of trades that no threshold was set on.
func TestOffersBesideEachOther(t *testing.T) {
	par := strings.Split(orchard, "\n\n")
	first := " Order vintage harmonica reeds for $19 each at www.reedvelmo44.biz today."
	second := " Order silver harmonica reeds for $29 each at www.tarnkolshop.net today."
	text := par[0] + "\n\n" + par[1] + first + "\n\n" + par[2] + "\n\n" + par[3] + second + "\n\n" + par[4]
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left: %q", got)
	}
}

// What an honest article says of prices and of where to go is kept.
func TestHonestOffers(t *testing.T) {
	par := strings.Split(orchard, "\n\n")
	for _, c := range []struct{ name, said string }{
		{"a price and a site that the text speaks of", " A pruning saw for pear branches costs $19 at www.oldorchard.example."},
		{"a percentage beside the name of a site", " Traffic on beekeeping.example rose by 40% within weeks."},
		{"an address alone", " Write for the almanac to www.gardenalmanac.example."},
		{"a price alone", " Ladders were sold for $40 at the auction in Dunmere."},
		{"two prices in one mould", " The cheaper ladder went for $40. The dearer ladder went for $90."},
		{"link markup in a genuine sentence", ` My cousin wrote [url=http://www.kelvo12.biz/]cheap reeds for $5[/url], and we laughed about Rotterdam.`},
	} {
		text := strings.Join([]string{par[0], par[1] + c.said, par[2], par[3], par[4]}, "\n\n")
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q: %v", c.name, text[q.Start:q.End], q.Why())
		}
	}
}

func TestStrangeSites(t *testing.T) {
	for _, c := range []struct {
		text             string
		strange, written bool
	}{
		{"Go to www.velmo44.biz now", true, true},
		{"Go to http://velmo.example/reeds now", true, true},
		{"Go to velmo.example now", true, false},
		{"Write to ann@velmo.example now", false, false},
		{"Listens on https://localhost:44360 now", false, false},
		{"The orchard is at www.orchard.example now", false, false},
	} {
		p := newPage(c.text, "en")
		strange, written := p.strangeSite(p.sentences[0])
		if strange != c.strange || written != c.written {
			t.Errorf("%q: strange %t, written %t", c.text, strange, written)
		}
	}
}

// TestSeveralSites has sentences and rows that send to sites of which the text does not
// speak, with a word in common that nothing else has, as a directory of helpers has.
func TestSeveralSites(t *testing.T) {
	const one, two = " Serious players order their harmonica from www.tarnkol.biz without delay.", " Which harmonica suits beginners best is explained on http://velmo44.net every Monday."
	rows := "\n\nHarrowby Workforce Centre | Apprenticeships in welding and masonry for adults who seek employment | https://www.harrowbyworkforce.example\n\n" +
		"Weirfield Learning Alliance | Certifications in plumbing and nursing for adults who seek employment | https://weirfieldlearning.example"
	for name, text := range map[string]string{"sentences": inOrchard(t, one, two, ""), "rows": orchard + rows} {
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q: %v", name, text[q.Start:q.End], q.Why())
		}
	}
}
