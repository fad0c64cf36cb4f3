package spam

import (
	"strings"
	"testing"
)

// TestRecurring has phrases set in before commas with a space between: the same
// one, one that goes on with other words, and what was not set in.
func TestRecurring(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		cut        bool
	}{
		{"the same phrase", "cheap harmonica reeds ,", "cheap harmonica reeds ,", true},
		{"with other words behind it", "harmonica reeds online tarnkol ,", "harmonica reeds online velmo kelvo ,", true},
		{"of words that the text has", "the collar of the branch ,", "the collar of the branch ,", false},
		{"once", "cheap harmonica reeds ,", "gave", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := replace(t, orchard, "we should fell it, but", "we should fell it "+c.a+" but")
			if c.b == "gave" {
				c.b = ""
			} else {
				text = replace(t, text, "held the ladder, gave", "held the ladder "+c.b+" gave")
			}
			got := cut(t, detect(t, text, "en"))
			if c.cut && got != orchard || !c.cut && got != text {
				t.Errorf("left %q", got)
			}
		})
	}
}

// TestRecurringMould has phrases with the same first and last word and others between.
func TestRecurringMould(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it order sharp essay , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder order pear essay , gave")
	n := 0
	for _, f := range framedIn(text) {
		if f.recurs && f.to-f.from == 3 && f.template >= strong {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d phrases, want 2", n)
	}
}

// TestRecurringInOneSentence has two of them in one sentence: what stands between
// them stays.
func TestRecurringInOneSentence(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it cheap harmonica reeds , as he said cheap harmonica reeds , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder cheap harmonica reeds , gave")
	if got, want := cut(t, detect(t, text, "en")), replace(t, orchard, "fell it, but", "fell it, as he said, but"); got != want {
		t.Errorf("left %q", got)
	}
}

// TestSpacedCommasOfAHabit has a typist who sets a space before each comma.
func TestSpacedCommasOfAHabit(t *testing.T) {
	text := orchard
	for _, c := range [][2]string{{"we should fell it, but", "we should fell it with harmonica reeds , but"}, {"held the ladder, gave", "held the ladder with harmonica reeds , gave"},
		{"February, before", "February , before"}, {"dead, and", "dead , and"}, {"sharp saw, cut", "sharp saw , cut"}, {"hard, but", "hard , but"}} {
		text = replace(t, text, c[0], c[1])
	}
	if got := cut(t, detect(t, text, "en")); got != text {
		t.Errorf("left %q", got)
	}
}

// TestRecurringBesideAnother has a phrase that is set in three times, and one once that has
// most of its words: that does not vouch for them.
func TestRecurringBesideAnother(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it vintage harmonica reeds , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder vintage harmonica reeds , gave")
	text = replace(t, text, "leave the collar alone.", "leave the collar alone vintage harmonica reeds , he said.")
	text = replace(t, text, "the trunk and said", "the trunk and said harmonica vintage tarnkol reeds , and said")
	n := 0
	for _, q := range newPage(text, "en").phrases() {
		if isCut(q) && strings.Contains(text[q.Start:q.End], "vintage harmonica reeds") {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d are cut", n)
	}
}

// TestNumberBehindCapitals has phrases with capitals and a number before such a comma:
// where they begin is told by the capitals.
func TestNumberBehindCapitals(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it Vintage Harmonica Reeds 2014 , but")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}

// Two phrases of one sentence recur, if no other comma of the page has a space before it.
func TestPhrasesOfOneSentence(t *testing.T) {
	text := replace(t, orchard, "held the ladder, gave advice, and", "held the ladder cheap harmonica reeds tarnkol , gave advice cheap harmonica reeds velmo , and")
	p := newPage(text, "en")
	found := p.recurring(p.findTraces(), nil)
	if len(found) != 2 || found[0].artefact < strong {
		t.Errorf("%d phrases recur", len(found))
	}
}

// Phrases with the same first and last word before spaced commas fall, as many words as
// there are between; what governs its words or has those of the text stays.
func TestMouldsOfDifferingLength(t *testing.T) {
	for name, c := range map[string]struct {
		language, a, b string
		falls          bool
	}{
		"English":         {"en", "write my harmonica essay", "write my quick history essay", true},
		"English, a slip": {"en", "the branch of the tree", "the branch outside of the tree", false},
		"Polish":          {"pl", "harmonijki tanio", "harmonijki ustne tanio", true},
		"Spanish":         {"es", "comprar gaitas de plata online", "comprar armónicas online", true},
		"Russian, a slip": {"ru", "письма из коробки", "письма в конвертах из коробки", false},
	} {
		text := orchard
		if c.language != "en" {
			text = articles(t, c.language)[0]
		}
		want, in := text, setBefore(t, text, c.a, c.b)
		if !c.falls {
			want = in
		}
		if got := cut(t, detect(t, in, c.language)); got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// A phrase before a spaced comma is told by the comma alone where it begins at a space of
// a kind that the page is full of.
func TestCommaBesideHabit(t *testing.T) {
	for _, language := range []string{"en", "ru", "pl"} {
		text := articles(t, language)[0]
		phrase := map[string]string{"en": "cheap harmonica reeds", "ru": "купить губные гармошки", "pl": "tanie harmonijki ustne"}[language]
		in := setBefore(t, text, phrase, phrase, phrase)
		odd := func(s string) string { // after every eleventh word, and four words before the first phrase
			words := strings.SplitAfter(s, " ")
			for i, w := range words {
				if i%11 == 10 && strings.HasSuffix(w, " ") && !strings.ContainsAny(w, ".,;:!?»”\"\n") {
					words[i] = strings.TrimSuffix(w, " ") + "\u00a0"
				}
			}
			return strings.Join(words, "")
		}
		at := strings.Index(in, phrase)
		head := strings.Split(in[:at], " ")
		n := len(head) - 4
		in = odd(strings.Join(head[:n], " ")) + "\u00a0" + strings.Join(head[n:], " ") + in[at:]
		if got := cut(t, detect(t, in, language)); strings.Contains(got, phrase) {
			t.Errorf("%s: left %q", language, got)
		} else if w := head[len(head)-2]; !strings.Contains(got, w) {
			t.Errorf("%s: lost %q", language, w)
		}
	}
}

// Spaced commas of code set nothing apart, alike as the words before them may be.
func TestRecurringInCode(t *testing.T) {
	text := setIn(t, "*_harmonica restrict reeds", "", "*_harmonica restrict reeds")
	if got := cut(t, detect(t, text, "en")); got != text {
		t.Errorf("left %q", got)
	}
}
