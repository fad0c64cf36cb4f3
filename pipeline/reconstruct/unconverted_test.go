package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestMixedSignsStayMixed rebuilds an article whose author mixed two kinds of
// quotes and dashes, from a copy that has them so and copies in one form.
func TestMixedSignsStayMixed(t *testing.T) {
	mixed := strings.ReplaceAll(replace(t, article, `"We could cancel it,"`, "“We could cancel it,”", "1988, \"", "1988 — \"", "The dog belongs", "The crew’s dog belongs", "the crew have", "the crew haven't"), "Last year the council", "Last year – it wasn’t long – the council")
	curly := strings.NewReplacer(` "but`, " “but", `dog?"`, "dog?”", "'", "’", "–", "—").Replace(mixed)
	plain := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "—", "-", "–", "-").Replace(mixed)
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"against one that is curly":     {[]string{mixed, curly}, mixed},
		"against one that is straight":  {[]string{mixed, plain}, mixed},
		"against two":                   {[]string{mixed, curly, strings.TrimPrefix(curly, "The Ferry That Waits\n\n")}, mixed},
		"copies of one form":            {[]string{curly, plain}, curly},
		"one against many is no author": {[]string{strings.Replace(curly, "’", "'", 1), curly, strings.Replace(curly, "and a dog", "and one dog", 1), strings.Replace(curly, "old pier", "dark pier", 1), strings.Replace(curly, "and the crew", "so the crew", 1)}, curly},
	} {
		var ws []*corpus.Witness
		for i, text := range c.copies {
			ws = append(ws, witness(string(rune('a'+i)), text))
		}
		if got := rebuild(ws...).Article.Text; got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestSignsOfAnotherLanguage has a page whose quotes are those of another
// language: its apostrophes were converted with them.
func TestSignsOfAnotherLanguage(t *testing.T) {
	plain := replace(t, article, "the crew have", "the crew haven't", "and a dog", "and the crew's dog")
	for _, quotes := range []*strings.Replacer{
		strings.NewReplacer(` "`, " „", `" `, "“ ", "\"\n", "“\n", "'", "’"),
		strings.NewReplacer(` "`, " «", `" `, "» ", "\"\n", "»\n", "'", "’"),
	} {
		if got := rebuild(witness("a", plain), witness("b", quotes.Replace(plain))).Article.Text; got != plain {
			t.Errorf("got\n%s\nwant\n%s", got, plain)
		}
	}
}

// TestLostQuotes has copies in which colons stand for the quotes, and one in which
// the quotes stand between spaces.
func TestLostQuotes(t *testing.T) {
	french := strings.NewReplacer(` "`, " « ", `" `, " » ", `?"`, "? »", `,"`, ", »").Replace(article)
	colons := strings.NewReplacer("«", ":", "»", ":").Replace(french)
	others := strings.NewReplacer("«", "„", "»", "“").Replace(french)
	for name, copies := range map[string][]string{
		"one": {french, colons}, "two of three": {french, colons, strings.TrimPrefix(colons, "The Ferry That Waits\n\n")}, "of another language": {french, others},
	} {
		var ws []*corpus.Witness
		for i, text := range copies {
			w := witness(string(rune('a'+i)), text)
			w.Language = "fr"
			ws = append(ws, w)
		}
		if got := rebuild(ws...).Article.Text; got != french {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, french)
		}
	}
}

// TestTwoDashes has an author who writes one dash in ranges and another in
// sentences, and a copy that has one for both.
func TestTwoDashes(t *testing.T) {
	want := replace(t, article, "1988, \"", "1988–2003 — \"", "a dog.", "a dog — always.")
	if got := rebuild(witness("a", want), witness("b", strings.ReplaceAll(want, "—", "–"))).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestClosingQuotesOfAnotherLanguage has a copy that closes its quotes as another
// language does: its dashes were converted with them.
func TestClosingQuotesOfAnotherLanguage(t *testing.T) {
	want := strings.NewReplacer(` "`, " „", `" `, "” ", "\"\n", "”\n").Replace(replace(t, article, "1988, \"", "1988 — \""))
	other := strings.NewReplacer("”", "“", "—", "–").Replace(want)
	a, b := witness("a", want), witness("b", other)
	a.Language, b.Language = "pl", "pl"
	if got := rebuild(a, b).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestHyphensAmongDashes has an author, of whom there is one copy, who sets hyphens
// apart and dashes, too: neither is made of the other.
func TestHyphensAmongDashes(t *testing.T) {
	want := replace(t, article, "1988, \"", "1988 — \"", "a dog.", "a dog — always.", "two sacks", "two - or three - sacks")
	if got := rebuild(witness("a", want)).Article.Text; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSignsOfEqualWords has copies of the same words, of which one has a row of
// signs that three lack: they are one group for words, and several hands for signs.
func TestSignsOfEqualWords(t *testing.T) {
	rows := replace(t, article, "\n\nThe dog", "\n\n* * *\n\nThe dog")
	comma := replace(t, article, "Brandt, who", "Brandt who")
	tail := replace(t, article, "gave up.", "gave up!")
	if got := rebuildAll(rows, article, comma, tail); got != article {
		t.Errorf("got\n%s\nwant\n%s", got, article)
	}
}
