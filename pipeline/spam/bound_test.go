package spam

import (
	"strings"
	"testing"
)

// On a page into which phrases were injected a sentence in another language falls that
// names what they do, or a price and a word of theirs, and one stays that has nothing
// of them, though it names a price.
func TestBound(t *testing.T) {
	page := func(behind string) string {
		text := inOrchard(t, "", behind, "")
		text = replace(t, text, "gave advice, and", "gave advice\u00a0Velmo Stimmzungen 2014\u00a0, and")
		return replace(t, text, "the shed, and", "the shed\u00a0Kelvo Stimmzungen 2016\u00a0, and")
	}
	for text, falls := range map[string]bool{
		" Wenn Sie sich für Velmo Stimmzungen interessieren, dann sind Sie hier bei uns richtig.": true,
		" Bei uns bekommen Sie jetzt alle Stimmzungen für Ihr Instrument schon ab 39 Euro.":       true,
		" Eine gute Säge kostet heute im Laden nicht viel mehr als 39 Euro.":                      false,
		" Wenn Sie den Baum im Winter schneiden, dann heilt die Wunde von selbst.":                false,
	} {
		got := cut(t, detect(t, page(text), "en"))
		if strings.Contains(got, text) == falls || strings.Contains(got, "Kelvo") {
			t.Errorf("%q falls: %v is wanted; left %q", text, falls, got)
		}
	}
}

// Where an offer in another language is certain, a short sentence in it with a number is
// one, too, and one without is not.
func TestBoundByNumber(t *testing.T) {
	const offer = " Jetzt kaufen Sie hier billige Velmo Stimmzungen ab 39 Euro auf www.velmo44.biz, und zwar sofort."
	for text, falls := range map[string]bool{
		" Wenn Sie das suchen, dann finden Sie hier bei uns die beste Auswahl von 2016.": true,
		" Wenn ein Baum alt ist, dann liegt es selten an dem Boden, auf dem er steht.":   false,
	} {
		got := cut(t, detect(t, inOrchard(t, offer, text, ""), "en"))
		if strings.Contains(got, text) == falls || strings.Contains(got, "velmo44") {
			t.Errorf("%q falls: %v is wanted; left %q", text, falls, got)
		}
	}
}

// What governs in a sentence is told by its own language: the phrase is part of it.
func TestGovernorOfTongue(t *testing.T) {
	text := inOrchard(t, "", " Wenn Sie jetzt für Velmo Stimmzungen, wie auch für alle anderen, nicht viel bezahlen wollen.", "")
	p := newPage(text, "en")
	i := p.wordAt(strings.Index(text, "Velmo"))
	for _, s := range p.sentences {
		if s.from <= i && i < s.to {
			if got := p.edgeOf(i, i+2, s).governor; got != preposition {
				t.Errorf("governor %v", got)
			}
		}
	}
}

// A price and few function words of the page's language are no signs of an offer in a
// sentence in another.
func TestPriceLeftUntranslated(t *testing.T) {
	for text, falls := range map[string]bool{
		" Der Hersteller verkauft alle Teile einzeln und nennt die Preise dafür auf einer Liste: den Riemen gibt es für 9 Euro, und das Pedal kostet 34.":             false,
		" Der Hersteller verkauft alle Teile auf www.velmo44.biz und nennt die Preise dafür auf einer Liste: den Riemen gibt es für 9 Euro, und das Pedal kostet 34.": true,
	} {
		if got := cut(t, detect(t, inOrchard(t, text, "", ""), "en")); strings.Contains(got, "Hersteller") == falls {
			t.Errorf("%q falls: %v is wanted", text, falls)
		}
	}
}
