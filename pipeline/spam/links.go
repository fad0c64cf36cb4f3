package spam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A list of links is injected when its rows are about one word that the text
// never has, each names another site, and the text speaks of none of them. A
// list of references speaks of what the text speaks of, a list of friends is
// not about one word or calls the sites by their names, and the links of one
// site share its host. Rows may also be about several words, if the text has none
// of any row, and no row the name of its site.

// leastRows is how many rows make a list, leastApart how many do that are about
// several words.
const leastRows, leastApart = 3, 5

// A row is a line with one address.
type row struct {
	line  int
	host  string
	stems []int32 // of the words that are not the host's, those of the path among them
	named bool    // one of them is part of the host: it names the site

	written  bool // the address is written out
	from, to int  // the words before the site, or of the path behind it
}

// linkLists finds the lines of such lists.
func (p *page) linkLists() []corpus.Proposal {
	if p.proseSize < leastRest || !p.addressed {
		return nil
	}
	var out []corpus.Proposal
	var rows []row
	flush := func() {
		out = append(out, p.judgeRows(rows)...)
		rows = rows[:0]
	}
	for i, l := range p.lines {
		r, ok := p.rowOf(l)
		if !ok {
			flush()
			continue
		}
		r.line = i
		rows = append(rows, r)
	}
	flush()
	return out
}

// rowOf reads a line with one address of a site that the text does not name.
func (p *page) rowOf(l stretch) (row, bool) {
	if l.words() > 20 || strings.HasSuffix(strings.TrimRight(p.text[:p.words[l.from].start()], " \t"), "//") {
		return row{}, false // too long, or a comment in a program
	}
	if sites, mails, _ := p.links(l); sites != 1 || mails > 0 {
		return row{}, false
	}
	strange, written := p.strangeSite(l)
	if !strange {
		return row{}, false
	}
	r := row{written: written}
	inHost := false
	for i := l.from; i < l.to; i++ {
		w := p.words[i]
		first := w.is(address) && (i == l.from || !p.words[i-1].is(address) || !p.joined(i))
		inHost = w.is(address) && (first || inHost && strings.Trim(p.gap(i), ".-:/") == "" && (p.gap(i) != "/" && p.gap(i) != "/-"))
		key := p.keys[w.key]
		switch {
		case inHost:
			r.host += key
			continue
		case w.is(content) || w.is(address) && len(key) >= 4 && key != "html":
			r.stems = append(r.stems, w.stem)
		}
		if key != "html" && (r.to == i || r.to == 0) {
			if r.to == 0 {
				r.from = i
			}
			r.to = i + 1
		}
	}
	for _, w := range p.words[l.from:l.to] {
		r.named = r.named || w.is(content) && w.size() >= 4 && strings.Contains(r.host, p.keys[w.key])
	}
	return r, len(r.stems) > 0
}

// ofOneHand reports rows that lead to as many sites under the same words, or,
// where the text has none of their words, share words with each other: two
// rows in three.
func (p *page) ofOneHand(rows []row, every map[int32]int, worded []int32) bool {
	wordings := make(map[string]int)
	shared := 0
	for _, r := range rows {
		wordings[fmt.Sprint(r.stems)]++
		if slices.ContainsFunc(r.stems, func(s int32) bool { return every[s] > 1 }) {
			shared++
		}
	}
	same := 0
	for _, n := range wordings {
		if n > 1 {
			same += n
		}
	}
	if 3*same >= 2*len(rows) {
		return true
	}
	if len(rows) == leastRows {
		return false // two of three may well have a word in common
	}
	for s, n := range every {
		if p.speaksOf(s, n, worded) {
			return false
		}
	}
	return 3*shared >= 2*len(rows)
}

// linesOf are the lines of rows.
func (p *page) linesOf(rows []row) (lines []stretch) {
	for _, r := range rows {
		lines = append(lines, p.lines[r.line])
	}
	return lines
}

// said is how often prose has a stem elsewhere than in the words of the rows.
func (p *page) said(stem int32, worded []int32) int {
	if worded == nil {
		return int(p.inProse[stem])
	}
	return int(p.inProse[stem] - worded[stem])
}

// speaksOf reports that prose speaks of what so many rows have: more than half as often
// as they do. What else was injected into it may have the words of the rows, too.
func (p *page) speaksOf(stem int32, rows int, worded []int32) bool {
	return 2*p.said(stem, worded) > rows
}

// judgeRows proposes the rows of a list, certain when all hosts differ.
func (p *page) judgeRows(rows []row) []corpus.Proposal {
	if len(rows) < leastRows {
		return nil
	}
	if !slices.ContainsFunc(rows, func(r row) bool { return r.written }) {
		return nil
	}
	hosts := make(map[string]bool)
	every := make(map[int32]int) // by stem, known or not: the rows that have it
	named, fullest := 0, 0
	for _, r := range rows {
		hosts[r.host] = true
		seen := make(map[int32]bool)
		for _, s := range r.stems {
			if !seen[s] {
				seen[s] = true
				every[s]++
				fullest = max(fullest, every[s])
			}
		}
		if r.named {
			named++
		}
	}
	if len(hosts) < len(rows) || 3*named > len(rows) {
		return nil
	}
	if !p.unspokenRows(rows, every, named, nil) {
		if worded := p.worded(p.linesOf(rows)); worded == nil || !p.unspokenRows(rows, every, named, worded) {
			return nil
		}
	}
	var out []corpus.Proposal
	for _, r := range rows {
		l := p.lines[r.line]
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(l.from, l.to, 4)}
		q.Start, q.End = p.lineSpan(l)
		q.Evidence = []corpus.Evidence{
			{Family: corpus.Template, Weight: .9, Detail: fmt.Sprintf("%d of %d links in a row to as many sites are built on one word", fullest, len(rows))},
			{Family: corpus.Semantics, Weight: .7, Detail: "the text speaks neither of it nor of the sites"},
		}
		out = append(out, q)
	}
	return out
}

// unspokenRows reports rows that are about one word that the text never has, of a mould
// of which it has hardly a word, about several that it has not, or of one hand. What the
// prose has in the words of the rows may be left out.
func (p *page) unspokenRows(rows []row, every map[int32]int, named int, worded []int32) bool {
	most, known, mould, said := 0, 0, 0, 0
	for s, n := range every {
		if p.said(s, worded) > 0 {
			said++
		}
		if p.speaksOf(s, n, worded) {
			known++
		} else {
			most = max(most, n)
		}
		if 4*n >= 3*len(rows) {
			mould++
		}
	}
	onOne := most >= leastRows && 2*most >= len(rows) && 4*known <= len(every)
	moulded := mould >= 2 && 2*known <= len(every)
	apart := len(rows) >= leastApart && said == 0 && named == 0 && len(every) >= 2*len(rows)
	return onOne || moulded || apart || p.ofOneHand(rows, every, worded)
}
