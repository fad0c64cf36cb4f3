package reconstruct_test

import "testing"

// TestSoldAlike has a copy say two plain sentences more in two places, of which each might
// be a loss of the other: of one ware, of different matters, and of one matter of the article.
func TestSoldAlike(t *testing.T) {
	for name, c := range map[string]struct {
		one, two string
		want     bool // that they stay
	}{
		"one ware":         {"You may find the finest zither strings from Norwick upon request.", "Zither strings from Norwick may reach you within three days.", false},
		"different things": {"You may find the finest zither strings from Norwick upon request.", "Plum orchards bloom quite late beneath these mountains.", true},
		"the article's":    {"The passengers often bring ginger biscuits that the dog carries.", "In the council chamber somebody counted ginger biscuits before the letters.", true},
	} {
		text := replace(t, article, "a dog. \"", "a dog. "+c.one+" \"", "two sacks. ", "two sacks. "+c.two+" ")
		want := text
		if !c.want {
			want = article
		}
		if got := rebuild(witness("a", article), witness("b", text)).Article.Text; got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}
