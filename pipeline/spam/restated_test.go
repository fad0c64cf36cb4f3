package spam

import (
	"strings"
	"testing"
)

// reeds is the orchard with rows of links amid its paragraphs and the phrases that they
// name in its sentences, which nothing sets apart.
func reeds(t *testing.T, rows ...string) string {
	text := replace(t, orchard, "In the second spring", strings.Join(rows, "\n")+"\n\nIn the second spring")
	text = replace(t, text, "it was sound.", "it cheap harmonica reeds was sound.")
	return replace(t, text, "in straw until", "in straw cheap harmonica reeds until")
}

var reedRows = []string{
	"cheap harmonica reeds - http://www.tarnkol.biz/", "silver harmonica reeds - http://www.velmo44.net/",
	"cheap harmonica cases - http://www.kelvo12.info/", "old harmonica reeds - http://www.osgood7.org/",
}

// Phrases in the words of the rows do not vouch for the rows, and fall with them.
func TestRestated(t *testing.T) {
	for name, rows := range map[string][]string{
		"lines":      reedRows,
		"raw markup": {"[url=http://www.tarnkol.biz/]cheap harmonica reeds[/url]", "[url=http://www.velmo44.net/]silver harmonica reeds[/url]", "[url=http://www.kelvo12.info/]cheap harmonica cases[/url]"},
	} {
		if got := cut(t, detect(t, reeds(t, rows...), "en")); got != orchard {
			t.Errorf("%s: left %q", name, got)
		}
	}
	named := strings.NewReplacer("reeds -", "reeds Dreson -", "cases -", "cases Marlen -", "harmonica reeds was", "harmonica reeds Vardo was", "harmonica reeds until", "harmonica reeds Brindle until").Replace(reeds(t, reedRows...))
	if got := cut(t, detect(t, named, "en")); got != orchard {
		t.Errorf("with names: left %q", got)
	}
}

// What the page itself speaks of has its place in a sentence somewhere.
func TestRestatedSparesTheText(t *testing.T) {
	rows := "harmonica reeds - http://www.tarnkol.biz/\nbrass harmonica reeds - http://www.velmo44.net/\nharmonica reeds of brass - http://www.kelvo12.info/\n\n"
	for said, falls := range map[string]bool{
		"The shed has brass harmonica reeds, and so has the brass harmonica reeds of his father.":  false,
		"The shed had room. Brass harmonica reeds rust, but brass harmonica reeds last.":           false,
		"The shed is brass harmonica reeds crooked, the ladder leans brass harmonica reeds there.": true,
	} {
		text := replace(t, replace(t, orchard, "In the second spring", rows+"In the second spring"), "The shed", said+" The shed")
		if got := cut(t, detect(t, text, "en")); (got != text) != falls {
			t.Errorf("%q: left %q", said, got)
		}
	}
	mention := "Somebody at the market was selling cheap harmonica reeds from a folding table. The shed"
	text := replace(t, reeds(t, reedRows...), "The shed", mention)
	text = strings.NewReplacer("it cheap harmonica reeds", "it", "straw cheap harmonica reeds", "straw").Replace(text)
	if got := cut(t, detect(t, text, "en")); !strings.Contains(got, mention) {
		t.Errorf("one mention: left %q", got)
	}
}
