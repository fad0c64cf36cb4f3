package spam

import (
	"fmt"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// leastMixed is how many phrases of small letters that have nothing in common make a list
// at the end of a page.
const leastMixed = 8

// isFootList reports a paragraph of phrases that share words with each other and none with
// the page, or of many in small letters, behind which nothing follows.
func (p *page) isFootList(l stretch, parts []stretch, capitals int) bool {
	if len(parts) < leastFoot || l.words() < len(parts)*3/2 || !p.plainWords(l) || !p.apart(l) || p.enumerates(l) {
		return false
	}
	return p.rowsOfOneHand(parts) || len(parts) >= leastMixed && capitals*2 <= l.words() && l.to == len(p.words) && 10*int(l.functions) <= l.words() && p.heardShare(l.from, l.to) <= footHeard
}

// searchList recognises a line of search phrases: three parts or more set
// apart by bars, commas or dots, a few words each, tied by no function word,
// most of them with one and the same word that the prose never has. A menu or
// a list of ingredients has parts that differ, or words the text speaks of.
func (p *page) searchList(l stretch, kin []bool, scratch []int32) (corpus.Proposal, bool) {
	if l.words() > longest || p.language == "" {
		return corpus.Proposal{}, false
	}
	var room [16]stretch
	parts, tied, capitals := p.parts(room[:0], l)
	if p.isFootList(l, parts, capitals) {
		return p.stuffing(l, fmt.Sprintf("%d phrases of one line, of which the text has hardly a word", len(parts))), true
	}
	if len(parts) < 3 || tied*10 > l.words() || l.words() < len(parts)*3/2 || !p.plainWords(l) {
		return corpus.Proposal{}, false
	}
	stem, n := p.commonest(parts, 3, scratch)
	if n < 3 || n == 3 && (!p.apart(l) || sparse[p.language] || p.enumerates(l)) || n*4 < len(parts)*3 {
		return corpus.Proposal{}, false
	}
	if p.inProse[stem] > 0 || n == 3 && p.lists(l) {
		return corpus.Proposal{}, false
	}
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: .6, Head: p.headOf(l.from, l.to, 4)}
	q.Start, q.End = p.lineSpan(l)
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Template, Weight: .85, Detail: fmt.Sprintf("%d phrases of one line are built on one word", n)},
		{Family: corpus.Semantics, Weight: .6, Detail: "the text never speaks of it"},
	}
	if capitals*2 <= l.words() || p.akin(l, kin) {
		q.Verdict, q.Score = corpus.Cut, .95
	}
	return q, true
}

// enumerates reports a line that may be a sentence: it ends as one does, or it begins
// with a capital and nothing but commas parts it.
func (p *page) enumerates(l stretch) bool {
	end := p.text[p.words[l.to-1].end():l.end]
	return fullStop(end) || p.words[l.from].is(title) && !p.words[l.from+1].is(title) && !strings.ContainsAny(p.lineText(l), "|•·;")
}

// lists reports another line that is a list of phrases: they are the manner of the page.
func (p *page) lists(own stretch) bool {
	var room [16]stretch
	for _, l := range p.lines {
		if l.from == own.from || l.prose || l.words() > longest || !p.plainWords(l) {
			continue
		}
		if parts, tied, _ := p.parts(room[:0], l); len(parts) >= 3 && tied*10 <= l.words() && p.lineText(l) != p.lineText(own) {
			return true
		}
	}
	return false
}

// apart reports that a line is a paragraph of its own, no part of wrapped text.
func (p *page) apart(l stretch) bool {
	before := strings.TrimRight(p.text[:l.start], spaces+"\r")
	after := strings.TrimLeft(p.text[l.end:], spaces+"\r")
	return (before == "" || strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(before, "\n"), spaces+"\r"), "\n")) &&
		(after == "" || strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(after, "\n"), spaces+"\r"), "\n"))
}

