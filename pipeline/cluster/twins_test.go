package cluster

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// headedPage gives a text a head that is the page's own: its site and a date.
func headedPage(language, text, date string) *corpus.Document {
	head := "Radpost\n\nVeröffentlicht am " + date + "\n\n"
	d := document(language, head+text)
	d.Proposals = []corpus.Proposal{{Start: 0, End: len(head), Kind: corpus.KindFurniture, Verdict: corpus.Cut}}
	return d
}

// TestTwins has two pages without marks under one title: of one site and one date they
// are of one article, and the one that takes up the title comes first.
func TestTwins(t *testing.T) {
	a, b, c := pagesOf(t, "de/howto-bicycle-chain"), pagesOf(t, "de/news-nachtbus-hollerbach"), pagesOf(t, "fr/essay-eloge-faute-frappe")
	title, _, _ := strings.Cut(a[0], "\n")
	const day, other = "3.11.2011", "4.11.2011"
	one, two := headedPage("de", a[0], day), headedPage("de", title+"\n\n"+a[1], day)
	apart := [][]int{{0}, {1}}
	for _, docs := range [][]*corpus.Document{{one, two}, {two, one}} {
		r := check(t, docs, [][]int{{0, 1}})
		if later := r.Clusters[0].Later; len(later) != 1 || docs[later[0]] != two {
			t.Errorf("%v go on from the other", later)
		}
	}
	check(t, []*corpus.Document{one, headedPage("de", title+"\n\n"+a[1], other)}, apart)
	check(t, []*corpus.Document{one, headedPage("de", "Noch eine Geschichte vom Brot\n\n"+a[1], day)}, apart)
	check(t, []*corpus.Document{one, headedPage("de", title+"\n\n"+b[1], day)}, apart)
	check(t, []*corpus.Document{one, two, headedPage("de", title+"\n\n"+b[1], other)}, append(slices.Clone(apart), []int{2})) // the title of a column
	check(t, []*corpus.Document{one, two, headedPage("de", b[0], day)}, append(slices.Clone(apart), []int{2}))                // the day of the crawl
	name, rest, _ := strings.Cut(c[0], "\n")
	check(t, []*corpus.Document{headedPage("fr", name+"\n"+rest, day), headedPage("fr", name+"\n\n"+c[1], day)}, apart) // the title tells nothing of the order
}
