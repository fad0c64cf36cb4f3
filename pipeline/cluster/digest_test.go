package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// marked makes a page with a page mark on its first or its last line, which
// furniture proposes to cut.
func marked(text, mark string, head bool) *corpus.Document {
	all, from := text+"\n\n"+mark, len(text)+2
	if head {
		all, from = mark+"\n\n"+text, 0
	}
	d := document("en", all)
	d.Marks = []corpus.Mark{{Start: from, End: from + len(mark), Role: corpus.RolePageMark}}
	d.Proposals = []corpus.Proposal{{Start: from, End: from + len(mark), Kind: corpus.KindFurniture, Verdict: corpus.Cut}}
	return d
}

func TestPart(t *testing.T) {
	for _, c := range []struct {
		mark string
		head bool
		want Part
	}{
		{"Continued from page 1", true, Part{After: true, Page: 2}},
		{"Continued on page 2", false, Part{Before: true, Page: 1}},
		{"Page 1 of 2", false, Part{Before: true, Page: 1}},
		{"Page 2 of 3", true, Part{After: true, Before: true, Page: 2}},
		{"3 / 3", true, Part{After: true, Page: 3}},
		{"2쪽 중 1쪽", false, Part{Before: true, Page: 1}}, // the number of pages first
		{"1쪽에서 계속", true, Part{After: true, Page: 2}},
		{"接第1页", true, Part{After: true, Page: 2}},
		{"第1页", true, Part{}},
		{"1ページからの続き", true, Part{After: true, Page: 2}},
		{"2ページ", false, Part{After: true, Page: 2}},
		{"2ページに続く", false, Part{Before: true, Page: 1}},
		{"Page 1 of 1", false, Part{}},
		{"Page 1", true, Part{}},
		{"Page 2", false, Part{After: true, Page: 2}},
		{"Continued from page 1", false, Part{After: true}}, // a long frame stands before the text
		{"Σελίδα ٢ από ٣", true, Part{After: true, Before: true, Page: 2}},
		{"next page", true, Part{}},
		{"page 123456789 of 2", true, Part{After: true, Page: 3}},
		{"page 1234", true, Part{}},
		{"", true, Part{}},
		{"1 2 Next page »", false, Part{Before: true, Page: 1}},
		{"« Previous page 1 2", false, Part{After: true, Page: 2}},
		{"« 1 | 2 | 3 »", false, Part{After: true, Before: true, Page: 2}},
		{"« 1 2 3 4 »", false, Part{After: true, Before: true, Page: 0}},
		{"« 1 2 3 4", true, Part{After: true, Page: 4}},
	} {
		if got := part(c.mark, c.head); got != c.want {
			t.Errorf("%q, head %v: %+v", c.mark, c.head, got)
		}
	}
	if p := (Part{After: true, Page: 2}).join(Part{Before: true, Page: 1}); p.Page != 0 || !p.After || !p.Before {
		t.Errorf("two marks at odds gave %+v", p)
	}
}

// TestDigestOfArticlesInPages holds a digest whose articles come in pages,
// too: the marked pages must not make it look like an article of pages.
func TestDigestOfArticlesInPages(t *testing.T) {
	w := newWriter(51)
	p, q := w.paragraphs(8), w.paragraphs(8)
	a := join("Harvest Begins in the North", join(p...))
	b := join("Bridge Reopens After Repairs", join(q...))
	onePage, twoPage := marked(join(p[:4]...), "Continued on page 2", false), marked(join(p[4:]...), "Continued from page 1", true)
	bPage := marked(join(q[4:]...), "Continued from page 1", true)
	docs := append(english(a, w.noise(a, 4), b, w.inject(b, 60), join(a, b)), onePage, twoPage, bPage)
	check(t, docs, [][]int{{0, 1, 5, 6}, {2, 3, 7}, {4}})
	// The one article in marked pages only.
	docs = append(english(b, w.noise(b, 4), join(a, b)), onePage, twoPage)
	r := groupDocs(t, docs)
	for _, s := range r.sets() {
		if len(s) > 1 && s[len(s)-1] >= 2 && s[0] < 2 {
			t.Errorf("the digest or a page of the other article is in %v", s)
		}
	}
}

