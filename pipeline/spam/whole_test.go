package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// long is a page of enough paragraphs to measure others against.
var long = orchard + `

My father came back in March with a bag of straw for the pears, and we laid them in the shed, row on row, none touching another. He said that in the orchard of his childhood they turned each pear once a week, and that the first spring without pears in the straw was the spring in which the orchard was felled.

So we turn ours too. The tree has been pruned every winter since, a few branches at a time, and the crown is open enough now that the light reaches the ladder. The neighbours, who laughed at the trunk, ask for pears in the new year.`

func TestInjectedParagraphs(t *testing.T) {
	const advert = "Order designer handbags today at www.handbag-outlet.example and save 70% on leather purses, wallets and belts! Worldwide shipping, refunds guaranteed."
	text := replace(t, long, "\n\nIn the second spring", "\n\n"+advert+"\n\nIn the second spring")
	doc := detect(t, text, "en")
	if got := cut(t, doc); got != long {
		t.Errorf("left:\n%s\n%+v", got, doc.Proposals)
	}
	last := detect(t, long+"\n\n"+advert, "en")
	if got := cut(t, last); got != long {
		t.Errorf("left at the end:\n%s\n%+v", got, last.Proposals)
	}
}

func TestInjectedSentence(t *testing.T) {
	const advert = "Order designer handbags today at www.handbag-outlet.example and save 70% on leather purses, wallets and belts!"
	doc := detect(t, replace(t, long, "never paint the wound. The", "never paint the wound. "+advert+" The"), "en")
	if got := cut(t, doc); got != long {
		t.Errorf("left:\n%s\n%+v", got, doc.Proposals)
	}
}

// What a page that is certainly injured says again is injected as well.
func TestKin(t *testing.T) {
	text := replace(t, long, "fell it, but", "fell it\u00a0Discount Copper Kettles\u00a0, but")
	text = replace(t, text, "\n\nIn the second spring", "\n\nThe finest copper kettles are hammered, tinned, polished and posted within two days from our kettle workshop.\n\nIn the second spring")
	doc := detect(t, text, "en")
	if got := cut(t, doc); got != long {
		t.Errorf("left:\n%s\n%+v", got, doc.Proposals)
	}
}

func TestLinkLists(t *testing.T) {
	for _, c := range []struct {
		line string
		cut  bool
	}{
		{"cheap kettles | copper kettles | kettles online", true},
		{"kettle shop, copper kettle, kettle sale, kettles online", true},
		{"Home | Recipes | Garden | Contact", false},
		{"pear tart, pear jam, pear brandy, pear bread", false}, // the page speaks of pears
		{"flour, butter, sugar, salt", false},
		{"Anna Pruitt, Boris Pruitt, Clara Pruitt, David Pruitt", false},
	} {
		doc := detect(t, long+"\n\n"+c.line, "en")
		if got := len(cuts(doc)) == 1; got != c.cut {
			t.Errorf("%q: cut %v\n%+v", c.line, got, doc.Proposals)
		}
		if c.cut && cut(t, doc) != long {
			t.Errorf("%q: left %q", c.line, cut(t, doc))
		}
	}
}

func TestPingbacks(t *testing.T) {
	const none corpus.Verdict = 255
	for line, want := range map[string]corpus.Verdict{
		"Pingback: copper kettles online":                               corpus.Flag,
		"[...] read more about it at our kettle shop here [...]":        corpus.Cut,
		"[…] read more about it at our kettle shop here […]":            corpus.Cut,
		"[...] the pear tree behind the shed, and the orchard of [...]": corpus.Flag,
		"Pingback is a word that bloggers use for such a message.":      none,
	} {
		found := none
		doc := detect(t, long+"\n\n"+line, "en")
		for _, q := range doc.Proposals {
			if strings.Contains(doc.Draft.Text[q.Start:q.End], line) {
				found = q.Verdict
			}
		}
		if found != want {
			t.Errorf("%q: %+v", line, doc.Proposals)
		}
	}
}

