package spam

// Injected sentences begin alike. Where one of them begins with three words that
// stand in the midst of another, a heading was run into that one; and a heading in
// the script of the page ends where another script begins.

// noteBegun notes with which three words a sentence begins that was injected.
func (p *page) noteBegun(s stretch) {
	if _, times := p.threes(); p.begun == nil {
		p.begun = p.flags.Take(len(times) + len(p.words))
	}
	if s.words() >= 3 && p.threeOf[s.from] != noThree {
		p.begun[p.begunAt(s.from)] = true
	}
}

// begunAt is the place in begun of the three of words that begins with a word: by
// its number, or, where it surely stands once, behind all of these by the word.
func (p *page) begunAt(i int) int {
	if n := p.threeOf[i]; n >= 0 {
		return int(n)
	}
	return len(p.times) + i
}

// beginsAlike reports a word in mid-sentence, with a capital, with which and the
// next two an injected sentence begins.
func (p *page) beginsAlike(i int) bool {
	if p.begun == nil || p.threeOf[i] == noThree || !p.onlySpace(i) {
		return false
	}
	return p.begun[p.begunAt(i)] && (p.words[i].is(title) || !cased(p.text[p.words[i].start():]))
}

// behindHeading leaves out of a sentence that is a line the heading before it.
func (p *page) behindHeading(s stretch) stretch {
	for i := s.from + 1; i < min(s.to-3, p.headingEnd(s)); i++ {
		if p.beginsAlike(i) || p.turns(i, s) {
			s.from, s.start = i, p.words[i].start()
			return s
		}
	}
	return s
}

// turns reports a word in Latin letters in a page that is not, or the other way
// round, behind words that are as the page is: all that follow are as it is.
func (p *page) turns(i int, s stretch) bool {
	if s.lacks(latin) || s.lacks(unlatin) || p.words[i].is(numeral|address) || !p.onlySpace(i) {
		return false
	}
	is := p.latin(p.words[i])
	if p.inLatin() == is {
		return false
	}
	for k := s.from; k < s.to; k++ {
		if w := p.words[k]; !w.is(numeral|address) && (p.latin(w) == is) != (k >= i) {
			return false
		}
	}
	return true
}
