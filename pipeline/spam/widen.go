package spam

import "slices"

// A shape that was read off several phrases has the words that all of them
// share. What differs in each stands before it, and was taken along where the
// shape tells how far it goes. Two more things tell: another script than the
// sentence has, and capitals where the shape has them.

// widenShapes takes along what stands before phrases of a shape.
func (p *page) widenShapes(all []*phrase) {
	if !slices.ContainsFunc(all, func(f *phrase) bool { return f.cast || f.recurs }) {
		return
	}
	latin := p.inLatin()
	alike := make(map[string][]*phrase)
	for _, f := range all {
		if !f.cast && !f.recurs {
			continue
		}
		if p.widenScript(f, latin); f.recurs {
			words := p.headOf(f.from, f.to, maxPhrase)
			alike[words] = append(alike[words], f)
		}
	}
	for _, phrases := range alike {
		for p.widenCapitals(phrases) {
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

// longestName is how many words with capitals phrases have at most that are widened by them.
const longestName = 7

// widenCapitals takes along a word before each of the phrases of the same words, if
// all have capitals and stand nowhere else: names that differ in each. A name of the
// sentence does not stand before every one, and that of two only where the phrases
// have capitals, too.
func (p *page) widenCapitals(phrases []*phrase) bool {
	differ := false
	for _, f := range phrases {
		i := f.from - 1
		if p.caseWeight() < .2 || f.to-f.from >= longestName || i <= f.in.from || !p.words[f.from].is(spaced) || len(phrases) < leastCast && !p.capital(f.from) || !p.capital(i) || p.inProse[p.words[i].stem] > int32(len(phrases)) {
			return false
		}
		differ = differ || p.words[i].stem != p.words[phrases[0].from-1].stem
	}
	if !differ {
		return false
	}
	for _, f := range phrases {
		f.from--
	}
	return true
}