func TestHeadlines(t *testing.T) {
	for _, c := range []struct {
		line string
		cut  bool
	}{
		{"KettleCon 2019: Ruben Okafor: Boiling without bubbles: how hard can it be", true},
		{"The second winter: what we left alone", false},
		{"What you need: a saw, a ladder and patience:", false},
		{"Okafor said:", false},
	} {
		doc := detect(t, replace(t, long, "\n\nUse a sharp saw", "\n\n"+c.line+"\n\nUse a sharp saw"), "en")
		if got := len(cuts(doc)) == 1; got != c.cut {
			t.Errorf("%q: cut %v\n%+v", c.line, got, doc.Proposals)
		}
	}
}

// A passage in another language is a quotation until it sells.
func TestForeignPassages(t *testing.T) {
	for _, c := range []struct {
		line string
		cut  bool
	}{
		{"Wer einen Birnbaum pflanzt, der pflanzt ihn für seine Enkel, sagte der Großvater, und er hatte recht.", false},
		{"Kaufen Sie günstige Handtaschen mit 70% Rabatt bei www.taschen-outlet.example und sparen Sie heute!", true},
	} {
		text := replace(t, long, "\n\nUse a sharp saw", "\n\n"+c.line+"\n\nUse a sharp saw")
		at := strings.Index(text, c.line)
		doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: "en", Passages: []corpus.Passage{{Start: at, End: at + len(c.line), Language: "de"}}}
		if err := (Detector{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		if got := len(cuts(doc)) == 1; got != c.cut {
			t.Errorf("%q: cut %v\n%+v", c.line, got, doc.Proposals)
		}
	}
}

func TestSurprise(t *testing.T) {
	for _, c := range []struct {
		c    cohesion
		p    float64
		want float64
	}{
		{cohesion{10, 0}, .5, 3.0103}, // .5^10
		{cohesion{2, 1}, .5, 0},       // no fewer than expected
		{cohesion{4, 1}, .5, .50515},  // 5/16
		{cohesion{0, 0}, .5, 0},
		{cohesion{10, 0}, 0, 0},
		{cohesion{10, 0}, 1, 0},
		{cohesion{100000, 0}, .5, 300},
	} {
		if got := c.c.surprise(c.p); got < c.want-.001 || got > c.want+.001 {
			t.Errorf("%+v at %v: %v, want %v", c.c, c.p, got, c.want)
		}
	}
}

// A sentence in which a link in raw markup was set is not judged by the
// address and the words of the link, whatever prices it names itself.
func TestSentenceRoundALink(t *testing.T) {
	const sentence = " Each of 214 shareholders paid 400 euros%s, regional savings banks lent the remainder."
	text := replace(t, long, " The neighbours, who", strings.Replace(sentence, "%s", " [url=http://www.kelvo12.biz/]sneakers cheap price cheap price[/url]", 1)+" The neighbours, who")
	for _, q := range cuts(detect(t, text, "en")) {
		if got := text[q.Start:q.End]; strings.Contains(got, "shareholders") || strings.Contains(got, "subsidies") {
			t.Errorf("cut %q: %v", got, q.Why())
		}
	}
}

// A sentence is not of the ware of a phrase that stands in its midst and was not found.
func TestKinInARow(t *testing.T) {
	for sentence, want := range map[string]float64{
		" Before the walk quiet aquarium pumps was on us, as he then asked for a barometer.":      0,
		" Before the walk quiet barometer was on us, as he then asked for an aquarium and pumps.": .8,
	} {
		text := replace(t, orchard, " A tree that loses", sentence+" A tree that loses")
		p := newPage(text, "en")
		kin, scratch := make([]bool, len(p.keys)), make([]int32, len(p.keys))
		for _, w := range p.words {
			if k := p.keys[w.key]; k == "quiet" || k == "aquarium" || k == "pumps" {
				kin[w.stem] = true
			}
		}
		n, _ := p.measure(p.sentences, scratch)
		for _, s := range p.sentences {
			if strings.Contains(sentence, p.text[s.start:s.end]) {
				u := unit{stretch: s}
				if p.weigh(&u, n, nil, kin, scratch); u.kin != want {
					t.Errorf("%q: %v", p.text[s.start:s.end], u.kin)
				}
			}
		}
	}
}
