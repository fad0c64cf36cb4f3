package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
)

// TestOneEndGivenToTwoCopies cuts two copies in mid-sentence, a page apart, and
// gives both one end of another article: the third copy has the true one.
func TestOneEndGivenToTwoCopies(t *testing.T) {
	articles, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, a := range articles {
		if a.Language == "en" {
			texts = append(texts, a.Text)
		}
	}
	whole, other := texts[0], strings.Fields(texts[1])
	end := strings.Join(other[len(other)-25:], " ")
	cut := func(share float64) string {
		at := int(share * float64(len(whole)))
		at += strings.Index(whole[at:], " the ") + len(" the") // in mid-sentence
		return whole[:at] + " " + end
	}
	for _, shares := range [][2]float64{{.4, .7}, {.7, .4}, {.2, .6}, {.9, .94}, {.95, .9}} {
		got := rebuild(witness("a", cut(shares[0])), witness("b", cut(shares[1])), witness("c", whole)).Article.Text
		if got != whole {
			n := 0
			for n < min(len(got), len(whole)) && got[n] == whole[n] {
				n++
			}
			t.Errorf("cut at %v the article goes on\n%.200s\nwant\n%.200s", shares, got[n:], whole[n:])
		}
	}
}
