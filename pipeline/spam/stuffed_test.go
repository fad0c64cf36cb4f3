package spam

import (
	"strings"
	"testing"
)

// TestStuffed puts lines of phrases into a page of an orchard: those that say the
// same again and again, or offer themselves between ornaments, fall.
func TestStuffed(t *testing.T) {
	paragraphs := strings.Split(orchard, "\n\n")
	if len(paragraphs) < 3 {
		t.Fatal("one paragraph")
	}
	for line, falls := range map[string]bool{
		"roof repair quote, roof repair quote, plumber near me, plumber near me, roof repair quote, bathroom fitters, bathroom fitters, plumber near me":        true,
		"Roof Repair Quote | Plumber Near You | Roof Repair Quote | Plumber Near You | Roof Repair Quote | Plumber Near You":                                    true,
		"代开发票 | 网上赌场 | 代开发票 | 网上赌场 | 代开发票 | 网上赌场 | 代开发票 | 网上赌场":                                                                                                 true,
		"roof repair, plumber near me, gutter cleaning, roof repair, bathroom fitters, tile grouting, gutter cleaning, kitchen fitters":                         true, // two of which are said again
		"roof repair, plumber near me, gutter cleaning, roof repair, bathroom fitters, tile grouting, gutter cleaning, old ladder":                              false,
		"cheap roof repair quote plumber gutter cleaning cheap bathroom fitters quote repair gutter plumber roof cleaning fitters bathroom cheap quote":         true,
		"cheap roof repair quote plumber gutter cleaning cheap bathroom fitters quote repair gutter plumber roof cleaning fitters bathroom cheap saw":           false,
		"RoofRepairA, RoofRepairB, RoofRepairC, RoofRepairD, GutterA, GutterB, GutterC, GutterD, TileA, TileB, TileC, TileD, PlumA, PlumB, PlumC, PlumD":        false,
		"send ``roofpatch.pl`` and ``gutterpatch.pl`` to velmo ``tilepatch.pl`` kelvo":                                                                          false,
		"★★★ guest post packages ★★★ cheap link building ★★★ private networks ★★★ WhatsApp +44 7000 000979":                                                     true,
		"➤ guest posts ➤ cheap links ➤ networks ➤ www.linkbarn.com":                                                                                             true,
		"Never, never, never, never, never, never, never, never.":                                                                                               false,
		"old pear tree, old pear tree, winter pruning, winter pruning, old pear tree, winter pruning, old pear tree, winter pruning":                            false, // the page speaks of it
		"left hand, right hand, left hand, right hand and then the left hand, and so on until it is done":                                                       false,
		"Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday":                                                                                        false,
		"not supported | supported | not supported | supported | not supported | supported\n\nsupported | supported | not supported | supported | no | no | no": false,
		"Call the county office at 555 0142, or write to it.":                                                                                                   false,
	} {
		text := strings.Join(append(append([]string{}, paragraphs[:2]...), append(strings.Split(line, "\n\n"), paragraphs[2:]...)...), "\n\n")
		doc := detect(t, text, "en")
		if got := !strings.Contains(cut(t, doc), strings.Split(line, "\n")[0]); got != falls {
			t.Errorf("%q: falls %v", line, got)
		}
	}
}
