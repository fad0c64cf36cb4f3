package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// countSigns counts the signs of each class that each witness has before words of
// the article, and finds the witnesses whose signs were plainly converted.
func (v *view) countSigns(t *text) {
	v.signCount, v.converted, v.quotes = make([][5]int, v.n), make([]bool, v.n), make([][]string, v.n)
	for w, wit := range v.ws {
		strange, typed := 0, 0
		for _, c := range t.kept {
			i := v.al.Columns[c].At(w)
			if i == corpus.Absent || !v.gaps[v.gapOf[w][i]].signs {
				continue
			}
			g := wit.Gaps[i]
			eachSign(g, func(class signClass, from, to int) {
				form := g[from:to]
				v.signCount[w][class]++
				switch class {
				case doubleQuote:
					v.quotes[w] = append(v.quotes[w], form)
					strange += b2i(alienForm(v.language(), form))
				case ellipsis:
					typed += b2i(strings.ContainsFunc(form, whiteRune))
				}
			})
		}
		v.converted[w] = 3*strange > v.signCount[w][doubleQuote] || typed > 0
	}
}

// countBallots settles the convention. A copy was converted or not: neither the
// number of its signs nor how well it keeps its words says much about that; but of
// those that it lost it says nothing.
func (v *view) countBallots(kept []int, ballots []signBallot) {
	for _, x := range ballots {
		v.signs.add(x.raw, x.atStart, func(class signClass, form string) float64 {
			return float64(b2i(class == doubleQuote)) * v.say(x.w, class, form)
		})
	}
	v.signs.settleQuotes(v.language(), doubleQuote)
	author := likeliest(v.language(), v.signs.spaced > 0, v.findHabits(kept))
	v.signs.takeQuotes(author)
	for w := range v.converted {
		v.converted[w] = v.converted[w] || v.odd[w] == plainQuotes && v.otherQuotes(w)
	}
	for _, x := range ballots {
		v.signs.add(x.raw, x.atStart, func(class signClass, form string) float64 {
			say := float64(b2i(class != doubleQuote)) * v.say(x.w, class, form)
			if v.converted[x.w] || class == singleQuote && v.odd[x.w] != plainQuotes { // who doubles quotes leaves dashes and ellipses
				say *= alienShare
			}
			return say
		})
	}
	v.signs.settle(v.language())
	v.signs.take(author)
	v.unprogram(ballots)
}

// say is what one sign of a witness says of the form of its class.
func (v *view) say(w int, class signClass, form string) float64 {
	n := (evenly + v.weight[w]) / (float64(v.signCount[w][class]+v.lost[w].classes[class]) + fewSigns)
	if class == doubleQuote || class == singleQuote && v.odd[w] == doubledQuotes {
		n *= v.odd[w].formShare()
	}
	return n
}

// fewSigns is the number of signs with which a witness has half a say on their
// form.
const fewSigns = .5

// evenly is what the weights of all witnesses are raised by where their signs are
// counted.
const evenly = 30

// A signBallot is what a witness has at one place in signs that are written in
// several forms.
type signBallot struct {
	raw     string
	atStart bool
	w       int
}

// cast adds the ballots of the witnesses at one place. Of copies with equal
// words those that write it alike count once.
func (v *view) cast(ballots []signBallot, votes []gapVote, atStart bool) []signBallot {
	type form struct {
		group int
		raw   string
		odd   oddQuotes
	}
	var seen []form
	for _, x := range votes {
		if f := (form{v.group[x.w], x.raw, v.odd[x.w]}); x.clean && x.signs && (v.size[f.group] == 1 || !slices.Contains(seen, f)) {
			if v.size[f.group] > 1 {
				seen = append(seen, f)
			}
			ballots = append(ballots, signBallot{x.raw, atStart, x.w})
		}
	}
	return ballots
}

// otherQuotes reports whether the double quotes of witness w are not those of the
// article, be it those that close, or lost.
func (v *view) otherQuotes(w int) bool {
	own, all := 0, len(v.quotes[w])
	for _, q := range v.quotes[w] {
		own += b2i(v.signs.quotes(q))
	}
	return 2*own <= all && all > 0 || all == 0 && v.lost[w].stands[doubleQuote] && v.usual(doubleQuote)
}
