package spam

import "testing"

// TestSplicedSentences holds that sentences of another language that stand in
// paragraphs and share words fall, and that they stay where they name no number,
// are quoted, share no word, or say the same word for word.
func TestSplicedSentences(t *testing.T) {
	const one, two = " Wir haben die besten Mundharmonikas von 2014 für euch und eure Freunde auf Lager.", " Wer Mundharmonikas und Lager mag, der soll noch heute mit uns über 40 davon sprechen."
	if got := cut(t, detect(t, inOrchard(t, one, two, ""), "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	for _, pair := range [][2]string{
		{" Wir haben die besten Mundharmonikas für euch und eure Freunde auf Lager.", " Wer Mundharmonikas und Lager mag, der soll noch heute mit uns über sie sprechen."},
		{" „" + one[1:] + "“", " „" + two[1:] + "“"},
		{one, " Der Nachbar hat es uns am Abend erzählt, und er wird es wohl auch wissen."},
		{one, one},
	} {
		for _, q := range cuts(detect(t, inOrchard(t, pair[0], pair[1], ""), "en")) {
			t.Errorf("%q and %q: cut %v", pair[0], pair[1], q.Why())
		}
	}
}
