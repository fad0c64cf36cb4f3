package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/token"
)

// A blog's frame of whole sentences, which no page alone could tell from the
// article it stands round.
const (
	blogTop    = "Harbour County Library\nOpen today until eight in the evening\nThe library blog brings you news from all nine branches, written by the people who work there.\n\n"
	blogBottom = "\n\nDid you enjoy this story? Tell a friend, or come by the front desk and tell us.\n\nThe opinions on this blog are those of their writers, updated %d times, and not of the library board."
)

// blog gives each article that frame and an address on a host.
func blog(all []fixtures.Article, host string) []fixtures.Document {
	var docs []fixtures.Document
	for i, a := range all {
		docs = append(docs, fixtures.Document{ID: fmt.Sprintf("p%02d", i), Text: blogTop + a.Text + fmt.Sprintf(blogBottom, i), URL: host})
	}
	return docs
}

func english(t *testing.T) []fixtures.Article {
	var out []fixtures.Article
	for _, a := range articles(t) {
		if a.Language == "en" {
			out = append(out, a)
		}
	}
	return out
}

func TestTheFrameOfAHostIsLearnt(t *testing.T) {
	all := english(t)
	for name, c := range map[string]struct {
		articles []fixtures.Article
		host     string
		cut      bool
	}{
		"many articles of a host": {all, "https://blog.example/1.html", true},
		"too few":                 {all[:3], "https://blog.example/1.html", false},
		"nobody knows the host":   {all, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			out, _ := run(t, Options{Inputs: inputs(t, blog(c.articles, c.host))})
			for i, d := range open(t, out).documents {
				text := *d.Text
				framed := strings.Contains(text, "all nine branches") || strings.Contains(text, "Did you enjoy") || strings.Contains(text, "library board")
				if framed == c.cut {
					t.Errorf("%s: frame in the text: %v, want %v", d.ID, framed, !c.cut)
				}
				if lost := lostWords(c.articles[i].Text, text); len(lost) > 0 {
					t.Errorf("%s lost %q", d.ID, lost)
				}
			}
		})
	}
}

// TestRepeatedLinesOfArticlesStay holds that what articles of one host repeat
// behind what they do not is no frame, nor is a page that is all template.
func TestRepeatedLinesOfArticlesStay(t *testing.T) {
	var recipes, weather []fixtures.Document
	for i, a := range english(t) {
		words := strings.Fields(a.Text)
		recipes = append(recipes, fixtures.Document{ID: fmt.Sprintf("r%02d", i), URL: "https://cook.example/r", Text: strings.Join(words[:6], " ") + "\n\nIngredients\n\nFlour, water and a pinch of salt\n\n" + a.Text})
		weather = append(weather, fixtures.Document{ID: fmt.Sprintf("w%02d", i), URL: "https://sky.example/w", Text: fmt.Sprintf(
			"The weather today\n\nThis is the report of the county weather service for all who sail.\n\nIn %s it will be %s.\n\nThe next report will be read out at six in the evening, as every day.", words[3], words[40])})
	}
	for name, docs := range map[string][]fixtures.Document{"recipes": recipes, "weather": weather} {
		out, _ := run(t, Options{Inputs: inputs(t, docs)})
		for _, d := range open(t, out).documents {
			for _, e := range d.Edits {
				if strings.Contains(strings.Join(e.Why, " "), "of its host") {
					t.Errorf("%s: %s lost %q", name, d.ID, e.Was)
				}
			}
		}
	}
}

// lostWords are the words of an article that a text lacks.
func lostWords(article, text string) []string {
	left := map[string]int{}
	for _, k := range token.Keys(text) {
		left[k]++
	}
	var out []string
	for _, k := range token.Keys(article) {
		if left[k]--; left[k] < 0 {
			out = append(out, k)
		}
	}
	return out
}
