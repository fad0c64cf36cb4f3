package cluster

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// topic writes paragraphs that return to twenty words of their own.
func topic(w *writer, name string, n int) []string {
	out := w.paragraphs(n)
	for i := range out {
		for range 5 {
			out[i] += fmt.Sprintf(" And %s%c was %s with %s%c.", name, 'a'+w.Intn(20), w.words[w.Intn(900)], name, 'a'+w.Intn(20))
		}
	}
	return out
}

// titled gives a later page a frame that names the article.
func titled(text, frame, mark string) *corpus.Document {
	d := marked(text, mark, true)
	head := frame + "\n"
	d.Draft = corpus.NewDraft(head + d.Draft.Read)
	d.Marks[0].Start, d.Marks[0].End = d.Marks[0].Start+len(head), d.Marks[0].End+len(head)
	d.Proposals[0].Start, d.Proposals[0].End = 0, d.Proposals[0].End+len(head)
	return d
}

func TestPagesJoinByMatter(t *testing.T) {
	w := newWriter(61)
	a, b := topic(w, "orvel", 8), topic(w, "tamsin", 8)
	one := marked(join(a[:4]...), "Continued on page 2", false)
	two := marked(join(a[4:]...), "Continued from page 1", true)
	foreign := marked(join(b[4:]...), "Continued from page 1", true)
	third := marked(join(a[4:]...), "Page 3 of 3", true)
	var others []*corpus.Document
	for k := range 5 {
		others = append(others, document("en", join(topic(w, "quill"+string(rune('a'+k)), 7)...)))
	}
	apart := [][]int{{0}, {1}, {2}, {3}, {4}, {5}, {6}}
	with := func(x, y *corpus.Document) []*corpus.Document { return append([]*corpus.Document{x, y}, others...) }
	check(t, with(one, two), [][]int{{0, 1}, {2}, {3}, {4}, {5}, {6}})
	check(t, with(one, foreign), apart)
	check(t, with(one, third), apart)
	check(t, with(one, document("en", join(b[4:]...))), apart) // no mark on the later page
	check(t, append(with(one, two), foreign), [][]int{{0, 1}, {2}, {3}, {4}, {5}, {6}, {7}})
}

