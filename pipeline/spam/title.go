package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The first line of a genuine page speaks of what the page speaks of: among
// 2,600 pages only one title in 500 of three words of content or more shares
// none of them with the body. So a title that does not is suspect, and on a
// page where injected phrases are certain it is injected too.

// titleUnits judges the lines that stand as title before the prose: the
// first line, the record's title, and a line that the head of the page
// repeats.
func (p *page) titleUnits(recorded string, kin []bool, damaged bool, scratch []int32) []corpus.Proposal {
	var out []corpus.Proposal
	head := p.headLines()
	for i, l := range head {
		repeated := p.repeated(head, i)
		if i > 0 && !repeated && p.lineText(l) != recorded {
			continue
		}
		if q, ok := p.judgePrefix(l, kin, damaged, scratch); ok {
			out = append(out, q)
		} else if q, ok := p.judgeTitle(l, kin, damaged && repeated, scratch); ok {
			out = append(out, q)
		}
	}
	return out
}

// headLines are the short lines before the first prose.
func (p *page) headLines() []stretch {
	for i, l := range p.lines {
		if l.prose || i == 40 {
			return p.lines[:i]
		}
	}
	return nil
}

func (p *page) lineText(l stretch) string { return strings.TrimSpace(p.text[l.start:l.end]) }

// repeated reports that another line of the head ends in the same words, as
// a topic is named above and over a post.
func (p *page) repeated(head []stretch, i int) bool {
	own := p.afterLabel(head[i])
	if len(own) < 8 {
		return false
	}
	for j, l := range head {
		if j != i && p.afterLabel(l) == own {
			return true
		}
	}
	return false
}

// afterLabel is a line without a label of one or two words and a colon.
func (p *page) afterLabel(l stretch) string {
	for i := l.from + 1; i < min(l.from+3, l.to); i++ {
		if gap := p.gap(i); strings.HasPrefix(gap, ": ") || strings.HasPrefix(gap, "：") {
			return strings.TrimSpace(p.text[p.words[i].start():l.end])
		}
	}
	return p.lineText(l)
}

// judgeTitle proposes a line as a title that was replaced: of nothing that the
// text speaks of. kin are the stems of what was injected, damaged tells that
// something was for certain.
func (p *page) judgeTitle(l stretch, kin []bool, damaged bool, scratch []int32) (corpus.Proposal, bool) {
	if at := strings.LastIndex(p.text[l.start:l.end], p.afterLabel(l)); at > 0 {
		for l.from < l.to && p.words[l.from].start() < l.start+at {
			l.from++ // the label says nothing about the title
		}
	}
	c := p.cohere(l, scratch)
	if l.words() > 16 || c.terms < 2 || c.known > 0 && (!p.akin(l, kin) || 2*c.known >= c.terms) {
		return corpus.Proposal{}, false
	}
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: .35, Head: p.headOf(l.from, l.to, maxPhrase)}
	weight := .5
	if c.terms >= 3 {
		weight, q.Score = .9, .6
	}
	q.Evidence = append(q.Evidence, corpus.Evidence{Family: corpus.Semantics, Weight: weight, Detail: "a title that shares no word with the text"})
	q.Start, q.End = p.lineSpan(l)
	switch {
	case p.akin(l, kin):
		q.Verdict, q.Score = corpus.Cut, .97
		q.Evidence = append(q.Evidence, corpus.Evidence{Family: corpus.Template, Weight: .8, Detail: "speaks of what was injected elsewhere on the page"})
	case damaged && c.terms >= 3:
		q.Verdict, q.Score = corpus.Cut, .95
		q.Evidence = append(q.Evidence, corpus.Evidence{Family: corpus.Artefact, Weight: .7, Detail: "stands over a text into which phrases were certainly injected"})
	}
	return q, true
}

func (p *page) akin(l stretch, kin []bool) bool {
	for _, w := range p.words[l.from:l.to] {
		if w.is(content) && kin[w.stem] && p.inProse[w.stem] <= 0 {
			return true
		}
	}
	return false
}

// judgePrefix judges a foreign part set before or after a genuine title.
func (p *page) judgePrefix(l stretch, kin []bool, damaged bool, scratch []int32) (corpus.Proposal, bool) {
	if l.words() > 24 {
		return corpus.Proposal{}, false
	}
	for i := l.from + 1; i < l.to; i++ {
		if !separates(p.gap(i)) {
			continue
		}
		first, rest := l, l
		first.to, rest.from = i, i
		a, b := p.cohere(first, scratch), p.cohere(rest, scratch)
		switch {
		case a.terms >= 2 && a.known == 0 && b.known > 0:
			return p.titlePart(first, l.start, p.words[i].start(), kin, damaged), true
		case b.terms >= 2 && b.known == 0 && a.known > 0 && p.akin(rest, kin):
			return p.titlePart(rest, p.words[i-1].end(), l.end, kin, damaged), true
		}
	}
	return corpus.Proposal{}, false
}

func (p *page) titlePart(part stretch, start, end int, kin []bool, damaged bool) corpus.Proposal {
	q := corpus.Proposal{Start: start, End: end, Kind: corpus.KindSpam, Score: .3, Head: p.headOf(part.from, part.to, maxPhrase)}
	q.Evidence = []corpus.Evidence{{Family: corpus.Semantics, Weight: .5, Detail: "a part of the title that shares no word with the text"}}
	if damaged {
		q.Score = .45
	}
	if p.akin(part, kin) {
		q.Verdict, q.Score = corpus.Cut, .95
		q.Evidence = append(q.Evidence, corpus.Evidence{Family: corpus.Template, Weight: .8, Detail: "speaks of what was injected elsewhere on the page"})
	}
	return q
}

// separates reports a gap that parts a title in two: a bar, a colon, or a
// dash with space before it.
func separates(gap string) bool {
	for _, r := range gap {
		if strings.ContainsRune("|:»›•·", r) {
			return true
		}
	}
	trimmed := strings.TrimLeftFunc(gap, unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(trimmed)
	return len(trimmed) < len(gap) && unicode.Is(unicode.Pd, r)
}
