package spam

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A phrase before a comma shows where it ends, and where it begins only if odd spacing
// or a shape tells. Once all that is certain on a page is known, its words tell, too: a
// word right before one phrase that else stands in other things that are certain, or
// right before other phrases, and nowhere in the rest, is of the phrase.

const (
	mostBefore = 5 // words before a phrase that are looked at
	mostTies   = 2 // function words among them that may be of the phrase
)

// onsets is what stands before the phrases of a page that are certain.
type onsets struct {
	*page
	phrases []onset
	cut     []bool  // by word: certain
	near    []bool  // by word: before a phrase, or before a comma with a space before it
	rest    []int32 // by stem: how often it stands in what is neither
	uncut   []int32 // by stem: how often it stands in what is not certain
	certain []int32 // by stem: in how many things that are certain
	placed  []int32 // by stem: before how many phrases
	seen    []int32 // by stem: the last of these
	turn    int32
}

// An onset is a phrase whose beginning is no more than a guess.
type onset struct {
	at       int // of the proposals; -1 where none was
	from, to int
	next     int // where it begins by what is known now
	first    int // where it began
	in       stretch
}

// regain takes along what stands before phrases that are certain and is of them.
func (p *page) regain(found []corpus.Proposal) []corpus.Proposal {
	v := p.readOnsets(found)
	if v == nil {
		return found
	}
	for grown := true; grown; {
		v.count(found)
		grown = v.open()
		numbered := v.numbered()
		for k := range v.phrases {
			v.phrases[k].next = v.begin(&v.phrases[k], numbered)
		}
		for k := range v.phrases {
			if f := &v.phrases[k]; f.next < f.from {
				setAll(v.cut, stretch{from: f.next, to: f.from})
				f.from, grown = f.next, true
			}
		}
	}
	for _, f := range v.phrases {
		if f.at < 0 {
			found = append(found, v.proposal(f))
			continue
		}
		if q := &found[f.at]; f.from < f.first {
			q.Start, _, q.Now = p.excise(&phrase{from: f.from, to: f.to, in: f.in})
			q.Head = p.headOf(f.from, f.to, maxPhrase)
			q.Evidence = append(slices.Clone(q.Evidence), corpus.Evidence{Family: corpus.Template, Weight: .8, Detail: "begins with words that nothing but what was injected has"})
		}
	}
	return disjoint(found)
}

// readOnsets finds the phrases whose beginning nothing told for certain; nil where there
// is none.
func (p *page) readOnsets(found []corpus.Proposal) *onsets {
	if p.traced == nil || !slices.ContainsFunc(found, isCut) {
		return nil
	}
	v := &onsets{page: p, cut: p.flags.Take(len(p.words))}
	for k, q := range found {
		if !isCut(q) {
			continue
		}
		from, to := p.wordAt(q.Start), p.wordAt(q.End)
		for i := from; i < to; i++ {
			v.cut[i] = true
		}
		if s, ok := p.inSentence(from, to); ok && (p.words[from].is(spaced) || p.gap(from) == " & ") && p.traced.left[from] == noTrace && p.traced.right[to-1] == spaceMark {
			v.phrases = append(v.phrases, onset{at: k, from: from, to: to, first: from, in: s})
		}
	}
	if len(v.phrases) == 0 && p.traced.total[spaceMark] == 0 {
		return nil
	}
	return v
}

// inSentence gives the sentence in the midst of which words [from, to) are a phrase.
func (p *page) inSentence(from, to int) (s stretch, ok bool) {
	if from >= to || to-from > 2*maxPhrase {
		return s, false
	}
	k, _ := slices.BinarySearchFunc(p.sentences, from+1, func(s stretch, at int) int { return s.to - at })
	if k == len(p.sentences) {
		return s, false
	}
	s = p.sentences[k]
	return s, s.from < from && to <= s.to
}

// count counts where each stem stands.
func (v *onsets) count(found []corpus.Proposal) {
	p := v.page
	v.near, v.rest, v.uncut = p.flags.Take(len(p.words)), p.numbers.Take(len(p.keys)), p.numbers.Take(len(p.keys))
	v.certain, v.placed = p.numbers.Take(len(p.keys)), p.numbers.Take(len(p.keys))
	v.seen, v.turn = p.numbers.Take(len(p.keys)), 0
	for from, to := range p.cuts(found) {
		v.place(v.certain, from, to)
	}
	for _, f := range v.phrases {
		v.place(v.certain, f.from, f.first)
	}
	for _, f := range v.phrases {
		v.before(f.in, f.from)
	}
	for _, s := range p.sentences {
		for i := s.from; i < s.to; i++ {
			if p.traced.right[i] == spaceMark && !v.cut[i] {
				v.before(s, i+1)
			}
		}
	}
	for i := range p.words {
		t, ok := p.term(i)
		if !ok || v.cut[i] {
			continue
		}
		if v.uncut[t]++; !v.near[i] {
			v.rest[t]++
		}
	}
}

