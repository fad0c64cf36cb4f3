package spam

import "unicode/utf8"

// A copy that lost its line breaks runs a heading, or the last item of a list,
// into the sentence that was injected below it. What was injected then begins
// at a capital in mid-sentence, and what stands before it the text speaks of.

// longestHeading is how many words a heading may have.
const longestHeading = 16

// unglue gives the part of a stretch at the beginning of a line that does not
// belong to the text around it: all of it, or what stands behind a heading.
// The counts of what the text speaks of must not hold the stretch itself.
func (p *page) unglue(s stretch) stretch {
	if s.from != p.lines[s.line].from {
		return s
	}
	known, terms := 0, 0
	for i := s.from; i < min(s.from+longestHeading, s.to-3); i++ {
		if i > s.from && (p.reopens(i) || 2*known > terms && p.begins(i)) {
			s.from, s.start = i, p.words[i].start
			return s
		}
		if w := p.words[i]; w.is(content) {
			terms++
			if p.inProse[w.stem] > 0 {
				known++
			}
		}
	}
	return s
}

// reopens reports a word with a capital in mid-sentence that begins another
// of the sentences that were set aside.
func (p *page) reopens(i int) bool {
	return p.opens != nil && p.words[i].is(title) && blank(p.gap(i)) && p.opens[p.words[i].key]
}

// begins reports a word in mid-sentence with which another sentence may begin:
// with a capital, no mark or governing word before it, and small letters after.
func (p *page) begins(i int) bool {
	w, next := p.words[i], p.words[i+1]
	if !w.is(title) || w.is(upper) && w.end-w.start > 1 || next.is(title) && !w.is(function) || !blank(p.gap(i)) || p.role(i-1) != free {
		return false
	}
	if p.caseWeight() < .2 { // every noun has a capital
		return w.is(function) && utf8.RuneCountInString(p.text[w.start:w.end]) > 1
	}
	return true
}

// unglued is unglue for a stretch whose words are counted.
func (p *page) unglued(s stretch) stretch {
	if s.prose {
		p.count(s, -1)
		defer p.count(s, 1)
	}
	return p.unglue(s)
}