// TestPagesJoinByTitle takes articles whose pages do not prove by their words
// that they belong together.
func TestPagesJoinByTitle(t *testing.T) {
	a, b := pagesOf(t, "uk/essay-shpalery-v-sim-shariv"), pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	b[0], b[1] = translate(b[0]), translate(b[1])
	if k := kinOf("uk", a[0], a[1]).logOdds(); k >= leastKin {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	title, _, _ := strings.Cut(a[0], "\n")
	in := func(d *corpus.Document) *corpus.Document { d.Language = "uk"; return d }
	one := in(marked(a[0], "Page 1 of 2", false))
	two := func(text, frame string) *corpus.Document { return in(titled(text, frame, "Continued from page 1")) }
	bare := func(text string) *corpus.Document { return document("uk", "Home » Trades » "+title+"\n\n"+text) } // without a mark of its own
	check(t, []*corpus.Document{one, two(a[1], "Home » Trades » "+title)}, [][]int{{0, 1}})
	check(t, []*corpus.Document{one, two(a[1], "Home » Trades » Another Story of Bread")}, [][]int{{0}, {1}})
	check(t, []*corpus.Document{one, two(a[1], title)}, [][]int{{0}, {1}}) // may be a teaser
	check(t, []*corpus.Document{one, bare(a[1])}, [][]int{{0, 1}})
	check(t, []*corpus.Document{one, bare(b[1]), document("uk", b[0])}, [][]int{{0}, {1}, {2}})
	words := strings.Fields(a[1]) // a text with more of its words than page 1 has
	slices.Sort(words)
	other := document("uk", strings.Join(words, " ")+".")
	framed := func(text string) *corpus.Document {
		d := bare(text)
		d.Proposals = []corpus.Proposal{{Start: 0, End: strings.Index(d.Draft.Read, "\n"), Kind: corpus.KindFurniture, Verdict: corpus.Cut}}
		return d
	}
	check(t, []*corpus.Document{one, framed(a[1]), other}, [][]int{{0, 1}, {2}})
	check(t, []*corpus.Document{one, framed("Paper on Old Walls\n\n" + a[1]), other}, [][]int{{0}, {1}, {2}})    // it has a title of its own
	check(t, []*corpus.Document{document("uk", a[0]), bare(b[1]), document("uk", b[0])}, [][]int{{0}, {1}, {2}}) // no mark at all, and other matter
	check(t, []*corpus.Document{one, two(b[1], "Topic: "+title), document("uk", b[0])}, [][]int{{0}, {1, 2}})    // the title is another article's, the matter its own
}

// TestNamedPageNeedsLittleKin has two marked pages, hardly more kin than not, of which
// the later names the title of the first in its frame and has a title of its own.
func TestNamedPageNeedsLittleKin(t *testing.T) {
	a, b := pagesOf(t, "es/advice-primer-piso-compartido"), pagesOf(t, "es/recipe-arroz-caldoso-de-conejo")
	if k := kinOf("es", a[0], a[1]).logOdds(); k >= 2 {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	title, _, _ := strings.Cut(a[0], "\n")
	in := func(d *corpus.Document) *corpus.Document { d.Language = "es"; return d }
	one := in(marked(a[0], "Página 1 de 2", false))
	two := func(text string) *corpus.Document {
		return in(titled("Segunda parte de la charla\n\n"+text, "Inicio » Hogar » "+title, "Viene de la página 1"))
	}
	words := strings.Fields(a[1]) // a text with more of its words than page 1 has
	slices.Sort(words)
	other := in(document("es", strings.Join(words, " ")+"."))
	check(t, []*corpus.Document{one, two(a[1]), other}, [][]int{{0, 1}, {2}})
	check(t, []*corpus.Document{one, two(b[1]), other}, [][]int{{0}, {1}, {2}})
}

// TestPagesWithoutMarks has the title alone to say that one goes on from the
// other, and asks for a kinship beyond doubt.
func TestPagesWithoutMarks(t *testing.T) {
	a, b := pagesOf(t, "de/howto-bicycle-chain"), pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	german := func(text string) *corpus.Document { return document("de", text) }
	title, _, _ := strings.Cut(a[0], "\n")
	one, frame := german(a[0]), "Start » Rad » "
	check(t, []*corpus.Document{one, german(frame + title + "\n\n" + a[1])}, [][]int{{0, 1}})
	check(t, []*corpus.Document{one, german(frame + "Noch eine Geschichte vom Brot\n\n" + a[1])}, [][]int{{0}, {1}})
	check(t, []*corpus.Document{one, german(title + "\n\n" + a[1])}, [][]int{{0}, {1}}) // another article of this title
	check(t, []*corpus.Document{one, german(frame + title + "\n\n" + b[1])}, [][]int{{0}, {1}})
	check(t, []*corpus.Document{one, german(frame + title + "\n\n" + a[1]), german(frame + title + "\n\n" + b[1])}, [][]int{{0}, {1}, {2}}) // two may go on
}

// TestPagesFarFromOthers has marked pages of one article or of two, which are not plainly
// kin, with the other articles of the language and without.
func TestPagesFarFromOthers(t *testing.T) {
	var joined, same, alone, wrong, two int
	all := articles(t)
	for _, x := range all {
		for _, y := range all {
			cx, cy := cuts(x.Text), cuts(y.Text)
			for k := 0; k < len(cx) && x.Language == y.Language; k++ {
				a, b := cx[k][0], cy[k*len(cy)/len(cx)][1]
				if odds := kinOf(x.Language, a, b).logOdds(); odds < leastKinFar || odds >= leastKin {
					continue
				}
				in := func(d *corpus.Document) *corpus.Document { d.Language = x.Language; return d }
				docs := []*corpus.Document{in(marked(a, "Page 1 of 2", false)), in(marked(b, "Page 2 of 2", true))}
				single := len(groupDocs(t, docs).Clusters)
				for _, z := range all {
					if z.Language == x.Language && z.Name != x.Name && z.Name != y.Name {
						docs = append(docs, document(z.Language, z.Text))
					}
				}
				yes := b2i(len(docs) > 2 && len(groupDocs(t, docs).Clusters) < len(docs))
				if x.Name == y.Name {
					joined, same, alone = joined+yes, same+b2i(len(docs) > 2), alone+b2i(single == 1)
				} else {
					wrong, two = wrong+yes, two+b2i(len(docs) > 2)
				}
			}
		}
	}
	if t.Logf("%d of %d articles, %d of them alone, %d of %d pairs of two", joined, same, alone, wrong, two); 10*joined < 9*same || alone > 0 || wrong > 2 {
		t.Error("want nine in ten of the articles, and of the pairs none but two, whose words are much alike")
	}
}

// TestUnmarkedPageAmongOthers has one page with its mark and one without, of one
// article or of two, among the other articles of the language.
func TestUnmarkedPageAmongOthers(t *testing.T) {
	of := map[string][]string{}
	var languages []string
	text := map[string]string{}
	for _, a := range articles(t) {
		if len(of[a.Language]) == 0 {
			languages = append(languages, a.Language)
		}
		of[a.Language], text[a.Name] = append(of[a.Language], a.Name), a.Text
	}
	var joined, same, wrong, other int
	for _, lang := range languages {
		names := of[lang]
		for i, name := range names {
			for _, next := range []int{0, 1, 2} {
				if next >= len(names) || len(names) < 4 {
					continue
				}
				second := names[(i+next)%len(names)]
				x, y := pagesOf(t, name), pagesOf(t, second)
				in := func(d *corpus.Document) *corpus.Document { d.Language = lang; return d }
				var docs []*corpus.Document
				for _, n := range names {
					if n != name && n != second {
						docs = append(docs, document(lang, text[n]))
					}
				}
				for _, two := range [][]*corpus.Document{
					{in(marked(x[0], "Page 1 of 2", false)), in(document(lang, y[1]))},
					{in(document(lang, x[0])), in(marked(y[1], "Page 2 of 2", true))},
				} {
					yes := b2i(len(groupDocs(t, append(two, docs...)).Clusters) <= len(docs)+1)
					if next == 0 {
						joined, same = joined+yes, same+1
					} else {
						wrong, other = wrong+yes, other+1
					}
				}
			}
		}
	}
	if t.Logf("%d of %d articles, %d of %d pairs of two", joined, same, wrong, other); joined*100 < 60*same || wrong > 0 {
		t.Error("want at least 60% of the articles and none of the pairs")
	}
}

// TestUnmarkedPageAlone has a first page with its mark and nothing else but a page that
// has neither mark nor title, or a title of its own.
func TestUnmarkedPageAlone(t *testing.T) {
	var joined, tried, wrong int
	for _, a := range articles(t) {
		for _, x := range cuts(a.Text) {
			if odds := kinOf(a.Language, x[0], x[1]).logOdds(); odds < leastKin+bareKin || odds > leastKin+bareKin+math.Log(2) {
				continue // other rules see to it
			}
			in := func(d *corpus.Document) *corpus.Document { d.Language = a.Language; return d }
			together := func(docs ...*corpus.Document) int { return b2i(len(groupDocs(t, docs).Clusters) == 1) }
			one, two := in(marked(x[0], "Page 1 of 2", false)), in(document(a.Language, x[1]))
			joined, tried = joined+together(one, two), tried+1
			line := "A Letter to the Editor"
			own := in(document(a.Language, line+"\n\n"+x[1]))
			own.Marks = []corpus.Mark{{Role: corpus.RoleTitle, Start: 0, End: len(line)}}
			later := in(marked(x[1], "Page 2 of 2", true))
			wrong += together(one, own) + together(in(document(a.Language, x[0])), later) // any text may be the first
		}
	}
	if t.Logf("%d of %d pages, %d wrongly", joined, tried, wrong); joined*100 < 80*tried || wrong > 0 {
		t.Error("want at least 80% of the pages, and none under another title or without a first page")
	}
}

// TestTitleInAFrameOfMarkedPages has a later page with a line that may be a title of
// its own: its mark and the title of the first in its frame tell that it is one.
func TestTitleInAFrameOfMarkedPages(t *testing.T) {
	in := func(d *corpus.Document) *corpus.Document { d.Language = "pl"; return d }
	for _, a := range articles(t) {
		if a.Name == "pl/essay-o-uczeniu-sie-na-starosc" {
			all := cuts(a.Text)
			p := all[len(all)-1]
			title, _, _ := strings.Cut(p[0], "\n")
			two := in(titled("Trzy rzeczy na koniec\n\n"+p[1], "Start » Teksty » "+title, "Strona 2 z 2"))
			check(t, []*corpus.Document{in(marked(p[0], "Strona 1 z 2", false)), two}, [][]int{{0, 1}})
		}
	}
}

// TestPagesJoinByMarkOfOneCopy has several copies of a page, of which one
// bears the mark.
func TestPagesJoinByMarkOfOneCopy(t *testing.T) {
	for _, name := range []string{"de/howto-bicycle-chain", "en/howto-bicycle-chain", "zh/news-qingshui-laoqiao"} {
		p := pagesOf(t, name)
		in := func(d *corpus.Document) *corpus.Document { d.Language = name[:2]; return d }
		one, two := in(marked(p[0], "Page 1 of 2", false)), in(marked(p[1], "Continued from page 1", true))
		check(t, []*corpus.Document{one, document(name[:2], p[0]), two, document(name[:2], p[1])}, [][]int{{0, 1, 2, 3}})
	}
}

// translate gives every long word another stem: a text like this one with
// nothing in common.
func translate(text string) string {
	return regexp.MustCompile(`\pL{4,}`).ReplaceAllStringFunc(text, func(s string) string { return "щ" + s })
}

// TestPagesJoinOnce holds a whole copy: its pages belong to it, and nothing
// is left to be continued.
func TestPagesJoinOnce(t *testing.T) {
	w := newWriter(63)
	a := topic(w, "orvel", 8)
	docs := []*corpus.Document{document("en", join(a...)), marked(join(a[3:]...), "Continued from page 1", true), marked(join(a[:3]...), "Continued on page 2", false)}
	for k := range 4 {
		docs = append(docs, document("en", join(topic(w, "quill"+string(rune('a'+k)), 7)...)))
	}
	check(t, docs, [][]int{{0, 1, 2}, {3}, {4}, {5}, {6}})
}

func TestHeads(t *testing.T) {
	c := Config{}
	d := titled("Text. "+strings.Repeat("More of it. ", 40), "Home :: Books :: The Long Way Home\nThe Other Tale of Bread\nTopic: Bread: a Love Story", "Continued from page 1")
	in := map[uint64]bool{}
	for _, h := range c.heads(d, NewBody(d)) {
		in[h] = true
	}
	for s, want := range map[string]bool{"The long way home": true, "Bread: A love story": true, "A love story": true, "The Other Tale of Bread": false, "Books": false} {
		if in[c.line(s)] != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestPagePrecededByAnExcerpt has an excerpt that ends inside of page 2: page 2
// goes on from it, and from no other article that bears the title.
func TestPagePrecededByAnExcerpt(t *testing.T) {
	p, q := pagesOf(t, "ja/howto-nukadoko"), pagesOf(t, "ja/essay-eki-no-dengonban")
	title, _, _ := strings.Cut(p[0], "\n")
	in := func(d *corpus.Document) *corpus.Document { d.Language = "ja"; return d }
	half := strings.Index(p[1][len(p[1])/2:], "。") + len(p[1])/2
	two := func(text string) *corpus.Document {
		return in(titled(text, "Home » Food » "+title, "Continued from page 1"))
	}
	excerpt := document("ja", p[0]+"\n\n"+p[1][:half])
	_, body, _ := strings.Cut(q[0]+"\n\n"+q[1], "\n")
	other := document("ja", title+"\n"+body)
	_, less, _ := strings.Cut(p[1], "。")
	check(t, []*corpus.Document{two(p[1]), two(less), two(strings.Replace(p[1], "。", "、", 3)), excerpt, other}, [][]int{{0, 1, 2, 3}, {4}})
}

// TestBrokenLineIsNoTitle has three copies of a page whose frame names the title of the
// first, which bears no mark. In one or two of them a line breaks so that it looks like
// a title of their own: most have one then, and only a path tells that it is none.
func TestBrokenLineIsNoTitle(t *testing.T) {
	a, b := pagesOf(t, "pt/advice-aprender-a-dizer-nao"), pagesOf(t, "pt/review-maquina-de-costura-alvorada-320")
	title, _, _ := strings.Cut(a[0], "\n")
	under := func(frame, text string) *corpus.Document {
		d := titled(text, frame, "Continuação da página 1")
		d.Language = "pt"
		return d
	}
	two := func(text string) *corpus.Document { return under("Início » Fórum » "+title, text) }
	named := func(text string) *corpus.Document { return under(title, text) }
	broken := func(text string) string {
		words := strings.Fields(text)
		return strings.Join(words[:5], " ") + "\n" + strings.Join(words[5:], " ")
	}
	less, more := a[1][strings.Index(a[1], ".")+2:], a[1][:strings.LastIndex(a[1], "\n\n")]
	one, rival := document("pt", a[0]), document("pt", b[0]+"\n\n"+b[1]) // with as many of the words
	check(t, []*corpus.Document{one, two(broken(a[1])), two(less), two(more), rival}, [][]int{{0, 1, 2, 3}, {4}})
	check(t, []*corpus.Document{one, two(broken(a[1])), two(broken(less)), two(more), rival}, [][]int{{0, 1, 2, 3}, {4}})
	check(t, []*corpus.Document{one, named(broken(a[1])), named(broken(less)), named(more), rival}, [][]int{{0}, {1, 2, 3}, {4}})
}

// TestLabelledTitle has a first page without a mark, and a later one that takes the line
// in its frame that names the first, with a label, for its own title.
func TestLabelledTitle(t *testing.T) {
	a := pagesOf(t, "pt/advice-aprender-a-dizer-nao")
	title, _, _ := strings.Cut(a[0], "\n")
	words := strings.Fields(a[1]) // a text with more of its words than page 1 has
	slices.Sort(words)
	one, rival := document("pt", a[0]), document("pt", strings.Join(words, " ")+".")
	check(t, []*corpus.Document{one, underTitle("pt", a[1], title, "Tópico: "+title), rival}, [][]int{{0, 1}, {2}})
	check(t, []*corpus.Document{one, underTitle("pt", a[1], title, "Tópico: outra história de pão"), rival}, [][]int{{0, 1}, {2}}) // the path above ends in it
}

// TestTitleOfTwoPagesOnly has a later page with the title of the first, which bears no
// mark and is hardly kin to it, at its head, and a column whose texts all have it.
func TestTitleOfTwoPagesOnly(t *testing.T) {
	var p [2]string
	for _, a := range articles(t) {
		if a.Name == "es/advice-primer-piso-compartido" {
			all := cuts(a.Text)
			p = all[len(all)-1]
		}
	}
	if k := kinOf("es", p[0], p[1]).logOdds(); k >= -1 {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	title, _, _ := strings.Cut(p[0], "\n")
	words := strings.Fields(p[0]) // a text with more of its words than page 2 has
	slices.Sort(words)
	one, other := document("es", p[0]), document("es", strings.Join(words, " ")+".")
	two := underTitle("es", p[1], title, title)
	check(t, []*corpus.Document{one, two, other}, [][]int{{0, 1}, {2}})
	check(t, []*corpus.Document{one, two, document("es", title+"\n\n"+other.Draft.Read)}, [][]int{{0}, {1}, {2}})
	check(t, []*corpus.Document{one, underTitle("es", translate(p[1]), title, title), other}, [][]int{{0}, {1}, {2}})
}

// underTitle is a later page with a title in its path and a line of its own below it.
func underTitle(language, text, title, line string) *corpus.Document {
	d := titled(text, "Home » Board » "+title+"\n"+line, "Continued from page 1")
	at := strings.Index(d.Draft.Read, "\n") + 1
	d.Marks = append(d.Marks, corpus.Mark{Role: corpus.RoleTitle, Start: at, End: at + len(line)})
	d.Language = language
	return d
}

// TestPagesUnderOneTitle has the title of the first page at the head of the second, too,
// and of a third page, as the name of a column stands.
func TestPagesUnderOneTitle(t *testing.T) {
	a, b := pagesOf(t, "uk/essay-shpalery-v-sim-shariv"), pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	b[0], b[1] = translate(b[0]), translate(b[1])
	title, _, _ := strings.Cut(a[0], "\n")
	in := func(text, mark string, head bool) *corpus.Document {
		d := marked(text, mark, head)
		d.Language = "uk"
		return d
	}
	one, two := in(a[0], "Page 1 of 2", false), in(title+"\n\n"+a[1], "Page 2 of 2", false)
	check(t, []*corpus.Document{one, two}, [][]int{{0, 1}})
	check(t, []*corpus.Document{one, in(title+"\n\n"+b[1], "Page 2 of 2", false)}, [][]int{{0}, {1}}) // the matter is another's
	a, b = pagesOf(t, "es/advice-primer-piso-compartido"), pagesOf(t, "es/recipe-arroz-caldoso-de-conejo")
	if k := kinOf("es", a[0], a[1]).logOdds(); k >= leastKinFar {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	title, _, _ = strings.Cut(a[0], "\n")
	spanish := func(d *corpus.Document) *corpus.Document { d.Language = "es"; return d }
	one, two = spanish(in(a[0], "Page 1 of 2", false)), spanish(in(title+"\n\n"+a[1], "Page 2 of 2", false))
	check(t, []*corpus.Document{one, two, document("es", title+"\n\n"+b[1])}, [][]int{{0}, {1}, {2}}) // a column's name
}
