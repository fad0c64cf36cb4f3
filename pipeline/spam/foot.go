package spam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// At the foot of a page stands what others left there: rows of search phrases, and what
// blogs write of posts that link to them, a title and an excerpt, each broken off with
// an ellipsis. A list of the author's, or a link of somebody who read him, speaks of what
// the page speaks of. Rows of which it has not a word, but each of which has one of
// another, were put there by one hand.

const (
	leastFoot  = 5   // rows
	longestEnd = 6   // words of a row, and of a title that breaks off
	footHeard  = .25 // share of the words of content of rows that the page has elsewhere
	footAkin   = .75 // share of the rows that share a word with another
	footTied   = .2  // share of their words that are function words
)

// foot finds rows and reports of links at the foot of the page, and cuts them.
func (p *page) foot() []corpus.Proposal {
	if p.proseSize < minProse || p.language == "" {
		return nil
	}
	n := len(p.lines)
	if rows := p.footRows(); len(rows) >= leastFoot && p.rowsOfOneHand(rows) {
		return p.cutFoot(n-len(rows), n, fmt.Sprintf("%d rows at the end of the page have words in common", len(rows)))
	}
	from := n
	for from > 0 {
		k := p.reportAt(from)
		if k == 0 {
			break
		}
		from -= k
	}
	if from == n || p.heardShare(p.lines[from].from, p.lines[n-1].to) > mostHeard {
		return nil
	}
	return p.cutFoot(from, n, "reports of links from elsewhere, at the end of the page")
}

// cutFoot proposes lines [from, to) as one.
func (p *page) cutFoot(from, to int, detail string) []corpus.Proposal {
	q := p.dropLines(from, to, detail, "the text never speaks of them")
	q.Start = len(strings.TrimRight(p.text[:p.lines[from].start], " \t\r\n\u00a0"))
	return []corpus.Proposal{q}
}

// dropLines proposes to cut lines [from, to), for two reasons, of their form and of what they say.
func (p *page) dropLines(from, to int, template, semantics string) corpus.Proposal {
	first, last := p.lines[from], p.lines[to-1]
	q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(first.from, first.to, 4)}
	q.Start, _ = p.lineSpan(first)
	_, q.End = p.lineSpan(last)
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Template, Weight: .8, Detail: template},
		{Family: corpus.Semantics, Weight: .7, Detail: semantics},
	}
	return q
}

// footRows are the short lines at the end of the page, without the addresses that they
// send to: each to another site, of which the page does not speak, or none to any.
func (p *page) footRows() (rows []stretch) {
	hosts := map[string]bool{}
	sends := false
	for i := len(p.lines) - 1; i >= 0; i-- {
		l := p.lines[i]
		at, host := l.from, ""
		for at < l.to && !p.words[at].is(address) {
			at++
		}
		if at > l.from && at < l.to {
			var ok bool
			if host, ok = p.rowSite(at, l); !ok || hosts[host] {
				break
			}
			l.to, l.end = at, p.words[at-1].end()
		}
		if len(rows) > 0 && sends != (host != "") || !p.isFootRow(l) {
			break
		}
		sends, hosts[host] = host != "", true
		rows = append(rows, l)
	}
	slices.Reverse(rows)
	return rows
}

// rowSite gives the site to which a row sends, with an address and nothing behind it.
func (p *page) rowSite(at int, l stretch) (host string, ok bool) {
	for i := at; i < l.to; i++ {
		if !p.words[i].is(address) {
			return "", false
		}
	}
	end := p.hostEnd(at, l.to)
	return p.text[p.words[at].start():p.words[end-1].end()], p.writtenOut(at) && !p.mostlySpoken(at, end)
}

// isFootRow reports a short line that is no sentence, and nothing but words.
func (p *page) isFootRow(l stretch) bool {
	return l.words() >= 2 && l.words() <= longestEnd && !l.prose && !p.words[l.from].is(numeral) && !p.columns(l) && p.plainWords(l) && l.parts == 0 &&
		!strings.ContainsAny(p.text[p.words[l.to-1].end():l.end], ".!?:;,")
}

// rowsOfOneHand reports rows that share words with each other and none with the page.
func (p *page) rowsOfOneHand(rows []stretch) bool {
	holders := map[int32]int{}
	words, functions := 0, 0
	for _, l := range rows {
		words += l.words()
		for _, w := range p.words[l.from:l.to] {
			functions += w.class.one(function)
		}
		for t := range p.stemsOf(l) {
			holders[t]++
		}
	}
	akin := 0
	for _, l := range rows {
		for t := range p.stemsOf(l) {
			if holders[t] > 1 {
				akin++
				break
			}
		}
	}
	return float64(akin) >= footAkin*float64(len(rows)) && float64(functions) <= footTied*float64(words) &&
		p.heardShare(rows[0].from, rows[len(rows)-1].to) <= footHeard
}

// stemsOf are the stems of content of a stretch.
func (p *page) stemsOf(l stretch) map[int32]bool {
	out := map[int32]bool{}
	for _, w := range p.words[l.from:l.to] {
		if w.is(content) {
			out[w.stem] = true
		}
	}
	return out
}

// heard counts the stems of content in words [from, to), and those of them that the
// page has outside, too.
func (p *page) heard(from, to int) (known, all int) {
	own := map[int32]int32{}
	for _, w := range p.words[from:to] {
		if w.is(content) {
			own[w.stem]++
		}
	}
	for t, n := range own {
		if p.stands[t] > n {
			known++
		}
	}
	return known, len(own)
}

// heardShare is the share of these; 1 where there are next to no stems.
func (p *page) heardShare(from, to int) float64 {
	known, all := p.heard(from, to)
	if all < 3 {
		return 1
	}
	return float64(known) / float64(all)
}

// reportAt is how many lines the report of a link has that ends before a line: one
// between bracketed ellipses, or a short title and an excerpt that both break off.
func (p *page) reportAt(end int) int {
	last := p.lines[end-1]
	text := p.lineText(last)
	if p.opened(last) && closesReport(text) {
		if end > 1 && p.breaksOff(p.lines[end-2]) {
			return 2
		}
		return 1
	}
	if end > 1 && (strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")) && p.breaksOff(p.lines[end-2]) {
		return 2
	}
	return 0
}

// closesReport reports a text that ends with an ellipsis in brackets, signs behind it or
// not.
func closesReport(text string) bool { return endsBracketed(strings.TrimRight(text, ".… ")) }

// breaksOff reports a short line that begins a paragraph, breaks off with an ellipsis, and
// has no other mark.
func (p *page) breaksOff(l stretch) bool {
	end := strings.TrimSpace(p.text[p.words[l.to-1].end():l.end])
	before := strings.TrimRight(p.text[:l.start], spaces+"\r")
	return l.words() <= longestEnd && (end == "..." || end == "…") && l.parts == 0 && (before == "" || strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(before, "\n"), spaces+"\r"), "\n"))
}
