package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Once a list of links is certain, what says the words of its rows in the midst of
// sentences is of the same hand: from the word with which a row begins to that with
// which one ends, or as far as names go that differ in each.

// restated finds the phrases in the words of rows that fell.
func (p *page) restated(found []corpus.Proposal) (out []corpus.Proposal) {
	rows := p.fallenRows(found)
	if len(rows) < leastRows || p.proseSize < minProse {
		return nil
	}
	v := p.wordsOf(rows)
	for from, to := range p.cuts(found) {
		setAll(v.own, stretch{from: from, to: to})
	}
	all, rest := v.places(rows)
	if len(all) < leastWorded {
		return nil
	}
	for _, f := range all {
		if v.heard(f, rest) {
			continue
		}
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(f.from, f.to, maxPhrase)}
		q.Evidence = []corpus.Evidence{
			{Family: corpus.Template, Weight: .9, Detail: "in the words of rows that were injected"},
			{Family: corpus.Semantics, Weight: .6, Detail: "nothing else on the page speaks of it"},
		}
		q.Start, q.End, q.Now = p.excise(f)
		out = append(out, q)
	}
	return out
}

// places finds where sentences say the words of rows, and counts by stem what the rest of
// the prose has.
func (v rowWords) places(rows []stretch) (all []*phrase, rest []int32) {
	begin, end := v.borders(rows)
	rest = v.numbers.Take(len(v.keys))
	for k, s := range v.sentences {
		hosts := !v.sells(k)
		for i, to := s.from, 0; i < s.to && s.prose; i = to {
			if to = v.runEnd(i, s); v.own[i] {
				continue
			}
			if hosts && begin[v.words[i].key] && v.content(i, to) > 1 && v.setIn(i, to, s) {
				if last := v.restatedEnd(to, s, end); last-i >= longWording {
					all = append(all, &phrase{from: i, to: last, in: s})
					to = last
					continue
				}
			}
			for _, t := range v.terms[i:to] {
				rest[t]++
			}
		}
	}
	return all, rest
}

// sells reports a sentence that has a sign of its own: what was injected is all of it.
func (p *page) sells(k int) bool {
	c := p.priceOf(k)
	return c.price || c.percent || p.siteOf(k).strange || p.mouldedSentences()[k] != noMould
}

// heard reports a phrase of which the rest has more than a third of the words, or that
// has not two that it has not.
func (v rowWords) heard(f *phrase, rest []int32) bool {
	known, all := 0, 0
	for _, t := range v.terms[f.from:f.to] {
		if t == noTerm {
			continue
		}
		if all++; rest[t] > 0 {
			known++
		}
	}
	return all-known < 2 || 3*known > all
}

// restatedEnd is where a phrase ends whose words up to word i are a row's: there, if a row
// does, or behind names and numbers, as stand in rows; 0 where it does not end.
func (v rowWords) restatedEnd(i int, s stretch, end map[int32]bool) int {
	if end[v.words[i-1].key] {
		return i
	}
	from := i
	for i < s.to && i-from < longWording && !v.own[i] && v.words[i].is(spaced) && (v.capital(i) && v.once(v.words[i]) || v.words[i].is(numeral)) {
		i++
	}
	if i == from {
		return 0
	}
	return i
}

// borders are the words with which rows begin and end, addresses left out.
func (v rowWords) borders(rows []stretch) (begin, end map[int32]bool) {
	begin, end = make(map[int32]bool), make(map[int32]bool)
	for _, l := range rows {
		begin[v.words[l.from].key], end[v.words[l.to-1].key] = true, true
	}
	return begin, end
}

// fallenRows are the words of the lines that are certain and no prose, without the sites
// to which they send, and those of links in raw markup.
func (p *page) fallenRows(found []corpus.Proposal) (rows []stretch) {
	var anchors []*anchor
	if p.marked {
		anchors = p.anchors()
	}
	for _, q := range found {
		if !isCut(q) {
			continue
		}
		for _, a := range anchors {
			if a.start >= q.Start && a.end <= q.End && a.from < a.to {
				rows = append(rows, stretch{from: a.from, to: a.to})
			}
		}
		first, _ := slices.BinarySearchFunc(p.lines, q.Start, func(l stretch, at int) int { return l.start - at })
		for _, l := range p.lines[first:] {
			if l.end > q.End {
				break
			}
			if r, ok := p.rowOf(l); ok && r.from < r.to {
				rows = append(rows, stretch{from: r.from, to: r.to})
			} else if !l.prose && l.lacks(address) && p.mayRow(l) {
				rows = append(rows, l)
			}
		}
	}
	return rows
}
