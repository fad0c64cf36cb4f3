package reconstruct_test

import "testing"

// TestPhrasesOfOneWare has a copy with short phrases set into its sentences, each of
// which two others lack: what names one ware in two places is cut from the copy, and
// one phrase of two words, or two that share a word of the article, may be its own.
func TestPhrasesOfOneWare(t *testing.T) {
	for _, c := range []struct {
		one, two string
		want     int
	}{
		{"velmo reeds", "brask reeds", 2},
		{"velmo reeds", "", 0},
		{"velmo reeds", "brask mints", 0},
		{"velmo dog", "brask dog", 0},
	} {
		b := replace(t, article, "pier with", "pier "+c.one+" with", "wanted to", "wanted "+c.two+" to")
		r := rebuild(witness("a", article), witness("b", b), witness("c", article+"\n\nThe end."))
		if r.Article.Text != article {
			t.Errorf("%q, %q: got\n%s", c.one, c.two, r.Article.Text)
		}
		n := 0
		for _, x := range r.Removals {
			if x.To-x.From == 2 {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%q, %q: %d phrases cut, want %d", c.one, c.two, n, c.want)
		}
	}
}
