package spam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Once what is certain is out of a page, some of what was left of it shows: the excerpt
// below the headline of a report of a link that fell, rows amid the paragraphs that say a
// few words in turn, some of which fell elsewhere, and rows of links whose words only what
// fell had. The words of what fell do not vouch for them. Rows alone prove nothing: verses,
// teams and wares stand so in genuine pages.

const (
	leastTurns = 3   // rows that say a few words in turn
	turnsTied  = .25 // share of their words that are function words
	unspoken   = "what was not injected speaks of none of it"
)

// leavings is a page of which something is certain.
type leavings struct {
	*page
	cut  []bool  // by word: certain
	left []int32 // by stem: how often it stands in what is not
}

// leftovers finds what was left of what is certain.
func (p *page) leftovers(found []corpus.Proposal) []corpus.Proposal {
	if p.proseSize < minProse || p.language == "" || !slices.ContainsFunc(found, isCut) {
		return nil
	}
	v := leavings{page: p, cut: p.flags.Take(len(p.words)), left: p.numbers.Take(len(p.keys))}
	for from, to := range p.cuts(found) {
		for i := from; i < to; i++ {
			v.cut[i] = true
		}
	}
	for i, t := range p.terms {
		if !v.cut[i] {
			v.left[t]++
		}
	}
	out := append(v.excerpts(), v.turns()...)
	for from, to := range p.insetRows() {
		if v.akin(from, to) {
			out = append(out, p.dropInset(from, to))
		}
	}
	if p.addressed {
		p.recount(v.cut)
		out = append(out, p.linkLists()...)
	}
	return out
}

// spoken counts the stems of content in lines [from, to), and those that the rest has more
// than half as often as they do: what else was injected may have their words, too.
func (v leavings) spoken(from, to int) (known, all int) {
	own := v.own(from, to)
	for t, n := range own {
		if 2*(v.left[t]-n) > n {
			known++
		}
	}
	return known, len(own)
}

// own counts the words of content in lines [from, to) that are not certain, by stem.
func (v leavings) own(from, to int) map[int32]int32 {
	out := map[int32]int32{}
	for i := v.lines[from].from; i < v.lines[to-1].to; i++ {
		if t := v.terms[i]; t != noTerm {
			n := out[t] // a stem that is certain throughout is one, too
			if !v.cut[i] {
				n++
			}
			out[t] = n
		}
	}
	return out
}

// akin reports lines half of which have a word of what is certain.
func (v leavings) akin(from, to int) bool {
	n := 0
	for _, l := range v.lines[from:to] {
		if slices.ContainsFunc(v.terms[l.from:l.to], func(t int32) bool { return t != noTerm && v.stands[t] > v.left[t] }) {
			n++
		}
	}
	return 2*n >= to-from
}

// fell reports a line all of whose words are certain.
func (v leavings) fell(l stretch) bool { return !slices.Contains(v.cut[l.from:l.to], false) }

// excerpts finds the lines right below the headlines of reports of links that fell.
func (v leavings) excerpts() (out []corpus.Proposal) {
	for i := 1; i < len(v.lines); i++ {
		head, l := v.lines[i-1], v.lines[i]
		if strings.TrimSuffix(v.text[head.end:l.start], "\r") != "\n" || v.fell(l) || !v.fell(head) || !v.reportsLink(head) || v.reportsLink(l) || l.words() > longest || v.hasMail(l) {
			continue
		}
		if known, all := v.spoken(i, i+1); float64(known) > mostHeard*float64(all) {
			continue
		}
		out = append(out, v.dropLines(i, i+1, "stands below the headline of a report of a link that fell", unspoken))
	}
	return out
}

// turns finds rows between paragraphs that say the same few words in turn.
func (v leavings) turns() (out []corpus.Proposal) {
	for i := 0; i < len(v.lines); i++ {
		j := i
		for j < len(v.lines) && v.isFootRow(v.lines[j]) {
			j++
		}
		if v.inTurn(i, j) {
			out = append(out, v.dropLines(i, j, fmt.Sprintf("%d rows amid the paragraphs say a few words in turn", j-i), unspoken))
		}
		i = max(i, j-1)
	}
	return out
}

// inTurn reports such rows, lines [from, to): nothing announces them, and the rest of the
// page has hardly a word of theirs.
func (v leavings) inTurn(from, to int) bool {
	if to-from < leastTurns || from > 0 && !v.closed(v.lines[from-1]) {
		return false
	}
	words, functions, said := 0, 0, 0
	for _, l := range v.lines[from:to] {
		words += l.words()
		functions += int(l.functions)
		for _, t := range v.terms[l.from:l.to] {
			if t != noTerm {
				said++
			}
		}
	}
	known, all := v.spoken(from, to)
	return v.akin(from, to) && all >= 2 && 3*all <= 2*said && float64(functions) <= turnsTied*float64(words) && float64(known) <= footHeard*float64(all)
}

// closed reports a line of prose that announces nothing.
func (p *page) closed(l stretch) bool {
	return l.prose && !p.announces(l)
}

// announces reports a line that ends in a colon.
func (p *page) announces(l stretch) bool {
	return strings.ContainsAny(p.text[p.words[l.to-1].end():l.end], ":：")
}
