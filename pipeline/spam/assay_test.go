package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A sentence into which links were put is not of what was injected, however much of it
// they are, and makes no wares of its own words; nor is it an offer for their addresses.
func TestHostsAreNoWares(t *testing.T) {
	for _, form := range []string{"[url=http://www.HOST/]harmonica reeds[/url]", `<a href="http://www.HOST/">harmonica reeds</a>`, "[harmonica reeds](http://www.HOST/)"} {
		link := func(host string) string { return " " + strings.Replace(form, "HOST", host, 1) }
		p := newPage(replace(t, orchard, " The pears are small", " Garage doors"+link("tarnkol.biz")+" swing outwards"+link("velmo44.net")+" in"+link("kelvo12.info")+" frost. The pears are small"), "en")
		p.phrases()
		u := p.readUnits(p.linked())
		for _, s := range u.all {
			if strings.Contains(p.text[s.start:s.end], "Garage") && (s.convicted || s.weighed) {
				t.Errorf("%s: convicted %v, weighed %v", form, s.convicted, s.weighed)
			}
		}
	}
}

// What is said in the words of what is certain, or in the mould of another
// such sentence, falls, and each cut has two families of evidence.
func TestAssay(t *testing.T) {
	base := pumped(t)
	clean := cut(t, detect(t, base, "en"))
	for _, c := range []struct {
		name string
		put  []string // before a sentence, before a paragraph
	}{
		{"two of one mould", []string{" Come visit our online warehouse with cheap Tarnkol filters and quiet aquarium pumps delivered worldwide.", "Come visit our online warehouse with cheap Brindle heaters and quiet aquarium pumps delivered worldwide.\n\n"}},
		{"another language", []string{" Jetzt leise Aquarium Pumps bestellen, und zwar mit einem Rabatt von 40% auf alle Filter.", ""}},
	} {
		text := replace(t, base, " A tree that loses", c.put[0]+" A tree that loses")
		text = replace(t, text, "In the second spring", c.put[1]+"In the second spring")
		doc := detect(t, text, "en")
		if got := cut(t, doc); got != clean {
			t.Errorf("%s: left %q", c.name, got)
		}
		for _, q := range cuts(doc) {
			if len(families(q)) < 2 {
				t.Errorf("%s: too little evidence: %s", c.name, show(doc, q))
			}
		}
	}
}

// Without anything certain the same sentences stay, and so does what is
// strange on a page with something certain but has nothing to do with it.
func TestAssaySpares(t *testing.T) {
	mould := " Come visit our online warehouse with cheap Tarnkol filters and quiet aquarium pumps delivered worldwide."
	text := replace(t, orchard, " A tree that loses", mould+" A tree that loses")
	if got := cuts(detect(t, text, "en")); len(got) > 0 {
		t.Errorf("nothing is certain, and yet cut %v", got)
	}
	for _, stays := range []string{
		" Lydia Brandvold teaches chemistry in Trondheim and collects barometers.",
		" Write to lydia@tarnkol.example about aquarium pumps and filters of any size.",
		" Somebody at the market was selling quiet aquarium pumps from a folding table, between eggs and radios.",
	} {
		text := replace(t, pumped(t), " A tree that loses", stays+" A tree that loses")
		if got := cut(t, detect(t, text, "en")); !strings.Contains(got, stays) {
			t.Errorf("%q fell", stays)
		}
	}
}

// A page of which a third is in another language is half a translation.
func TestAssaySparesTranslations(t *testing.T) {
	paragraph := "\n\nWer einen alten Birnbaum hat, der wird ihn nicht in einem Winter schneiden, und er wird auch nicht alle Zweige nehmen, die sich unter der Krone finden. Es ist nicht schwer, aber man muss es mit einer Leiter und mit Geduld tun, und wer das nicht hat, der soll es lassen."
	text := pumped(t) + strings.Repeat(paragraph, 1) + strings.Replace(paragraph, "Birnbaum", "Apfelbaum", 1) + strings.Replace(paragraph, "Birnbaum", "Kirschbaum", 1)
	for _, q := range cuts(detect(t, text, "en")) {
		if f := families(q); f[Language] {
			t.Errorf("cut %q", text[q.Start:q.End])
		}
	}
}

// Two phrases before a comma between odd spaces fall whatever the text speaks
// of, and one of them alone does not.
func TestWedged(t *testing.T) {
	one := replace(t, orchard, "the trunk and said", "the trunk\u00a0old pear trees\u00a0, and said")
	two := replace(t, one, "in straw until", "in straw\u00a0a sharp saw tree\u00a0, until")
	if got := cut(t, detect(t, two, "en")); strings.Contains(got, "\u00a0") || strings.Contains(got, "saw tree") {
		t.Errorf("left %q", got)
	}
	for _, q := range cuts(detect(t, two, "en")) {
		if !families(q)[corpus.Artefact] {
			t.Errorf("without an artefact: %v", q.Why())
		}
	}
	if got := cuts(detect(t, one, "en")); len(got) > 0 {
		t.Errorf("one alone: cut %v", got)
	}
}

// Nor does anyone set a space before a Japanese comma.
func TestWedgedInJapanese(t *testing.T) {
	clean := strings.Repeat("父は梨の木の幹を見て、木は丈夫だと言った。二月に枯れた枝を切り、三年目の秋に小さな実がなった。", 4) + "隣の人は垣根の向こうから笑っていたが、夏になると毎朝、水をやりに来てくれた。"
	text := replace(t, clean, "笑っていたが、", "笑っていたが  水槽ポンプ激安 、")
	text = replace(t, text, "毎朝、", "毎朝  水槽フィルター激安 、")
	if got := cut(t, detect(t, text, "ja")); got != clean {
		t.Errorf("left %q", got)
	}
}

// TestBorneOut holds what another family of evidence is.
func TestBorneOut(t *testing.T) {
	for _, c := range []struct {
		name string
		of   traits
		want bool
	}{
		{"a ware", traits{akinShare: .2}, true},
		{"a word of many", traits{akinShare: .04}, false},
		{"rows that name a ware", traits{inRows: 1, akinShare: .04}, true},
		{"rows that name none", traits{inRows: 1, moulded: .9}, false},
		{"a price and a ware", traits{pricedAt: 1, akinShare: .04}, true},
		{"a price", traits{pricedAt: 1}, false},
		{"a mould", traits{echoed: .7}, true},
		{"the same again", traits{echoed: 1}, false},
		{"the same again, with a price", traits{echoed: 1, pricedAt: 1}, true},
		{"a short sentence with a site", traits{writtenOut: 1, handy: 1}, true},
		{"a long one", traits{writtenOut: 1}, false},
	} {
		a := &assay{p: newPage("", "en"), formed: true, all: []specimen{{sentence: true, traits: c.of}}}
		if got := a.borneOut(0); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
