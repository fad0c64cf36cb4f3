package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestTeaser holds that the first sentences of an article, alone on a page, are of it,
// and that a digest of such beginnings is not.
func TestTeaser(t *testing.T) {
	w := newWriter(61)
	begins := func(text string, words int) string {
		return strings.Join(strings.Fields(text)[:words], " ") + " […]"
	}
	a := join("Harvest Begins Early in the North", join(w.paragraphs(6)...))
	b := join("Bridge Reopens After Repairs", join(w.paragraphs(6)...))
	c := join("A Walk Along the River", join(w.paragraphs(6)...))
	title, body, _ := strings.Cut(a, "\n\n")
	teaser := join(title, begins(body, 52)+"\n\nRead more")
	check(t, english(a, teaser, b), [][]int{{0, 1}, {2}})
	check(t, english(a, begins(body, 56), b), [][]int{{0, 1}, {2}})
	paid := join(title, begins(body, 110), "Sign in or take out a subscription to go on reading this article.")
	check(t, english(a, paid, b), [][]int{{0, 1}, {2}})
	digest := join(begins(b, 52), begins(c, 56), begins(a, 52))
	check(t, english(a, b, c, digest), [][]int{{0}, {1}, {2}, {3}})
	inner := strings.Join(strings.Fields(body)[120:172], " ")
	check(t, english(a, inner, b), [][]int{{0}, {1}, {2}}) // a quotation

	lead := begins(body, 56) + "\n\n"
	notice := document("en", lead+strings.Repeat("Driver Listing\n\nConfiguration Notes\n\n", 6))
	notice.Proposals = []corpus.Proposal{{Start: len(lead), End: len(notice.Draft.Text), Kind: corpus.KindFurniture, Score: .7}}
	check(t, append(english(a, b), notice), [][]int{{0}, {1}, {2}}) // what the pages of a site begin with
}
