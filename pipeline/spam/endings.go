package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// On a page into which something was certainly injected a comma with a space
// before it is hardly a slip of the typist's: it stands behind a phrase that was
// set in, as the others on the page do. The words before it that stand nowhere
// else are the phrase; where it begins must be told by something: by a word with
// which another phrase begins, by capitals, by another script, or by the length
// that the phrases of the page have.

// strayMarks is how many marks with a space before them a page may have, beside
// as many as stand behind what is certain, that nothing explains.
const strayMarks = 2

// endings takes the phrases before such commas, where the campaign is certain.
func (c *campaign) endings() (grown bool) {
	p := c.p
	if p.traced == nil || p.traced.total[spaceMark] == 0 {
		return false
	}
	sure, open := c.spacedMarks()
	if len(open) == 0 || len(open) > len(sure)+strayMarks || !slices.Contains(c.cut, true) {
		return false
	}
	within, ends := c.within(open)
	isNovel := func(i int) bool {
		stem, ok := p.term(i)
		return ok && (c.honest[stem] <= within[stem] || 2*(c.honest[stem]-within[stem]) <= ends[stem])
	}
	for _, w := range open {
		w, ok := c.begin(w, sure, isNovel)
		if n := w.to - w.from; !ok || n < 2 || n > p.longestPhrase(w.from) {
			continue
		}
		w.ware = len(sure) > 1 && c.hasWare(w)
		grown = c.take(w, "words that stand nowhere else before a mark with a space before it, as other phrases do", corpus.Artefact) || grown
	}
	return grown
}

// hasWare reports a ware in a window.
func (c *campaign) hasWare(w window) bool {
	for i := w.from; i < w.to; i++ {
		if c.isWare(i) {
			return true
		}
	}
	return false
}

// spacedMarks lists the marks with a space before them: the phrases that end
// there and are certain, and the places where nothing is.
func (c *campaign) spacedMarks() (sure, open []window) {
	t := c.p.traced
	for _, s := range c.p.sentences {
		for i := s.from; i < s.to; i++ {
			switch {
			case t.right[i] != spaceMark || !c.p.beforeComma(i+1, s):
			case !c.cut[i]:
				open = append(open, window{in: s, from: i + 1, to: i + 1})
			default:
				from := i
				for from > s.from && c.cut[from-1] && c.p.onlySpace(from) {
					from--
				}
				if from > s.from { // else the whole sentence was injected
					sure = append(sure, window{in: s, from: from, to: i + 1})
				}
			}
		}
	}
	return sure, open
}

// within counts by stem the words that the rest has before such marks, and before how many
// of them a suspect has each.
func (c *campaign) within(open []window) (rest, ends map[int32]int32) {
	rest, ends = make(map[int32]int32), make(map[int32]int32)
	for _, w := range open {
		for i := max(w.in.from, w.to-reachBack); i < w.to; i++ {
			if stem, ok := c.p.term(i); ok && c.aside[i] {
				ends[stem]++
			} else if ok {
				rest[stem]++
			}
		}
	}
	return rest, ends
}

// begin finds where the phrase begins that stands before a mark: none of its
// words ties it to the sentence, and most of them stand nowhere else.
func (c *campaign) begin(w window, sure []window, isNovel func(int) bool) (window, bool) {
	p := c.p
	for w.from-1 > w.in.from && w.to-w.from < maxPhrase && !c.cut[w.from-1] && !p.words[w.from-1].is(function|address) {
		w.from--
		if !p.words[w.from].is(spaced) {
			break
		}
	}
	latin := p.inLatin()
	if i := c.beginsAs(w, sure, isNovel); i >= 0 && c.mostly(window{in: w.in, from: i, to: w.to}, isNovel) {
		return window{in: w.in, from: i, to: w.to}, true
	}
	for _, i := range []int{
		opening(w, func(i int) bool {
			return slices.ContainsFunc(sure, func(s window) bool { return p.words[s.from].key == p.words[i].key })
		}),
		c.border(w, func(i int) bool { return p.caseWeight() >= .2 && p.capital(i) }),
		c.border(w, func(i int) bool { return p.latin(p.words[i]) != latin }),
		opening(w, c.isWare),
		c.ofLength(w, sure, isNovel),
	} {
		if i >= 0 && c.mostly(window{in: w.in, from: i, to: w.to}, isNovel) {
			return window{in: w.in, from: i, to: w.to}, true
		}
	}
	return w, false
}

// beginsAs is the last word before a mark, function words or not between them, with which
// one of the phrases begins that are certain; it stands nowhere in the rest. -1 where
// there is none.
func (c *campaign) beginsAs(w window, sure []window, isNovel func(int) bool) int {
	p := c.p
	for i := w.to - 1; i > w.in.from && w.to-i <= maxPhrase && !c.cut[i] && !p.words[i].is(address); i-- {
		if isNovel(i) && w.to-i > 1 && slices.ContainsFunc(sure, func(s window) bool { return p.words[s.from].key == p.words[i].key }) {
			return i
		}
		if !p.words[i].is(spaced) {
			break
		}
	}
	return -1
}

// ofLength is where the phrase begins if it is as long as those that are certain, two
// at least, all are: with a number at its end if they have one, of words that stand
// nowhere else, or that stand at the end of one of them. -1 where they differ.
func (c *campaign) ofLength(w window, sure []window, isNovel func(int) bool) int {
	if len(sure) < 2 {
		return -1
	}
	p, n := c.p, sure[0].to-sure[0].from
	at := w.to - n
	for _, s := range sure {
		if s.to-s.from != n || p.words[s.to-1].is(numeral) != p.words[w.to-1].is(numeral) {
			return -1
		}
	}
	if at < w.from || at == w.in.from || p.role(at-1) != free {
		return -1
	}
	for i := at; i < w.to; i++ {
		ends := func(s window) bool { return p.words[s.to-w.to+i].key == p.words[i].key }
		if !p.words[i].is(numeral) && !isNovel(i) && !slices.ContainsFunc(sure, ends) {
			return -1
		}
	}
	return at
}

// mostly reports that two words of a window, and half of it, stand nowhere else
// in the rest, numbers and words of two letters left out.
func (c *campaign) mostly(w window, isNovel func(int) bool) bool {
	n, all := 0, 0
	for i := w.from; i < w.to; i++ {
		if c.p.words[i].is(numeral) || c.p.words[i].size() < 3 {
			continue
		}
		if all++; isNovel(i) {
			n++
		}
	}
	return n >= min(2, all) && 2*n >= all
}

// opening is the first word of a window with which the phrase may begin; -1 where
// there is none but the last.
func opening(w window, may func(int) bool) int {
	for i := w.from; i+1 < w.to; i++ {
		if may(i) {
			return i
		}
	}
	return -1
}

// border is the first of the words at the end of a window that all fit, where
// the word before them does not; -1 where there is no such border. Numbers fit.
func (c *campaign) border(w window, fits func(int) bool) int {
	i := w.to
	for i > w.in.from && (fits(i-1) || c.p.words[i-1].is(numeral)) && (i == w.to || c.p.words[i].is(spaced)) {
		i--
	}
	if i < w.from || w.to-i < 2 || i == w.in.from || c.p.words[i].is(numeral) {
		return -1
	}
	return i
}