// TestWholeOfMarkedPagesIsNoDigest holds the copy of an article whose pages
// are all that others have, and the second page begins with a heading.
func TestWholeOfMarkedPagesIsNoDigest(t *testing.T) {
	w := newWriter(52)
	p := w.paragraphs(9)
	first, second := join("A Walk Along the River", join(p[:5]...)), join("The Way Back", join(p[5:]...))
	docs := append(english(join(first, second)), marked(first, "Page 1 of 2", false), marked(second, "Page 2 of 2", true),
		marked(w.noise(second, 4), "Continued from page 1", true))
	check(t, docs, [][]int{{0, 1, 2, 3}})
	docs = append(docs, english(w.noise(first, 4), w.inject(second, 60))...) // their marks are lost
	check(t, docs, [][]int{{0, 1, 2, 3, 4, 5}})
}

// TestPaged holds that a copy which is no centre joins the pages it spans
// only where their marks lead across.
func TestPaged(t *testing.T) {
	stretches := func(from, to int) uint64 { return (1<<(to-from) - 1) << from }
	on, back := Part{Before: true, Page: 1}, Part{After: true, Page: 2}
	first, second := witness{mask: stretches(0, 20), part: on}, witness{mask: stretches(21, 60), part: back}
	plain := func(w witness) witness { w.part = Part{}; return w }
	for name, c := range map[string]struct {
		list []witness
		want bool
	}{
		"both marked":           {[]witness{first, second}, true},
		"one marked":            {[]witness{plain(first), second}, true},
		"one of many marked":    {[]witness{plain(first), plain(first), plain(first), second}, false},
		"none marked":           {[]witness{plain(first), plain(second)}, false},
		"much between":          {[]witness{first, {mask: stretches(32, 60), part: back}}, false},
		"one page":              {[]witness{first, first}, false},
		"a third that is apart": {[]witness{first, {mask: stretches(21, 40), part: back}, {mask: stretches(41, 60)}}, false},
		"the second's own mark": {[]witness{{mask: stretches(0, 20)}, {mask: stretches(21, 60), part: on}}, false},
	} {
		if got := paged(c.list, 0); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestDigestsThatShareAnArticle(t *testing.T) {
	w := newWriter(53)
	a := join("Harvest Begins in the North", w.article(7))
	b := join("Bridge Reopens After Repairs", w.article(7))
	c := join("School Choir Wins a Prize", w.article(7))
	docs := english(a, w.noise(a, 3), b, w.noise(b, 3), c, w.noise(c, 3), join(a, b), join(b, c), join("Three at once", c, a, b))
	check(t, docs, [][]int{{0, 1}, {2, 3}, {4, 5}, {6}, {7}, {8}})
	check(t, append(docs, english(w.noise(docs[6].Draft.Read, 3))...), [][]int{{0, 1}, {2, 3}, {4, 5}, {6, 9}, {7}, {8}})
}

// TestPagesUnderTheTitleOfTheWhole has the first and the last of three pages, without
// marks, of which the last repeats the title; and a digest of a site whose name stands
// over each of its articles.
func TestPagesUnderTheTitleOfTheWhole(t *testing.T) {
	w := newWriter(57)
	title, p := "Harvest Begins in the Far North", w.paragraphs(12)
	first, last := join(title, join(p[:4]...)), join(title, join(p[8:]...))
	whole := join(title, join(p...))
	check(t, english(first, last, whole), [][]int{{0, 1, 2}})
	check(t, english(first, last, whole, w.noise(whole, 3), join(title, join(p[:6]...))), [][]int{{0, 1, 2, 3, 4}})
	site, q := "The Harbour Weekly and Advertiser", w.paragraphs(6)
	a, b := join(site, "Bridge Reopens After Repairs", join(p[:6]...)), join(site, "School Choir Wins a Prize", join(q...))
	check(t, english(a, w.noise(a, 3), b, w.noise(b, 3), join(a, b)), [][]int{{0, 1}, {2, 3}, {4}})
}

func TestDigestWithoutTitles(t *testing.T) {
	w := newWriter(54)
	a, b := w.article(7), w.article(7)
	docs := english(a, w.noise(a, 3), w.inject(a, 50), b, w.noise(b, 3), join(a, b))
	check(t, docs, [][]int{{0, 1, 2}, {3, 4}, {5}})
}

// TestSiteTemplateStaysApart holds pages of one site whose frame is longer
// than their articles: other articles in it, and one article in two frames.
func TestSiteTemplateStaysApart(t *testing.T) {
	w := newWriter(55)
	frame := func() (head, foot string) {
		var lines []string
		for range 30 {
			lines = append(lines, strings.Join([]string{w.words[w.Intn(900)], w.words[w.Intn(900)], w.words[w.Intn(900)]}, " "))
		}
		return strings.Join(lines[:15], "\n"), strings.Join(append(lines[15:], w.paragraph()), "\n")
	}
	h1, f1 := frame()
	h2, f2 := frame()
	a, b, c := w.article(4), w.article(4), w.article(4)
	docs := english(join(h1, a, f1), join(h1, b, f1), join(h1, c, f1), join(h2, a, f2), join(h2, w.noise(b, 3), f2))
	check(t, docs, [][]int{{0, 3}, {1, 4}, {2}})
}

func TestNearlyEmptyPagesStayApart(t *testing.T) {
	w := newWriter(56)
	article := w.article(6)
	scrap := strings.Join(strings.Fields(article)[:24], " ")
	other := strings.Join(strings.Fields(article)[:22], " ") + " and so on."
	check(t, english(article, scrap, other, "Read more. "+scrap, "Page not found."), [][]int{{0}, {1}, {2}, {3}, {4}})
}

func TestBody(t *testing.T) {
	for _, c := range []struct{ mask, want uint64 }{
		{0, 0},
		{0b1, 0}, // a line alone
		{0b111, 0b111},
		{0b11 | 0xFF<<40, 0xFF << 40},      // a line of the frame at the other end
		{0xFF | 0xFF<<20, 0xFF | 0xFF<<20}, // a long paragraph of spam between
		{0b1000001000001, 0b1000001000001}, // gaps of noise
		{1<<63 | 0xF<<30, 0xF << 30},
	} {
		if got := body(c.mask); got != c.want {
			t.Errorf("%b: %b, not %b", c.mask, got, c.want)
		}
	}
}

// TestCopiesOfPartsEndAtTheBorder has an article of which only parts are passages of a
// digest, since whole copies span several of these: they end at its border all the same.
func TestCopiesOfPartsEndAtTheBorder(t *testing.T) {
	stretches := func(from, to int) uint64 { return (1<<(to-from) - 1) << from }
	parts := []witness{{mask: stretches(0, 18)}, {mask: stretches(21, 33), part: Part{After: true, Page: 2}}}
	next := []witness{{mask: stretches(33, 62)}, {mask: stretches(33, 60)}}
	whole := witness{mask: stretches(0, 33)}
	both := witness{mask: stretches(0, 62)}
	for name, c := range map[string]struct {
		spans []witness
		want  bool
	}{
		"no whole copy":             {nil, false},
		"two whole copies":          {[]witness{whole, whole}, true},
		"and one of both":           {[]witness{whole, whole, both}, false},
		"whole copies that are cut": {[]witness{{mask: stretches(0, 28)}, {mask: stretches(4, 27)}}, false},
	} {
		list := append(append(append([]witness{}, parts...), next...), c.spans...)
		if got := severalArticles(list, 0); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
