package spam

import (
	"fmt"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Links in raw markup that follow each other, with nothing between them, are no part of
// a sentence: no word calls for any of them. Where they lead to as many sites, which
// the text names as little as what it is called that they lead to, they were put
// there together, often inside a tag that hides them from readers.

const (
	leastLinks = 3   // links of a row
	leastInTag = 2   // and inside a tag; one where the tag says how it is to look
	longestTag = 160 // bytes of a tag round them
)

// A linkRow is links that follow each other: bytes [start, end) with the tag round them.
type linkRow struct {
	links      []*anchor
	start, end int
}

// linkRows finds the rows among links, which it gives without those in them.
func (p *page) linkRows(all []*anchor) (rows []linkRow, rest []*anchor) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && parting(p.text[all[n-1].end:all[n].start]) {
			n++
		}
		r := linkRow{links: all[:n], start: all[0].start, end: all[n-1].end}
		if tagged := p.widenTag(&r); n >= leastLinks || tagged && (n >= leastInTag || strings.Contains(p.text[r.start:all[0].start], "style=")) {
			rows = append(rows, r)
		} else {
			rest = append(rest, all[:n]...)
		}
		all = all[n:]
	}
	return rows, rest
}

// parting reports what may stand between the links of a row.
func parting(gap string) bool {
	return strings.TrimFunc(gap, func(r rune) bool { return isSeparator(r) || strings.ContainsRune(spaces+"\r\n", r) }) == ""
}

// widenTag takes along the tag that stands right round a row.
func (p *page) widenTag(r *linkRow) bool {
	first := max(0, r.start-longestTag)
	before := strings.TrimRight(p.text[first:r.start], spaces)
	open := strings.LastIndexByte(before, '<')
	if open < 0 || !strings.HasSuffix(before, ">") || strings.ContainsRune(before[open:], '\n') {
		return false
	}
	name, _, _ := strings.Cut(before[open+1:len(before)-1], " ")
	rest := p.text[r.end:]
	after := strings.TrimLeft(rest, spaces)
	closing := "</" + name + ">"
	if name == "" || !strings.HasPrefix(after, closing) {
		return false
	}
	r.start = first + open
	r.end += len(rest) - len(after) + len(closing)
	return true
}

// tag marks the words of the markup of links: they are of no subject.
func (p *page) tag(all []*anchor, rows []linkRow) {
	p.tagged = p.flags.Take(len(p.words))
	mark := func(from, to int, is bool) {
		for i := from; i < to; i++ {
			p.tagged[i] = is
		}
	}
	for _, r := range rows {
		mark(p.wordAt(r.start), p.wordAt(r.end), true)
	}
	for _, a := range all {
		mark(p.wordAt(a.start), a.after, true)
		mark(a.from, a.to, false)
	}
}

// judgeLinkRow proposes a row, whose links are judged.
func (p *page) judgeLinkRow(r linkRow, prose []int32) (q corpus.Proposal, ok bool) {
	hosts := make(map[string]bool)
	terms, novel := 0, 0
	for _, a := range r.links {
		if hosts[hostIn(p.text[a.start:a.end])] = true; a.named {
			return q, false
		}
		terms += a.terms
		novel += a.novel
	}
	if novel*5 < terms*4 {
		novel = p.novelBeside(r, prose)
	}
	if len(hosts) < len(r.links) || novel < 2 || novel*5 < terms*4 {
		return q, false
	}
	q = corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(r.links[0].from, r.links[0].to, maxPhrase)}
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Artefact, Weight: .9, Detail: "links in raw markup, in a text that has no other"},
		{Family: corpus.Template, Weight: .9, Detail: fmt.Sprintf("%d links in a row to as many sites", len(r.links))},
		{Family: corpus.Semantics, Weight: .6, Detail: "the text speaks neither of them nor of the sites"},
	}
	whole := &anchor{start: r.start, end: r.end}
	p.locate(whole)
	q.Start, q.End, q.Now = p.linkSpan(whole)
	return q, true
}

// novelBeside counts the words of a row that the prose has nowhere but in the words of
// the row.
func (p *page) novelBeside(r linkRow, prose []int32) (novel int) {
	var anchors []stretch
	for _, a := range r.links {
		anchors = append(anchors, stretch{from: a.from, to: a.to})
	}
	worded := p.worded(anchors)
	for _, l := range anchors {
		for _, t := range p.terms[l.from:l.to] {
			if t != noTerm && worded != nil && prose[t] <= worded[t] {
				novel++
			}
		}
	}
	return novel
}

// hostIn is the host of the address in a link.
func hostIn(link string) string {
	if i := strings.Index(link, "://"); i >= 0 {
		link = link[i+len("://"):]
	}
	if i := strings.IndexAny(link, "/\"'”>]) "); i >= 0 {
		link = link[:i]
	}
	return strings.TrimPrefix(strings.ToLower(link), "www.")
}
