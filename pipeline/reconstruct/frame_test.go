package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestTitleOfOtherPagesTeasers has a title that the pages of others announce, so
// that it was taken for a part of their frame, in three copies of four.
func TestTitleOfOtherPagesTeasers(t *testing.T) {
	title, body, _ := strings.Cut(article, "\n\n")
	var ws []*corpus.Witness
	for i, head := range []string{title, "Home > News\n\n" + title, "Topic 7\n\n" + title, "Cheap Zithers"} {
		text := head + "\n\n" + strings.Replace(body, "three", []string{"three", "two", "three", "four"}[i], 1)
		if i == 2 {
			text += "\n\n3 comments\n\n" + title // in its frame once more
		}
		w := witness(string(rune('a'+i)), text)
		if strings.Contains(head, title) {
			flag(t, w, text, .8, title)
		}
		ws = append(ws, w)
	}
	if got := rebuild(ws...).Article.Text; !strings.HasPrefix(got, title+"\n\nEvery") {
		t.Errorf("got\n%s", got)
	}
}

// TestFramesAndForks rebuilds the article from a copy of it and one that has
// something of its page's, or of another text, besides.
func TestFramesAndForks(t *testing.T) {
	title, _, _ := strings.Cut(article, "\n\n")
	for name, other := range map[string]string{
		"lines behind a part of the frame": article + "\n\nPosted by Greg H.\n\nNews of the ferry: the dog, the letters and the council...",
		"a comment behind it":              article + "\n\n3 comments:\n\nI do not agree with the council on the dog.",
		"the beginnings of other pages":    article + "\n\nAll about the council: opening hours, fees, and the forms that you need for a licence ...",
		"a word that blends two":           article[:strings.Index(article, "dog, and the council gave")] + "doBend spoke for about half a minute. She was not on the agenda. The town meeting had spent two hours on drains, then her chairman had already reached for his hat.",
		"half of a word":                   article[:strings.Index(article, "uncil gave")] + " and said so for about a minute and a half. She was not on the agenda. The town meeting had spent two hours on drains, and the chairman had already reached for his hat.",
		"what is left of an injected line": article + "\n\nI found great",
		"another title":                    "Cheap Zither Strings" + strings.TrimPrefix(article, title),
		"links behind a paragraph":         replace(t, article, "\n\nLast year", "\n\nZither Strings: http://www.kelpanzor.test/1\n\nHarp Strings: http://www.kelpanzor.test/2\n\nLast year"),
	} {
		t.Run(name, func(t *testing.T) {
			a, b := witness("a", article), witness("b", other)
			if strings.HasPrefix(name, "links") {
				a = witness("a", replace(t, article, strings.Split(article, "\n\n")[2]+"\n\n", "")) // lost the paragraph
			}
			a.Marks = []corpus.Mark{{Start: 0, End: 4, Role: corpus.RoleTitle}}
			if strings.HasSuffix(other, "great") {
				b.Cut = make([]corpus.CutPlace, len(b.Gaps))
				b.Cut[len(b.Cut)-1] = corpus.CutInLine
			}
			if !strings.HasPrefix(other, title) {
				b.Marks = []corpus.Mark{{Start: 0, End: 3, Role: corpus.RoleTitle}}
			}
			for _, ws := range [][]*corpus.Witness{{a, b}, {b, a}} {
				if got := rebuild(ws...).Article.Text; got != article {
					t.Errorf("got\n%s\nwant\n%s", got, article)
				}
			}
		})
	}
}

// TestForkAtASentence has a copy that broke off in the first word of a paragraph, where it
// was given another end, and a second page that goes on.
func TestForkAtASentence(t *testing.T) {
	const more = "\n\nOn the first warm Sunday of the year he carries his pictures down to the quay and leans them against the bollards, and the passengers walk past them, one after the other, and look for themselves. The dog has been found on nine of them so far, but nobody has yet seen the captain on one."
	two := strings.TrimSpace(replace(t, pageTwo, " He uses it", "\n\nSeventeen times he used it")) + more
	text := pageOne + "\n\n" + two
	other := text[:strings.Index(text, "Seventeen")] + "Sevenle answer. On dry roads every hundred miles is enough. In winter, with salt and rain, you should wipe the chain once a week."
	later := witness("b", two)
	later.Page = 2
	if got := rebuild(witness("a", other), later).Article.Text; strings.Contains(got, "dry roads") || !strings.HasSuffix(got, more) {
		t.Errorf("got\n%s", got)
	}
}

// TestHeadingIsNoFrame has a copy that goes on alone past the end of page 1, with
// headings that share no word with it.
func TestHeadingIsNoFrame(t *testing.T) {
	more := "\n\nVaria\n\nWhen the winter storms came the harbour master kept a lamp in his window, so that the crew could see where the quay began.\n\nAnd then\n\nIn spring a painter set up his easel by the landing stage and stayed until the first frost drove him home."
	a, b, c := witness("a", article), witness("b", replace(t, article, "two sacks", "three sacks")), witness("c", article+more)
	a.Page = 1
	if got := rebuild(a, b, c).Article.Text; !strings.Contains(got, "harbour master") || !strings.Contains(got, "first frost") {
		t.Errorf("got\n%s", got)
	}
}

// TestFrameOfTwoPagesOfOneMake has two pages of one make that share a sentence of
// their frame, behind lines of their own, where more copies end before.
func TestFrameOfTwoPagesOfOneMake(t *testing.T) {
	const reply = "\n\nQuick reply\n\nAll the letters to the council must be in by the end of the week."
	ws := []*corpus.Witness{
		witness("a", article),
		witness("b", replace(t, article, "two sacks", "three sacks")),
		witness("e", replace(t, article, "Last year", "One year")),
		witness("c", replace(t, article, "old pier", "new pier")+"\n\n-- Since 1998"+reply+"\n\nReport abuse\nPowered by Lantern"),
		witness("d", replace(t, article, "a dog", "one dog")+"\n\n-- From the valley, for the valley"+reply+"\n\nPowered by Harbour Boards"),
	}
	if got := rebuild(ws...).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestTitleUnderAForeignOne gives copies of which most have another line in place of the
// title, and one that begins without any.
func TestTitleUnderAForeignOne(t *testing.T) {
	const title = "The Ferry Dog and the Council"
	body := article[strings.Index(article, "Every"):]
	ware := func(id, line, word string) *corpus.Witness {
		return witness(id, line+"\n\n"+replace(t, body, word, word+"x"))
	}
	titled := title + "\n\n" + body
	suspect := flag(t, witness("a", titled), titled, .8, title)
	b, c := ware("b", "Cheap Zithers 2012", "passengers"), ware("c", "Luxury Harps Outlet", "evening")
	if got := rebuild(suspect, b, c).Article.Text; !strings.HasPrefix(got, title+"\n") {
		t.Errorf("the title is lost:\n%s", got)
	}
	suspect = flag(t, witness("a", titled), titled, .8, title)
	bare := witness("d", replace(t, body, "letters", "lettersx"))
	if got := rebuild(suspect, b, bare).Article.Text; strings.HasPrefix(got, title) {
		t.Errorf("a copy begins without it:\n%s", got)
	}
}
