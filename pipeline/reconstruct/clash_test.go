package reconstruct_test

import "testing"

// TestTwoHandsAtOnePlace has two copies with an insertion each at one place: a
// phrase, or a sentence of one mould about other wares. Neither is the article's;
// copies that differ there in words of the article are not touched.
func TestTwoHandsAtOnePlace(t *testing.T) {
	for name, c := range map[string]struct{ old, one, two, want string }{
		"phrases": {"since 1988,", "since 1988\u00a0Zither Strings Oakhurst\u00a0,", "since 1988\u00a0Bad Trombone Loans\u00a0,", "since 1988,"},
		"sentences of one mould": {"stopped asking why.", "stopped asking why. The best bronze zithers of 2018 at http://www.kelpan.test from 299 crowns.",
			"stopped asking why. The best velvet trombones of 2014 at http://www.zorbel.test from 89 crowns.", "stopped asking why."},
		"two versions": {"two sacks", "seven baskets", "two sacks", ""},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := replace(t, article, c.old, c.one), replace(t, article, c.old, c.two)
			got := rebuild(witness("a", a), witness("b", b)).Article.Text
			switch {
			case c.want != "" && got != article:
				t.Errorf("got\n%s", got)
			case c.want == "" && got != a && got != b:
				t.Errorf("a blend of two versions:\n%s", got)
			}
		})
	}
}
