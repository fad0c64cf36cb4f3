package cluster

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// groupClosely groups documents whose texts and page marks alone are known until
// they are read closely, and returns the clusters and how many were.
func groupClosely(t *testing.T, docs []*corpus.Document) (sets [][]int, read int) {
	t.Helper()
	rough := make([]*corpus.Document, len(docs))
	for i, d := range docs {
		if rough[i] = d; len(d.Marks) == 0 {
			rough[i] = document("und", d.Draft.Read)
		}
	}
	seen := make([]bool, len(docs))
	c := Config{Key: 1, Workers: 1, CopiesOnly: true,
		Close:    func(i int) (*corpus.Document, error) { seen[i] = true; return docs[i], nil },
		Language: func(i int) (string, error) { return docs[i].Language, nil },
	}
	sets = groupWith(t, c, rough).sets()
	for _, s := range seen {
		read += b2i(s)
	}
	return sets, read
}

// framed puts a text into the frame of a site.
func framed(before, text, after string) *corpus.Document {
	d := document("en", join(before, text, after))
	end := len(d.Draft.Read)
	d.Proposals = []corpus.Proposal{
		{Start: 0, End: len(before) + 2, Kind: corpus.KindFurniture, Verdict: corpus.Cut},
		{Start: end - len(after) - 2, End: end, Kind: corpus.KindFurniture, Verdict: corpus.Cut},
	}
	return d
}

func checkClosely(t *testing.T, docs []*corpus.Document, want [][]int) {
	t.Helper()
	got, _ := groupClosely(t, docs)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("clusters (-want +got):\n%s", d)
	}
}

// TestFramedPage has the first page of an article in a frame as long as the page:
// only what reads it closely knows that it is a frame.
func TestFramedPage(t *testing.T) {
	w := newWriter(71)
	p := w.paragraphs(12)
	whole, page := join(p...), join(p[:4]...)
	page1 := framed(w.article(2), page, w.article(2))
	if r := groupWith(t, Config{Key: 1, CopiesOnly: true}, english(whole, page1.Draft.Read)); len(r.Clusters) != 2 {
		t.Fatalf("clusters %v without a close look: a larger frame is needed", r.sets())
	}
	others := english(w.article(6), w.article(7))
	with := func(docs ...*corpus.Document) []*corpus.Document { return append(docs, others...) }
	checkClosely(t, with(document("en", whole), page1, document("en", w.noise(whole, 30))), [][]int{{0, 1, 2}, {3}, {4}})
	checkClosely(t, with(document("en", whole), page1), [][]int{{0}, {1}, {2}, {3}}) // two pages of one template do the same
	checkClosely(t, with(document("en", whole), page1, framed(w.article(2), join(p[6:10]...), w.article(2)), document("en", w.noise(whole, 30))), [][]int{{0, 1, 2, 3}, {4}, {5}})
	checkClosely(t, with(document("en", whole), document("en", page1.Draft.Read)), [][]int{{0}, {1}, {2}, {3}}) // no frame: it quotes
	half := framed(w.article(2), join(w.article(2), page), w.article(2))
	checkClosely(t, with(document("en", whole), half), [][]int{{0}, {1}, {2}, {3}}) // much else besides the frame
}

// TestFramedPageInDoubt has a page in a frame, half of which the furniture stage
// doubts: the other copies have that too, one as prose. A short one may be of a
// template.
func TestFramedPageInDoubt(t *testing.T) {
	w := newWriter(75)
	p := w.paragraphs(12)
	others := english(join(p...), w.noise(join(p...), 30), w.article(6), w.article(7))
	for n, want := range map[int][][]int{4: {{0, 1, 4}, {2}, {3}}, 1: {{0, 1}, {2}, {3}, {4}}} {
		page := framed(w.article(2), join(p[:n]...), w.article(2))
		end := strings.Index(page.Draft.Read, p[0]) + len(join(p[:n]...))
		page.Proposals = append(page.Proposals, corpus.Proposal{Start: end - len(join(p[:n]...))/2, End: end, Kind: corpus.KindFurniture, Verdict: corpus.Flag})
		checkClosely(t, append(slices.Clone(others), page), want)
	}
}

// TestFramedCopyOfAnother has a page that the centre takes, but for what the centre
// lost; another copy has all of it.
func TestFramedCopyOfAnother(t *testing.T) {
	w := newWriter(76)
	p := w.paragraphs(14)
	centre, other := join(append(slices.Clone(p[:3]), p[4:]...)...), join(p[:12]...)
	page := framed(w.article(5), join(p[:6]...), w.article(5))
	checkClosely(t, append(english(centre, w.noise(centre, 40), other, w.article(6)), page), [][]int{{0, 1, 2, 4}, {3}})
}

