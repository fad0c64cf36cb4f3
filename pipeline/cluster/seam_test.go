package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// cutAfter ends a text after so many words of its last paragraph, in the midst
// of a sentence.
func cutAfter(paragraphs []string, words int) string {
	last := strings.Fields(paragraphs[len(paragraphs)-1])[:words]
	last[words-1] = strings.TrimRight(last[words-1], ".")
	return join(append(append([]string{}, paragraphs[:len(paragraphs)-1]...), strings.Join(last, " "))...)
}

func pageOfDoc(d *corpus.Document) *page { return Config{}.newPage(NewBody(d)) }

// doubted flags the first paragraphs of a marked page.
func doubted(d *corpus.Document, paragraphs int) *corpus.Document {
	from := d.Marks[0].End
	to := from
	for range paragraphs + 1 {
		to += strings.Index(d.Draft.Read[to:], "\n\n") + 2
	}
	d.Proposals = append(d.Proposals, corpus.Proposal{Start: from, End: to, Kind: corpus.KindFurniture, Verdict: corpus.Flag, Score: .7})
	return d
}

// TestSeam joins a page with a copy that breaks off where the page begins.
func TestSeam(t *testing.T) {
	w := newWriter(71)
	p := w.paragraphs(14)
	second := join(p[7:]...)
	mark := func(text string) *corpus.Document { return marked(text, "Continued from page 1", true) }
	plain := func(text string) *corpus.Document { return document("en", text) }
	for name, c := range map[string]struct {
		a, b *corpus.Document
		same bool
	}{
		"marked":              {plain(cutAfter(p[:8], 30)), mark(second), true},
		"with a tail":         {plain(cutAfter(p[:8], 30) + " and " + w.sentence()), mark(second), true},
		"a few words":         {plain(cutAfter(p[:8], 8)), mark(second), false},
		"in its midst":        {plain(cutAfter(p[:8], 30)), mark(join(w.article(3), second)), false},
		"and much after":      {plain(join(cutAfter(p[:8], 30), w.article(3))), mark(second), false},
		"no mark":             {plain(cutAfter(p[:8], 30)), plain(second), false},
		"torn, no mark":       {plain(cutAfter(append(append([]string{}, p[:7]...), p[7]+" "+p[8]), 95)), plain(join(p[7]+" "+p[8], join(p[9:]...))), true},
		"in doubt before it":  {plain(cutAfter(p[:8], 30)), doubted(mark(join(w.article(2), second)), 2), false},
		"instalment":          {plain(join(p[:8]...)), plain(second), false},
		"first page, its end": {marked(join(p[:8]...), "Continued on page 2", false), plain(join(p[7], w.article(5))), true},
	} {
		if v := (Config{}).judge(pageOfDoc(c.a), pageOfDoc(c.b)); v.same != c.same || v.same && !v.tail {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

// TestClaim has a digest tell that a copy which lost its middle and a page that
// has it are one article; an article that shares as much with the page, and
// stands in no digest, is another.
func TestClaim(t *testing.T) {
	w := newWriter(72)
	p := w.paragraphs(16)
	other := join("Bridge Reopens After Repairs", w.article(12))
	whole := join("Harvest Begins in the North", join(p...))
	lost := join("Harvest Begins in the North", join(p[:8]...), join(p[12:]...))
	page := marked(join(p[8:]...), "Continued from page 1", true)
	page.Marks = nil // it joins by its words or not at all
	docs := append(english(lost), page)
	check(t, docs, [][]int{{0}, {1}})
	docs = append(docs, english(other, join(other, whole))...)
	check(t, docs, [][]int{{0, 1}, {2}, {3}})
}

// TestSplicedEndIsNoDovetail gives a cut copy the beginning of another article
// for an end, from the midst of its title on.
func TestSplicedEndIsNoDovetail(t *testing.T) {
	a, b := pagesOf(t, "en/howto-bicycle-chain"), pagesOf(t, "en/review-tin-orchard")
	words := strings.Fields(b[0])
	for _, from := range []int{3, 5} {
		cut := a[0][:strings.LastIndex(a[0], "smallest sprocket")] + "smallest " + strings.Join(words[from:from+130], " ") + "."
		check(t, []*corpus.Document{document("en", cut), document("en", b[0]+"\n\n"+b[1])}, [][]int{{0}, {1}})
	}
}

// TestBlendIsNoDovetail gives a cut copy a piece of the first paragraph of a later page of
// another article for an end, from the midst of the last word of a sentence on.
func TestBlendIsNoDovetail(t *testing.T) {
	w := newWriter(84)
	first, rest := w.sentence()+" The bees came home with the clover.", join(w.article(3), w.article(3))
	page := marked(first+" "+rest, "Continued from page 1", true)
	body := strings.TrimRight(w.article(6), ".\n")
	for end, want := range map[string]bool{" shiver. ": false, " evening. ": true} {
		cut := document("en", body+end+rest[:strings.LastIndex(rest, "\n\n")])
		if v := (Config{}).judge(pageOfDoc(cut), pageOfDoc(page)); v.same != want {
			t.Errorf("an end behind %q: %+v", end, v)
		}
	}
}

// TestNothingGoesBeforePageOne has a page with teasers at its end, and page 1 of the
// article that one of them is of, with the same at its head. The later page of an
// article may begin with the words at which another ends.
func TestNothingGoesBeforePageOne(t *testing.T) {
	w := newWriter(83)
	teaser, own := w.article(2), w.article(5)
	one := marked(join(teaser, own), "Page 1 of 2", false)
	two := marked(join(teaser, own), "Page 2 of 2", true)
	before := document("en", join(w.article(4), teaser))
	for _, c := range []struct {
		page *corpus.Document
		want bool
	}{{one, false}, {two, true}} {
		if v := (Config{}).judge(pageOfDoc(before), pageOfDoc(c.page)); v.same != c.want {
			t.Errorf("%q: %+v", c.page.Draft.Read[:20], v)
		}
	}
}

// TestDovetailOfOneLanguage has the end of one text begin another: they are parts of
// one article, unless they are in two languages, as where a page ends in what was
// copied from elsewhere. The language of a page may be taken for that of its frame.
func TestDovetailOfOneLanguage(t *testing.T) {
	paragraphs := func(name string) []string {
		p := pagesOf(t, name)
		return strings.Split(p[0]+"\n\n"+p[1], "\n\n")
	}
	en, ko := paragraphs("en/essay-borrowed-umbrella"), paragraphs("ko/essay-saebyeok-sijang")
	n := len(en)
	for _, c := range []struct {
		language string
		text     []string
		want     [][]int
	}{
		{"en", en[:n/2+1], [][]int{{0, 1}}},
		{"el", en[:n/2+1], [][]int{{0, 1}}},
		{"ko", append(ko, en[n/2]), [][]int{{0}, {1}}},
		{"und", append(ko, en[n/2]), [][]int{{0, 1}}},
	} {
		one := marked(join(c.text...), "Page 1 of 2", false)
		one.Language = c.language
		check(t, []*corpus.Document{one, document("en", join(en[n/2:]...))}, c.want)
	}
}
