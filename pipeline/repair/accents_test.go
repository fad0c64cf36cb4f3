package repair

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/fixtures"
)

// loseAccents writes a text as a page does that has its letters and no combining
// marks.
func loseAccents(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if r >= 0x300 && r < 0x370 {
			r = '?'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestLostAccents takes the accents off the articles: most come back, and hardly
// one as another letter.
func TestLostAccents(t *testing.T) {
	articles, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	least := map[string]int{"el": 100, "de": 100, "tr": 97, "es": 95, "pl": 95, "uk": 90, "ru": 90, "cs": 80, "pt": 50, "fr": 45, "sv": 30}
	for _, a := range articles {
		if _, ok := least[a.Language]; !ok || a.Language == "en" {
			continue
		}
		damaged := loseAccents(a.Text)
		lost := strings.Count(damaged, "?") - strings.Count(a.Text, "?")
		if lost < 40 {
			continue
		}
		doc := run(t, "", damaged, Characters{})
		left := strings.Count(doc.Draft.Text, "?") - strings.Count(a.Text, "?")
		wrong := 0
		got, want := []rune(strings.ReplaceAll(doc.Draft.Text, "?", "")), []rune(strings.ReplaceAll(norm.NFC.String(a.Text), "?", ""))
		if len(got) != len(want) {
			t.Fatalf("%s: %d letters, want %d", a.Name, len(got), len(want))
		}
		for i := range got {
			plain := []rune(norm.NFD.String(string(want[i])))[0]
			if got[i] != want[i] && got[i] != plain {
				wrong++
			}
		}
		t.Logf("%s: %d of %d back, %d wrong", a.Name, lost-left, lost, wrong)
		if 100*(lost-left) < least[a.Language]*lost || 40*wrong > lost {
			t.Errorf("%s: %d of %d accents back, %d wrong", a.Name, lost-left, lost, wrong)
		}
	}
}

// TestQuestionMarksStay has texts full of question marks that are no accents.
func TestQuestionMarksStay(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("I don?t know, it?s not what he?d say; they?re late and can?t come. ", 4),
		strings.Repeat("Est-ce qu?il vient? C?est l?heure, d?accord, n?est-ce pas? ", 4),
		strings.Repeat("Quando?forse domani?non so?vedremo?chi lo sa?nessuno. ", 4),
		strings.Repeat("La habitaci?n est? junto al r?o y el jard?n m?s tranquilo del se?or Garc?a. ", 4),
		strings.Repeat("See http://example.org/a?b=c and /find?x=1&y=2?e ", 4),
	} {
		if got := run(t, "", text, Characters{}).Draft.Text; got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
