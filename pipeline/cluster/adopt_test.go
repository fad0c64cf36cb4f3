package cluster

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMembersOutvoteTheCentre holds a copy with phrases of spam where the
// centre has others: to the centre it is a page of its template, the other
// members know better.
func TestMembersOutvoteTheCentre(t *testing.T) {
	w := newWriter(72)
	p := w.paragraphs(9)
	spam := func(trade string, paragraphs ...string) string {
		var out []string
		for i, s := range paragraphs {
			words := strings.Split(s, " ")
			out = append(out, strings.Join(slices.Insert(words, len(words)/2, trade, fmt.Sprint(len(trade)*91+i)), " "))
		}
		return join(out...)
	}
	without := func(i int) string { return join(slices.Delete(slices.Clone(p), i, i+1)...) }
	centre, other := spam("Glimmer", p...), spam("Trade", p[:8]...)
	if v := judgeTexts(centre, other); v.cause != OtherFact {
		t.Fatalf("the centre does not refuse the copy: %+v", v)
	}
	check(t, english(centre, without(2), without(4), without(6), other), [][]int{{0, 1, 2, 3, 4}})
	check(t, english(centre, without(2), other), [][]int{{0, 1}, {2}}) // one voice is too few
}

// TestMembersClaimAPart holds a page of which half is a frame that reads like
// prose: the centre has too little of it, page 1 knows it.
func TestMembersClaimAPart(t *testing.T) {
	w := newWriter(73)
	p := w.paragraphs(12)
	first := join(p[:4]...)
	framed := join(w.noise(first, 6), w.paragraph(), w.paragraph())
	whole := join(p...)
	check(t, english(whole, first, framed, w.article(7), w.noise(whole, 3), w.inject(whole, 50)), [][]int{{0, 1, 2, 4, 5}, {3}})
}

func TestStraysFindTheirStar(t *testing.T) {
	w := newWriter(74)
	c := Config{}
	text := w.article(8)
	docs := english(text, w.noise(text, 4), w.inject(text, 40), w.article(8), join(w.paragraph(), w.paragraph(), strings.Join(strings.Fields(text)[:60], " ")))
	var sketches []Sketch
	for _, d := range docs {
		sketches = append(sketches, c.Sketch(d))
	}
	shelf, list := shelve(t, c, sketches)
	p, err := newProver(context.Background(), c, shelf, list, func(i int) (Body, error) { return NewBody(docs[i]), nil })
	if err != nil {
		t.Fatal(err)
	}
	at := map[int]int32{} // document to node
	for i, n := range p.nodes {
		at[int(n.doc)] = int32(i)
	}
	pair := star{centre: at[0], nodes: []int32{at[0], at[1]}}
	slices.Sort(pair.nodes)
	stars := newStarList([]int32{at[2], at[3], at[4]}, pair)
	stars.sort()
	if err := p.strays(stars); err != nil {
		t.Fatal(err)
	}
	var sizes []int
	for _, s := range stars.all() {
		sizes = append(sizes, len(s.nodes))
	}
	if d := cmp.Diff([]int{3, 1, 1}, sizes); d != "" {
		t.Error(d)
	}
}
