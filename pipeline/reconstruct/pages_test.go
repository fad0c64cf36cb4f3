package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

const (
	pageOne = article + `

When the winter storms came, the harbour master kept a lamp in his window, so that the crew could see where the quay began and would not run the bow into the stones again.`
	pageTwo = `

In spring a painter set up his easel by the landing stage and stayed until the first frost drove him home. He sold nothing, but he learnt the name of each of the gulls, and he wrote them on the back of his pictures.

The council has since made him a present of an umbrella. He uses it against the sun, he says, for the rain on this coast comes from the side, and no umbrella has yet been made for that.`
	pageFrame = `The Ferry That Waits

Search [      ]
Recipes
Category: Travel | Views: 2923 | Rate this article: 1 2 3 4 5
`
)

// TestMostCopiesAreFirstPages rebuilds an article of which most copies are its
// first page: where they end it does not.
func TestMostCopiesAreFirstPages(t *testing.T) {
	const mark = "\n\nRead on: page 2"
	cut := witness("d", pageOne+pageTwo[:strings.Index(pageTwo, "uses it against")+2]+"urped the chair by the other window for an hour.")
	two := witness("e", pageFrame+pageTwo)
	ws := []*corpus.Witness{witness("a", pageOne+mark), witness("b", replace(t, pageOne, "two sacks", "two sackks")), witness("c", replace(t, pageOne, "stones", "st0nes")), cut, two}
	for _, w := range ws[:2] {
		w.Page = 1
	}
	if got := rebuild(ws...).Article.Text; !strings.HasPrefix(got, pageOne) || !strings.HasSuffix(got, pageTwo) {
		t.Errorf("got\n%s", got)
	}
}

// TestFrameBeyondPageMarks has a first page with links behind its mark, which
// nothing suspects, and a second page with its title and a line before its own.
func TestFrameBeyondPageMarks(t *testing.T) {
	const links = "\n\nBudget season at the branch library - Posted by Greg H.\nWhat the ferry and the council have in common - Posted by Linda P."
	const top = "The Ferry That Waits\n\nFrom the pages of the Harbour Reader, which the council pays for"
	one, two := witness("a", pageOne+links), witness("b", top+pageTwo)
	one.Marks = []corpus.Mark{{Role: corpus.RoleTitle, Start: 0, End: 4}}
	two.Marks = one.Marks
	one.Page, one.To = 1, len(witness("", pageOne).Words)
	two.Page, two.From, two.To = 2, len(witness("", top).Words), len(two.Words)
	if got := rebuild(one, two).Article.Text; got != pageOne+pageTwo {
		t.Errorf("got\n%s", got)
	}
}

// TestSecondPagesWithOneFrame has two second pages with one line before their marks, which
// falls without what stands behind these.
func TestSecondPagesWithOneFrame(t *testing.T) {
	const top = "Permanent link"
	ws := []*corpus.Witness{witness("a", pageOne), witness("b", replace(t, pageOne, "two sacks", "two sackks")),
		witness("c", top+replace(t, pageTwo, "his pictures", "his piktures")), witness("d", top+replace(t, pageTwo, "the first frost", "the first frots"))}
	for _, w := range ws[:2] {
		w.Page, w.To = 1, len(w.Words)
	}
	for _, w := range ws[2:] {
		w.Page, w.From, w.To = 2, len(witness("", top).Words), len(w.Words)
	}
	got := rebuild(ws...).Article.Text
	if strings.Contains(got, top) || !strings.Contains(got, "In spring a painter") || !strings.HasSuffix(got, "for that.") {
		t.Errorf("got\n%s", got)
	}
}

// TestTitleAboveMostCopies has one first page and three second pages, of which two have the
// title at their heads: it stands where the first page has it, before the border at which
// most copies begin.
func TestTitleAboveMostCopies(t *testing.T) {
	const title = "The Ferry That Waits"
	b, c := replace(t, pageTwo, "his pictures", "his piktures"), replace(t, pageTwo, "the first frost", "the first frots")
	ws := []*corpus.Witness{witness("a", pageOne), witness("b", title+b), witness("c", title+c), witness("d", strings.TrimSpace(replace(t, pageTwo, "an umbrella", "an umbrela")))}
	for i, w := range ws {
		w.Page = 1 + min(i, 1)
	}
	if got := rebuild(ws...).Article.Text; strings.Count(got, title) != 1 || !strings.HasPrefix(got, title) {
		t.Errorf("got\n%s", got)
	}
}

// TestCopyLacksEndOfFirstPage has two first pages and a copy that lost the paragraph with
// which they end: what that goes on with comes behind it.
func TestCopyLacksEndOfFirstPage(t *testing.T) {
	ws := []*corpus.Witness{witness("a", pageOne), witness("b", replace(t, pageOne, "two sacks", "two sackks", "the stones", "the st0nes")), witness("c", article+pageTwo)}
	ws[0].Page, ws[1].Page = 1, 1
	if got := rebuild(ws...).Article.Text; got != pageOne+pageTwo {
		t.Errorf("got\n%s", got)
	}
}

// TestBorderInARow has two copies with a line of their frames right before and
// behind the article, in which they have different words.
func TestBorderInARow(t *testing.T) {
	for _, lines := range [][4]string{{"2004", "2007", "Print", "Top"}, {"Recipes", "Archive", "Next", "Write to us"}} {
		b := replace(t, article, "two sacks", "both sacks")
		got := rebuild(witness("a", lines[0]+"\n\n"+article+"\n\n"+lines[2]), witness("b", lines[1]+"\n\n"+b+"\n\n"+lines[3])).Article.Text
		if !strings.HasPrefix(got, "The Ferry That Waits") || !strings.HasSuffix(got, "gave up.") {
			t.Errorf("%q: got\n%s", lines, got)
		}
	}
}
