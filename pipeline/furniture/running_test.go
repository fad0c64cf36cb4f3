package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// oneLine is an article whose line breaks were lost, with what ends it.
func oneLine(end string) string {
	return beesTitle + " " + strings.ReplaceAll(bees, "\n\n", " ") + end
}

// TestOneParagraph holds that an article which is one paragraph and ends as
// none does is found between the lists of its page.
func TestOneParagraph(t *testing.T) {
	for _, end := range []string{" Letters to bees@example.org", " He put the stone on the roof of the", ""} {
		doc := propose(t, teaserHead+"\n"+oneLine(end)+"\n"+linkFarm, "en")
		if got, want := kept(doc), oneLine(end); got != want {
			t.Errorf("ending in %q: kept %q", end, got)
		}
		for _, p := range doc.Proposals {
			if p.Kind == corpus.KindFurniture && strings.Contains(doc.Draft.Text[p.Start:p.End], "two hives") {
				t.Errorf("ending in %q: the article is proposed with %.2f", end, p.Score)
			}
		}
	}
}

// TestPartedParagraph holds that links thrown between the halves of such an
// article leave both of them in it.
func TestPartedParagraph(t *testing.T) {
	text := oneLine(" " + strings.ReplaceAll(bees, "\n\n", " ") + " There would be more of")
	at := strings.LastIndex(text, "My neighbour")
	links := strings.Repeat("[url=http://www.cheapshoes77.example/]shoes[/url]\n", 16)
	doc := propose(t, forumHead+text[:at-2]+"\n"+links+text[at:]+forumFoot, "en")
	for _, p := range doc.Proposals {
		if s := doc.Draft.Text[p.Start:p.End]; strings.Contains(s, "two hives") {
			t.Errorf("a half of the article is proposed with %.2f: %.60q", p.Score, s)
		}
	}
}
