package spam

import (
	"slices"
	"strings"
)

// weighHeadline looks for the headline of something else: a line set with
// colons that is no sentence, between paragraphs of prose that share no word
// with it, naming what the page never names. Two colons and two such names
// stand in no line of that kind among 2,600 genuine pages.
func (p *page) weighHeadline(u *unit, i int) {
	if u.words() < 6 || u.words() > 30 || i == 0 || i+1 == len(p.lines) || !p.lines[i-1].prose || !p.lines[i+1].prose {
		return
	}
	text := p.lineText(u.stretch)
	if !p.standsAlone(u.stretch, i) || p.opensAlike(u.stretch) {
		return
	}
	text = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(text, "..."), "…"), " \"'”’»)") // a headline cut short is one too
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") || strings.HasSuffix(text, "。") {
		return
	}
	colons := strings.Count(text[:len(text)-1], ":") + strings.Count(text, "：")
	names := 0
	for _, w := range p.words[u.from:u.to] {
		if w.is(address) || w.is(content) && p.near(w.stem, i) {
			return
		}
		if w.is(content) && w.is(title) && p.inProse[w.stem] <= 1 {
			names++
		}
	}
	switch {
	case colons >= 2 && names >= 2:
		u.headline, u.strangers = .7, .6
	case colons >= 1 && names >= 3:
		u.headline = .5
	}
}

// standsAlone reports that a line is not the continuation of a wrapped one:
// it and the next begin with a capital at the margin, and the one before it
// has come to its end.
func (p *page) standsAlone(s stretch, i int) bool {
	next := p.lines[i+1]
	if p.words[s.from].start() != s.start || !p.words[s.from].is(title) || !p.words[next.from].is(title) && cased(p.text[p.words[next.from].start():]) {
		return false
	}
	before := strings.TrimRight(p.lineText(p.lines[i-1]), "\"'”’»)")
	return before != "" && strings.ContainsAny(before[len(before)-1:], ".!?") || strings.HasSuffix(before, "…")
}

// opensAlike reports another line that begins with the word with which a line
// begins: entries of a list are no stray headlines.
func (p *page) opensAlike(s stretch) bool {
	return slices.ContainsFunc(p.lines, func(l stretch) bool {
		return l.from != s.from && p.words[l.from].key == p.words[s.from].key
	})
}

// near reports that a line beside line i has the stem.
func (p *page) near(stem int32, i int) bool {
	for _, l := range []stretch{p.lines[i-1], p.lines[i+1]} {
		for _, w := range p.words[l.from:l.to] {
			if w.stem == stem && w.is(content) {
				return true
			}
		}
	}
	return false
}
