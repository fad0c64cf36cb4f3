package spam

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Phrases of one campaign are cast in one shape: a word that all of them have,
// the pivot, and round it columns of words that are the same in each or differ
// in each. Such columns are read off wherever a word of the prose comes several
// times, without regard to spacing and capitals. It is a mould of injected
// phrases when the text has neither the pivot nor the fillers outside it, when
// no sentence governs any of them, and when a mark stands behind each of them,
// as it does where the phrases were put before one. A genuine term has its
// place in at least one of its sentences.

const (
	leastCast = 3 // phrases of a mould without other evidence
	reach     = 4 // columns to either side of the pivot
)

// A cast is the occurrences of a pivot, and what stands round them: columns
// before it, and after it what there is up to the mark.
type cast struct {
	at      []int // words
	in      []stretch
	before  int     // columns of the shape before the pivot
	after   []int   // words between each pivot and the mark
	fixed   int     // columns that hold the same word in each, the pivot among them
	fillers int     // the most distinct words that stand in one place
	spaced  bool    // all have a space before the mark
	prose   []int32 // how often the prose has each stem, sentences that sell left out
}

// casts finds the phrases of such moulds.
func (p *page) casts(t *traces, framed []*phrase) []*phrase {
	var out []*phrase
	taken := p.taken(framed)
	aside, prose := p.asides()
	for _, c := range p.pivots(aside, t) {
		c.prose = prose
		if slices.ContainsFunc(c.at, func(i int) bool { return taken[i] }) || !p.readAfter(c, t) || !p.shapeBefore(c) || !p.loose(c) {
			continue
		}
		sure := c.spaced || p.capitalised(c)
		for k, i := range c.at {
			f := &phrase{from: i - c.before, to: i + c.after[k] + 1, in: c.in[k], cast: true}
			f.unsure = !sure && p.governs(f.from-1) || p.role(f.from-1) != free
			for j := f.from; j < f.to; j++ {
				taken[j] = true
			}
			f.shape = p.keys[p.words[i].key]
			if mark := t.right[f.to-1]; mark == spaceMark {
				f.right = mark
				t.loose[mark]--
			}
			f.note(corpus.Template, &f.template, .95, fmt.Sprintf("%d phrases of one shape round %q, each before a comma, governed by no word", len(c.at), f.shape))
			out = append(out, f)
		}
	}
	return out
}

// governs reports a function word that stands before no mark: a verb or a
// pronoun that may govern what follows it.
func (p *page) governs(i int) bool {
	w := p.words[i]
	return w.is(function) && !p.closes[w.key]
}

// asides marks the sentences that name a price or a strange site, in which the
// same trade may speak, and counts the stems of the prose without them.
func (p *page) asides() (aside []bool, prose []int32) {
	aside, prose = p.flags.Take(len(p.sentences)), p.numbers.Take(len(p.inProse))
	copy(prose, p.inProse)
	for i, s := range p.sentences {
		c := p.priceOf(i)
		if aside[i] = p.siteOf(i).strange || c.price || c.percent; !aside[i] || !s.prose {
			continue
		}
		for _, t := range p.terms[s.from:s.to] {
			prose[t]--
		}
	}
	prose[noTerm] = 0
	return aside, prose
}

// pivots are the words of content that stand in several sentences of the
// prose, each time before a mark or words of a shape; the frequent first.
func (p *page) pivots(aside []bool, t *traces) []*cast {
	times, places := p.pivotTimes(aside, t)
	var all []*cast
	of := p.numbers.Take(len(p.keys)) // by stem: which of them, plus one
	for _, at := range places {
		stem := p.terms[at.word]
		if !mayCast(times[stem]) {
			continue
		}
		if of[stem] == 0 {
			all = append(all, &cast{})
			of[stem] = int32(len(all))
		}
		c := all[of[stem]-1]
		c.at, c.in, c.after = append(c.at, at.word), append(c.in, p.sentences[at.sentence]), append(c.after, at.end-at.word-1)
	}
	slices.SortStableFunc(all, func(a, b *cast) int { return len(b.at) - len(a.at) })
	return all
}

// mayCast reports how often a pivot may stand in the prose.
func mayCast(times int32) bool { return times >= 2 && times <= 40 }

// A place is where a word stands that may be a pivot, and where the words end that
// stand between it and the mark.
type place struct{ word, end, sentence int }

// pivotTimes counts by stem how often a pivot stands in the prose, less than
// nothing where it once stands before something else than a shape, and says
// where. What the page has once is none.
func (p *page) pivotTimes(aside []bool, t *traces) (times []int32, places []place) {
	const unfit = -1
	places = p.places[:0]
	times = p.numbers.Take(len(p.keys))
	for k, s := range p.sentences {
		if aside[k] || !s.prose && !p.reads(s) {
			continue
		}
		for from, end := s.from, 0; from < s.to; from = end {
			for end = from + 1; end < s.to && p.onlySpace(end); end++ {
			}
			shape := p.shapeBegin(from, end, s, t)
			for _, stem := range p.terms[from:shape] {
				times[stem] = unfit
			}
			for i := shape; i < end; i++ {
				if stem := p.terms[i]; p.stands[stem] >= 2 && times[stem] != unfit && p.mayPivot(i) {
					times[stem]++
					places = append(places, place{i, end, k})
				}
			}
		}
	}
	p.places = places
	return times, places
}

