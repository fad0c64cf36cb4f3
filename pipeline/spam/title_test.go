package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestTitles(t *testing.T) {
	body := strings.TrimPrefix(long, "Pruning an Old Pear Tree\n\n")
	injured := replace(t, body, "fell it, but", "fell it\u00a0Discount Copper Kettles\u00a0, but")
	for _, c := range []struct {
		name, head, body, left string // left is what stands of the head, "flag" when it is only flagged
	}{
		{"genuine", "Pruning an Old Pear Tree", body, "Pruning an Old Pear Tree"},
		{"genuine, page injured", "Pruning an Old Pear Tree", injured, "Pruning an Old Pear Tree"},
		{"replaced", "Wholesale Hockey Shirts Store", body, "flag"},
		{"replaced by kin", "Copper Kettles Outlet Store", injured, ""},
		{"replaced, page injured, named twice", "Topic: Hockey Shirts Brackett Store\n\nPosts: 49\n\nHockey Shirts Brackett Store", injured, "Posts: 49"},
		{"prefixed by kin", "Copper Kettles - Pruning an Old Pear Tree", injured, "Pruning an Old Pear Tree"},
		{"followed by kin", "Pruning an Old Pear Tree | Copper Kettles", injured, "Pruning an Old Pear Tree"},
		{"byline kept, page injured", "Pruning an Old Pear Tree\n\nBy Ingrid Lindqvist Sandoval", injured, "Pruning an Old Pear Tree\n\nBy Ingrid Lindqvist Sandoval"},
	} {
		doc := detect(t, c.head+"\n\n"+c.body, "en")
		want := strings.TrimLeft(c.left+"\n\n"+body, "\n")
		if c.left == "flag" {
			if len(doc.Proposals) != 1 || doc.Proposals[0].Verdict != corpus.Flag || doc.Proposals[0].Score < .5 {
				t.Errorf("%s: %+v", c.name, doc.Proposals)
			}
			continue
		}
		if got := cut(t, doc); got != want {
			t.Errorf("%s: left\n%.200s\n%+v", c.name, got, doc.Proposals)
		}
	}
}
