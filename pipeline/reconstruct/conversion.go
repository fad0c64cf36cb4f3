package reconstruct

import (
	"math"
	"slices"
	"strings"
)

// What converts the signs of a copy converts all that it knows, into forms that go
// together, and leaves the others. So the classes of signs tell of each other: who makes
// apostrophes of backticks leaves the double quotes, who makes quotes straight leaves
// no long dash, and who types his quotes types his apostrophes. The article is written
// in the habit from which all copies come most likely, each as it is or by one
// conversion, times how likely that is in its language.

// A habit is the form of the signs of each class: of double quotes what opens and what
// closes, of single ones the apostrophe, of dashes those between spaces; "" for none.
type habit [5]string

// A conversion makes one of some forms of the signs of a class, and leaves the classes
// of which it names none.
type conversion struct {
	chance float64
	makes  [5][]string
}

const (
	gone        = "gone" // what a conversion leaves no sign of
	doubled     = `""""`
	typewritten = ". . ."
)

// conversions lists what befalls the signs of a copy, nothing first.
func conversions() []conversion {
	out := []conversion{{chance: .5},
		{.1, [5][]string{doubleQuote: {`""`}, singleQuote: {"'"}, ellipsis: {"..."}, dash: {hyphen, "--"}}},
		{.05, [5][]string{doubleQuote: {"``''"}, singleQuote: {"'"}, ellipsis: {typewritten}, dash: {"--"}}},
		{.05, [5][]string{doubleQuote: {gone}, singleQuote: {"'"}, ellipsis: {gone}}}, // colons are no quotes
		{.05, [5][]string{doubleQuote: {doubled}, singleQuote: {"''"}}},
		{.05, [5][]string{singleQuote: {"`"}, ellipsis: {".."}}},
		{.05, [5][]string{ellipsis: {gone}}},
	}
	for i, quotes := range []string{"“”", "«»", "„“", "„”", "»«"} {
		out = append(out, conversion{[]float64{.1, .05, .05, .03, .02}[i], [5][]string{doubleQuote: {quotes}, singleQuote: {"’"}, ellipsis: {"…", "..."}, dash: {"–", "—"}}})
	}
	return out
}

const (
	anyhow     = .01 // chance of what is not among the conversions
	slip       = .02 // of another form in a copy than the one that was made
	formsOfOne = 6   // forms of a class, about
	unheld     = .15 // chance that a copy has no sign of a class where others have
	unheldGone = .7  // the same, where they were lost
)

// chance is the probability that a copy is written so, of an author with a habit.
func (h habit) chance(of habit, by []conversion) float64 {
	sum, other := 0.0, anyhow
	for class := range h {
		if h[class] == "" {
			other *= unheld
		} else {
			other /= formsOfOne
		}
	}
	for _, k := range by {
		p := k.chance
		for class, form := range of {
			makes := k.makes[class]
			if signClass(class) == dash && strings.HasPrefix(form, hyphen) {
				makes = nil // hyphens are left
			}
			if form != "" {
				p *= made(makes, form, h[class])
			}
		}
		sum += p
	}
	return sum + other
}

// made is the probability that a copy has a form, or no sign, of a class in which a
// conversion makes some forms of the author's.
func made(makes []string, author, has string) float64 {
	lost := slices.Contains(makes, gone)
	switch n := float64(max(1, len(makes))); {
	case has == "" && lost:
		return unheldGone
	case has == "":
		return unheld
	case has == gone && lost:
		return 1 - slip
	case lost:
		return (1 - unheldGone) / formsOfOne
	case has == author && len(makes) == 0 || slices.Contains(makes, has):
		return (1 - slip) / n
	}
	return slip / formsOfOne
}

// Log odds of habits.
const (
	oddsAlien    = -3.  // quotes of another language
	oddsFirst    = .8   // those that the language has in the first place
	oddsDash     = .4   // its first dash
	oddsTyped    = -1.6 // straight apostrophes with other quotes, or the reverse
	oddsDots     = -1.2 // an ellipsis of full stops with signs that are not straight, or the reverse
	oddsHyphens  = -2.  // two hyphens for a dash with quotes that are not straight
	oddsSetApart = 2.   // guillemets, where quotes stand apart as they do
)

// odds weighs a habit in a language, given whether quotes of copies stand apart as
// guillemets do.
func (h habit) odds(language string, apart bool) (sum float64) {
	for class, form := range h {
		if g := genuine(firstForm(signClass(class), form)); form != "" && g < .5 {
			sum += math.Log(g)
		}
	}
	opens, closes := halves(h[doubleQuote])
	set := opens != "" && opens != `"`
	straight := h[singleQuote] == "'" || h[singleQuote] == "" && opens == `"`
	for _, e := range []struct {
		holds bool
		odds  float64
	}{
		{set && alien(language, style{opens, closes}), oddsAlien},
		{opens != "" && opens == firstQuote(language), oddsFirst},
		{h[dash] != "" && h[dash] == firstDash(language), oddsDash},
		{set && strings.HasPrefix(h[dash], "--"), oddsHyphens},
		{apart && opens == "«" && spacesGuillemets(language), oddsSetApart},
		{opens != "" && h[singleQuote] != "" && set == straight, oddsTyped},
		{h[ellipsis] != "" && (opens != "" || h[singleQuote] != "") && straight != strings.HasPrefix(h[ellipsis], "."), oddsDots},
		{strings.HasPrefix(h[ellipsis], ".") && spaceless(language), oddsAlien},
	} {
		if e.holds {
			sum += e.odds
		}
	}
	return sum
}

// halves parts a style of quotes into what opens and what closes.
func halves(quotes string) (opens, closes string) {
	n := len(quotes) / 2
	return quotes[:n], quotes[n:]
}

// firstForm is the form of a class that tells whether an author writes it.
func firstForm(class signClass, form string) string {
	if class == doubleQuote {
		form, _ = halves(form)
	}
	return form
}
