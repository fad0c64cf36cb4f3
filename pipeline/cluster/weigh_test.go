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

// TestDigestInTwoScripts has a page of teasers, one of which is of an article in a script
// without spaces: it has more characters than all others words.
func TestDigestInTwoScripts(t *testing.T) {
	article := strings.Join([]string{pagesOf(t, "zh/news-qingshui-laoqiao")[0], pagesOf(t, "zh/news-qingshui-laoqiao")[1]}, "\n\n")
	teaser := string([]rune(article)[:200])
	teaser = teaser[:strings.LastIndex(teaser, "。")] + "。"
	w := newWriter(87)
	others := w.article(5)
	if v := judgeDoubted(article, join(teaser, others), nil, []string{others}); v.same {
		t.Errorf("%+v", v)
	}
	if v := judgeDoubted(article, join(teaser, w.sentence()), nil, nil); !v.same {
		t.Errorf("a part: %+v", v)
	}
}
