package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestTitleOfForeignWords has a title in three copies that shares no word with their
// text, which the spam stage holds against it in each of them.
func TestTitleOfForeignWords(t *testing.T) {
	const title = "Quiet Waters Stay Deep"
	body := article[strings.Index(article, "Every"):]
	copies := func(family corpus.Family, heads ...string) (ws []*corpus.Witness) {
		for i, head := range heads {
			text := head + replace(t, body, "letters", "letters"+strings.Repeat("x", i))
			w := witness(string(rune('a'+i)), text)
			if strings.Contains(text, title) {
				flag(t, w, text, .6, title)
				w.Proposals[0].Evidence = []corpus.Evidence{{Family: family, Weight: .9, Detail: "shares no word with the text"}}
			}
			ws = append(ws, w)
		}
		return ws
	}
	above := title + "\n\n"
	if got := rebuild(copies(corpus.Semantics, above, above, "Home\n\n"+above)...).Article.Text; !strings.HasPrefix(got, above+"Every") {
		t.Errorf("the title that all copies have is lost:\n%s", got)
	}
	for name, ws := range map[string][]*corpus.Witness{
		"a copy begins without it": copies(corpus.Semantics, above, "", ""),
		"it looks like a frame":    copies(corpus.Layout, above, above, above),
		"all have more above it":   copies(corpus.Semantics, "Home\n\n"+above, "News\n\n"+above, "Topic 7\n\n"+above),
	} {
		if got := rebuild(ws...).Article.Text; strings.HasPrefix(got, title) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}
