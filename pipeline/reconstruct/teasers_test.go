package reconstruct_test

import "testing"

// TestTeasersOfOneSite has two copies from one site, which puts the name of who
// posted it and the beginnings of other pages below the article, and two from
// others. Two sentences that two copies have below it are none of a list.
func TestTeasersOfOneSite(t *testing.T) {
	const teasers = "\n\nPosted by %\nMail this to a friend\nA New Roof for the Market Hall\nThe tiles came from three counties, and the town paid for every one of them...  Read on\n" +
		"Forty Winters on One Sledge\nBefore you ask how a sledge can last for so long, think of who built it and of what... Read on\nwww.kelpan.test"
	with := func(name string) string { return article + replace(t, teasers, "%", name) }
	two, three := replace(t, article, "two sacks", "two big sacks"), replace(t, article, "old pier", "old stone pier")
	if got := rebuild(witness("a", with("Greg H")), witness("b", with("admin")), witness("c", two), witness("d", three)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
	const box = "\n\nIlse Brandt has run the ferry since 1988. The dog has never paid her a fare in all those years."
	if got := rebuild(witness("a", article+box), witness("b", article+box), witness("c", two), witness("d", three)).Article.Text; got != article+box {
		t.Errorf("got\n%s", got)
	}
}