// before notes the words that stand right before one.
func (v *onsets) before(s stretch, end int) {
	from := v.reach(s, end)
	for i := from; i < end; i++ {
		v.near[i] = true
	}
	v.place(v.placed, from, end)
}

// reach is the first of the words right before one.
func (v *onsets) reach(s stretch, end int) int {
	i := end
	for i-1 > s.from && end-i < mostBefore && !v.cut[i-1] && !v.words[i-1].is(address) && (i == len(v.words) || i == end && v.traced.right[i-1] == spaceMark || v.words[i].is(spaced)) {
		i--
	}
	return i
}

// place counts the stems of words that stand together, each once.
func (v *onsets) place(times []int32, from, to int) {
	v.turn++
	for i := from; i < to; i++ {
		if t, ok := v.term(i); ok && v.seen[t] != v.turn {
			v.seen[t] = v.turn
			times[t]++
		}
	}
}

// begin is where a phrase begins.
func (v *onsets) begin(f *onset, numbered bool) int {
	if numbered || v.tiedBefore(f) {
		return f.from - 1
	}
	return min(v.shared(f), v.kin(f), v.capitalOf(f), v.filled(f), v.asTheOthers(f))
}

// tiedBefore reports a sign for "and" before a phrase, behind a word that stands before such
// phrases alone: two words of one name.
func (v *onsets) tiedBefore(f *onset) bool {
	i := f.from - 1
	if i <= f.in.from || v.cut[i] || v.gap(f.from) != " & " {
		return false
	}
	t, ok := v.term(i)
	return ok && v.uncut[t] <= max(1, v.placed[t])
}

// numbered reports that a number stands before each of several phrases.
func (v *onsets) numbered() bool {
	return len(v.phrases) > 1 && !slices.ContainsFunc(v.phrases, func(f onset) bool {
		return f.from-1 <= f.in.from || !v.words[f.from].is(spaced) || !v.words[f.from-1].is(numeral)
	})
}

// capitalOf is where a phrase in small letters begins on a page whose other phrases all
// have capitals.
func (v *onsets) capitalOf(f *onset) int {
	if v.caseWeight() < .2 {
		return f.from
	}
	if v.begunLarge(f.from) {
		return v.longer(f)
	}
	capitals := 0
	for _, g := range v.phrases {
		if v.begunLarge(g.from) {
			capitals++
		}
	}
	if capitals == 0 || 3*capitals < 2*len(v.phrases) {
		return f.from
	}
	for i := f.from - 1; i >= max(v.reach(f.in, f.from), f.from-reach+1); i-- {
		if t, ok := v.term(i); ok && v.rest[t] > 0 {
			break
		}
		if v.capital(i) {
			return i
		}
	}
	return f.from
}

// longer is where a phrase with a capital begins if the capital near before it is of it: it
// has letters that follow each other in no word of the language, and what is between them
// stands nowhere else. A name of the sentence's own has two capitals.
func (v *onsets) longer(f *onset) int {
	for i := f.from - 1; i > max(f.in.from+1, f.from-reach) && v.mayFill(f, i); i-- {
		if !v.capital(i) {
			continue
		}
		if v.capital(i-1) || v.governs(i-1) || v.role(i-1) != free || !v.words[i].is(spaced) || !v.unheard(i) {
			break
		}
		return i
	}
	return f.from
}

// begunLarge reports a word with a capital; those that are certain have lost their class.
func (v *onsets) begunLarge(i int) bool {
	r, _ := utf8.DecodeRuneInString(v.text[v.words[i].start():])
	return unicode.IsUpper(r)
}

// kin is where the words begin before a phrase that else stand in what is certain, or
// before three phrases, with no word of the rest between.
func (v *onsets) kin(f *onset) int {
	out, ties := f.from, 0
	for i := f.from - 1; i >= v.reach(f.in, f.from); i-- {
		t, ok := v.term(i)
		switch {
		case ok && v.rest[t] > 0:
			return out
		case ok && (v.certain[t] > 0 || v.placed[t] >= leastCast):
			out = min(out, i)
		case v.words[i].is(function):
			if ties++; ties > mostTies {
				return out
			}
		}
	}
	return out
}

// shared is where the words begin that stand right before another phrase too: words that
// the rest does not have, or any before three.
func (v *onsets) shared(f *onset) int {
	out, times := f.from, map[int]int{}
	first := v.reach(f.in, f.from)
	for _, g := range v.phrases {
		if g.in.from == f.in.from {
			continue
		}
		n, known, least := 0, false, v.reach(g.in, g.from)
		for f.from-n-1 > first && g.from-n-1 > least && v.words[f.from-n-1].key == v.words[g.from-n-1].key {
			n++
			i := f.from - n
			t, ok := v.term(i)
			if known = known || ok && v.rest[t] > 0; ok {
				if times[i]++; !known || times[i]+1 >= leastCast {
					out = min(out, i)
				}
			}
		}
	}
	return out
}
