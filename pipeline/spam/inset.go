package spam

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Amid the paragraphs, announced by nothing, rows that say one thing again and again may
// have been set in by a machine: all begin or end with one word, some are the same as
// others, and none has a word of the page. Who lists what there is says each once; but
// verses are built so, too, and something besides must speak against them.

const (
	leastInset = 4   // rows
	leastRound = 2   // sentences with words of them
	insetHeard = .25 // share of their words of content that the page has elsewhere
)

// insets finds such rows for which something besides speaks: they are in another script
// than the page, of words that its language has not, in capitals as no verse is, differ in
// numbers alone, or what they say stands loose in sentences, too.
func (p *page) insets() (out []corpus.Proposal) {
	for from, to := range p.insetRows() {
		rows := p.lines[from:to]
		if p.inOtherScript(from, to) || p.allLarge(rows) || p.numbersDiffer(rows) || p.unheardIn(rows) || p.strewnRound(from, to) >= leastRound {
			out = append(out, p.dropInset(from, to))
		}
	}
	return out
}

// insetRows gives the rows amid the paragraphs that say one thing again and again, as lines
// [from, to).
func (p *page) insetRows() iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		if p.proseSize < minProse || p.language == "" {
			return
		}
		for i := 1; i < len(p.lines); i++ {
			j := p.builtAlike(i)
			from := i
			if j > i && i > 1 && p.sameAs(p.lines[i-1], p.lines[i:j]) {
				from-- // it was indented
			}
			if j-from >= leastInset && p.amidProse(from, j) && p.saysAgain(p.lines[from:j]) && !yield(from, j) {
				return
			}
			i = max(i, j-1)
		}
	}
}

// dropInset proposes to cut such rows.
func (p *page) dropInset(from, to int) corpus.Proposal {
	return p.dropLines(from, to, fmt.Sprintf("%d rows amid the paragraphs say one thing again and again", to-from), "the text never speaks of them")
}

// inOtherScript reports rows none of whose words is in the script of the page.
func (p *page) inOtherScript(from, to int) bool {
	latin := p.inLatin()
	for _, w := range p.words[p.lines[from].from:p.lines[to-1].to] {
		if !w.is(numeral|address) && p.latin(w) == latin {
			return false
		}
	}
	return true
}

// allLarge reports rows of three words and more that all have capitals, numbers aside, in a
// language that has these for names alone.
func (p *page) allLarge(rows []stretch) bool {
	for _, l := range rows {
		if l.words() < 3 || p.caseWeight() < .2 {
			return false
		}
		for _, w := range p.words[l.from:l.to] {
			if !w.is(title|numeral) || w.is(upper) {
				return false
			}
		}
	}
	return true
}

// unheardIn reports rows of whose words two and a quarter have letters that follow each
// other in no word of the language.
func (p *page) unheardIn(rows []stretch) bool {
	all, unheard := map[int32]bool{}, 0
	for _, l := range rows {
		for i := l.from; i < l.to; i++ {
			if t := p.terms[i]; t == noTerm || all[t] {
				continue
			}
			all[p.terms[i]] = true
			if p.unheard(i) {
				unheard++
			}
		}
	}
	return unheard >= 2 && 4*unheard >= len(all)
}

// strewnRound counts the sentences in the midst of which two words and more of the rows
// stand together, without a word that governs them.
func (p *page) strewnRound(from, to int) (n int) {
	own := map[int32]bool{}
	for _, t := range p.terms[p.lines[from].from:p.lines[to-1].to] {
		own[t] = t != noTerm
	}
	for _, s := range p.sentences {
		if s.line >= from && s.line < to || !s.prose {
			continue
		}
		for i := s.from + 1; i+1 < s.to; i++ {
			if !own[p.terms[i]] || !own[p.terms[i+1]] || !p.words[i+1].is(spaced) {
				continue
			}
			if own[p.terms[i-1]] || p.words[i-1].is(function) || !p.onlySpace(i) || p.edgeOf(i, i+2, s).governor != free {
				break
			}
			n++
			break
		}
	}
	return n
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
	if p.announces(last) {
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
