package spam

import (
	"strings"
	"testing"
)

// What differs in each phrase of a shape and stands before it is taken along, if
// its capitals or its script show that it is no chance.
func TestWidenShapes(t *testing.T) {
	for _, c := range []struct {
		name string
		put  [3]string
		left string // of the second
	}{
		{"another script", [3]string{"новые тихие насосы", "старые тихие насосы", "белые тихие насосы"}, ""},
		{"capitals", [3]string{"Tarnkol Harmonica Reeds", "Velmo Harmonica Reeds", ""}, ""},
		{"capitals of long phrases", [3]string{"Tarnkol Bay Silver Harmonica Reeds Online", "Velmo Lake Silver Harmonica Reeds Online", ""}, ""},
		{"three in small letters", [3]string{"tarnkol harmonica reeds", "velmo harmonica reeds", "kelvo harmonica reeds"}, " velmo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := orchard
			for i, at := range []string{"fell it, but", "held the ladder, gave", "small and hard, but"} {
				if c.put[i] != "" {
					text = replace(t, text, at, strings.Replace(at, ",", " "+c.put[i]+" ,", 1))
				}
			}
			got, want := cut(t, detect(t, text, "en")), orchard
			if c.left != "" {
				want = replace(t, orchard, "held the ladder, gave", "held the ladder"+c.left+", gave")
				want = replace(t, want, "fell it, but", "fell it tarnkol, but")
				want = replace(t, want, "small and hard, but", "small and hard kelvo, but")
			}
			if got != want {
				t.Errorf("left %q", got)
			}
		})
	}
}

// TestWidenNames has names before phrases in small letters: those of three are theirs,
// those of two may be the sentences'.
func TestWidenNames(t *testing.T) {
	p := newPage("We met Tarnkol trading bot , and he met Velmo trading bot , and they met Kelvo trading bot , and that was it.", "en")
	var phrases []*phrase
	for i, w := range p.words {
		if p.keys[w.key] == "trading" {
			phrases = append(phrases, &phrase{from: i, to: i + 2, in: p.sentences[0]})
		}
	}
	if p.widenCapitals(phrases[:2]) {
		t.Error("two names are taken along")
	}
	if !p.widenCapitals(phrases) || p.keys[p.words[phrases[2].from].key] != "kelvo" {
		t.Error("three names stay")
	}
}
