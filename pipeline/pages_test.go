package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/fixtures"
)

// TestTwoPagesMakeAnArticle gives a run nothing but the two pages of an
// article: the article comes back word for word, page 1 first, under its
// title and without the marks, whatever the order of the input.
func TestTwoPagesMakeAnArticle(t *testing.T) {
	marks := map[string][2]string{
		"en": {"Continued on page 2", "Continued from page 1"},
		"de": {"Fortsetzung auf Seite 2", "Fortsetzung von Seite 1"},
		"fr": {"Page 1 sur 2", "Page 2 sur 2"},
		"it": {"Continua a pagina 2", "Continua da pagina 1"},
		"pt": {"Página 1 de 2", "Página 2 de 2"},
		"tr": {"Devamı 2. sayfada", "1. sayfadan devam"},
		"ja": {"2ページに続く", "1ページからの続き"},
	}
	joined, all := 0, 0
	for _, a := range articles(t) {
		m, ok := marks[a.Language]
		if !ok {
			continue
		}
		paragraphs := strings.Split(a.Text, "\n\n")
		half := len(paragraphs) / 2
		one := fixtures.Document{ID: "z", Text: strings.Join(paragraphs[:half], "\n\n") + "\n\n" + m[0]}
		two := fixtures.Document{ID: "a", Text: m[1] + "\n\n" + strings.Join(paragraphs[half:], "\n\n")}
		dir, _ := run(t, Options{Inputs: inputs(t, []fixtures.Document{two}, []fixtures.Document{one})})
		r := open(t, dir)
		if all++; len(r.articles) != 1 {
			continue
		}
		joined++
		if got := r.articles[0]; got.Title != a.Title || !slices.Equal(plainWords(got.Text), plainWords(a.Text)) {
			t.Errorf("%s: title %q\n%s", a.Name, got.Title, cmp.Diff(plainWords(a.Text), plainWords(got.Text)))
		}
	}
	if t.Logf("%d of %d articles", joined, all); joined*10 < 7*all {
		t.Errorf("%d of %d articles became one", joined, all)
	}
}
