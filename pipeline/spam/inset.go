package spam

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Amid the paragraphs, announced by nothing, rows that say one thing again and again were
// set in by a machine: all begin or end with one word, some are the same as others, and
// none has a word of the page. Who lists what there is says each once; who writes verses
// does not build all of them on a word of which he else never speaks.

const (
	leastInset = 4 // rows
	insetHeard = .25
)

// insets finds such rows, and cuts them.
func (p *page) insets() (out []corpus.Proposal) {
	if p.proseSize < minProse || p.language == "" {
		return nil
	}
	for i := 1; i < len(p.lines); i++ {
		j := p.builtAlike(i)
		from := i
		if j > i && i > 1 && p.sameAs(p.lines[i-1], p.lines[i:j]) {
			from-- // it was indented
		}
		if j-from >= leastInset && p.amidProse(from, j) && p.saysAgain(p.lines[from:j]) {
			out = append(out, p.dropLines(from, j, fmt.Sprintf("%d rows amid the paragraphs say one thing again and again", j-from), "the text never speaks of them"))
		}
		i = max(i, j-1)
	}
	return out
}

// builtAlike is where the rows end that begin with a line and all begin, or all end, with
// the same word of content.
func (p *page) builtAlike(i int) int {
	if !p.isFootRow(p.lines[i]) {
		return i
	}
	first, last := p.words[p.lines[i].from], p.words[p.lines[i].to-1]
	begins := func(l stretch) bool { return first.is(content|spaceless) && p.words[l.from].stem == first.stem }
	ends := func(l stretch) bool { return last.is(content|spaceless) && p.words[l.to-1].stem == last.stem }
	run := func(alike func(stretch) bool) int {
		j := i
		for j < len(p.lines) && p.isFootRow(p.lines[j]) && alike(p.lines[j]) {
			j++
		}
		return j
	}
	return max(run(begins), run(ends))
}

// sameAs reports a line with the words of one of the rows.
func (p *page) sameAs(l stretch, rows []stretch) bool {
	return slices.ContainsFunc(rows, func(r stretch) bool { return p.wording(r) == p.wording(l) })
}

// amidProse reports lines [from, to) that stand between paragraphs, a heading beside them
// or not, of which none announces them.
func (p *page) amidProse(from, to int) bool {
	if to < len(p.lines) && !p.lines[to].prose {
		to++
	}
	if to == len(p.lines) || !p.lines[to].prose {
		return false
	}
	last := p.lines[from-1]
	if strings.ContainsAny(p.text[p.words[last.to-1].end():last.end], ":：") {
		return false
	}
	return last.prose || from > 1 && p.closed(p.lines[from-2])
}

// saysAgain reports rows of which some are the same, and of which the page has hardly a
// word.
func (p *page) saysAgain(rows []stretch) bool {
	distinct := map[uint64]bool{}
	words, functions := 0, 0
	for _, l := range rows {
		distinct[p.wording(l)] = true
		words, functions = words+l.words(), functions+int(l.functions)
	}
	if n := len(distinct); n < 2 || n == len(rows) && !p.numbersDiffer(rows) || float64(functions) > footTied*float64(words) {
		return false
	}
	known, all := p.elsewhereToo(rows[0].from, rows[len(rows)-1].to)
	return all >= 2 && float64(known) <= insetHeard*float64(all)
}

// numbersDiffer reports rows of which nothing differs but a number between words, which
// does not rise or fall from row to row as those of a list do.
func (p *page) numbersDiffer(rows []stretch) bool {
	rises, falls := true, true
	for k, l := range rows {
		if l.words() != rows[0].words() || p.words[l.from].is(numeral) || p.words[l.to-1].is(numeral) {
			return false
		}
		for i := 0; k > 0 && i < l.words(); i++ {
			a, b := p.words[rows[k-1].from+i], p.words[l.from+i]
			if a.is(numeral) != b.is(numeral) || !a.is(numeral) && a.key != b.key {
				return false
			}
			if a.is(numeral) {
				x, y := p.keys[a.key], p.keys[b.key]
				order := cmp.Or(len(x)-len(y), strings.Compare(x, y))
				rises, falls = rises && order <= 0, falls && order >= 0
			}
		}
	}
	return !rises && !falls
}

// elsewhereToo counts the stems of content in words [from, to), and those of them that the
// page has outside beside other words, more than half as often: what else was injected may
// say the same.
func (p *page) elsewhereToo(from, to int) (known, all int) {
	own, others := map[int32]int32{}, map[int32]int32{}
	for _, t := range p.terms[from:to] {
		if t != noTerm {
			own[t]++
		}
	}
	for i, t := range p.terms {
		if n := own[t]; n == 0 || i >= from && i < to || i > 0 && own[p.terms[i-1]] > 0 || i+1 < len(p.terms) && own[p.terms[i+1]] > 0 {
			continue
		}
		others[t]++
	}
	for t, n := range own {
		if 2*others[t] > n {
			known++
		}
	}
	return known, len(own)
}
