package language

import "testing"

func TestRarest(t *testing.T) {
	for _, w := range []struct{ language, word string }{
		{"en", "leadership"}, {"en", "successful"}, {"en", "customer"}, {"en", "neighbourhood"}, {"en", "strengthening"},
		{"de", "geschwindigkeit"}, {"fr", "aujourd"}, {"es", "biblioteca"}, {"it", "chiedere"}, {"ru", "пожалуйста"}, {"pl", "szczęście"},
	} {
		if c, ok := Rarest(w.language, w.word); !ok || c < LeastChance {
			t.Errorf("%s %q: %v %v, want a word", w.language, w.word, c, ok)
		}
	}
	for _, w := range []struct{ language, word string }{
		{"en", "sutccessful"}, {"en", "reavqzsdropper"}, {"de", "geschwxqigkeit"}, {"ru", "пожщьъйста"},
	} {
		if c, ok := Rarest(w.language, w.word); !ok || c >= LeastChance {
			t.Errorf("%s %q: %v %v, want no word", w.language, w.word, c, ok)
		}
	}
	if _, ok := Rarest("xx", "word"); ok {
		t.Error("an unknown language has figures")
	}
	if c, _ := Rarest("en", ""); c != 1 {
		t.Error("the empty word is impossible")
	}
}
