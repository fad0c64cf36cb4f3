package language

import (
	"strings"
	"testing"
)

// TestMixedAsWhole makes texts of which a part is in one language and the rest
// in another, and holds that reading windows of them comes to what reading all
// of them does, even where neither part is much the larger: more windows are
// read until one language leads.
func TestMixedAsWhole(t *testing.T) {
	d := mustNew(t)
	of := map[string]string{}
	for _, a := range ourArticles(t) {
		if c := count(a.text); 2*c.words[latin] > c.allWords {
			of[a.language] += a.text + "\n"
		}
	}
	texts, other := 0, 0
	for first, x := range of {
		for second, y := range of {
			if first == second {
				continue
			}
			for _, percent := range []int{40, 50, 60, 70} {
				size := min(len(x), len(y), 20_000)
				text := clip(x, size*percent/100) + "\n" + clip(y, size*(100-percent)/100)
				texts++
				if want, got := choice(text, d.ranks(withoutAddresses(text), latin)), d.Of(text); got != want {
					other++
					t.Logf("%d%% %s, %s: %s, as a whole %s", percent, first, second, got, want)
				}
			}
		}
	}
	if texts == 0 || 100*other > 3*texts {
		t.Errorf("%d of %d texts are named otherwise than as a whole", other, texts)
	}
}

// A short text has few trigrams: what its words say is heard as well.
func TestShortlist(t *testing.T) {
	d := mustNew(t)
	for text, want := range map[string]string{
		"to the Redo icon on the Sta": "en", // whose trigrams say Spanish
		"feu clic amb el botó":        "ca",
		"ka tas signalizē, ja kaut":   "lv",
	} {
		if open := strings.Join(d.Guess(text), " "); !strings.Contains(open, want) {
			t.Errorf("%q may be in %s", text, open)
		}
	}
	if got := d.Guess("चर्च स्लॅविक जुणे बुलगेरियन"); len(got) != 2 {
		t.Errorf("a text without trigrams may be in %v", got)
	}
	if got := d.Guess("xq z"); len(got) != 1 || got[0] != Unknown {
		t.Errorf("four letters may be in %v", got)
	}
	restricted := mustNew(t, "sn", "so", "xh")
	if got := restricted.Guess("Rootiilaha jidkeenna wuxuu dukaankiisa"); got[0] != "so" {
		t.Errorf("languages without function words: %v", got)
	}
}
