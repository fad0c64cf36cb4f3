package spam

// A shape that was read off several phrases has the words that all of them
// share. What differs in each stands before it, and was taken along where the
// shape tells how far it goes. Two more things tell: another script than the
// sentence has, and capitals where the shape has them.

// widenShapes takes along what stands before phrases of a shape.
func (p *page) widenShapes(all []*phrase) {
	latin := p.inLatin()
	for _, f := range all {
		if f.cast || f.recurs {
			p.widenScript(f, latin)
			p.widenCapitals(f)
		}
	}
}

// widenScript takes along the words before a phrase that are, as it is, in
// another script than the page.
func (p *page) widenScript(f *phrase, latin bool) {
	if p.latin(p.words[f.from]) == latin {
		return
	}
	for f.from-1 > f.in.from && f.to-f.from < maxPhrase && p.words[f.from].is(spaced) &&
		!p.words[f.from-1].is(numeral|address) && p.latin(p.words[f.from-1]) != latin {
		f.from--
	}
}

// longestName is how many words with capitals a phrase has that is widened by them.
const longestName = 4

// widenCapitals takes along the words with capitals before a phrase that recurs and
// has capitals itself, if they stand nowhere else: names that differ in each.
func (p *page) widenCapitals(f *phrase) {
	if !f.recurs || p.caseWeight() < .2 || !p.capital(f.from) {
		return
	}
	for f.from-2 > f.in.from && f.to-f.from < longestName && p.words[f.from].is(spaced) && p.capital(f.from-1) && p.inProse[p.words[f.from-1].stem] <= 1 {
		f.from--
	}
}
