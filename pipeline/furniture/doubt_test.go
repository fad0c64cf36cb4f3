package furniture

import (
	"math"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// score is the highest score of a proposal on the line, 2 where it is cut.
func score(doc *corpus.Document, line string) float64 {
	at, best := strings.Index(doc.Draft.Text, line), 0.0
	for _, p := range doc.Proposals {
		switch {
		case at < p.Start || at >= p.End:
		case p.Verdict == corpus.Cut:
			return 2
		default:
			best = max(best, p.Score)
		}
	}
	return best
}

func TestDoubtfulLinesAreFlagged(t *testing.T) {
	german := `Warum der Teig Zeit braucht

Wer Brot backt, lernt als Erstes das Warten. Der Teig will stehen, bis er sein Volumen verdoppelt hat, und er lässt sich dabei von niemandem drängen.

Im Winter dauert das länger, weil die Küche kälter ist. Meine Großmutter stellte die Schüssel neben den Ofen und legte ein feuchtes Tuch darüber, damit der Teig keine Haut bekam.

Erst wenn ein Fingerabdruck langsam wieder verschwindet, ist der Teig so weit. Dann wird er geformt, ruht noch einmal eine halbe Stunde und kommt in den heißen Ofen.`
	for _, c := range []struct{ name, language, before, body, after string }{
		{"blog", "en", "Slow Garden Notes\nA diary of small things\nSoil\nTools\nWeather\n\n04/11/2011\n\n", beesTitle + "\n\n" + bees,
			"\n\nWritten by tilda_b 14:52\nFiled under: Soil, Tools\n2 comments:\nAnton R.\n05/11/2011 09:14\nArchive\n2010 (118)\n2009 (97)\n2008 (64)\n"},
		{"letter", "en", "**************************\nThe Lane Letter      May 3, 2006\n**************************\n\n", beesTitle + "\n\n" + bees,
			"\n\n--------------------------\nYou get this mail because you subscribed. To unsubscribe, send an empty email.\nSubscribe: www.lane-letter.example.net\n"},
		{"related", "en", "", beesTitle + "\n\n" + bees, "\n\nRead also:\nThe Stone Wall That Would Not Stand - posted by Ina\nA Shed for Two Goats - posted by Marek\nWhere the Well Water Went - posted by Ina\n© 2014 Hedge & Field. All rights reserved.\n"},
		{"German", "de", "Start | Themen | Archiv | Suche\nStart » Themen » Backen » Warum der Teig Zeit braucht\n03.02.2016 | Aufrufe: 2201\n\n", german,
			"\n\nArtikel drucken · Per E-Mail senden · Melden\nLesen Sie auch:\nSauer macht geduldig (14)\nRoggen im Regen (3)\n© 2016 Mehlpost. Alle Rechte vorbehalten.\n"},
	} {
		doc := propose(t, c.before+c.body+c.after, c.language)
		for _, line := range strings.Split(c.before+c.after, "\n") {
			if strings.ContainsFunc(line, func(r rune) bool { return r > '9' }) && score(doc, line) < .3 {
				t.Errorf("%s: %q is scored %.2f", c.name, line, score(doc, line))
			}
		}
		for _, line := range strings.Split(c.body, "\n\n") {
			if strings.LastIndex(doc.Draft.Text, line) == strings.Index(doc.Draft.Text, line) && score(doc, line) >= .5 {
				t.Errorf("%s: the article's %.40q is scored %.2f", c.name, line, score(doc, line))
			}
		}
	}
}

func TestLabelsBetweenParagraphs(t *testing.T) {
	half := strings.Index(bees, "Before you open")
	for _, line := range []string{"Advertisement", "Read also: Where the Well Water Went", "[Read more: A Shed for Two Goats]", "Share | Print | Email"} {
		doc := propose(t, beesTitle+"\n\n"+bees[:half]+line+"\n\n"+bees[half:], "en")
		if s := score(doc, line); s < .3 || s == 2 && !strings.ContainsAny(line, "|A") {
			t.Errorf("%q is scored %.2f", line, s)
		}
	}
	for _, line := range []string{"When the Smoke Works", "A Word on Stings", "3 frames of brood", "Do this first:"} {
		doc := propose(t, beesTitle+"\n\n"+bees[:half]+line+"\n\n"+bees[half:], "en")
		if s := score(doc, line); s >= .5 {
			t.Errorf("%q is scored %.2f", line, s)
		}
	}
}

func TestGenuineListsAreNotDoubted(t *testing.T) {
	for name, text := range map[string]string{"recipe": recipe, "poem": poem, "commands": commands, "dialogue": dialogue, "table": table} {
		for _, p := range propose(t, text, "en").Proposals {
			if p.Score >= .9 {
				t.Errorf("%s: %.2f %q", name, p.Score, text[p.Start:p.End])
			}
		}
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"alone", beesTitle + "\n\n" + bees, beesTitle},
		{"no gaps", beesTitle + "\n" + strings.ReplaceAll(bees, "\n\n", "\n"), beesTitle},
		{"date between", "Home | News | Contact\n" + beesTitle + "\nMay 4, 2012\n\n" + bees, beesTitle},
		{"site behind it", beesTitle + " | Hedge & Field\n\n" + bees + "\n\n© 2014 Hedge & Field\n", beesTitle},
		{"site above it", "Hedge & Field\nHome | News | Contact\n\n" + beesTitle + "\n\n" + bees + "\n\n© 2014 Hedge & Field\n", beesTitle},
		{"none", bees, ""},
		{"site only", "Hedge & Field\nHome | News | Contact\n\n" + bees + "\n\n© 2014 Hedge & Field\n", ""},
	} {
		got := strings.Join(marked(propose(t, c.text, "en"), corpus.RoleTitle), "/")
		if got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestMarksOfAuthorsOnly(t *testing.T) {
	for _, line := range []string{"Posted by tilda_b 14:52", "By Anton R. 09:14", "» Garden Sheds - www.sheds.example.com", "Goat Sheds Direct: www.sheds.example.com/771"} {
		doc := propose(t, beesTitle+"\n\n"+bees+"\n\n"+line+"\n", "en")
		for _, role := range []corpus.Role{corpus.RoleByline, corpus.RoleAuthorBox} {
			if got := marked(doc, role); len(got) > 0 {
				t.Errorf("%s: %q", role, got)
			}
		}
	}
}

func TestPosteriorsAreProbabilities(t *testing.T) {
	for _, text := range []string{bees, forumHead + bees + forumFoot, "x", strings.Repeat("Home\n", 3000) + bees} {
		r := newPage(text, "en").read()
		for i, p := range r.posteriors() {
			if math.IsNaN(p) || p < 0 || p > 1+1e-9 {
				t.Fatalf("block %d: %v", i, p)
			}
			if r.state[i] == article && r.page.blocks[i].prose() && p < .5 {
				t.Errorf("block %d is article and %.2f likely", i, p)
			}
		}
	}
}
