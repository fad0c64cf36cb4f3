package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestPageOfTwoLanguages has a page that holds an article and, behind it, most of
// another one in another language: neither takes in the other.
func TestPageOfTwoLanguages(t *testing.T) {
	text := func(name string) string {
		for _, a := range articles(t) {
			if a.Name == name {
				return a.Text
			}
		}
		t.Fatalf("no article %s", name)
		return ""
	}
	part := func(text string, percent int) string {
		return text[:strings.LastIndex(text[:len(text)*percent/100], ".")+1]
	}
	english, german, w := text("en/essay-borrowed-umbrella"), text("de/essay-wartezimmer"), newWriter(72)
	_, german, _ = strings.Cut(german, "\n\n") // its title is lost
	for name, c := range map[string]struct {
		language string
		held     int // percent of the other article, on the page
		alone    int // and in its own copy
	}{"most of it": {"en", 75, 100}, "named by the other": {"de", 60, 100}, "a part that stands there wholly": {"en", 50, 45}} {
		t.Run(name, func(t *testing.T) {
			docs := []*corpus.Document{document("en", english), document("en", w.noise(english, 4)), document("de", part(german, c.alone)),
				document(c.language, join(english, part(german, c.held)))}
			for _, s := range groupDocs(t, docs).sets() {
				languages := map[string]bool{}
				for _, i := range s {
					if i < 3 {
						languages[docs[i].Language] = true
					}
				}
				if len(languages) > 1 {
					t.Errorf("two articles in %v", s)
				}
			}
		})
	}
}

func TestStrangers(t *testing.T) {
	speak := func(language, text string) *speech {
		x := &speech{language: language, keys: map[string]int{}}
		for _, s := range strings.Fields(text) {
			x.keys[s]++
			x.words++
		}
		return x
	}
	en := speak("en", "the ferry that is late and the man who was on it for an hour")
	de := speak("de", "die fähre die nicht kam und der mann der auf sie eine stunde lang gewartet hat")
	named := speak("de", "the ferry that is late and the man who was on it for an hour")
	for _, c := range []struct {
		a, b *speech
		want bool
	}{{en, de, true}, {de, en, true}, {en, en, false}, {en, named, false}, {en, speak("ja", "渡 し 船"), true}, {en, speak("", "渡 し 船"), false}, {en, nil, false}} {
		if got := strangers(c.a, c.b); got != c.want {
			t.Errorf("%+v and %+v: %v", c.a, c.b, got)
		}
	}
}

// TestFaceOfStar has a page in a copy whose frame, in another language, is as long as the
// page is, and in one without.
func TestFaceOfStar(t *testing.T) {
	a := pagesOf(t, "es/recipe-arroz-caldoso-de-conejo")
	spanish := func(d *corpus.Document) *corpus.Document { d.Language = "es"; return d }
	w := newWriter(12)
	teasers := w.article(len(a[0]) * 6 / 10 / len(w.article(1)))
	one := spanish(marked(strings.Replace(a[0], "domingo", "sábado", 1), "Página 1 de 2", false))
	two := spanish(marked(a[1], "Página 2 de 2", true))
	check(t, []*corpus.Document{document("en", teasers+"\n\n"+a[0]), one, two}, [][]int{{0, 1, 2}})
}

// TestMarkThatTells has three copies of a page that have the same words: of one the mark
// says where the page stands, of one it speaks of something else.
func TestMarkThatTells(t *testing.T) {
	a := pagesOf(t, "zh/news-qingshui-laoqiao")
	if k := kinOf("zh", a[0], a[1]).logOdds(); k < leastKin || k >= leastKin+bareKin {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	in := func(d *corpus.Document) *corpus.Document { d.Language = "zh"; return d }
	for _, signs := range []string{".", "..", "...", "!", "?", " -", "!!", "??"} { // whichever comes first
		one := in(marked(a[0], "第1页 共2页", false))
		two := in(marked(a[1], "接第1页", true))
		thread := in(marked(a[1]+signs, "第1页 共1页", true))
		check(t, []*corpus.Document{one, thread, two}, [][]int{{0, 1, 2}})
	}
}