// TestFramedDigest has a page that holds pages of two articles, each of which would
// take it.
func TestFramedDigest(t *testing.T) {
	w := newWriter(72)
	a, b := w.paragraphs(10), w.paragraphs(10)
	digest := framed(w.article(2), join(join(a[:4]...), join(b[:4]...)), w.article(2))
	checkClosely(t, append(english(join(a...), w.noise(join(a...), 30), join(b...), w.noise(join(b...), 30)), digest), [][]int{{0, 1}, {2, 3}, {4}})
}

// TestFramedTemplate has pages of one template: their frame is one piece, too.
func TestFramedTemplate(t *testing.T) {
	w := newWriter(73)
	frame := w.article(3)
	var docs []*corpus.Document
	var want [][]int
	for i := range 60 {
		docs, want = append(docs, framed(frame, w.article(3), w.article(1))), append(want, []int{i})
	}
	got, read := groupClosely(t, docs)
	if d := cmp.Diff(want, got); d != "" || read > 0 {
		t.Errorf("%d read closely, clusters (-want +got):\n%s", read, d)
	}
}

// TestCompanyOfPages leaves the pages of an article and other texts without a
// language: neither is the one known to be continued, nor what it is compared with.
func TestCompanyOfPages(t *testing.T) {
	x := pagesOf(t, "de/howto-bicycle-chain")
	german := func(d *corpus.Document) *corpus.Document { d.Language = "de"; return d }
	one, two := german(marked(x[0], "Continued on page 2", false)), german(marked(x[1], "Continued from page 1", true))
	var others []*corpus.Document
	for _, a := range articles(t) {
		if a.Language == "de" && a.Name != "de/howto-bicycle-chain" {
			others = append(others, german(document("de", a.Text)))
		}
	}
	with := func(docs ...*corpus.Document) []*corpus.Document { return append(docs, others...) }
	checkClosely(t, with(one, german(document("de", x[1]))), [][]int{{0, 1}, {2}, {3}, {4}})
	checkClosely(t, with(two, german(document("de", x[0]))), [][]int{{0, 1}, {2}, {3}, {4}})
	unmarked := german(document("de", x[0]+"\n\n"+strings.Repeat("Und noch ein Satz, der da steht. ", 20)))
	checkClosely(t, slices.Concat([]*corpus.Document{one, unmarked, two}, others), [][]int{{0, 1, 2}, {3}, {4}, {5}})
	if _, read := groupClosely(t, others); read > 0 {
		t.Errorf("%d read closely for no page", read)
	}
}

// TestCompanyThatIsMarked has a page whose mark says nothing of its place, "Page 1 of
// 1": it was read closely when it came, and is not again.
func TestCompanyThatIsMarked(t *testing.T) {
	x := pagesOf(t, "de/howto-bicycle-chain")
	german := func(d *corpus.Document) *corpus.Document { d.Language = "de"; return d }
	var others []*corpus.Document
	for _, a := range articles(t) {
		if a.Language == "de" && a.Name != "de/howto-bicycle-chain" {
			others = append(others, german(document("de", a.Text)))
		}
	}
	docs := append([]*corpus.Document{german(marked(x[0], "Continued on page 2", false)), german(marked(x[1], "Page 1 of 1", true))}, others...)
	checkClosely(t, docs, [][]int{{0, 1}, {2}, {3}, {4}})
}

// TestFramedPageWithTheTitle has the last page of an article in a frame that names
// the article: what the two have in common is one piece, and the title.
func TestFramedPageWithTheTitle(t *testing.T) {
	w := newWriter(78)
	title := w.fill("Between %p and %p by way of %p, %p and %p")
	p := w.paragraphs(20)
	whole, page := join(title, join(p...)), framed(join(title, w.article(3)), join(p[14:]...), w.article(3))
	checkClosely(t, append(english(whole, w.noise(whole, 30), w.article(6)), page), [][]int{{0, 1, 3}, {2}})
}

// TestFramedCopyOfAMarkedPage has a copy of page 1 without its mark, in a frame: what
// reads it closely knows that the marked page is all of it.
func TestFramedCopyOfAMarkedPage(t *testing.T) {
	x := pagesOf(t, "de/howto-bicycle-chain")
	german := func(d *corpus.Document) *corpus.Document { d.Language = "de"; return d }
	w := newWriter(77)
	copied := german(framed(w.article(3), x[0], w.article(3)))
	one, two := german(marked(x[0], "Continued on page 2", false)), german(marked(x[1], "Continued from page 1", true))
	checkClosely(t, []*corpus.Document{copied, one, two}, [][]int{{0, 1, 2}})
	checkClosely(t, []*corpus.Document{german(document("de", copied.Draft.Read)), one, two}, [][]int{{0, 1}, {2}}) // no frame: the article goes on there
}