func (p *page) mayPivot(i int) bool { return p.words[i].class&(content|spaceless) == content }

// shapeBegin is the first of the words [from, end) before a mark between which and
// the mark are words of content and numbers and nothing else, few of them: the end
// where the mark is not one before which readAfter would have a phrase.
func (p *page) shapeBegin(from, end int, s stretch, t *traces) int {
	if mark := p.markBefore(end, s); mark != ',' && mark != '，' && (t.right[end-1] != spaceMark || !closing(mark)) {
		return end
	}
	i := end - 1
	for i > from && end-i < reach && p.words[i].is(content|numeral) {
		i--
	}
	return i
}

// markBefore is the mark behind word j-1, 0 where there is none.
func (p *page) markBefore(j int, s stretch) rune {
	end := s.end
	if j < s.to {
		end = p.words[j].start()
	}
	rest := p.text[p.words[j-1].end():end]
	if rest = rest[white(rest):]; rest == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return r
}

// readAfter judges what stands between each pivot and the mark after it: words
// that the prose has nowhere else, and a comma, or any mark where all of them
// have a space before it.
func (p *page) readAfter(c *cast, t *traces) bool {
	c.spaced, c.fixed = true, 1
	inside := make(map[int32]int32)
	commas := true
	last := make(map[int32]bool)
	for k, i := range c.at {
		end := i + 1 + c.after[k]
		for j := i + 1; j < end; j++ {
			inside[p.words[j].stem]++
		}
		mark := p.markBefore(end, c.in[k])
		commas = commas && (mark == ',' || mark == '，')
		c.spaced = c.spaced && t.right[end-1] == spaceMark
		last[p.words[end-1].stem] = true
	}
	for k, i := range c.at {
		for j := i + 1; j <= i+c.after[k]; j++ {
			if w := p.words[j]; w.is(content) && c.prose[w.stem] > inside[w.stem] {
				return false
			}
		}
	}
	for _, n := range inside {
		if int(n) == len(c.at) {
			c.fixed++
		}
	}
	if least := slices.Min(c.after); slices.Max(c.after) > least {
		for k, i := range c.at {
			for j := i + 1 + least; j <= i+c.after[k]; j++ {
				if !p.words[j].is(title | numeral) {
					return false
				}
			}
		}
	}
	c.fillers = len(last)
	return commas || c.spaced
}

// shapeBefore reads the columns before the pivots. Where they begin must be
// beyond doubt: a column belongs to the shape when it holds the same words
// again, or words with capitals where the language has them for names alone.
func (p *page) shapeBefore(c *cast) bool {
	for off := -1; off >= -reach; off-- {
		distinct, sure := p.column(c, off)
		if !sure {
			break
		}
		c.before++
		if distinct == 1 {
			c.fixed++
		}
		c.fillers = max(c.fillers, distinct)
	}
	if c.spaced {
		return c.fixed >= 2 || c.fillers >= 2 && c.before+slices.Min(c.after) > 0
	}
	return c.fillers >= 2 && (c.fixed >= 2 || p.capitalised(c))
}

// capitalised reports phrases of two words and more that have a capital or a
// digit in each, in a language that has capitals for names alone: two words
// of which one recurs are else too little of a shape.
func (p *page) capitalised(c *cast) bool {
	if p.caseWeight() < .2 {
		return false
	}
	for k, i := range c.at {
		if c.before+c.after[k] == 0 {
			return false
		}
		for j := i - c.before; j <= i+c.after[k]; j++ {
			if !p.words[j].is(title | numeral) {
				return false
			}
		}
	}
	return true
}

// column counts the distinct words that stand at a distance before the pivots
// and says whether they are surely part of the shape.
func (p *page) column(c *cast, off int) (distinct int, sure bool) {
	count := make(map[int32]int32, len(c.at))
	capitals := p.caseWeight() >= .2
	for k, i := range c.at {
		j := i + off
		if j <= c.in[k].from || !p.words[j+1].is(spaced) || !p.words[j].is(content|numeral) {
			return 0, false
		}
		count[p.words[j].stem]++
		capitals = capitals && p.words[j].is(title)
	}
	for _, i := range c.at {
		if w := p.words[i+off]; w.is(content) && c.prose[w.stem] > count[w.stem] {
			return 0, false
		}
	}
	return len(count), len(count) == 1 || capitals || len(count)*2 <= len(c.at)
}

// loose reports that no occurrence of a cast has a place in its sentence: no
// word governs it, the sentence begins before it, and the sentences differ.
func (p *page) loose(c *cast) bool {
	sentences, befores := make(map[int]bool), make(map[int32]bool)
	for k, i := range c.at {
		e := p.edgeOf(i-c.before, i+c.after[k]+1, c.in[k])
		if e.left < 0 || !e.leftPlain || e.governor != free && !c.spaced {
			return false
		}
		sentences[c.in[k].from] = true
		befores[p.words[e.left].stem] = true
	}
	if 4*len(befores) < 3*len(c.at) {
		return false
	}
	return len(sentences) >= leastCast || len(sentences) >= 2 && (c.spaced || c.fixed >= 2 && c.fillers >= 2 && p.capitalised(c))
}
