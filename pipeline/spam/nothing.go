package spam

import (
	"fmt"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A page of nothing but spam is told by what its sentences are, not by what
// they speak of: they are cast in one mould with other fillers, all of them
// hold one word or pair of words, they name prices, addresses and numbers to
// call, or they pile up words that nothing ties. A genuine page may do one of
// these, a price list or a timetable two; it is spam when they come together
// and hardly a sentence is free of them.

const (
	leastSpam   = 40   // words: what is shorter gives no figures
	mostSpam    = 3000 // words: what is longer is no advertisement
	leastUnits  = 6    // sentences, in which a mould may show
	mostCoded   = .03  // share of the words behind a sign of code, in a page that offers nothing
	mostCounted = .5   // share of the words in sentences that differ by a number, in such a page
	leastPair   = .08  // share of the words from which a pair of them is stuffing
	signs       = 1.5  // the sum of the families from which a page is spam, less the share of its free words
)

// nothingBut judges the page as a whole.
func (p *page) nothingBut() (corpus.Proposal, bool) {
	if len(p.words) < leastSpam || len(p.words) > mostSpam {
		return corpus.Proposal{}, false
	}
	v := p.survey()
	if v.most()+1 < signs-1e-6 {
		return corpus.Proposal{}, false // most pages, by what is known of their sentences without a look at the words
	}
	v.classify()
	w := v.weigh()
	most := 1.
	if p.addressed {
		most += mostFarm * ramp(w.template, 0, .2)
	}
	if w.template+w.semantics+w.layout+w.artefact+most < signs-1e-9 {
		return corpus.Proposal{}, false // however much it sells
	}
	v.addSelling()
	w.syntax = v.selling() + v.farm(w.template)
	sum := (w.template + w.semantics + w.syntax + w.layout + w.artefact) * (1 - v.freeShare())
	if sum < signs || w.syntax+w.artefact == 0 && (p.codedShare() > mostCoded || v.counted() > mostCounted || w.layout == 0 && v.menu()) {
		return corpus.Proposal{}, false // a reference is of one mould, too, an index on one word, and a menu both
	}
	return corpus.Proposal{End: len(p.text), Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95,
		Evidence: v.evidence(w), Head: p.headOf(0, len(p.words), maxPhrase)}, true
}

// freeShare is the share of the page without any sign, by words, or by units, where one
// long list has most of the words of a page of prose.
func (v *survey) freeShare() float64 {
	return max(float64(v.free)/float64(max(v.words, 1)), float64(v.plain)/float64(max(len(v.units), 1)))
}

// leastMoulded is how many words the sentences of a mould have on average.
const leastMoulded = 9

// menu reports a page of one mould that may as well tell where to click: it has a
// sentence of another kind, or short ones. Lists of search phrases have neither.
func (v *survey) menu() bool {
	return 2*v.listed.words < v.words && (v.free > 0 || v.words < leastMoulded*len(v.units))
}

// codedShare is the share of the words that stand behind a sign of code, or behind a
// full stop as in Data.Array, which no address is.
func (p *page) codedShare() float64 {
	n := 0
	for i := 1; i < len(p.words); i++ {
		if !p.words[i].is(spaced) && (strings.ContainsAny(p.gap(i), codeSigns) || p.gap(i) == "." && !p.words[i].is(address|numeral)) {
			n++
		}
	}
	return float64(n) / float64(len(p.words))
}

// counted is the share of the words in sentences that say what another says of
// another number.
func (v *survey) counted() float64 {
	said := make(map[string]int)
	key := func(s stretch) string {
		var b strings.Builder
		for i := s.from; i < s.to; i++ {
			fmt.Fprint(&b, v.p.likened(i), " ")
		}
		return b.String()
	}
	for _, s := range v.units {
		said[key(s)] += s.words()
	}
	n := 0
	for _, s := range v.units {
		if said[key(s)] > s.words() {
			n += s.words()
		}
	}
	return float64(n) / float64(max(v.words, 1))
}

// weights is what each family says of the page, in 0..1.
type weights struct{ template, semantics, syntax, layout, artefact float64 }

// weigh weighs all families but syntax, which takes longest to look for.
func (v *survey) weigh() weights {
	moulded := ramp(v.ofWords(v.moulded), .25, .8)
	if len(v.units) < leastUnits {
		moulded = 0
	}
	return weights{
		template:  either(moulded, ramp(v.ofWords(v.listed), .1, .6)),
		semantics: v.stuffing() * ramp(v.ofUnits(v.holding), .3, .7),
		layout:    .7 * ramp(v.ofWords(v.untied), .1, .5),
		artefact:  ramp(v.ofUnits(v.marked), .1, .4),
	}
}

// most is a bound on what all families but syntax weigh, and on what the addresses of a
// page may add to that one. Of a sentence in a mould three
// fifths are covered by threes that stand elsewhere too, three words by each.
func (v *survey) most() float64 {
	var listed, untied tallied
	repeats := 0
	for _, n := range v.p.repeats {
		repeats += int(n)
	}
	for _, s := range v.units {
		if s.mayList() {
			listed.add(s)
		}
		if s.mayBeUntied() {
			untied.add(s)
		}
	}
	moulded := ramp(v.ofWords(tallied{words: 5 * repeats}), .25, .8)
	if len(v.units) < leastUnits {
		moulded = 0
	}
	most := either(moulded, ramp(v.ofWords(listed), .1, .6)) + v.stuffing() + .7*ramp(v.ofWords(untied), .1, .5)
	if v.p.marked {
		most++
	}
	if v.p.addressed {
		most++
	}
	return most
}

// stuffing weighs how often the commonest word and pair of words stand.
func (v *survey) stuffing() float64 {
	return max(ramp(v.share, .06, .15), ramp(v.pair, leastPair, .25))
}

// evidence puts the weights into words.
func (v *survey) evidence(w weights) []corpus.Evidence {
	var out []corpus.Evidence
	add := func(f corpus.Family, weight float64, format string, values ...any) {
		if weight > 0 {
			out = append(out, corpus.Evidence{Family: f, Weight: min(1, weight), Detail: fmt.Sprintf(format, values...)})
		}
	}
	add(corpus.Template, w.template, "%d%% of the words stand in sentences of one mould, %d%% in lists on one word", percent(v.ofWords(v.moulded)), percent(v.ofWords(v.listed)))
	add(corpus.Semantics, w.semantics, "%q is %d%% of the words", v.p.keys[v.stem], percent(v.share))
	add(corpus.Syntax, w.syntax, "%d prices, %d percentages, %d addresses, %d of sites that the page never names, %d numbers to call and %d exclamations in %d sentences",
		v.priced.units, v.rebate.units, v.linked.units, v.farmed.units, v.called.units, v.shouted.units, len(v.units))
	add(corpus.Layout, w.layout, "%d%% of the words stand in runs of capitals that nothing ties", percent(v.ofWords(v.untied)))
	add(corpus.Artefact, w.artefact, "%d sentences hold the remains of link markup", v.marked.units)
	return out
}

// selling weighs prices, addresses, numbers to call and shouting. One of them
// alone is no offer: a forecast has its percentages, a bibliography its
// addresses.
func (v *survey) selling() float64 {
	kinds, weight := 0, 0.
	for _, k := range []struct {
		of         tallied
		lo, hi, at float64
	}{{v.priced, .03, .25, .7}, {v.rebate, .03, .25, .4}, {v.linked, .03, .3, .7}, {v.shouted, .03, .15, .5}, {v.called, 0, .1, .4}} {
		if k.of.units > 0 {
			kinds++
		}
		weight = either(weight, k.at*ramp(v.ofUnits(k.of), k.lo, k.hi))
	}
	if kinds < 2 {
		weight *= .6
	}
	return weight
}

// mostFarm is what sites weigh that a page of one mould sends to and never names.
const mostFarm = .8

// farm weighs them. A bibliography has as many, but is of no mould.
func (v *survey) farm(template float64) float64 {
	if v.farmed.units < leastRows {
		return 0
	}
	return mostFarm * ramp(v.ofUnits(v.farmed), .1, .3) * ramp(template, 0, .2)
}

// ramp rises from 0 at lo to 1 at hi.
func ramp(x, lo, hi float64) float64 { return min(1, max(0, (x-lo)/(hi-lo))) }

// either joins two weights: one of the two is enough.
func either(a, b float64) float64 { return 1 - (1-a)*(1-b) }

func percent(x float64) int { return int(100*x + .5) }
