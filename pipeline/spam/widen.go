package spam

// A shape that was read off several phrases has the words that all of them
// share. What differs in each stands before it, and was taken along where
// capitals tell it from the sentence. Two more things tell: it is in another
// script than the sentence, or the shape comes so often that it is no chance if a
// word that stands nowhere else is before each of them.

// leastFleet is how many phrases a shape must have for that: of four places in a
// text hardly one in forty has such a word before each.
const leastFleet = 4

// widenShapes takes along what stands before phrases of a shape.
func (p *page) widenShapes(all []*phrase) {
	latin := p.inLatin()
	fleets := make(map[string][]*phrase)
	for _, f := range all {
		if !f.cast && !f.recurs {
			continue
		}
		p.widenScript(f, latin)
		p.widenCapitals(f)
		fleets[p.fleetOf(f)] = append(fleets[p.fleetOf(f)], f)
	}
	for _, fleet := range fleets {
		p.widenFleet(fleet)
	}
}

// fleetOf names the shape of a phrase: its pivot, or the words that recur.
func (p *page) fleetOf(f *phrase) string {
	if f.cast {
		return f.shape
	}
	return p.headOf(f.from, f.to, maxPhrase)
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

// widenFleet takes along a word before each phrase of one shape that stands
// nowhere else.
func (p *page) widenFleet(fleet []*phrase) {
	if len(fleet) < leastFleet {
		return
	}
	differ := false
	for _, f := range fleet {
		i := f.from - 1
		if i <= f.in.from || !p.words[f.from].is(spaced) || !p.words[i].is(content) || p.words[i].class&title != p.words[f.from].class&title {
			return
		}
		own := int32(0)
		for _, g := range fleet {
			if p.words[g.from-1].stem == p.words[i].stem {
				own++
			}
		}
		if p.inProse[p.words[i].stem] > own {
			return
		}
		differ = differ || p.words[i].stem != p.words[fleet[0].from-1].stem
	}
	if !differ {
		return
	}
	for _, f := range fleet {
		f.from--
	}
}
