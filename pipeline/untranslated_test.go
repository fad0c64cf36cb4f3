package pipeline

import (
	"testing"

	"github.com/urtext/urtext/fixtures/damage"
)

// What an article has in another language shares no words with the rest, as spam
// does. In copies with spam of all trades, most of it in the language of the sentences
// left untranslated, little of the article is cut from any one of them.
func TestUntranslatedStays(t *testing.T) {
	var genuine, spam share
	for seed := range uint64(3) {
		docs, gold, err := damage.Corpus(damage.Untranslated(articles(t), seed), damage.Options{Seed: 71 + seed, MaxCopies: 3, NoDistractors: true,
			Damages: damage.Filter{Except: []string{"charset", "entities"}}})
		if err != nil {
			t.Fatal(err)
		}
		fallen := fallenIn(t, docs)
		texts := make(map[string][]rune)
		for _, d := range docs {
			texts[d.ID] = []rune(d.Text)
		}
		for _, f := range gold {
			for _, m := range f.Members {
				c := copied{m, texts[m.ID], fallen[m.ID]}
				genuine.add(c.words(0, len(c.text), c.foreign()))
				for _, in := range m.Injected {
					spam.add(c.words(in.Start, in.End, nil))
				}
			}
		}
	}
	t.Logf("%d genuine words, %.2f of 1,000 cut as spam; %d words of spam, %.3f cut", genuine.all, 1000*genuine.of(), spam.all, spam.of())
	if genuine.of() > .004 || spam.of() < .65 {
		t.Error("too much of the article is cut, or too little of the spam")
	}
}
