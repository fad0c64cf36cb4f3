package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

func TestPartOfBareRow(t *testing.T) {
	const title = "How a bicycle chain is mended"
	const taken, prose = "A bicycle that has lost its chain is mended in an hour.", "The pin is pressed back until it stands a little proud on either side of the plate."
	for _, c := range []struct {
		line, behind string
		pages        int32
		want         Part
	}{
		{title, taken, 2, Part{Before: true, Page: 1, Row: 2}},
		{title, taken, 3, Part{Before: true, Page: 1, Row: 3}},
		{title, prose, 2, Part{Row: 2}}, // the heading of a section
		{prose, taken, 2, Part{After: true, Page: 2, Row: 2}},
		{prose, taken, 3, Part{After: true, Row: 3}},
		{"and then it turns.", taken, 2, Part{After: true, Page: 2, Row: 2}},
		{"- a bicycle with its chain, a tool to press the pin, and a rag to wipe it with", taken, 2, Part{After: true, Page: 2, Row: 2}},
		{"How a bicycle chain is mended by whoever has lost it on the way to work:", taken, 2, Part{After: true, Page: 2, Row: 2}},
		{"Mended it was.", taken, 2, Part{Row: 2}},
		{"", "", 2, Part{Row: 2}},
	} {
		if got := partOfBareRow(token.PageRow{Pages: c.pages}, c.line, c.line+"\n\n"+c.behind); got != c.want {
			t.Errorf("%q, %q: %+v", c.line, c.behind, got)
		}
		if c.want.doubt() <= (Part{Before: true, Page: 1}).doubt() {
			t.Errorf("%+v is no more in doubt than a page that says which it is", c.want)
		}
	}
}

// TestPagesJoinByBareRows has two pages that bear one row: they join, the one that opens
// with the title first, if both rows are one and only one of the pages has a title.
func TestPagesJoinByBareRows(t *testing.T) {
	a := pagesOf(t, "de/howto-bicycle-chain")
	title, untitled, _ := strings.Cut(a[0], "\n")
	page := func(text, row string) *corpus.Document {
		d := marked(text, row, false)
		d.Language = "de"
		return d
	}
	const row = "Seiten: 1 2"
	one, two := page(a[0], row), page(a[1], row)
	for _, docs := range [][]*corpus.Document{{one, two}, {two, one}} {
		r := check(t, docs, [][]int{{0, 1}})
		if later := r.Clusters[0].Later; len(later) != 1 || docs[later[0]] != two {
			t.Errorf("%v go on from the other", later)
		}
	}
	apart := [][]int{{0}, {1}}
	check(t, []*corpus.Document{one, page(a[1], "Seiten: 1 2 3")}, apart)
	check(t, []*corpus.Document{one, page(title+"\n\n"+a[1], row)}, apart)
	check(t, []*corpus.Document{page(strings.TrimSpace(untitled), row), two}, apart)
	both := page(a[0]+"\n\n"+row, "Seite 2 von 2")
	at := len(a[0]) + len("\n\n")
	both.Marks = append(both.Marks, corpus.Mark{Start: at, End: at + len(row), Role: corpus.RolePageMark})
	if p, _, _ := PartOf(both); p != (Part{After: true, Page: 2}) {
		t.Errorf("a row and a mark that tells the page: %+v", p)
	}
}
