package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestKindred holds what a sentence is weighed by of which the page seems to know
// the words: wares that a genuine sentence has too, runs of words that another
// sentence has, and function words that the page has nowhere.
func TestKindred(t *testing.T) {
	text := strings.NewReplacer(
		", but my father", "\u00a0Discount Copper Kettles\u00a0, but my father",
		", and the work is harder", "  Cheap Copper Kettles  , and the work is harder",
		"gave advice,", "gave advice to copper,",
		"We began in February", "Ask them yourselves whenever copper suits our kitchen, they ship 30 of yours. We began in February",
		"In the second spring", "Ask them yourselves whenever copper suits your cellar, they ship 40 of yours. In the second spring",
	).Replace(orchard)
	p := newPage(text, "en")
	found, _ := p.propose(&corpus.Document{Draft: corpus.NewDraft(text), Language: "en"})
	a := p.newAssay(found)
	if a == nil {
		t.Fatal("nothing is cut")
	}
	a.count()
	of := func(begins string) traits {
		for i := range a.all {
			if u := &a.all[i]; strings.HasPrefix(text[u.start:], begins) {
				a.weigh(i)
				return u.traits
			}
		}
		t.Fatalf("no sentence begins with %q", begins)
		return traits{}
	}
	if u := of("Ask them yourselves whenever copper suits our kitchen"); u[akinShare] > 0 || u[contested] == 0 || u[echoed] < .6 || u[strangeFunctions] == 0 {
		t.Errorf("injected: akin %.2f, contested %.2f, echoed %.2f, %.0f strange function words", u[akinShare], u[contested], u[echoed], u[strangeFunctions])
	}
	if u := of("A tree that loses"); u[contested]+u[echoed]+u[restSurprise] != 0 {
		t.Errorf("genuine: contested %.2f, echoed %.2f, rest %.2f", u[contested], u[echoed], u[restSurprise])
	}
}

// TestEchoesOfTitles holds that titles and excerpts are no echoes.
func TestEchoesOfTitles(t *testing.T) {
	echo := func(line, prose string) float64 {
		p := newPage(line+"\n\n"+orchard+" "+prose, "en")
		p.propose(&corpus.Document{Language: "en"})
		a := p.readUnits(nil)
		i := len(a.all) - 1
		a.overlap(i)
		return a.echo(&a.all[i])
	}
	said := "The copper kettle on the stove of the old kitchen sang a song about the sea and the rain."
	if x := echo("Heading", said); x > .2 {
		t.Errorf("alone %.2f", x)
	}
	if x := echo("So it was that "+strings.TrimSuffix(said, "sea and the rain.")+"wind.", said); x < .5 {
		t.Errorf("with other words %.2f", x)
	}
	if x := echo("As he said, "+said, said); x != 0 {
		t.Errorf("excerpt %.2f", x)
	}
}

// TestEchoingPage holds that where sentences have much in common as a manner those
// alone echo that have it with what is convicted.
func TestEchoingPage(t *testing.T) {
	manual := "Counting the Cells\n\n"
	for _, c := range []string{"sum", "mean", "count", "range", "spread", "median"} {
		manual += "Returns the " + c + " of the values in the list of cells that is given. It takes a condition and " + c + " and gives a number for the cells.\n\n"
	}
	const cast = "You will love our offers of copper kettles with free shipping to every town in the land. "
	p := newPage(manual+cast+strings.Replace(cast, "copper", "silver", 1), "en")
	p.propose(&corpus.Document{Language: "en"})
	a := p.readUnits(nil)
	n := len(a.all)
	for _, i := range []int{2, n - 1} {
		a.overlap(i)
		if x := a.echo(&a.all[i]); x != 0 {
			t.Errorf("sentence %d echoes others that nothing convicts: %.2f", i, x)
		}
	}
	a.castThrees(&a.all[n-2])
	if x := a.echo(&a.all[n-1]); x < .5 {
		t.Errorf("what is convicted is echoed %.2f", x)
	}
}
