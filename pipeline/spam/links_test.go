package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestRowsOfLinks(t *testing.T) {
	par := strings.Split(orchard, "\n\n")
	list := func(rows ...string) string {
		return strings.Join([]string{par[0], par[1], par[2], strings.Join(rows, "\n"), par[3], par[4]}, "\n\n")
	}
	for _, rows := range [][]string{
		{"vintage harmonica reeds - http://www.tarnkol.biz/", "silver harmonica reeds - http://www.velmo44.net/", "cheap harmonica case - http://www.kelvo12.info/"},
		{"http://www.tarnkol.biz/vintage-harmonica-reeds.html", "http://www.velmo44.net/silver-harmonica.html", "http://www.kelvo12.info/cheap-harmonica-case.html"},
		{"old pear trees - http://www.tarnkol.biz/", "old pear trees - http://www.velmo44.net/", "old pear trees - http://www.kelvo12.info/"},
		{"http://www.tarnkol.biz/harmonica-reeds.html", "http://www.velmo44.net/copper-kettles.html", "http://www.kelvo12.info/harmonica-case.html", "http://www.osgood7.org/copper-spoons.html"},
	} {
		if got := cut(t, detect(t, list(rows...), "en")); got != orchard {
			t.Errorf("left %q", got)
		}
	}
	apart := []string{"harmonica reeds - http://www.tarnkol.biz/", "copper kettles: velmo44.net", "www.kelvo12.info sailing boats", "leather gloves - http://osgood7.org/", "paper lanterns - http://brindle3.org/"}
	if got := cut(t, detect(t, list(apart...), "en")); got != orchard {
		t.Errorf("about several words: left %q", got)
	}
	for _, c := range []struct {
		name string
		rows []string
	}{
		{"several words, one of the text", append([]string{"copper ladders - http://www.velmo45.net/"}, apart[1:]...)},
		{"references to what the text speaks of", []string{"pruning pear trees - http://www.tarnkol.biz/", "old pear trees - http://www.velmo44.net/", "pear trees in winter - http://www.kelvo12.info/"}},
		{"friends by their names", []string{"Tarnkol Blog - http://www.tarnkolblog.example/", "Velmo Blog - http://www.velmoblog.example/", "Kelvo Blog - http://www.kelvoblog.example/"}},
		{"links of one site", []string{"harmonica reeds - http://www.tarnkol.biz/a", "harmonica cases - http://www.tarnkol.biz/b", "harmonica boxes - http://www.tarnkol.biz/c"}},
		{"not about one word", []string{"harmonica reeds - http://www.tarnkol.biz/", "copper kettles - http://www.velmo44.net/", "sailing boats - http://www.kelvo12.info/"}},
		{"about several words, of which the text has some", []string{"harmonica reeds - http://www.tarnkol.biz/", "copper ladder - http://www.velmo44.net/", "harmonica case - http://www.kelvo12.info/", "copper saw - http://www.osgood7.org/"}},
		{"two rows", []string{"harmonica reeds - http://www.tarnkol.biz/", "harmonica cases - http://www.velmo44.net/"}},
	} {
		text := list(c.rows...)
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q: %v", c.name, text[q.Start:q.End], q.Why())
		}
	}
}

// Rows are about a word that three of them have though another injection has it, too.
func TestRowsOfOneCampaign(t *testing.T) {
	rows := "http://www.tarnkol.biz/harmonica-reeds.html\nhttp://www.velmo44.net/harmonica-boxes.html\nhttp://www.kelvo12.info/harmonica-cases.html"
	text := replace(t, orchard, "In the second spring", rows+"\n\nIn the second spring")
	text = replace(t, text, "In the second spring", "Somebody has the cheapest harmonica boxes of all. In the second spring")
	if got := cut(t, detect(t, text, "en")); strings.Contains(got, "http") {
		t.Errorf("left %q", got)
	}
}

// TestWaresOfLinks reads the wares off what is certain: a phrase tells them all,
// links to other sites, whose words are the article's, those that two have.
func TestWaresOfLinks(t *testing.T) {
	lines := []string{"cheap harmonica reeds", "» Mending - complete guide - www.tarnkol11.ru", "» Patience - complete portal - www.velmo44.biz"}
	text := strings.Join(lines, "\n")
	p := newPage(text, "en")
	var known []corpus.Proposal
	at := 0
	for _, l := range lines {
		known = append(known, corpus.Proposal{Start: at, End: at + len(l), Verdict: corpus.Cut})
		at += len(l) + 1
	}
	kin, damaged := p.kinWords(known)
	got := map[string]bool{}
	for _, w := range p.words {
		if w.is(content) && kin[w.stem] {
			got[strings.ToLower(text[w.start():w.end()])] = true
		}
	}
	for word, want := range map[string]bool{"harmonica": true, "reeds": true, "complete": true, "mending": false, "patience": false, "guide": false} {
		if got[word] != want || !damaged {
			t.Errorf("%q is a ware: %v, want %v", word, got[word], want)
		}
	}
}

// The address of a document whose number stands before it is no site to go to, and
// the links of a comment in a program are no list of offers.
func TestNumberedDocuments(t *testing.T) {
	for text, want := range map[string]bool{
		"The encoder follows RFC 2047 <https://tools.tarnkol.org/html/rfc2047> in all.":  false,
		"The encoder follows kettles in 2047 <https://tools.tarnkol.org/html/x> in all.": true,
	} {
		p := newPage(text, "en")
		if _, got := p.strangeSite(p.sentences[0]); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	code := orchard + "\n\n// harmonica paper: http://www.tarnkol.biz/harmonica.pdf\n// C++ implementation: http://www.velmo44.net/harmonica\n// Rust implementation: http://www.kelvo12.info/harmonica"
	if got := cut(t, detect(t, code, "en")); got != code {
		t.Errorf("left %q", got)
	}
}

// TestThreeReferences has three links, two of which have a word in common that the text
// has not.
func TestThreeReferences(t *testing.T) {
	text := orchard + "\n\nSmokestack lighting, http://www.kelvane.net/hollow\nA smokestack revisited, http://www.torbina.org/kiln\nOf chimneys, http://www.mizzelo.com/flue"
	for _, q := range cuts(detect(t, text, "en")) {
		t.Errorf("cut %q: %v", text[q.Start:q.End], q.Why())
	}
}
