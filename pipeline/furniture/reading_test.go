package furniture

import "testing"

// TestArticleEndsInWords holds that no drawn line is the first or the last of
// an article, and that those within it stay there.
func TestArticleEndsInWords(t *testing.T) {
	for _, text := range []string{
		"|\n" + bees + "\n|\n",
		"* * *\n\n" + bees + "\n\n* * *\n\n" + bees + "\n\n* * *",
	} {
		r := newPage(text, "en").read()
		if r.first != 1 || r.page.blocks[r.last].rule {
			t.Errorf("%.20q: the article is %d to %d of %d", text, r.first, r.last, len(r.state))
		}
		for i := r.first; i <= r.last; i++ {
			if r.state[i] != article {
				t.Errorf("%.20q: block %d is not of the article", text, i)
			}
		}
	}
}
