package repair

import "math"

// best returns the stretch and word with the strongest evidence, if it is
// strong enough and well ahead of the second-best word. The count decides;
// where the word survived often enough to know its neighbours, they may
// object, and they may help a count that is not strong enough alone.
func (c *census) best() (stretch, bool) {
	if c.breaks < minBreaks {
		return stretch{}, false
	}
	all := c.stretches()
	first := strongest(all, func(s stretch) float64 { return s.evidence + math.Min(s.fit, 0) })
	proved := first.evidence+math.Min(first.fit, 0) >= minEvidence
	if !proved {
		first = strongest(all, stretch.helped)
		proved = first.helped() >= minEvidence+minLead
	}
	if !proved {
		return first, false
	}
	for k := range min(candidates, len(c.keys)) {
		if k == first.key || fragment(c.page.language, c.keys[k]) {
			continue
		}
		rival := c.judge(k, first.from, first.to)
		if rival.evidence > first.evidence-minLead && rival.helped() > first.helped()-minLead || rival.evidence > first.evidence {
			return first, false
		}
	}
	units := c.units[first.from:first.to]
	return first, c.page.ragged(units) && c.scattered(units) && !c.page.filled(units)
}

// helped is the evidence with what the neighbours add, for counts that do
// not speak against the word.
func (s stretch) helped() float64 {
	if s.evidence < -maxDoubt {
		return s.evidence
	}
	return s.evidence + math.Min(s.fit, maxFit)
}

// stretches returns the stretch of each candidate that has one.
func (c *census) stretches() (out []stretch) {
	for k := range min(candidates, len(c.keys)) {
		if fragment(c.page.language, c.keys[k]) {
			continue
		}
		if s, ok := c.widest(k); ok {
			out = append(out, s)
		}
	}
	return out
}

// strongest returns the best stretch by a measure.
func strongest(all []stretch, measure func(stretch) float64) (first stretch) {
	for _, s := range all {
		if first.breaks == 0 || measure(s) > measure(first) {
			first = s
		}
	}
	return first
}

// widest returns the run of units that speaks most for word k having been
// eaten in it (Kadane's maximal run), with its evidence.
func (c *census) widest(k int) (stretch, bool) {
	rate := c.rates[k] * lowerShare
	gain, loss := math.Ln2, math.Log(leftShare)
	best, sum := 0.0, 0.0
	from, bestFrom, bestTo := 0, 0, 0
	for u, x := range c.units {
		if sum <= 0 {
			sum, from = 0, u
		}
		sum += float64(x.breaks)*gain + float64(c.counts[u][k])*loss + rate/2*float64(x.words)
		if x.breaks > 0 && sum > best {
			best, bestFrom, bestTo = sum, from, u+1
		}
	}
	for bestFrom < bestTo && c.units[bestFrom].breaks == 0 {
		bestFrom++
	}
	if bestFrom >= bestTo {
		return stretch{}, false
	}
	s := c.judge(k, bestFrom, bestTo)
	return s, s.breaks >= minBreaks
}

// judge weighs the word k over the units [from, to).
func (c *census) judge(k, from, to int) stretch {
	s := stretch{from: from, to: to, key: k, word: c.keys[k]}
	others := 0
	for u := from; u < to; u++ {
		s.words += c.units[u].words
		s.breaks += c.units[u].breaks
		s.seen += int(c.counts[u][k])
		others += c.units[u].function - int(c.counts[u][k])
	}
	share := (c.share - c.rates[k]) * lowerShare
	genre := math.Min(1.2, float64(others)/(share*float64(s.words)+1))
	if genre < minGenre {
		return s
	}
	s.expected = c.rates[k] * lowerShare * genre * float64(s.words+s.breaks)
	b, n := float64(s.breaks), float64(s.seen)
	shape := steadiness(c.rates[k])
	eaten := countLikelihood(b+n, s.expected, shape) + splitLikelihood(b, n)
	s.evidence = eaten - countLikelihood(n, s.expected, shape) - freeLikelihood(b)
	if near := c.neighbours(k); near.known() {
		s.fit = c.fit(near, from, to)
	}
	return s
}

// fit sums how well a word fits the words beside the breaks of the units.
func (c *census) fit(near *neighbours, from, to int) float64 {
	sum := 0.0
	for _, u := range c.units[from:to] {
		for i := u.from; u.breaks > 0 && i < u.to-1; i++ {
			if c.mids[i] {
				sum += near.at(i)
			}
		}
	}
	return sum
}

// steadiness is the shape of the gamma distribution of a word's rate over
// texts: articles and prepositions keep theirs, pronouns and auxiliaries
// follow the matter, and the most frequent words are the steadiest.
func steadiness(rate float64) float64 {
	return math.Min(14, math.Max(1.2, rate*250))
}
