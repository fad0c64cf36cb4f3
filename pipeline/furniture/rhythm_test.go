package furniture

import (
	"strings"
	"testing"
)

// TestTitleBeforeLinksStays holds that a title between a row of buttons and links
// that follow each other line by line is no item of their list.
func TestTitleBeforeLinksStays(t *testing.T) {
	var links strings.Builder
	for _, n := range strings.Fields("one two three four five six seven eight nine") {
		links.WriteString("http://www.example-" + n + ".example/vendita-" + n + ".html\n")
	}
	const title = "The hives behind the garage: a neighbour who keeps bees for honey"
	doc := propose(t, "[Home] [Previous] [Next] [Archive]\n\n"+title+"\n\n"+links.String()+"\n"+bees, "en")
	if got := kept(doc); !strings.Contains(got, title) {
		t.Errorf("the title is gone:\n%s", got[:min(300, len(got))])
	}
	if got := kept(doc); strings.Contains(got, "example-four") {
		t.Errorf("the links stay:\n%s", got[:min(300, len(got))])
	}
}

func TestLinesAreCounted(t *testing.T) {
	for n, want := range map[int]string{1: "one line before the article", 3: "3 lines in a row before the article"} {
		if got := count(n, "before the article"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}
