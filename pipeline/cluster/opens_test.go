package cluster

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestOpening has copies that were cut off or lost a paragraph, in which a frame or a
// foreign end is half of what is left, and pages that have an opening in common with
// something else.
func TestOpening(t *testing.T) {
	w := newWriter(71)
	title, p := "Harvest Begins Early in the Far North", w.paragraphs(9)
	words := func(text string, n int) string { return strings.Join(strings.Fields(text)[:n], " ") }
	first := words(join(p[0], p[1], p[2]), 100)
	whole, foreign := join(title, join(p...)), w.sentence()+" "+w.sentence()
	cut := join(title, first+" "+foreign)
	check(t, english(whole, cut), [][]int{{0, 1}})
	retitled := join("A Bridge and What Came of It", first+" "+foreign)
	check(t, english(whole, retitled), [][]int{{0, 1}})
	check(t, english(join(title, p[0], p[2], p[3], p[4]), join(title, words(join(p[0], p[1], p[2], p[3]), 165)+" "+foreign)), [][]int{{0, 1}})

	lost, page := join(title, p[0], p[1], join(p[4:]...)), join(title, p[0], p[1], words(join(p[2], p[3]), len(strings.Fields(join(p[0], p[1])))*4/10))
	check(t, []*corpus.Document{document("en", lost), marked(page, "Page 1 of 2", false)}, [][]int{{0, 1}}) // of a page it lost the end
	check(t, []*corpus.Document{document("en", lost), document("en", page)}, [][]int{{0}, {1}})

	inner := join(words(join(p[4], p[5], p[6]), 100), foreign, foreign)
	check(t, english(whole, inner), [][]int{{0}, {1}}) // a page that quotes it
	other := join(title, words(p[0], 30), w.paragraph(), w.paragraph())
	check(t, english(whole, other), [][]int{{0}, {1}}) // what a column opens with
	changed := strings.Fields(first)
	for i := 20; i < len(changed); i += 4 {
		changed[i], changed[i+1] = w.words[w.Intn(900)], w.words[w.Intn(900)]
	}
	check(t, english(whole, join(title, strings.Join(changed, " ")+" "+foreign)), [][]int{{0}, {1}}) // another article in its words

	var names, items []string
	for range 46 {
		names = append(names, strings.ToUpper(w.words[w.Intn(900)][:1])+w.words[w.Intn(900)])
		items = append(items, w.words[w.Intn(900)])
	}
	credits, list := strings.Join(names, " ")+".", strings.Join(items, "\n\n")
	more := join(strings.Join(w.words[:50], "\n\n"), w.sentence())
	for name, c := range map[string]struct{ opening, rest string }{"a list of names": {credits, w.article(9)}, "the frame of a site": {join(title, list), more}} {
		t.Run(name, func(t *testing.T) {
			check(t, english(join(c.opening, c.rest), join(c.opening, foreign)), [][]int{{0}, {1}})
		})
	}
}
