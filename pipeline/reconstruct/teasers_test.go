package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

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

// TestTitleOfAnotherArticle has two copies announce another article, of like words,
// behind the end, and a third that ends there or broke off before: where the corpus
// knows the line for a title, or a beginning, it falls, though more copies have it than not, and where
// it only looks like furniture it is the article's last line.
func TestTitleOfAnotherArticle(t *testing.T) {
	const line = "The Dog, the Council and the Letters of the Old Ferry"
	list := line + " - Posted by admin"
	for _, name := range strings.Fields("Greg Rob Ann Wilma Fred Ned Zoe Kim Lou") {
		list += "\n\n" + line + " - Posted by " + name
	}
	for _, lines := range []string{line, list} {
		for _, third := range []string{replace(t, article, "two sacks", "ten sacks"), article[:strings.Index(article, "sits by the rail")+6]} {
			for _, detail := range []string{corpus.AnotherTitle, corpus.AnotherBeginning, "stands at the margin of other articles too"} {
				known := detail != "stands at the margin of other articles too"
				var ws []*corpus.Witness
				for _, text := range []string{article + "\n\n" + lines, replace(t, article, "passengers", "travellers") + "\n\n" + lines} {
					w := flag(t, witness(string(rune('a'+len(ws))), text), text, .9, lines)
					w.Proposals[0].Evidence = []corpus.Evidence{{Family: corpus.Corpus, Weight: .9, Detail: detail}}
					ws = append(ws, w)
				}
				got := rebuild(append(ws, witness("c", third))...).Article.Text
				if has := strings.Contains(got, line); has && known {
					t.Errorf("got\n%s", got)
				} else if !has && !known && lines == line {
					t.Errorf("no last line in\n%s", got)
				}
			}
		}
	}
}

// TestNextArticleBelowTheTitle has one copy go on with the next article of its site, under
// the title of that; below a line that is no title known it may be the article's last part.
func TestNextArticleBelowTheTitle(t *testing.T) {
	const title, next = "Forty Winters on One Sledge", "The sledge was made by hand in the year of the great snow. It has carried wood, and milk, and once the vicar. Nobody could say who had made it, and nobody asked."
	for detail, want := range map[string]string{
		corpus.AnotherTitle: article,
		"of like words":     article + "\n\n" + next,
	} {
		text := article + "\n\n" + title + "\n\n" + next
		w := flag(t, witness("a", text), text, .9, title)
		w.Proposals[0].Evidence = []corpus.Evidence{{Family: corpus.Corpus, Weight: .9, Detail: detail}}
		if got := rebuild(w, witness("b", replace(t, article, "two sacks", "ten sacks"))).Article.Text; strings.Contains(got, "vicar") != strings.Contains(want, "vicar") {
			t.Errorf("%s: got\n%s", detail, got)
		}
	}
}
