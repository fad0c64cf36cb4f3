package spam

import "testing"

// Phrases that no odd spacing frames are told by the shape that they share,
// where none of them has a place in its sentence.
func TestCasts(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it vintage tarnkol harmonica reeds, but")
	text = replace(t, text, "held the ladder, gave", "held the ladder vintage velmo harmonica reeds, gave")
	text = replace(t, text, "small and hard, but", "small and hard vintage kelvo harmonica reeds, but")
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut where it begins is a guess: %s", show(detect(t, text, "en"), q))
	}
	text = replace(t, orchard, "the branch, and", "the branch Vintage Tarnkol Harmonica Reeds, and")
	text = replace(t, text, "held the ladder, gave", "held the ladder Vintage Velmo Harmonica Reeds, gave")
	text = replace(t, text, "small and hard, but", "small and hard Vintage Kelvo Harmonica Reeds, but")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
}

// A term of the text has its place in one of its sentences, stands behind the
// same word again and again, or is called otherwise too.
func TestGenuineTerms(t *testing.T) {
	for _, c := range []struct{ name, a, b, d string }{
		{"governed once", "Tarnkol Graft Saw", "the Velmo Graft Saw", "Kelvo Graft Saw"},
		{"used without a filler too", "Tarnkol Graft Saw", "Velmo Graft Saw", "Kelvo Graft Saw and Graft Saw oil"},
		{"the same words each time", "long enough", "long enough", "long enough"},
		{"small words that differ", "made lightly", "made yet", "made again"},
	} {
		text := replace(t, orchard, "the branch, and", "the branch "+c.a+", and")
		text = replace(t, text, "held the ladder, gave", "held the ladder "+c.b+", gave")
		text = replace(t, text, "small and hard, but", "small and hard "+c.d+", but")
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q", c.name, text[q.Start:q.End])
		}
	}
}
