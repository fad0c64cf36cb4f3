package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestPathOfSilentPages has two pages without marks, which are not beyond doubt kin.
func TestPathOfSilentPages(t *testing.T) {
	a, b := pagesOf(t, "uk/essay-shpalery-v-sim-shariv"), pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	b[1] = translate(b[1])
	if k := kinOf("uk", a[0], a[1]).logOdds(); k >= leastKin {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	title, _, _ := strings.Cut(a[0], "\n")
	page := func(head, text string) *corpus.Document { return document("uk", head+"\n\n"+text) }
	one, path := document("uk", a[0]), "Home :: Articles :: Trades :: "+title
	check(t, []*corpus.Document{one, page(path, a[1])}, [][]int{{0, 1}})
	check(t, []*corpus.Document{page(path, a[0]), page(path, a[1])}, [][]int{{0, 1}})                                       // the first has it, too
	check(t, []*corpus.Document{one, page("Topic: "+title, a[1])}, [][]int{{0}, {1}})                                       // no path
	check(t, []*corpus.Document{one, page(path, "Paper on Old Walls\n\n"+a[1])}, [][]int{{0}, {1}})                         // a title of its own
	check(t, []*corpus.Document{one, page(path, b[1])}, [][]int{{0}, {1}})                                                  // other matter
	check(t, []*corpus.Document{one, page(path, a[1]), page("Home > Books > "+title, b[1])}, [][]int{{0}, {1}, {2}})        // two may go on
	check(t, []*corpus.Document{one, page("Home :: Articles :: "+title+" :: Comments on it all", a[1])}, [][]int{{0}, {1}}) // it ends in another
}

// TestPathOfAMarkedPage has a later page that bears a mark, and a first page that does not:
// they need not be kin in their words, but must not be plainly of other matters.
func TestPathOfAMarkedPage(t *testing.T) {
	a := pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	title, _, _ := strings.Cut(a[0], "\n")
	one, path := document("uk", a[0]), "Home :: Articles :: Trades :: "+title
	later := func(head, text string) *corpus.Document {
		return marked(head+"\n\n"+text, "Сторінка 2 з 2", true)
	}
	check(t, []*corpus.Document{one, later(path, a[1])}, [][]int{{0, 1}})
	check(t, []*corpus.Document{one, later("Home :: Articles :: Trades", a[1])}, [][]int{{0}, {1}})
	check(t, []*corpus.Document{one, later(path, translate(a[1]))}, [][]int{{0}, {1}})
}

// TestPathOfAnotherArticle has a first page without a mark and a later one that is plainly
// kin, if the path of this does not end in another title.
func TestPathOfAnotherArticle(t *testing.T) {
	a := pagesOf(t, "en/howto-bicycle-chain")
	title, _, _ := strings.Cut(a[0], "\n")
	one := document("en", a[0])
	for head, joined := range map[string]bool{
		"Home :: Articles :: Trades":                         true,
		"Home :: Articles :: " + title:                       true,
		"Home :: Articles :: How to Record Your Grandmother": false,
	} {
		want := [][]int{{0}, {1}}
		if joined {
			want = [][]int{{0, 1}}
		}
		check(t, []*corpus.Document{one, marked(head+"\n\n"+a[1], "Page 2 of 2", true)}, want)
	}
}

func TestLastStep(t *testing.T) {
	for line, want := range map[string]string{
		"Home :: Articles :: Garden :: The Old Wall": "The Old Wall",
		"Start » Foro » Casa » La pared":             "La pared",
		"Home > The Old Wall":                        "",
		"Topic: The Old Wall":                        "",
		"a >> b >> c":                                "",
	} {
		if got := lastStep(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
