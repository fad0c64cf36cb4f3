package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestRecords(t *testing.T) {
	answers := []string{
		"Mara Lind said:\nMarch 3, 2018\nMy bees left in April, and the hive stood empty all summer. I never opened it again.\n",
		"old_tom said:\nApril 14, 2018\nNobody here keeps bees any more, since the lime trees were felled. The honey in the shop comes from far away.\n",
		"J. Hale said:\nMay 1, 2018\nLight the smoker early indeed. I forgot it once, and once was enough for me and for the dog.\n",
		"Ann said:\nJune 30, 2018\nWhat a fine neighbour to have. Mine keeps a drum kit.\n",
	}
	article := beesTitle + "\n\n" + bees + "\n\n"
	below := func(between string) string { return "4 remarks\n\n" + strings.Join(answers, between) + between }
	doc := propose(t, article+below("Antwoord\n\n"), "en")
	if got := kept(doc); got != strings.TrimSpace(article+"4 remarks") {
		t.Errorf("with buttons: kept\n%s", strings.TrimPrefix(got, article))
	}
	doc = propose(t, article+below("\n"), "en")
	if got := kept(doc); !strings.Contains(got, "drum kit") {
		t.Errorf("without buttons: cut")
	}
	flagged := 0
	for _, p := range doc.Proposals {
		if p.Verdict == corpus.Flag && p.Score == recordedScore {
			flagged++
		}
	}
	if flagged < 3*len(answers)-1 {
		t.Errorf("without buttons: %d lines are flagged", flagged)
	}
	if got := kept(propose(t, article+"Antwoord\n\n"+below("Antwoord\n\n"), "en")); !strings.Contains(got, "drum kit") {
		t.Errorf("a conversation is cut")
	}
	long := strings.Join(answers, "Antwoord\n\n") + "Antwoord\n\n"
	if got := kept(propose(t, article+strings.Repeat(long, 6), "en")); !strings.Contains(got, "drum kit") {
		t.Errorf("a conversation that says more than the article is cut")
	}
	events := article + "Meetings\n\nSpring\nMarch 3, 2018\nWe open the hives.\n\nSummer\nJuly 1, 2018\nWe take the honey.\n\nAutumn\nOctober 5, 2018\nWe feed the bees.\n"
	if got := kept(propose(t, events, "en")); got != strings.TrimSpace(events) {
		t.Errorf("events: kept\n%s", got)
	}
}
