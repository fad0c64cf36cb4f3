package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSeam has copies of a first page, one with a frame below it or above, and a second
// page: the frame falls, and what one of the copies has lost there does not.
func TestSeam(t *testing.T) {
	const below = "\n\nRelated articles\nTen quiet villages worth a detour - Posted by Greg H.\nWhy your cellar smells of apples - Posted by Linda P."
	a, b := replace(t, pageOne, "two sacks", "two sackks"), replace(t, pageOne, "three passengers", "three pasengers")
	of := func(page int, texts ...string) (ws []*corpus.Witness) {
		for _, text := range texts {
			w := witness(string(rune('a'+len(text)%26)), text)
			w.Page = page
			ws = append(ws, w)
		}
		return ws
	}
	two := of(2, strings.TrimSpace(pageTwo))
	got := rebuild(append(of(1, pageOne+below, a, b), two...)...).Article.Text
	if strings.Contains(got, "Posted by") || len(got) < len(pageOne+pageTwo)-2 {
		t.Errorf("got\n%s", got)
	}
	const first = "In the week after that he lit it for the last time, since nobody was out at sea any more. "
	c, d := first+strings.TrimSpace(pageTwo), strings.TrimSpace(replace(t, pageTwo, "his pictures", "his piktures"))
	if got := rebuild(append(of(2, c, d), of(1, pageOne)...)...).Article.Text; !strings.Contains(got, first) {
		t.Errorf("got\n%s", got)
	}
	const last = " He had seen it happen to his brother, and he did not want to see it twice."
	got = rebuild(append(of(1, pageOne+last, a, b), two...)...).Article.Text
	if !strings.Contains(got, last) {
		t.Errorf("got\n%s", got)
	}
}
