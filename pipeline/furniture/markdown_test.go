package furniture

import (
	"strings"
	"testing"
)

// TestMenusInMarkdown holds that rows of links to the root of a site fall before and
// behind the text of a page made into Markdown, and that written links stay.
func TestMenusInMarkdown(t *testing.T) {
	text := "# " + beesTitle + "\n\n" + strings.Replace(bees, "the", "[the](/the)", 1)
	menu := "[Hedge & Field](/)\n\n  * [Home](/)\n  * [News](/news)\n  * [Shop](/shop) | [Cart](/cart)\n\n"
	foot := "\n\n[Privacy](/privacy) | [Terms](/terms)\n\n"
	if got := strings.TrimSpace(kept(propose(t, menu+text+foot, "en"))); got != text {
		t.Errorf("kept %q", got)
	}
	written := text + "\n\n* [The Gate](https://gate.example/a)\n* [The Hive](docs/hive.md)\n* [The Queen](docs/queen.md)\n* [The Drone](#drone)\n* [The Frame](./frame.md)\n* [The Smoker](smoker.md)"
	if got := kept(propose(t, written, "en")); got != strings.TrimSpace(written) {
		t.Errorf("kept %q", got)
	}
}
