package cluster

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
)

// A kinSample is two pages of one article, or of two, of a language.
type kinSample struct {
	language string
	same     bool
	kinship  kinship
}

// kinSamples cuts each article of the fixtures in two at every paragraph near
// its middle, and puts page 1 of each together with its own page 2 and with
// that of each other article of its language. Articles that share a quotation
// are no pair: their passage is compared, not their words.
func kinSamples(t testing.TB) []kinSample {
	t.Helper()
	var out []kinSample
	all := articles(t)
	for i, a := range all {
		for j, b := range all {
			if a.Language != b.Language || i != j && a.Kind == fixtures.KindQuote && b.Kind == fixtures.KindQuote {
				continue
			}
			for k, x := range cuts(a.Text) {
				for l, y := range cuts(b.Text) {
					if i == j && k == l || i != j && (k+l)%3 == 0 {
						out = append(out, kinSample{a.Language, i == j, kinOf(a.Language, x[0], y[1])})
					}
				}
			}
		}
	}
	return out
}

func articles(t testing.TB) []fixtures.Article {
	t.Helper()
	all, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// cuts cuts a text in two at every paragraph near its middle.
func cuts(text string) (out [][2]string) {
	paragraphs := strings.Split(text, "\n\n")
	sum := 0
	for i, p := range paragraphs[:len(paragraphs)-1] {
		sum += len(p)
		if x := float64(sum) / float64(len(text)); x > .3 && x < .7 {
			out = append(out, [2]string{join(paragraphs[:i+1]...), join(paragraphs[i+1:]...)})
		}
	}
	return out
}

// pagesOf cuts an article of the fixtures in two.
func pagesOf(t testing.TB, name string) [2]string {
	t.Helper()
	for _, a := range articles(t) {
		if a.Name == name {
			all := cuts(a.Text)
			return all[len(all)/2]
		}
	}
	t.Fatalf("no article %q", name)
	return [2]string{}
}

// kinOf compares two pages.
func kinOf(language, a, b string) kinship {
	x, y := Config{}.newPage(Body{Text: a}), Config{}.newPage(Body{Text: b})
	var shared recurring
	for _, s := range x.shingles {
		if slices.ContainsFunc(y.shingles, func(t place) bool { return t.hash == s.hash }) {
			shared = append(shared, s.hash)
		}
	}
	return x.kin(language, x.own(shared)).to(y.kin(language, y.own(shared)))
}

// TestKinWeights fits the weights anew.
func TestKinWeights(t *testing.T) {
	got := regress(kinSamples(t))
	for i, w := range kinWeights {
		if math.Abs(w-got[i]) > .005*math.Abs(got[i]) {
			t.Errorf("weights %.3f, want %.3f", kinWeights, got)
			break
		}
	}
}

// TestKinInOtherLanguages judges the articles of each language by weights
// that the others gave.
func TestKinInOtherLanguages(t *testing.T) {
	samples := kinSamples(t)
	var languages []string
	for _, s := range samples {
		languages = append(languages, s.language)
	}
	slices.Sort(languages)
	languages = slices.Compact(languages)
	for _, c := range []struct {
		least          float64
		found, mistook int // at least of a hundred of one article, at most of a thousand of two
	}{{leastKin, 80, 1}, {leastKin + .5, 80, 0}} {
		var found, same, mistook, other int
		for _, l := range languages {
			w := regress(slices.DeleteFunc(slices.Clone(samples), func(s kinSample) bool { return s.language == l }))
			for _, s := range samples {
				if s.language != l {
					continue
				}
				yes := b2i(s.kinship.by(w) >= c.least)
				found, same = found+yes*b2i(s.same), same+b2i(s.same)
				mistook, other = mistook+yes*b2i(!s.same), other+b2i(!s.same)
			}
		}
		t.Logf("log odds %v: %d of %d pages of one article, %d of %d of two", c.least, found, same, mistook, other)
		if found*100 < c.found*same || mistook*1000 > c.mistook*other {
			t.Errorf("want at least %d%% and at most %d in a thousand", c.found, c.mistook)
		}
	}
}

// TestTwoPagesAlone gives the room nothing but page 1 of an article and
// page 2 of it, or of another.
func TestTwoPagesAlone(t *testing.T) {
	all := articles(t)
	var joined, same, wrong, other int
	for i, a := range all {
		for j, b := range all {
			if a.Language != b.Language {
				continue
			}
			x, y := pagesOf(t, a.Name), pagesOf(t, b.Name)
			one := marked(x[0], "Continued on page 2", false)
			two := marked(y[1], "Continued from page 1", true)
			one.Language, two.Language = a.Language, a.Language
			yes := b2i(len(groupDocs(t, []*corpus.Document{one, two}).Clusters) == 1)
			if i == j {
				joined, same = joined+yes, same+1
			} else {
				wrong, other = wrong+yes, other+1
			}
		}
	}
	if t.Logf("%d of %d articles, %d of %d pairs of two", joined, same, wrong, other); joined*100 < 80*same || wrong > 0 {
		t.Error("want at least 80% of the articles and none of the pairs")
	}
}

// TestTwoPostsAlone measures the same on posts of one organisation, which
// speak of one subject, and on posts that were written one after the other,
// often about one project: the hardest pages to tell apart without company.
func TestTwoPostsAlone(t *testing.T) {
	var pages [][2]string
	for _, text := range posts(t) {
		if a, b, ok := halve(text); ok {
			pages = append(pages, [2]string{a, b})
		}
	}
	const n = 500
	akin := func(i, j int) int {
		return b2i(kinOf("en", pages[i][0], pages[j%len(pages)][1]).logOdds() >= leastKin)
	}
	joined, far, near := 0, 0, 0
	for i := range n {
		joined, far, near = joined+akin(i, i), far+akin(i, 7*i+n), near+akin(i, i+1+i%7)
	}
	if t.Logf("%d of %d posts, %d of as many pairs of any two, %d of neighbours", joined, n, far, near); joined*100 < 90*n || far > n/40 || near*100 > 15*n {
		t.Error("want at least 90% of the posts, 2.5% of any two and 15% of neighbours")
	}
}

// TestUnmarkedPage leaves the mark of one page out: only words that hardly
// another article has let it join.
func TestUnmarkedPage(t *testing.T) {
	x := pagesOf(t, "de/howto-bicycle-chain")
	in := func(d *corpus.Document) *corpus.Document { d.Language = "de"; return d }
	one, two := in(marked(x[0], "Continued on page 2", false)), in(marked(x[1], "Continued from page 1", true))
	var others []*corpus.Document
	for _, a := range articles(t) {
		if a.Language == "de" && a.Name != "de/howto-bicycle-chain" {
			others = append(others, document("de", a.Text))
		}
	}
	with := func(docs ...*corpus.Document) []*corpus.Document { return append(docs, others...) }
	check(t, with(one, document("de", x[1])), [][]int{{0, 1}, {2}, {3}, {4}})
	check(t, with(two, document("de", x[0])), [][]int{{0, 1}, {2}, {3}, {4}})
	check(t, with(document("de", x[0]), document("de", x[1])), [][]int{{0}, {1}, {2}, {3}, {4}}) // no mark at all
	check(t, with(one), [][]int{{0}, {1}, {2}, {3}})
	check(t, with(two), [][]int{{0}, {1}, {2}, {3}})
}

// TestTongue reads a page in a frame of another language.
func TestTongue(t *testing.T) {
	x := pagesOf(t, "tr/advice-kucuk-balkonda-sebze")
	d := marked(x[1], "Continued from page 1", true)
	d.Draft = corpus.NewDraft(d.Draft.Read + "\n\nThanks for posting this, it was what I looked for and it is of a lot of help to me.")
	one := marked(x[0], "Continued on page 2", false)
	one.Language = "tr"
	check(t, []*corpus.Document{one, d}, [][]int{{0, 1}})
	x = pagesOf(t, "zh/news-qingshui-laoqiao")
	d = document("zh", x[1]+" em") // a word of another language is none of its own
	shelf, list := shelve(t, Config{}, []Sketch{Config{}.Sketch(d)})
	p, err := newProver(t.Context(), Config{}, shelf, list, func(int) (Body, error) { return NewBody(d), nil })
	if err != nil {
		t.Fatal(err)
	}
	if l, err := p.tongue(0, Part{After: true}); l != "zh" || err != nil {
		t.Errorf("language %q, %v", l, err)
	}
}
