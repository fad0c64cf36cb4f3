package reconstruct

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestPathOfLinks finds the line of a page that ends in the title said again below it.
func TestPathOfLinks(t *testing.T) {
	for first, want := range map[string]bool{
		"Home :: Boats of the North :: The Ferry That Waits": true,
		"Home > Boats > The Ferry That Waits":                true,
		"Boats of the North :: The Ferry That Waits":         false, // one sign
		"Home :: Boats :: The Ferry That Sank":               false, // said nowhere else
		"Home :: Boats > The Ferry That Waits":               false, // of two kinds
	} {
		w := &corpus.Witness{}
		text, gap := first+" \n The Ferry That Waits \n It leaves at six .", ""
		for _, x := range strings.Split(text, " ") {
			if strings.ContainsAny(x, ":>.\n") {
				gap += " " + x + " "
				continue
			}
			w.Words, w.Gaps, gap = append(w.Words, corpus.Word{Key: x}), append(w.Gaps, gap), ""
		}
		w.Gaps = append(w.Gaps, gap)
		v := &view{n: 1, ws: []*corpus.Witness{w}}
		if from, to := v.pathOf(0); (to > from) != want {
			t.Errorf("%q: words %d to %d", first, from, to)
		}
	}
}
