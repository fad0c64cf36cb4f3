package spam

import (
	"strings"
	"testing"
)

// Once something on the page is certain, what stands before a comma with a space
// before it falls too, where it shows how far it goes.
func TestEndings(t *testing.T) {
	const offer = " I found great harmonica reeds on www.velmo44.biz and saved $49."
	for _, c := range []struct {
		name, phrase string
		offer, cut   bool
	}{
		{"capitals", " Tarnkol Aquarium Pumps ,", true, true},
		{"another script", " насосы тихие ,", true, true},
		{"where it begins is a guess", " quiet aquarium pumps ,", true, false},
		{"words of the text", " Old Pear Tree ,", true, false},
		{"nothing is certain", " насосы тихие ,", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, want := replace(t, orchard, "the branch, and", "the branch"+c.phrase+" and"), orchard
			if !c.cut {
				want = text
			}
			if c.offer {
				text = replace(t, text, " A tree that loses", offer+" A tree that loses")
			}
			if got := cut(t, detect(t, text, "en")); got != want {
				t.Errorf("left %q", got)
			}
		})
	}
}

// A phrase that begins as one that is certain does falls from there, whatever its words.
func TestEndingsBeginAs(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it acheter harmonica reeds , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder acheter harmonica reeds , gave")
	text = replace(t, text, "small and hard, but", "small and hard acheter kettles in the 2013 , but")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}

// A phrase as long as two that are certain falls; one with a word of the text stays, and so
// does one behind a word that governs it.
func TestEndingsOfOneLength(t *testing.T) {
	base := replace(t, orchard, "we should fell it, but", "we should fell it cheap harmonica reeds , but")
	base = replace(t, base, "held the ladder, gave", "held the ladder cheap harmonica reeds , gave")
	for phrase, falls := range map[string]bool{"the branch quiet aquarium pumps": true, "the branch quiet wooden ladder": false, "the branch of quiet aquarium pumps": false} {
		want := orchard
		if !falls {
			want = replace(t, orchard, "of the branch, and", "of "+phrase+" , and")
		}
		if got := cut(t, detect(t, replace(t, base, "of the branch, and", "of "+phrase+" , and"), "en")); got != want {
			t.Errorf("%q: left %q", phrase, got)
		}
	}
}

// A ware before such a comma falls though the word before it could govern it.
func TestEndingsBehindAPreposition(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it Cheap Harmonica Reeds , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder Cheap Harmonica Reeds , gave")
	want := replace(t, orchard, "and told me about the orchard", "and told me what I asked for, about the orchard")
	text = replace(t, text, "and told me about the orchard", "and told me what I asked for Cheap Harmonica Reeds , about the orchard")
	if got := cut(t, detect(t, text, "en")); got != want {
		t.Errorf("left %q", got)
	}
}

// A phrase that begins as another does begins there, whatever stands before it.
func TestEndingsBeginAlike(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it cheap harmonica reeds , but")
	text = replace(t, text, "held the ladder, gave", "held the ladder cheap harmonica reeds , gave")
	text = replace(t, text, "of the branch, and", "of the branch cheap tarnkol pumps , and")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}

// A word that the rest has once is of the phrases that stand before two such commas.
func TestEndingsTwice(t *testing.T) {
	in := setIn(t, "Velmo 2014", "Harmonica Reeds 2009", "Harmonica Reeds 2011", "Velmo 2018")
	in = replace(t, in, "behind the shed.", "behind the shed, a velmo.")
	if got, want := cut(t, detect(t, in, "en")), replace(t, orchard, "behind the shed.", "behind the shed, a velmo."); got != want {
		t.Errorf("left %q", got)
	}
	in = replace(t, in, "a velmo.", "a velmo beside another velmo.")
	if got := cut(t, detect(t, in, "en")); !strings.Contains(got, "Velmo 2014") {
		t.Errorf("left %q", got)
	}
}
