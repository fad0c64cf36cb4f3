package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// TestTitleInTheFrameGoes gives two pages of one make that name the article
// before its title, and a third page that bears the title alone.
func TestTitleInTheFrameGoes(t *testing.T) {
	const title = "The Ferry That Waits"
	titled := func(w *corpus.Witness, words int) *corpus.Witness {
		w.Marks = []corpus.Mark{{Start: 0, End: words, Role: corpus.RoleTitle}}
		return w
	}
	for name, c := range map[string]struct {
		before string // the title, on two pages
		third  func() *corpus.Witness
		stays  bool
	}{
		"with a word before it":        {"Topic: " + title, func() *corpus.Witness { return titled(witness("c", article), 4) }, false},
		"in one line with it":          {title + ":: Family ::", func() *corpus.Witness { return titled(witness("c", article), 4) }, false},
		"just the same":                {title, func() *corpus.Witness { return titled(witness("c", article), 4) }, false},
		"a label before it":            {"Topic: " + title, func() *corpus.Witness { return witness("c", article) }, false},
		"no copy knows what is title":  {"Topic " + title, func() *corpus.Witness { return witness("c", article) }, true},
		"a date between the two":       {"Topic: " + title + "\n\n25.01.2015\n\n" + title + "\nPermalink", func() *corpus.Witness { return witness("c", article) }, false},
		"all copies have it":           {title, func() *corpus.Witness { return titled(witness("c", title+"\n\n"+article), 4) }, true},
		"a sentence that holds it too": {"We went to see The Ferry That Waits and came back late", func() *corpus.Witness { return titled(witness("c", article), 4) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			framed := c.before + "\n\n" + article
			if strings.HasSuffix(c.before, ":") {
				framed = c.before + " " + article
			}
			a, b := witness("a", framed), witness("b", replace(t, framed, "two sacks", "three sacks"))
			// A third page of that make, so that the frame is no minority.
			d := witness("d", replace(t, framed, "old pier", "new pier"))
			got := rebuild(a, b, d, c.third()).Article.Text
			if stays := strings.HasPrefix(got, c.before) && strings.Count(got, title) > 1 || strings.Contains(got, "Permalink"); stays != c.stays {
				t.Errorf("stays: %v, want %v:\n%.120s", stays, c.stays, got)
			}
		})
	}
}

// TestTitleTwiceInOneCopy has a page that bears the title in its frame too, and
// copies of which some were aligned with the one and some with the other.
func TestTitleTwiceInOneCopy(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	a, b, c := witness("a", title+"\n\n"+article), witness("b", article), witness("c", replace(t, article, "old pier", "new pier"))
	al := align.Align([]*corpus.Witness{a, b, c})
	one, two := -1, -1 // where b and c have their titles: behind the frame of a
	for w, x := range al.Witnesses {
		switch x.ID {
		case "a":
			one = w
		case "c":
			two = w
		}
	}
	for i := range 4 { // c is aligned with the frame of a instead
		al.Columns[i].Set(two, al.Columns[i+4].At(two))
		al.Columns[i+4].Set(two, corpus.Absent)
	}
	if al.Columns[3].At(one) != 3 || al.Columns[3].At(two) != 3 {
		t.Fatal("the titles do not stand where they should")
	}
	if got := reconstruct.Rebuild(al, reconstruct.Knowledge{}).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestTitleAtTheEndOfAPath has pages of two makes that all end a path of links with
// the title and bear it again below.
func TestTitleAtTheEndOfAPath(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	a := witness("a", "Home :: Boats :: Summer :: "+title+"\n\n"+article)
	b := witness("b", "Start | Travel | North | "+title+"\n\n"+replace(t, article, "old pier", "new pier"))
	if got := rebuild(a, b).Article.Text; strings.Count(got, title) != 1 {
		t.Errorf("got\n%.150s", got)
	}
	whole := title + "\n\n" + article // nothing fell before it
	if got := rebuild(witness("a", whole), witness("b", replace(t, whole, "old pier", "new pier"))).Article.Text; !strings.HasPrefix(got, whole[:2*len(title)]) {
		t.Errorf("twice in the article: got\n%.150s", got)
	}
}

// TestTitleTwiceInMostCopies has two pages that bear the title in their frames right
// before it, and one copy that has it once.
func TestTitleTwiceInMostCopies(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	twice := title + "\n\n" + article
	got := rebuild(witness("a", twice), witness("b", replace(t, twice, "two sacks", "ten sacks")), witness("c", replace(t, article, "old pier", "new pier"))).Article.Text
	if strings.Count(got, title) != 1 {
		t.Errorf("begins with %.80q", got)
	}
}

// TestPathTakenForTheTitle has a page of which a path of links that ends in the title is
// taken for the title, which stands again below.
func TestPathTakenForTheTitle(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	path := "Home :: Articles of This Week :: Boats and Shores :: " + title
	a := witness("a", path+"\nGarden\n\n"+article)
	a.Marks = []corpus.Mark{{Start: 0, End: len(witness("", path).Words), Role: corpus.RoleTitle}}
	if got := rebuild(a, witness("b", "Notes of Other Pages\nPosted by mossy\n\n"+article)).Article.Text; got != article {
		t.Errorf("got\n%.150s", got)
	}
}

// TestTornTitle has two copies that bear the title in their frames and under it, where its
// end is lost, one that has only this, and three that have the whole title once.
func TestTornTitle(t *testing.T) {
	title, text, _ := strings.Cut(article, "\n\n")
	words := strings.Fields(title)
	end := len(words) - 1
	torn := strings.Join(words[:end], " ") + "\n\n" + text
	entitled := func(id, text string, n int) *corpus.Witness {
		w := witness(id, text)
		w.Marks = []corpus.Mark{{Start: 0, End: n, Role: corpus.RoleTitle}}
		return w
	}
	got := rebuild(entitled("a", title+"\n\n"+torn, end+1), witness("b", title+"\n\n"+replace(t, torn, "two sacks", "ten sacks")),
		entitled("c", replace(t, torn, "old pier", "new pier"), end), entitled("d", replace(t, article, "old pier", "odd pier"), end+1),
		entitled("e", replace(t, article, "a dog", "a cat"), end+1), entitled("f", replace(t, article, "at six", "at ten"), end+1)).Article.Text
	if !strings.HasPrefix(got, title+"\n\n"+text[:20]) {
		t.Errorf("begins with %.120q", got)
	}
}
