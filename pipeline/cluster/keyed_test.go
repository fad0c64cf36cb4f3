package cluster

import (
	"math/rand/v2"
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

// keyedTo gives a first page in a language a mark and a frame, whose links are made of
// some words.
func keyedTo(language, text, mark, link string, words ...string) *corpus.Document {
	frame := ""
	for _, w := range words {
		frame += "\n" + link + w + " - www.books.example\n"
	}
	d := marked(text, mark, false)
	marks, proposals, at := d.Marks, d.Proposals, len(d.Draft.Read)
	d = document(language, d.Draft.Read+"\n"+frame)
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
		return []*corpus.Document{keyedTo("uk", a[0], "Сторінка 1 з 2", "Книги про ", all...), two}
	}
	check(t, with(own, next), [][]int{{0, 1}})
	check(t, with(own), apart)
	check(t, with(own, others), apart)
	check(t, with(next), apart)          // a frame of which nothing shows that it is of this article
	check(t, with(own, next[:1]), apart) // a word may stand there by chance
	rival := document("uk", strings.Join(topics(translate(a[0]), a[0], 40), " ")+" "+strings.Join(next, " ")+".")
	check(t, append(with(own, next), rival), [][]int{{0}, {1}, {2}})
}

// TestFramesOfRealPosts gives page 1 of a post a frame made of the post's words, and
// beside it page 2 of this post, of the next and of another.
func TestFramesOfRealPosts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const step, far = 15, 20
	texts := posts(t)
	r := rand.New(rand.NewPCG(5, 5))
	var joined [2][3]int // without and with a frame, by whose page 2 it is
	for i := 0; i+far < len(texts); i += step {
		a, b, ok := halve(texts[i])
		_, next, ok2 := halve(texts[i+1])
		_, other, ok3 := halve(texts[i+far])
		if !ok || !ok2 || !ok3 {
			continue
		}
		all := topics(texts[i], "", len(texts[i]))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for k, words := range [][]string{nil, all[:min(8, len(all))]} {
			one := keyedTo("en", a, "Page 1 of 2", "Books on ", words...)
			for j, two := range []string{b, next, other} {
				joined[k][j] += b2i(len(groupDocs(t, []*corpus.Document{one, marked(two, "Continued from page 1", true)}).Clusters) == 1)
			}
		}
	}
	t.Logf("joined without and with a frame, with page 2 of the same post, the next and another: %v", joined)
	plain, framed := joined[0], joined[1]
	if framed[0] <= plain[0] || framed[1] > plain[1]+1 || framed[2] > plain[2]+1 {
		t.Error("want more of the same, and none else")
	}
}
