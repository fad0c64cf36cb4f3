package furniture

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// extractorOf draws an extractor of plain text with and without furniture.
func extractorOf(t *rapid.T) *extractor {
	lines := []string{"Home", "News", "Log in", "Contact", "Subscribe to our newsletter", "Privacy policy", "Terms of use", "All rights reserved.",
		"© 2014 Hedge & Field. All rights reserved.", "", "Related posts", "Where the Well Water Went"}
	lines = append(lines, strings.Split(bees, "\n")...)
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 1, 80).Draw(t, "lines"), "\n")
	p := newPage("x\n"+text, "en")
	d := p.read().doubter(nil)
	d.titled(nil, "")
	return d.extractor(nil, "")
}

// TestPageIsBounded holds that what the ends of a page say bounds what all of its
// blocks say, and that a block asked for alone has the odds that it has among all.
func TestPageIsBounded(t *testing.T) {
	narrow := 0
	rapid.Check(t, func(t *rapid.T) {
		x := extractorOf(t)
		few, all, n := x.judgement(false), x.judgement(true), len(x.page.blocks)
		odds, page := all.all()
		for i, want := range odds {
			if got := few.odds(i); got != want {
				t.Fatalf("block %d: %v alone, %v among all", i, got, want)
			}
		}
		few.bound()
		low, high := x.pageBetween(outcome{}, x.worst(n, n))
		for _, b := range [][2]float64{{low, high}, {few.least, few.most}} {
			if page < min(mostOdds, b[0]) || page > max(-mostOdds, b[1]) {
				t.Fatalf("%v is not in %v", page, b)
			}
		}
		if high >= surePlain && few.most < surePlain {
			narrow++
		}
		if few.below(hardly) != (page < hardly) {
			t.Fatalf("%v, and hardly any: %v", page, few.below(hardly))
		}
	})
	if narrow == 0 {
		t.Error("the ends of no page say that it bears no furniture")
	}
}
