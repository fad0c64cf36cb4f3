package cluster

import (
	"strings"
	"testing"
)

// TestFrameInDoubt has a page of which all but a line is in doubt, its frame and the
// article's first page alike: the lines of the frame count for nothing, the prose does.
func TestFrameInDoubt(t *testing.T) {
	w := newWriter(86)
	p := w.paragraphs(5)
	var frame []string
	for range 12 {
		frame = append(frame, strings.Join(strings.Fields(w.sentence())[:5], " "))
	}
	links := join(frame...)
	page := join(links, p[0], p[1], links)
	v := judgeDoubted(join(p...), page, nil, []string{join(links, p[0]), p[1][:len(p[1])-20], "\n\n" + links})
	if !v.same {
		t.Errorf("%+v", v)
	}
	c := Config{}
	pg := c.newPage(Body{Text: page, Doubt: [][2]int{{0, len(page)}}})
	if own := pg.own(nil); len(own) != len(pg.units) {
		t.Errorf("%d of %d words tell what the page is about", len(own), len(pg.units))
	}
}
