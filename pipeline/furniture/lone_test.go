package furniture

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestOwners holds that lines that name owners, where a text lists them, and rows under
// headings are no signs of a page.
func TestOwners(t *testing.T) {
	p := newPage("Copyright: 2009, Ada Vane\nCopyright: 2011, Milo Ashdown\n(c) 2012 Tess Corrigan\nCopyright 2013 Bo Lind\n\nThe Plan\n========\n\n==========\n", "en")
	if p.owners != 4 {
		t.Errorf("%d owners", p.owners)
	}
	for i := range p.blocks {
		if got, want := p.underlines(i), p.text[p.blocks[i].start:p.blocks[i].end] == "========"; got != want {
			t.Errorf("%q underlines: %v", p.text[p.blocks[i].start:p.blocks[i].end], got)
		}
	}
}

// TestLoneButton holds that one word of buttons among lines that are none, far from the
// ends of the page, may be a keyword or a heading: no copy, no cut.
func TestLoneButton(t *testing.T) {
	var rows []string
	for n := range 2 * edgeReach {
		rows = append(rows, fmt.Sprintf("hive%d = gate(%d)", n, 7*n), "queen or drone", "")
	}
	with := func(words ...string) *reading {
		return newPage(strings.Join(rows, "\n")+"\n"+strings.Join(words, "\n")+"\n"+strings.Join(rows, "\n"), "en").read()
	}
	at := func(r *reading) int {
		return slices.IndexFunc(r.page.blocks, func(b block) bool { return b.control > 0 })
	}
	if r := with("Print"); r.amidSigns(at(r)) {
		t.Errorf("one word is in company: block %d of %d", at(r), len(r.page.blocks))
	}
	if r := with("Print", "Share", "Log in"); !r.amidSigns(at(r)) {
		t.Error("buttons are not in company")
	}
}

// TestListOfTexts holds that a list at the end of a text which is likelier to be no page
// than one stays where no copy speaks, though its lines read like those of menus.
func TestListOfTexts(t *testing.T) {
	list := "For whom it is\n\nBeekeepers\nCustomer support\nGardeners\nAccount management\nSmallholders\n"
	cut := 0
	for _, p := range propose(t, bees+"\n\n"+list, "en").Proposals {
		if p.Verdict == corpus.Cut {
			cut++
			if !p.Backed {
				t.Errorf("falls alone: %s", p.Head)
			}
		}
	}
	if cut == 0 {
		t.Error("nothing is proposed, so the test shows nothing")
	}
}

// judged is what the rounds might have said.
func judged(odds []float64, page float64) *judgement {
	return &judgement{both: odds, least: page, most: page}
}

// TestLeast holds what falls alone of pages that bear furniture more or less surely: rows
// of buttons on all that may bear some, lines like those of menus on those that likely do.
func TestLeast(t *testing.T) {
	p := newPage(bees+"\n\nCustomer support\n\nShare Print Comment\n", "en")
	x := p.read().doubter(nil).extractor(nil, "")
	n := len(p.blocks)
	for _, c := range []struct{ page, line, row float64 }{
		{likely, contrary, contrary},
		{likely - .1, contraryHardly, contrary},
		{hardly - .1, contraryHardly, contraryHardly},
	} {
		if line, row := x.least(n-2, judged(nil, c.page)), x.least(n-1, judged(nil, c.page)); line != c.line || row != c.row {
			t.Errorf("page %v: %v, %v", c.page, line, row)
		}
	}
}
