package cluster

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// topics lists long words of a text that another has not, with capital letters.
func topics(text, less string, n int) (out []string) {
	seen := map[string]bool{}
	for _, w := range strings.Fields(less) {
		seen[stemOf(w)] = true
	}
	for _, w := range strings.Fields(text) {
		if s := stemOf(w); len(out) < n && utf8.RuneCountInString(w) >= 8 && strings.Trim(w, ".,:;?!»«—’'\"") == w && !seen[s] {
			seen[s] = true
			out = append(out, strings.ToUpper(w[:2])+w[2:])
		}
	}
	return out
}

// keyedTo gives a first page a frame whose links are made of some words.
func keyedTo(text string, words ...string) *corpus.Document {
	frame := ""
	for _, w := range words {
		frame += "\nКниги про " + w + " - www.knyhy.example\n"
	}
	d := marked(text, "Сторінка 1 з 2", false)
	marks, proposals, at := d.Marks, d.Proposals, len(d.Draft.Read)
	d = document("uk", d.Draft.Read+"\n"+frame)
	d.Marks = marks
	d.Proposals = append(proposals, corpus.Proposal{Start: at, End: len(d.Draft.Read), Kind: corpus.KindFurniture, Verdict: corpus.Cut})
	return d
}

// TestPagesJoinByFrame has the frame of page 1 name words that stand on it and words
// that stand on page 2, which has too little else in common with it.
func TestPagesJoinByFrame(t *testing.T) {
	a, b := pagesOf(t, "uk/essay-shpalery-v-sim-shariv"), pagesOf(t, "uk/essay-shpalery-v-sim-shariv")
	if k := kinOf("uk", a[0], a[1]).logOdds(); k >= leastKin || k < leastKin-mostKeyed {
		t.Fatalf("log odds %.1f: another article is needed", k)
	}
	b[1] = translate(b[1])
	two := marked(a[1], "Продовження зі сторінки 1", true)
	two.Language = "uk"
	own, next, others := topics(a[0], a[1], 3), topics(a[1], a[0], 4), topics(b[1], a[0], 4)
	apart := [][]int{{0}, {1}}
	with := func(words ...[]string) []*corpus.Document {
		var all []string
		for _, w := range words {
			all = append(all, w...)
		}
		return []*corpus.Document{keyedTo(a[0], all...), two}
	}
	check(t, with(own, next), [][]int{{0, 1}})
	check(t, with(own), apart)
	check(t, with(own, others), apart)
	check(t, with(next), apart)          // a frame of which nothing shows that it is of this article
	check(t, with(own, next[:1]), apart) // a word may stand there by chance
	rival := document("uk", strings.Join(topics(translate(a[0]), a[0], 40), " ")+" "+strings.Join(next, " ")+".")
	check(t, append(with(own, next), rival), [][]int{{0}, {1}, {2}})
}
