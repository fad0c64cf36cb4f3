package spam

// concert looks for a word that several suspects with signs of their own
// share, and begins the campaign with it.
func (c *campaign) concert() {
	sum, kinds, labels := make(map[int32]float64), make(map[int32]int), make(map[int32]int)
	odd := make(map[int32]bool)
	heard := c.p.flags.Take(len(c.p.words)) // by word: what stands once speaks once, in however many suspects
	for _, s := range c.suspects {
		if s.weight < conspicuous || s.taken || c.cut[s.from] {
			continue
		}
		c.turn++
		for i := s.from; i < s.to; i++ {
			stem, ok := c.p.term(i)
			if !ok || c.honest[stem] > 0 || c.seen[stem] == c.turn {
				continue
			}
			odd[stem] = odd[stem] || s.odd()
			if heard[i] {
				continue
			}
			c.seen[stem], heard[i] = c.turn, true
			sum[stem] += s.weight
			kinds[stem] |= 1 << s.kind
			if s.label {
				labels[stem]++
			}
		}
	}
	for stem, weight := range sum {
		if n := kinds[stem]; weight >= concerted && odd[stem] && (n&(n-1) != 0 || labels[stem] >= 2) && c.ware[stem] == 0 {
			c.ware[stem] = 1
		}
	}
}

// odd reports a suspect that honest text hardly ever has: without one, lists
// and the sentences round them would make a campaign of any subject.
func (s *suspect) odd() bool {
	switch s.kind {
	case phraseSuspect:
		return s.weight >= strong
	case sentenceSuspect:
		return s.weight >= .9 && s.site
	}
	return s.kind == linkSuspect || s.label
}
