package spam

// belongs decides on a suspect whose words are counted. The wares must stand
// all over a sentence: those of a phrase inside it stand together.
func (c *campaign) belongs(s *suspect) bool {
	if s.kind == linkSuspect {
		return c.linkBelongs(s)
	}
	if s.kin == 0 {
		return s.kind == phraseSuspect && c.set(s)
	}
	switch s.kind {
	case blockSuspect:
		return c.blockBelongs(s)
	case phraseSuspect:
		return c.phraseBelongs(s)
	case lineSuspect:
		return 3*s.known <= s.terms && (2*s.kin >= s.terms || s.weight >= conspicuous && 3*s.kin >= s.terms)
	}
	spread := s.kin >= 2 && (2*s.apart >= s.words() || 2*s.kin >= s.terms)
	strange := (cohesion{s.terms, s.known}).surprise(c.norm)
	switch {
	case s.weight >= .6:
		return spread && 2*s.known <= s.terms || 3*s.known <= s.terms && !c.inside(s) && (s.kin >= 2 || s.weight >= .9 && c.seated(s))
	case 3*s.kin < s.terms && !s.firm:
		return false // news are full of prices, and strange sentences of words that a ware shares
	case s.weight >= conspicuous:
		return 3*s.known <= s.terms && spread || s.kin >= 2 && 4*s.known <= s.terms && strange >= .7 && !c.inside(s) && c.seated(s)
	}
	return 5*s.known <= s.terms && spread && strange >= 1
}

// seated reports that no ware of a sentence stands where a phrase would that
// was set into it: behind a word that does not govern it, before a mark.
func (c *campaign) seated(s *suspect) bool {
	p := c.p
	for i := s.from; i < s.to; i++ {
		stem, ok := p.term(i)
		if !ok || c.ware[stem] == 0 {
			continue
		}
		j := i + 1
		for j < s.to && p.words[j].is(spaced) && p.words[j].class&(function|address) == 0 && c.honest[p.words[j].stem] == 0 {
			j++
		}
		if i > s.from && p.words[i-1].class&(function|numeral) == 0 && (j == s.to || !blank(p.gap(j))) && c.honest[p.words[i-1].stem] > 0 {
			return false
		}
		i = j - 1
	}
	return true
}

// inside reports a phrase in a sentence that is suspect by itself, or a ware before a
// mark with a space before it, where one may end.
func (c *campaign) inside(s *suspect) bool {
	for i := s.from; i < s.to; i++ {
		if c.cut[i] || c.framed[i] || c.p.traced.right[i] == spaceMark && c.isWare(i) {
			return true
		}
	}
	return false
}

// set reports a phrase that odd spacing sets apart, of words that the rest has
// nowhere, though other suspects may have them. Where nothing else is certain it may
// be a term whose tags were dropped.
func (c *campaign) set(s *suspect) bool {
	f := s.phrase
	return c.certain && f.setApart() && s.terms >= 2 && s.known == 0 &&
		!f.needed && !f.unsure && !c.p.signs(f) && 4*c.p.functions(f) <= f.to-f.from
}

// setApart reports that odd spacing stands on both sides of a phrase, hardly
// anywhere else.
func (f *phrase) setApart() bool { return f.artefact >= .75 && f.left != noTrace && f.right != noTrace }

// phraseBelongs decides on a phrase: it must not be needed, and begin and end
// beyond doubt. What no odd spacing sets apart may be a name that shares a word
// with what was injected, or the object of a verb: there most of the words must
// be wares, and a comma must stand behind them.
func (c *campaign) phraseBelongs(s *suspect) bool {
	f := s.phrase
	if f.needed || s.known > 0 || f.unsure && s.kin < 2 || c.p.signs(f) {
		return false
	}
	if f.left != noTrace || f.right != noTrace {
		return true
	}
	e := c.p.edgeOf(f.from, f.to, f.in)
	return s.kin >= 2 && 3*s.kin >= 2*s.terms && e.left >= 0 && (e.mark == ',' || e.mark == '，')
}
