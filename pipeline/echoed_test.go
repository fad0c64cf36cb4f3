package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestCutEchoes has a paragraph twice in a row in one copy, which others have once, have
// twice too, or lack.
func TestCutEchoes(t *testing.T) {
	text := articleOf(t, "en/essay-borrowed-umbrella")
	p := strings.Split(text, "\n\n")
	again := func(text string) string { return strings.Replace(text, p[2], p[2]+"\n\n"+p[2], 1) }
	damaged := strings.Replace(text, " the ", " teh ", 2)
	moved := strings.Replace(text, p[2]+"\n\n"+p[3], p[3]+"\n\n"+p[2], 1)
	for _, c := range []struct {
		name   string
		copies []string
		want   int // of the first copy
	}{
		{"once", []string{again(text), damaged}, 1},
		{"once in another place", []string{again(text), moved}, 1},
		{"twice", []string{again(text), again(damaged)}, 0},
		{"once and twice", []string{again(text), again(damaged), text}, 0},
		{"lacked", []string{again(text), strings.Replace(text, p[2]+"\n\n", "", 1)}, 0},
		{"an equal copy", []string{again(text), again(text)}, 0},
		{"clean", []string{text, damaged}, 0},
	} {
		var docs []*corpus.Document
		for _, s := range c.copies {
			docs = append(docs, &corpus.Document{Draft: corpus.NewDraft(s)})
		}
		cutEchoes(docs)
		if n := len(docs[0].Proposals); n != c.want {
			t.Errorf("%s: %d cuts", c.name, n)
		}
		for _, e := range docs[0].Proposals {
			if got := strings.TrimSpace(docs[0].Draft.Text[e.Start:e.End]); got != p[2] {
				t.Errorf("%s: %q is cut", c.name, got)
			}
		}
	}
}
