package spam

import "slices"

// What was injected into the sentences of the rest and not found there vouches for
// what was injected beside it. Two places are known where it may stand: before a
// comma with a space before it, and wherever the words of a line that reports a
// link from elsewhere stand word for word. They are set aside with the suspects.

const (
	mostStray  = 8 // marks with a space before them on a page, of more they are a habit
	strayReach = 4 // words before such a mark
	leastEcho  = 2 // words that carry a subject in what is said word for word
)

// setAsideStray sets aside the words before the marks with a space before them.
func (c *campaign) setAsideStray() {
	t := c.p.traced
	if t == nil || t.total[spaceMark] == 0 || t.total[spaceMark] > mostStray {
		return
	}
	for _, s := range c.p.sentences {
		for i := s.from; i < s.to; i++ {
			if t.right[i] != spaceMark {
				continue
			}
			for k := i; k >= max(s.from, i-strayReach+1) && !c.p.words[k].is(function); k-- {
				c.aside[k] = true
			}
		}
	}
}

// strays are the words before such marks in prose that no phrase holds, on a page where
// phrases recur before others: phrases may end there that nobody found, and words
// of one that was found but in part.
func (p *page) strays(known []*phrase, t *traces) (out []stretch) {
	if t.total[spaceMark] > mostStray || !slices.ContainsFunc(known, func(f *phrase) bool { return f.recurs }) {
		return nil
	}
	taken := p.taken(known)
	for _, s := range p.sentences {
		for i := s.from; i < s.to && s.prose; i++ {
			if t.right[i] != spaceMark {
				continue
			}
			for k := i; k >= max(s.from, i-reachBack+1); k-- {
				if !taken[k] {
					out = append(out, stretch{from: k, to: k + 1})
					taken[k] = true
				}
			}
		}
	}
	return out
}

// setAsideEchoes sets aside what repeats the words of a line that reports a link.
func (c *campaign) setAsideEchoes() {
	p := c.p
	for _, s := range c.suspects {
		if !s.label {
			continue
		}
		from, terms := s.from, 0
		if p.isPingback(p.lines[s.line]) && !p.opened(p.lines[s.line]) {
			from++ // the label
		}
		for i := from; i < s.to; i++ {
			if _, ok := p.term(i); ok {
				terms++
			}
		}
		for i := 0; terms >= leastEcho && i+s.to-from <= len(p.words); i++ {
			if p.sameWords(i, from, s.to-from) {
				for k := i; k < i+s.to-from; k++ {
					c.aside[k] = true
				}
			}
		}
	}
}

// sameWords reports that the n words from i on are those from j on.
func (p *page) sameWords(i, j, n int) bool {
	for k := range n {
		if p.words[i+k].key != p.words[j+k].key {
			return false
		}
	}
	return true
}
