package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Each case splices something into the page; when it is certain, cutting it
// must give the page back.
func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []string
		verdict  corpus.Verdict
		families []corpus.Family
	}{
		{"no-break spaces before a comma", []string{"we should fell it, but"}, []string{"we should fell it\u00a0Discount Copper Kettles\u00a0, but"}, corpus.Cut, []corpus.Family{corpus.Artefact, corpus.Semantics}},
		{"no-break spaces between words", []string{"the ladder is in"}, []string{"the ladder\u00a0Discount Copper Kettles\u00a0is in"}, corpus.Cut, []corpus.Family{corpus.Artefact, corpus.Semantics}},
		{"doubled spaces before a comma", []string{"we should fell it, but"}, []string{"we should fell it  Discount Copper Kettles  , but"}, corpus.Cut, []corpus.Family{corpus.Artefact}},
		{"doubled spaces between words", []string{"never paint the wound"}, []string{"never paint  Discount Copper Kettles  the wound"}, corpus.Cut, []corpus.Family{corpus.Artefact}},
		{"lower case", []string{"crooked, the ladder"}, []string{"crooked\u00a0cheap designer handbags online\u00a0, the ladder"}, corpus.Cut, []corpus.Family{corpus.Artefact, corpus.Semantics}},
		{"with an address", []string{"crooked, the ladder"}, []string{"crooked\u00a0copper kettles www.kettle-outlet.example\u00a0, the ladder"}, corpus.Cut, []corpus.Family{corpus.Artefact}},
		{"no-break spaces inside too", []string{"crooked, the ladder"}, []string{"crooked\u00a0discount\u00a0copper\u00a0kettles\u00a0, the ladder"}, corpus.Cut, []corpus.Family{corpus.Artefact}},
		{"between preposition and article", []string{"outside the collar of the branch"}, []string{"outside the collar of\u00a0Discount Copper Kettles\u00a0the branch"}, corpus.Cut, []corpus.Family{corpus.Artefact}},
		{
			"one shape, two fillings, space before the comma",
			[]string{"we should fell it, but", "held the ladder, gave", "in one winter answers"},
			[]string{"we should fell it Darren Holloway Jersey , but", "held the ladder Marcus Tiller Jersey , gave", "in one winter answers"},
			corpus.Cut, []corpus.Family{corpus.Template, corpus.Syntax},
		},
		{
			"one shape, three fillings, no artefact",
			[]string{"we should fell it, but", "held the ladder, gave", "small and hard, but"},
			[]string{"we should fell it Darren Holloway Jersey, but", "held the ladder Marcus Tiller Jersey, gave", "small and hard Ruben Okafor Jersey, but"},
			corpus.Cut, []corpus.Family{corpus.Template, corpus.Syntax, corpus.Semantics},
		},
		{"alone, no artefact", []string{"we should fell it, but"}, []string{"we should fell it Darren Holloway Jersey, but"}, corpus.Flag, []corpus.Family{corpus.Syntax, corpus.Semantics}},
		{"alone, space before the comma", []string{"small and hard, but"}, []string{"small and hard cheap copper kettles , but"}, corpus.Flag, []corpus.Family{corpus.Artefact}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := orchard
			for i := range c.old {
				text = replace(t, text, c.old[i], c.new[i])
			}
			doc := detect(t, text, "en")
			if len(doc.Proposals) == 0 {
				t.Fatal("nothing proposed")
			}
			for _, q := range doc.Proposals {
				if q.Verdict != c.verdict {
					t.Errorf("verdict %d: %s", q.Verdict, show(doc, q))
				}
				for _, f := range c.families {
					if !families(q)[f] {
						t.Errorf("no %s evidence: %s", f, show(doc, q))
					}
				}
				if q.Head == "" {
					t.Error("no head")
				}
			}
			if got := cut(t, doc); c.verdict == corpus.Cut && got != orchard {
				t.Errorf("left:\n%s", got)
			}
		})
	}
}

