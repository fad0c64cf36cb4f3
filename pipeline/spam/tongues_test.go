package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// inOrchard puts a sentence before one of the second paragraph, another before
// one of the fourth, and a third below the second.
func inOrchard(t *testing.T, second, fourth, below string) string {
	text := replace(t, orchard, " A tree that loses", second+" A tree that loses")
	if below != "" {
		below = "\n\n" + below
	}
	text = replace(t, text, "over three winters.", "over three winters."+below)
	return replace(t, text, " The pears are small", fourth+" The pears are small")
}

// What sells in another language falls, where two sentences do, for a price and
// at a site; what is quoted, or sells nothing, or is the only one that sells among
// sentences left untranslated, does not.
func TestStrangersOfOneTongue(t *testing.T) {
	const sells, beside = " Bei uns kaufen Sie die besten Mundharmonikas schon ab 39 Euro.", " Wer Stimmzungen sucht, der findet sie hier und nicht in der Stadt."
	const there = " Wer Stimmzungen sucht, der findet sie auf www.velmo44.biz und nicht in der Stadt."
	const site = "Alle Stimmzungen gibt es für 19 Euro auf www.velmo44.biz."
	if got := cut(t, detect(t, inOrchard(t, sells, there, ""), "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	if got := cut(t, detect(t, inOrchard(t, " Velmo Stimmzungen preiswert, www.velmo44.biz, Mundharmonikas Tarnkol lieferbar.", there, "Wir haben auch Mundharmonikas für 19 Euro und die Stimmzungen dazu."), "en")); strings.TrimSpace(got) != orchard {
		t.Errorf("a site among words of no language: left %q", got)
	}
	if got := cut(t, detect(t, inOrchard(t, "", "", strings.TrimSpace(beside)+" "+site), "en")); strings.Replace(got, "\n\n\n", "\n", 1) != orchard {
		t.Errorf("together, with a site: left %q", got)
	}
	for _, text := range []string{
		inOrchard(t, " “"+sells[1:]+"”", " “"+there[1:]+"”", ""),
		inOrchard(t, sells, beside, ""),
		inOrchard(t, "", "", strings.TrimSpace(sells)+beside),
		inOrchard(t, " Der Nachbar hat uns davon erzählt, und er wird es auch wissen.", beside, ""),
		inOrchard(t, sells, "", ""),
	} {
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("cut %q", text[q.Start:q.End])
		}
	}
}

// What was left untranslated stays in a page that bears spam, in its language, too.
func TestUntranslatedBesideSpam(t *testing.T) {
	const own = "Wenn ein alter Baum Früchte verliert, so liegt es selten an dem Boden, auf dem er steht. " +
		"Die Besitzer sollten die Äste im späten Winter schneiden und die Wunden offen lassen."
	text := replace(t, inOrchard(t, " Jetzt kaufen Sie billige Velmo Stimmzungen ab 39 Euro auf www.velmo44.biz.", " "+own[:strings.Index(own, " Die")], own[strings.Index(own, "Die"):]),
		"The pears", "The Cheap Velmo Reeds 2018 , pears")
	got := cut(t, detect(t, text, "en"))
	for _, s := range strings.SplitAfter(own, ". ") {
		if !strings.Contains(got, strings.TrimSpace(s)) {
			t.Errorf("%q is cut: left %q", s, got)
		}
	}
	if strings.Contains(got, "39 Euro") {
		t.Errorf("left %q", got)
	}
}

// An offer that is certain says of others what they are, unless it was left
// untranslated; and a note on the author that names a site is none.
func TestOfferAsSeed(t *testing.T) {
	const offer = " I found great harmonica reeds on www.velmo44.biz and saved $49."
	if got := cut(t, detect(t, inOrchard(t, offer, " Visit our warehouse for cheap harmonica reeds with free shipping, now 40% off.", ""), "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	note := "Walter Grisham For information on how to run a small firm visit http://www.kelvo.example"
	text := inOrchard(t, offer, "", "") + "\n\n" + note
	if got := cut(t, detect(t, text, "en")); got != orchard+"\n\n"+note {
		t.Errorf("left %q", got)
	}
}

// What is in another language and names a site that the text speaks of was left
// untranslated.
func TestUntranslated(t *testing.T) {
	p := func(text string) *corpus.Document {
		doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: "en"}
		at := strings.Index(text, "Zwei von")
		doc.Passages = []corpus.Passage{{Start: at, End: at + len("Zwei von drei Bauern, 60%, kaufen Sägen, Scheren, Sägen, Scheren auf www.xxxxx.example."), Language: "de"}}
		if err := (Detector{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		return doc
	}
	for site, want := range map[string]int{"crown": 0, "velmo": 1} {
		if got := cuts(p(inOrchard(t, "", "", "Zwei von drei Bauern, 60%, kaufen Sägen, Scheren, Sägen, Scheren auf www."+site+".example."))); len(got) != want {
			t.Errorf("%s: %v", site, got)
		}
	}
}
