package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// witness makes a copy with plain words; proposals over a quoted phrase are
// added by suspect.
func witness(id, text string) *corpus.Witness {
	w := fixtures.Witness(id, "en", text)
	w.Broken = !strings.Contains(text, "\n\n")
	return w
}

const article = `The Ferry That Waits

Every morning at six, the ferry leaves the old pier with three passengers and a dog. "We could cancel it," says Ilse Brandt, who has run the line since 1988, "but then who would carry the dog?"

The dog belongs to nobody... It simply boards, sits by the rail, and gets off on the other side. In the evening it comes back the same way, and the crew have stopped asking why.

Last year the council wanted to close the route. The letters that arrived filled two sacks. Most of them were about the dog, and the council gave up.`

func rebuild(ws ...*corpus.Witness) reconstruct.Result {
	return reconstruct.Rebuild(align.Align(ws), reconstruct.Knowledge{})
}

func replace(t *testing.T, s string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(s, pairs[i]) {
			t.Fatalf("%q is not in the text", pairs[i])
		}
		s = strings.Replace(s, pairs[i], pairs[i+1], 1)
	}
	return s
}

func TestRebuild(t *testing.T) {
	title, body, _ := strings.Cut(article, "\n\n")
	paras := strings.Split(article, "\n\n")
	for name, copies := range map[string][]string{
		"one whole copy":        {article},
		"equal copies":          {article, article},
		"spliced phrase":        {article, replace(t, article, "since 1988,", "since 1988\u00a0Rolf Agnes Sneakers\u00a0,")},
		"two spliced phrases":   {replace(t, article, "at six,", "at six\u00a0Rolf Agnes Sneakers\u00a0,"), replace(t, article, "since 1988,", "since 1988\u00a0Bert Olson Sneakers\u00a0,")},
		"single breaks":         {article, strings.ReplaceAll(article, "\n\n", "\n")},
		"eaten words":           {article, strings.ReplaceAll(article, " the ", " ")},
		"noise":                 {article, replace(t, article, "council gave", "councl gave", "crew", "crcw"), replace(t, article, "Most", "M0st")},
		"page one and the rest": {paras[0] + "\n\n" + paras[1] + "\n\n" + paras[2], strings.Join(paras[1:], "\n\n")},
		"cut with a tail":       {article, article[:strings.Index(article, "letters that")] + "leopards in a tree."},
		"title prefix":          {article, "Harbour Notes: " + article},
		"lost title":            {article, body},
		"ellipsis forms":        {article, strings.TrimPrefix(article, "The Ferry That Waits\n\n"), replace(t, article, "...", "…")},
		"lost ellipsis":         {article, replace(t, article, "nobody... It", "nobody It")},
		"lost sentence":         {article, replace(t, article, " Most of them were about the dog, and the council gave up.", "")},
		"injected sentence":     {article, article, replace(t, article, "same way,", "same way, Buy discount zithers online,")},
	} {
		t.Run(name, func(t *testing.T) {
			var ws []*corpus.Witness
			for i, c := range copies {
				ws = append(ws, witness(string(rune('a'+i)), c))
			}
			for i, w := range ws {
				if strings.HasPrefix(copies[i], title) {
					w.Marks = []corpus.Mark{{Start: 0, End: 4, Role: corpus.RoleTitle}}
				}
			}
			got := rebuild(ws...)
			if got.Article.Text != article {
				t.Errorf("got\n%s\nwant\n%s", got.Article.Text, article)
			}
			if got.Article.Title != title {
				t.Errorf("title %q", got.Article.Title)
			}
			for e := range got.Variants().Entries() {
				if e.Start < 0 || e.End < e.Start || e.End > len(got.Article.Text) || len(e.Readings) == 0 {
					t.Errorf("bad entry %+v", e)
				}
			}
		})
	}
}

func TestEmptyWitnesses(t *testing.T) {
	for want, ws := range map[string][]*corpus.Witness{
		"":              {witness("a", "")},
		"one two three": {witness("a", ""), witness("b", "one two three")},
	} {
		if got := rebuild(ws...).Article.Text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := rebuild().Article.Text; got != "" {
		t.Errorf("of nothing: %q", got)
	}
}

// TestCopyWithoutLineBreaks has two copies that lost their line breaks, and one
// that has the paragraphs.
func TestCopyWithoutLineBreaks(t *testing.T) {
	text := pageOne + pageTwo
	flat := strings.ReplaceAll(text, "\n\n", " ")
	got := rebuild(witness("a", text), witness("b", replace(t, flat, "two sacks", "2 sacks")), witness("c", replace(t, flat, "asking why", "asking why now"))).Article.Text
	if got != text {
		t.Errorf("got\n%s", got)
	}
}