// What stands in the sentence by right is not cut, whatever it names.
func TestGovernedPhrases(t *testing.T) {
	for _, c := range []struct{ name, old, new string }{
		{"governed by an article", "my father looked at", "my father, in a Darren Holloway jersey, looked at"},
		{"governed, no-break spaces round the link", "my father looked at", "my father, wearing the\u00a0Darren Holloway jersey\u00a0, looked at"},
		{"governed by a preposition, no-break spaces", "we spread it over three winters", "we read about it at\u00a0Harrow Tree Surgeons\u00a0, and spread it over three winters"},
		{"a name as subject", "The neighbours said we", "Last week Gareth Pruitt said we"},
		{"a link whose words the text uses", "In the second spring", "Later\u00a0old pear trees\u00a0, too, and in the second spring"},
	} {
		doc := detect(t, replace(t, orchard, c.old, c.new), "en")
		for _, q := range cuts(doc) {
			t.Errorf("%s: %s", c.name, show(doc, q))
		}
	}
}

func TestHeads(t *testing.T) {
	text := replace(t, orchard, "we should fell it, but", "we should fell it\u00a0The Discount Copper Kettles\u00a0, but")
	if doc := detect(t, text, "en"); len(doc.Proposals) != 1 || doc.Proposals[0].Head != "discount copper kettles" {
		t.Errorf("head: %+v", doc.Proposals)
	}
	text = replace(t, text, "held the ladder, gave", "held the ladder\u00a0The Vintage Brass Kettles\u00a0, gave")
	for _, q := range detect(t, text, "en").Proposals {
		if q.Head != "* kettles" {
			t.Errorf("head %q", q.Head)
		}
	}
}

// An invisible character that repair took out is evidence too.
func TestVanishedCharacters(t *testing.T) {
	clean := replace(t, orchard, "never paint the wound", "never paint Discount Copper Kettles the wound")
	at := strings.Index(clean, " Discount")
	end := strings.Index(clean, " the wound")
	doc := &corpus.Document{Language: "en", Draft: corpus.NewDraft(clean[:at] + "\ufeff" + clean[at:end] + "\ufeff" + clean[end:])}
	err := doc.Draft.Apply([]corpus.Change{
		{Start: at, End: at + 3, Kind: corpus.KindByteOrderMark, Why: []string{"test"}},
		{Start: end + 3, End: end + 6, Kind: corpus.KindByteOrderMark, Why: []string{"test"}},
	})
	if err != nil || doc.Draft.Text != clean {
		t.Fatal(err, doc.Draft.Text)
	}
	if err := (Detector{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	if got := cut(t, doc); got != orchard {
		t.Errorf("left:\n%s\n%+v", got, doc.Proposals)
	}
}

// Invisible characters that stand within words too mark a copy, and no phrase.
func TestStrewnCharacters(t *testing.T) {
	text := replace(t, orchard, "never paint the wound", "never\u200c paint the wo\u200cund\u200c")
	text = replace(t, text, "buds swelled", "bu\u200cds swel\u200cled")
	doc := &corpus.Document{Language: "en", Draft: corpus.NewDraft(text)}
	var changes []corpus.Change
	for i := range text {
		if strings.HasPrefix(text[i:], "\u200c") {
			changes = append(changes, corpus.Change{Start: i, End: i + 3, Kind: corpus.KindInvisible, Why: []string{"test"}})
		}
	}
	if err := doc.Draft.Apply(changes); err != nil || doc.Draft.Text != orchard {
		t.Fatal(err, doc.Draft.Text)
	}
	p := newPage(orchard, "en")
	p.invisible = vanished(doc.Draft)
	if !p.strewn() || !p.findTraces().none() {
		t.Error("they are traces of phrases")
	}
}

func TestExciseInCJK(t *testing.T) {
	p := newPage("梨の木は古い\u00a0Discount Copper Kettles\u00a0家の裏にある。", "ja")
	s := p.sentences[0]
	from := -1
	for i, w := range p.words {
		if w.is(title) && from < 0 {
			from = i
		}
	}
	start, end, now := p.excise(&phrase{from: from, to: from + 3, in: s})
	if got := p.text[:start] + now + p.text[end:]; got != "梨の木は古い家の裏にある。" {
		t.Error(got)
	}
}

// Phrases that begin with the same word begin beyond doubt.
func TestPhrasesOfOneFirstWord(t *testing.T) {
	text := strings.NewReplacer("behind the shed.", "behind the shed, too.", "and the saw hangs", "and a cheap saw, cheap as they are, hangs").Replace(orchard)
	in := strings.NewReplacer("shed, too", "shed Cheap Aquarium Pumps , too", "sharp saw,", "sharp saw Cheap Silver Paper Lamps ,", "hard, but", "hard Cheap Garden Chairs , but").Replace(text)
	if got := cut(t, detect(t, in, "en")); got != text {
		t.Errorf("left %q", got)
	}
}
