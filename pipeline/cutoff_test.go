package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/score"
)

// TestCutCopyCostsNothing gives two clean copies of each article, of which one breaks
// off: the other says what stands there, and next to nothing may be missing.
func TestCutCopyCostsNothing(t *testing.T) {
	for _, c := range []struct {
		words      int
		head, torn bool // at the beginning; in mid-word, or else at the end of a sentence
		most       int  // word errors in all articles
	}{
		{15, false, true, 0}, {45, false, true, 5}, {220, false, true, 0},
		{15, false, false, 12}, {75, false, false, 0}, {220, false, false, 0},
		{60, true, true, 5}, {100, true, true, 5}, {45, true, false, 0}, {100, true, false, 15},
	} {
		t.Run(fmt.Sprintf("%d words, head %v, in mid-word %v", c.words, c.head, c.torn), func(t *testing.T) {
			var docs []fixtures.Document
			gold := map[string]string{}
			for _, a := range articles(t) {
				if cut := cutOff(a.Text, c.words, c.head, c.torn); cut != "" {
					docs = append(docs, fixtures.Document{ID: a.Name + " whole", Text: a.Text}, fixtures.Document{ID: a.Name + " cut", Text: cut})
					gold[a.Name] = a.Text
				}
			}
			dir, _ := run(t, Options{Inputs: inputs(t, docs)})
			found := open(t, dir)
			errors := 0
			for name, text := range gold {
				got := ""
				if article := found.of(name + " whole"); article != nil {
					got = article.Text
				}
				if n := score.Compare(text, got)[score.WER].Distance; n > 0 {
					t.Logf("%s: %d word errors", name, n)
					errors += n
				}
			}
			if errors > c.most {
				t.Errorf("%d word errors in %d articles, at most %d", errors, len(gold), c.most)
			}
		})
	}
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