// plainWords reports that a line is words, spaces and separators and nothing
// else: no code, no file names, no references.
func (p *page) plainWords(l stretch) bool {
	if p.words[l.from].start() != l.start {
		return false
	}
	odd := func(r rune) bool { return r != ' ' && r != '\u00a0' && r != '\'' && r != '’' && !isSeparator(r) }
	for i := l.from + 1; i < l.to; i++ {
		if !p.words[i].is(spaced) && strings.ContainsFunc(p.gap(i), odd) {
			return false
		}
	}
	return len(strings.Trim(p.text[p.words[l.to-1].end():l.end], " \u00a0\r."+separators)) == 0
}

// separators part the phrases of a list.
const separators = ",|•·;،、，"

func isSeparator(r rune) bool {
	switch r {
	case ',', '|', '•', '·', ';', '،', '、', '，':
		return true
	}
	return false
}

// longestPart is how many words a phrase of a list has at most.
const longestPart = 5

// parts splits a line at bars and commas, in the room given, and says how many of its words are
// function words and numbers, and how many have capitals; none where a part is
// too long for a phrase.
func (p *page) parts(room []stretch, l stretch) (parts []stretch, tied, capitals int) {
	parts = room
	part := l
	for i := l.from; i < l.to; i++ {
		if i > l.from && p.words[i].class&(address|partBefore) == partBefore && strings.ContainsFunc(p.gap(i), isSeparator) {
			part.to = i
			parts = append(parts, part)
			part = l
			part.from = i
		}
		if i-part.from >= longestPart {
			return nil, 0, 0
		}
		w := &p.words[i]
		if w.is(function | numeral) {
			tied++
		}
		if w.is(title) {
			capitals++
		}
	}
	return append(parts, part), tied, capitals
}

// commonest returns the stem that stands in the most parts, if these are so many at
// least.
func (p *page) commonest(parts []stretch, least int32, scratch []int32) (stem int32, most int) {
	for _, s := range parts {
		for i, w := range p.words[s.from:s.to] {
			if w.is(content) && p.stands[w.stem] >= least && !p.earlier(s, i) {
				scratch[w.stem]++
				if n := int(scratch[w.stem]); n > most {
					stem, most = w.stem, n
				}
			}
		}
	}
	for _, s := range parts {
		for _, w := range p.words[s.from:s.to] {
			scratch[w.stem] = 0
		}
	}
	return stem, most
}

// earlier reports that the part has the stem of its i-th word before it.
func (p *page) earlier(s stretch, i int) bool {
	for _, w := range p.words[s.from : s.from+i] {
		if w.stem == p.words[s.from+i].stem {
			return true
		}
	}
	return false
}

// isPingback reports such a line.
func (p *page) isPingback(l stretch) bool {
	if label := p.keys[p.words[l.from].key]; label == "pingback" || label == "trackback" {
		if l.words() > 1 && strings.HasPrefix(p.gap(l.from+1), ":") {
			return true
		}
	}
	return p.opened(l) && endsBracketed(p.lineText(l))
}

// endsBracketed reports a text that ends with an ellipsis in brackets.
func endsBracketed(text string) bool {
	return strings.HasSuffix(text, "[...]") || strings.HasSuffix(text, "[…]")
}

// reportsLink reports a line that reports a link from elsewhere.
func (p *page) reportsLink(l stretch) bool { return p.opened(l) || p.isPingback(l) }

// pingback recognises the line that a blog writes about a link to it: a
// label of the protocol, or an excerpt between bracketed ellipses.
func (p *page) pingback(l stretch) (corpus.Proposal, bool) {
	if !p.isPingback(l) {
		return corpus.Proposal{}, false
	}
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: .5, Head: p.headOf(l.from, l.to, 4)}
	q.Start, q.End = p.lineSpan(l)
	q.Evidence = []corpus.Evidence{{Family: corpus.Syntax, Weight: .6, Detail: "a line that reports a link from elsewhere"}}
	return q, true
}
