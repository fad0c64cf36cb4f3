package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/score"
)

// A cut is where a copy breaks off or begins late.
type cut struct {
	words      int
	head, torn bool // at the beginning; in mid-word, or else at the end of a sentence
}

// TestCutCopyCostsNothing gives two clean copies of each article, of which one breaks
// off: the other says what stands there, and next to nothing may be missing.
func TestCutCopyCostsNothing(t *testing.T) {
	most := map[cut]int{ // word errors in all articles
		{15, false, true}: 0, {45, false, true}: 5, {220, false, true}: 0,
		{15, false, false}: 12, {75, false, false}: 0, {220, false, false}: 0,
		{60, true, true}: 5, {100, true, true}: 5, {45, true, false}: 0, {100, true, false}: 15,
	}
	given, harmed, errors := 0, 0, 0
	for _, words := range []int{15, 30, 45, 60, 75, 100, 150, 220} {
		for _, c := range []cut{{words, false, true}, {words, false, false}, {words, true, true}, {words, true, false}} {
			t.Run(fmt.Sprintf("%d words, head %v, in mid-word %v", c.words, c.head, c.torn), func(t *testing.T) {
				articles, h, e := c.cost(t)
				given, harmed, errors = given+articles, harmed+h, errors+e
				if most, bound := most[c]; bound && e > most {
					t.Errorf("%d word errors in %d articles, at most %d", e, articles, most)
				}
			})
		}
	}
	t.Logf("%d word errors in %d of %d articles", errors, harmed, given)
	if errors > 57 {
		t.Errorf("%d word errors at all places, at most 57", errors)
	}
}

// cost rebuilds each article from a whole and a cut copy, and counts the articles, those
// that came out with word errors, and the errors.
func (c cut) cost(t *testing.T) (given, harmed, errors int) {
	var docs []fixtures.Document
	gold := map[string]string{}
	for _, a := range articles(t) {
		if left := cutOff(a.Text, c.words, c.head, c.torn); left != "" {
			docs = append(docs, fixtures.Document{ID: a.Name + " whole", Text: a.Text}, fixtures.Document{ID: a.Name + " cut", Text: left})
			gold[a.Name] = a.Text
		}
	}
	dir, _ := run(t, Options{Inputs: inputs(t, docs)})
	found := open(t, dir)
	for name, text := range gold {
		got := ""
		if article := found.of(name + " whole"); article != nil {
			got = article.Text
		}
		if n := score.Compare(text, got)[score.WER].Distance; n > 0 {
			t.Logf("%s: %d word errors", name, n)
			harmed, errors = harmed+1, errors+n
		}
	}
	return len(gold), harmed, errors
}

// cutOff cuts so many words off a text, and two letters of the next, or else what is
// left of its sentence; nothing is left of a text that is too short or has no spaces.
func cutOff(text string, words int, head, torn bool) string {
	all := strings.Split(text, " ")
	if len(all) < 2*words+60 {
		return ""
	}
	if head {
		left := strings.Join(all[words:], " ")
		if torn {
			return string([]rune(left)[2:])
		}
		_, left, _ = strings.Cut(left, ". ")
		return left
	}
	left := []rune(strings.Join(all[:len(all)-words], " "))
	if torn {
		return string(left[:len(left)-2])
	}
	whole := string(left)
	return whole[:strings.LastIndex(whole, ". ")+1]
}
