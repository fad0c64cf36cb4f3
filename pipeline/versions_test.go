package pipeline

import (
	"context"
	"fmt"
	"io"
	"math/rand"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// corrections turn the fixture article about the clock into a later version of
// itself: numbers put right, sentences rewritten, a paragraph added.
var corrections = [][2]string{
	{"About 600 people had gathered on the quay to hear it.", "A crowd of 450 stood at the waterside and listened."},
	{"The cheaper was for $48,000,", "The cheaper was for $52,000,"},
	{"It stayed postponed through five mayors.", "Six mayors came and went without touching it."},
	{"In 2016 a class of eleven-year-olds", "In 2015 a class of eleven-year-olds"},
	{"The jar held $212 by summer.", "The jar held $321 by summer."},
	{"She spent 14 months in the tower.", "She spent 17 months in the tower."},
	{"Nine students have their initials", "Twelve students have their initials"},
	{"The extra stroke may take longer. She suspects a worn pin on the count wheel, a part smaller than a fingernail, which would have to be made from scratch.",
		"Whether the surplus blow can be cured is doubtful. Probably some peg inside the counting gear was rubbed away over decades, and nobody sells such pieces any more."},
	{"\n\nMayor Colleen Birch,", "\n\nA memorial plaque for the foundry workers will be unveiled in October, the harbour authority announced on Tuesday. Admission is free, and a choir from Brayford has promised two songs.\n\nMayor Colleen Birch,"},
	{"climbed the 88 steps on Saturday", "climbed the 96 steps on Saturday"},
}

func twoVersions(t *testing.T) (first, second string) {
	t.Helper()
	first = articleOf(t, "en/news-harbor-clock")
	second = first
	for _, c := range corrections {
		if strings.Count(second, c[0]) != 1 {
			t.Fatalf("%q is not in the article once", c[0])
		}
		second = strings.Replace(second, c[0], c[1], 1)
	}
	return first, second
}

// worn damages a text: letters are misread, words and sentences lost, a phrase
// is spliced in.
func worn(text string, seed int64) string {
	r := rand.New(rand.NewSource(seed))
	title, body, _ := strings.Cut(text, "\n\n")
	var b strings.Builder
	for i, s := range regexp.MustCompile(`[^.!?]+[.!?”"]*\s*`).FindAllString(body, -1) {
		if i > 0 && r.Float64() < .04 {
			continue
		}
		if r.Float64() < .08 {
			s = strings.Replace(s, ", ", fmt.Sprintf("\u00a0%s Bert Olson Sneakers\u00a0, ", string(rune('A'+r.Intn(26)))), 1)
		}
		for _, w := range strings.SplitAfter(s, " ") {
			switch x := r.Float64(); {
			case x < .01 && len(w) < 5:
			case x < .025 && len(w) > 5:
				at := 1 + r.Intn(len(w)-4)
				b.WriteString(w[:at] + w[at+1:at+2] + w[at:at+1] + w[at+2:])
			default:
				b.WriteString(w)
			}
		}
	}
	return title + "\n\n" + b.String()
}

// TestVersions holds that of two versions of an article the one is rebuilt that
// most copies have, or the longer, as it was written, and that what the other
// has instead stands in the apparatus.
func TestVersions(t *testing.T) {
	first, second := twoVersions(t)
	for _, c := range []struct {
		name       string
		old, later int // copies
		damaged    bool
		want       string
	}{
		{"two and two", 2, 2, false, second},
		{"three and two", 3, 2, false, first},
		{"two and three", 2, 3, false, second},
		{"two and two, damaged", 2, 2, true, second},
		{"three and two, damaged", 3, 2, true, first},
		{"two and three, damaged", 2, 3, true, second},
	} {
		for seed := range int64(6) {
			if !c.damaged && seed > 0 {
				break
			}
			var docs []fixtures.Document
			add := func(whole, name string, n int) {
				for i := range n {
					text := whole
					if c.damaged {
						text = worn(whole, 100*seed+int64(len(docs)))
					}
					docs = append(docs, fixtures.Document{ID: fmt.Sprint(name, i), Text: text})
				}
			}
			add(first, "old", c.old)
			add(second, "later", c.later)
			dir := filepath.Join(t.TempDir(), "out")
			if _, err := Collate(context.Background(), Options{Inputs: inputs(t, docs), Out: dir}, io.Discard); err != nil {
				t.Fatal(err)
			}
			r := open(t, dir)
			if len(r.articles) != 1 {
				t.Fatalf("%s: %d articles", c.name, len(r.articles))
			}
			got := r.articles[0].Text
			if !c.damaged && got != c.want {
				t.Errorf("%s:\n%s", c.name, got)
			}
			want := c.want
			if c.old == c.later && strings.Contains(got, "48,000") { // of as many copies the longer are taken
				want = first
			}
			for _, x := range corrections {
				here, there := x[0], x[1]
				if want == second {
					here, there = there, here
				}
				for _, w := range ownWords(there, here, want) {
					if slices.Contains(plainWords(got), w) {
						t.Errorf("%s, seed %d: %q of the other version is in the text", c.name, seed, w)
					}
				}
			}
			marked := 0
			for _, e := range r.apparatus[0].Entries {
				if e.Rule == reconstruct.RuleVersion {
					marked++
				}
			}
			if marked < len(corrections)-2 || marked > len(corrections)+4 {
				t.Errorf("%s, seed %d: %d entries of %d are marked as a version's", c.name, seed, marked, len(corrections))
			}
		}
	}
}

// ownWords are the words of a passage that neither the other passage nor the
// rest of the article has.
func ownWords(passage, other, article string) []string {
	not := append(plainWords(other), plainWords(article)...)
	return slices.DeleteFunc(plainWords(passage), func(w string) bool { return slices.Contains(not, w) })
}

// TestLineageIsNoVersion holds that copies of one badly read parent, which
// differ from the others along one line too, are not taken for a version.
func TestLineageIsNoVersion(t *testing.T) {
	text := articleOf(t, "en/news-harbor-clock")
	r := rand.New(rand.NewSource(4))
	var parent strings.Builder
	for _, w := range strings.SplitAfter(text, " ") {
		for _, x := range [][2]string{{"he", "lie"}, {"and", "arid"}, {"in", "m"}, {"rn", "m"}, {"cl", "d"}, {"li", "h"}} {
			if strings.Contains(w, x[0]) && r.Float64() < .2 {
				w = strings.Replace(w, x[0], x[1], 1)
				break
			}
		}
		parent.WriteString(w)
	}
	docs := []fixtures.Document{{ID: "a", Text: worn(text, 1)}, {ID: "b", Text: worn(text, 2)},
		{ID: "c", Text: worn(parent.String(), 3)}, {ID: "d", Text: worn(parent.String(), 4)}}
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := Collate(context.Background(), Options{Inputs: inputs(t, docs), Out: dir}, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, e := range open(t, dir).apparatus[0].Entries {
		if e.Rule == reconstruct.RuleVersion {
			t.Errorf("%v are marked as versions", e.Readings)
		}
	}
}
