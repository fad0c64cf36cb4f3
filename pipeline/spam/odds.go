package spam

// A trait is what a unit of an assayed page is weighed by.
type trait int

const (
	unknown          trait = iota // share of its terms that the rest does not have
	surprising                    // -log10 of the chance that a unit of the page has so few, up to four
	akinShare                     // share of its terms that are wares
	akinTerms                     // how many, up to three, times unknown
	writtenOut                    // names a site that the text does not, as one to go to
	pricedAt                      // names a price
	rebated                       // names a percentage
	untying                       // -log10 of the chance of so few function words, up to three
	nameless                      // words with capitals that the rest does not have, up to three
	numbered                      // has a number
	lonely                        // is a line of its own
	amid                          // share of its line that is convicted
	handy                         // has eight to twenty-five words
	mailed                        // gives an address to write to
	moulded                       // share of its terms that another unit has, not all of them
	otherTongue                   // function words of another language, up to four, halved
	otherScript                   // share of its words in another script
	alienWords                    // another language or script, times unknown
	alienKin                      // and most of what was injected is, too
	hosting                       // a phrase inside it is cut
	labelled                      // reports a link from elsewhere
	inRows                        // is one of rows of one mould
	contested                     // share of its terms that are wares, and that no more others have
	strangeFunctions              // function words that the rest does not have, up to three
	restSurprise                  // surprising, of the terms that are no wares, where there are wares
	echoed                        // share of its threes of words that others have, if it ends as a sentence
	numTraits
)

type traits [numTraits]float64

// A scale is log odds for each trait, and those of a unit without any. The
// scales are fitted by a test to damaged copies (odds_test.go), which also
// tells how well they do on trades that they were not fitted to. No word is
// among the traits.
type scale struct {
	base float64
	of   traits
}

var sentenceScale = scale{base: -11.70, of: traits{
	surprising: 1.39, akinShare: 11.80, writtenOut: 5.84, pricedAt: 0.80, rebated: 3.28,
	untying: 2.14, nameless: 0.57, numbered: 1.91, amid: 5.00, handy: 2.30, mailed: -10.43,
	moulded: 1.96, otherTongue: 1.45, otherScript: 1.11, alienWords: 10.30, alienKin: 4.40, hosting: -1.25,
	labelled: 13.55, inRows: 8.52, contested: 20.29, strangeFunctions: 0.56, restSurprise: 0.80, echoed: 7.02,
}}

var lineScale = scale{base: -8.67, of: traits{
	unknown: 0.35, surprising: 1.86, akinShare: 9.42, akinTerms: 0.29, writtenOut: 4.32, untying: 1.09,
	nameless: 1.03, numbered: -0.30, lonely: 3.03, amid: 7.22, handy: -2.47, mailed: -7.41,
	moulded: 3.65, otherScript: 12.76, alienKin: -1.09, hosting: -2.82, labelled: 7.76, inRows: 4.88,
}}

func (s *scale) odds(t *traits) float64 {
	sum := s.base
	for k, x := range t {
		sum += s.of[k] * x
	}
	return sum
}

// weigh finds the traits of a unit that depend on the others, and its odds.
func (a *assay) weigh(i int) {
	p, u := a.p, &a.all[i]
	if !u.searched {
		a.search(u)
	}
	a.overlap(i)
	a.speak(u)
	known, kin := 0, 0
	for _, t := range u.terms {
		switch {
		case a.knows(i, t):
			known++
		case a.wares[t] > 0:
			kin++
		}
	}
	names := 0
	for _, t := range u.capitals {
		if !a.knows(i, t) {
			names++
		}
	}
	t, n := &u.traits, float64(len(u.terms))
	t[unknown] = 1 - float64(known)/n
	t[surprising] = min(4, (cohesion{len(u.terms), known}).surprise(a.known))
	t[akinShare] = float64(kin) / n
	t[akinTerms] = float64(min(kin, 3)) * t[unknown]
	lost := a.kindred(i, kin, known)
	u.clumped = u.sentence && kin+lost > 0 && !a.scattered(u, kin+lost)
	t[untying] = min(3, (cohesion{u.words(), u.functions}).surprise(a.tied))
	t[nameless] = float64(min(names, 3))
	if l := p.lines[u.line]; l.words() > u.words() {
		t[amid] = float64(a.line[u.line]) / float64(l.words()-u.words())
	}
	t[moulded] = a.mouldOf(u)
	t[otherTongue] = u.tongue
	t[alienWords] = t[unknown] * one(u.alien())
	t[alienKin] = one(u.alien() && a.alien)
	if u.sentence {
		u.odds = sentenceScale.odds(t)
	} else {
		u.odds = lineScale.odds(t)
	}
	a.forget()
}

// forget clears what overlap counted.
func (a *assay) forget() {
	for _, j := range a.touched {
		a.shared[j] = 0
	}
}

// overlap counts the stems that a unit has in common with others.
func (a *assay) overlap(i int) {
	a.touched = a.touched[:0]
	for _, t := range a.all[i].terms {
		posts := a.postsOf(t)
		if len(posts) > mostPosts {
			continue
		}
		for _, j := range posts {
			if j == int32(i) {
				continue
			}
			if a.shared[j] == 0 {
				a.touched = append(a.touched, j)
			}
			a.shared[j]++
		}
	}
}

// alike reports a unit that has so much in common with the one that overlap
// was asked about that they do not vouch for each other: they are of one mould.
func (a *assay) alike(u *specimen, j int32) bool {
	c, n, m := int(a.shared[j]), len(u.terms), len(a.all[j].terms)
	return c >= 2 && 5*c >= 2*min(n, m) && 10*c >= 3*n
}

// scattered reports that the wares of a unit stand all over it, or are half of
// what it says.
func (a *assay) scattered(u *specimen, kin int) bool {
	first, last := -1, -1
	for i := u.from; i < u.to; i++ {
		if stem, ok := a.p.term(i); ok && a.wares[stem] > 0 {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	return 2*kin >= len(u.terms) || 2*(last-first+1) >= u.words()
}

// mouldOf is the share of its terms that a unit has in common with another of
// its mould. What is said again word for word is in no mould: writers do that.
func (a *assay) mouldOf(u *specimen) (most float64) {
	for _, j := range a.touched {
		if all := max(len(u.terms), len(a.all[j].terms)); a.alike(u, j) && int(a.shared[j]) < all {
			most = max(most, float64(a.shared[j])/float64(all))
		}
	}
	return most
}

// knows reports that a unit that vouches and is not of the mould of unit i has
// a stem.
func (a *assay) knows(i int, stem int32) bool {
	posts := a.postsOf(stem)
	if len(posts) > mostPosts {
		return true
	}
	for _, j := range posts {
		if j != int32(i) && !a.all[j].doubted && !a.alike(&a.all[i], j) {
			return true
		}
	}
	return false
}
