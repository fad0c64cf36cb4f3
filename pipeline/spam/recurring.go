package spam

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A phrase that was set in before a comma, with a space between, shows where it
// ends and not where it begins. Set in again, it does: what stands before two such
// commas alike is the phrase.

// What is alike before two commas is of so many letters at least, in so many words
// or, where each character is one, characters; of more commas on one page the space
// is a habit.
const recurringLetters, recurringWords, recurringChars, recurringMost = 8, 2, 4, 30

// An ending is a place before a comma with a space before it: its last word, the
// sentence, and how far back the words stand before another such comma too.
type ending struct {
	last, first int // first is beyond last where nothing recurs
	in          stretch
	times       int
	filled      bool // words differ between the first and the last
}

// recurring finds the phrases that stand before spaced commas twice or more.
func (p *page) recurring(t *traces, known []*phrase) []*phrase {
	if n := t.total[spaceMark]; n < 2 || n > recurringMost {
		return nil
	}
	ends := p.spacedCommas(t, known)
	for i := range ends {
		for j := range ends {
			if i != j && (ends[i].in.from != ends[j].in.from || t.chosen()) {
				p.compareEndings(&ends[i], &ends[j], ends)
			}
		}
	}
	var out []*phrase
	for _, e := range ends {
		if e.times == 0 {
			continue
		}
		f := &phrase{from: e.first, to: e.last + 1, in: e.in, right: spaceMark, recurs: true, filled: e.filled}
		t.loose[spaceMark]--
		out = append(out, f)
	}
	for _, f := range out {
		f.times = len(out)
		p.weighRecurring(f, t)
		f.note(corpus.Template, &f.template, .8, fmt.Sprintf("one of %d phrases with the same words, each before a comma with a space before it", len(out)))
	}
	return out
}

// spacedCommas lists the places in prose before a comma with a space before it.
func (p *page) spacedCommas(t *traces, known []*phrase) (ends []ending) {
	taken := p.taken(known)
	for _, s := range p.sentences {
		for i := s.from; i < s.to; i++ {
			if t.right[i] == spaceMark && s.prose && !taken[i] && p.beforeComma(i+1, s) {
				ends = append(ends, ending{last: i, first: i + 1, in: s})
			}
		}
	}
	return ends
}

// compareEndings notes in the first of two places where the longest run of words
// begins that stands near before the other comma too.
func (p *page) compareEndings(a, b *ending, all []ending) {
	most, first := 0, -1
	for i := p.reachBack(a); i <= a.last; i++ {
		for j := p.reachBack(b); j <= b.last; j++ {
			if n := p.alike(i, a.last, j, b.last); n > most {
				most, first = n, i
			}
		}
	}
	if i := p.moulded(a, b); i > a.in.from && (first < 0 || i < first) && 2*p.timesBefore(all, p.words[i].key) >= int(p.inProse[p.words[i].stem]) {
		first, a.filled = i, true
	}
	if first > a.in.from { // a sentence that is nothing else was not set into one
		a.times++
		a.first = min(a.first, first)
	}
}

// timesBefore counts the commas before which a word stands.
func (p *page) timesBefore(all []ending, key int32) (n int) {
	for k := range all {
		e := &all[k]
		if slices.ContainsFunc(p.words[p.reachBack(e):e.last+1], func(w word) bool { return w.key == key }) {
			n++
		}
	}
	return n
}

// moulded is where the words begin before a comma that have the same first and the same
// last one as those before another, with others between: "buy law essay", "buy modern
// history essay". -1 where there are none.
func (p *page) moulded(a, b *ending) int {
	if p.words[a.last].key != p.words[b.last].key || !p.telling(a.last) {
		return -1
	}
	for i := max(p.reachBack(a), a.last-reach); i < a.last; i++ {
		if !p.telling(i) || p.words[i].size()+p.words[a.last].size() < recurringLetters || !p.tied(i, a.last) {
			continue
		}
		for j := max(p.reachBack(b), b.last-reach); j < b.last; j++ {
			if p.words[j].key == p.words[i].key && p.tied(j, b.last) {
				return i
			}
		}
	}
	return -1
}

// telling reports a word of content of a script with spaces.
func (p *page) telling(i int) bool { return p.words[i].class&(content|spaceless) == content }

// tied reports words [i, j] apart by plain spaces, one of them a function word at most.
func (p *page) tied(i, j int) bool {
	ties := 0
	for k := i; k <= j; k++ {
		if k > i && !p.words[k].is(spaced) {
			return false
		}
		if p.words[k].is(function) {
			ties++
		}
	}
	return ties <= 1
}

// reachBack is the first word that may be of the phrase before a comma: no mark
// stands in it.
func (p *page) reachBack(e *ending) int {
	i := e.last
	for i > e.in.from && e.last-i+1 < p.longestPhrase(e.last) && blank(p.gap(i)) {
		i--
	}
	return i
}

// alike is the number of letters in the words that are the same from word i to
// word a at most and from word j on to word b, 0 where they are few or say nothing.
func (p *page) alike(i, a, j, b int) int {
	n, letters, telling := 0, 0, false
	for ; i+n <= a && j+n <= b && p.words[i+n].key == p.words[j+n].key; n++ {
		w := p.words[i+n]
		letters += utf8.RuneCountInString(p.text[w.start():w.end()])
		telling = telling || w.is(content|spaceless)
	}
	switch {
	case !telling || n == 0:
		return 0
	case p.words[i].is(spaceless) && n < recurringChars, !p.words[i].is(spaceless) && (n < recurringWords || letters < recurringLetters):
		return 0
	}
	return letters
}

// weighRecurring gives a phrase its evidence: the space before the comma, the less
// of it the more such commas follow on nothing that recurs beside those that do,
// and the mould.
func (p *page) weighRecurring(f *phrase, t *traces) {
	n, each := float64(f.times), 1.5
	if t.chosen() {
		each = .4
	}
	f.artefact = .8 * n / (n + each*float64(max(t.loose[spaceMark], 0)))
	f.evidence = append(f.evidence, corpus.Evidence{Family: corpus.Artefact, Weight: f.artefact, Detail: "has " + spaceMark.String() + " on one side"})
}
