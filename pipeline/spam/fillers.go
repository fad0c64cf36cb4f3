package spam

import "slices"

// What differs in the phrases of one shape stands before what is the same in them, and in
// small letters nothing shows it: before each stands a word that the page has nowhere
// else, but so may words of the sentences. Names that somebody made up have letters that
// follow each other in no word of the language, which the words of a sentence seldom do.

const (
	mostFillers    = 3 // words of a filler
	leastUnheard   = 1 // fillers with such letters, where three phrases have one each
	leastUnheardOf = 2 // of two phrases
)

// filled is where a phrase begins, if it is one of several of one shape before each of
// which stands a filler, with a capital or without one as the others.
func (v *onsets) filled(f *onset) int {
	phrases, unheard, differ := 0, 0, false
	for _, g := range v.phrases {
		if !v.oneShape(f, &g) {
			continue
		}
		if !v.mayFill(&g, g.from-1) || v.capital(g.from-1) != v.capital(f.from-1) {
			return f.from
		}
		phrases++
		differ = differ || v.words[g.from-1].key != v.words[f.from-1].key
		if v.unheard(g.from - 1) {
			unheard++
		}
	}
	if !differ || unheard < leastUnheardOf && (phrases < leastCast || unheard < leastUnheard) {
		return f.from
	}
	i := f.from - 1
	for f.from-i < mostFillers && v.mayFill(f, i-1) && v.unheard(i-1) {
		i--
	}
	return i
}

// asTheOthers is where a phrase begins with whose words two others and more end, if each of
// them has more before these: it has a word, too.
func (v *onsets) asTheOthers(f *onset) int {
	longer, n := 0, f.to-f.from
	for _, g := range v.phrases {
		if g.from == f.from || g.to-g.from < n || !slices.EqualFunc(v.words[f.from:f.to], v.words[g.to-n:g.to], func(a, b word) bool { return a.key == b.key }) {
			continue
		}
		if g.to-g.from == n {
			return f.from
		}
		longer++
	}
	if longer < 2 || !v.mayFill(f, f.from-1) {
		return f.from
	}
	return f.from - 1
}

// oneShape reports phrases of as many words, two at least, with the same first or the same
// last one.
func (v *onsets) oneShape(f, g *onset) bool {
	same := func(i, j int) bool { return v.words[i].key == v.words[j].key && !v.words[i].is(numeral) }
	n := f.to - f.from
	return n >= 2 && g.to-g.from == n && (same(f.from, g.from) || same(f.to-1, g.to-1))
}

// mayFill reports a word of content right before the words of a phrase, in mid-sentence,
// that the page has before such phrases alone, in their script.
func (v *onsets) mayFill(f *onset, i int) bool {
	if i <= f.in.from || v.cut[i] || !v.words[i+1].is(spaced) || v.words[i].is(spaceless) || v.latin(v.words[i]) != v.latin(v.words[f.from]) {
		return false
	}
	t, ok := v.term(i)
	return ok && v.uncut[t] <= v.placed[t]
}

// unheard reports a word with letters that follow each other in no word of the language.
func (p *page) unheard(i int) bool {
	if p.rarest == nil {
		return false
	}
	chance, ok := p.rarest(p.language, p.keys[p.words[i].key])
	return ok && chance == 0
}
