package furniture

import (
	"strings"
	"testing"
)

// TestEnclosedLine holds that a reader's comment falls with the lines about
// it though its few words are the article's, and stays where it stands alone.
func TestEnclosedLine(t *testing.T) {
	const comment = "The hive and the honey, well said.\n"
	head, foot := "Tags: Bees, Garden\nShare: Facebook Twitter E-mail\n25 Comments:\nMarco_T\n25.01.2014 00:49\n", "Post a comment\nArchive\n2007 (1741)\n2002 (76)\n2008 (1202)\nPowered by BoardWorks\n"
	article := beesTitle + "\n\n" + bees + "\n\n"
	if got := kept(propose(t, article+head+comment+foot, "en")); got != strings.TrimSpace(article) {
		t.Errorf("kept behind the article: %q", strings.TrimPrefix(got, strings.TrimSpace(article)))
	}
	if got := kept(propose(t, article+comment, "en")); !strings.HasSuffix(got, strings.TrimSpace(comment)) {
		t.Error("a line right behind the article is cut")
	}
}
