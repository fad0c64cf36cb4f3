package faded

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What no other copy has in its place is read by what the copies have
// elsewhere: a word of the copies that alone fits, an apostrophe where one was
// lost behind the same letters before, a sign that stands alone as the others
// of the copy that do.

// Limits of the inference.
const (
	leastKnown  = 2 // letters that a word kept, and at least as many as it lost
	leastElided = 2 // words in which an apostrophe was lost behind the same letters
)

// A Lexicon is the words of sound texts by their shapes.
type Lexicon struct {
	of      map[uint64][]entry
	known   func(word string) int // in how many texts a word stands, nil if nobody knows
	letters map[rune]bool         // of those words, beyond ASCII, in lower case
}

// An entry is a word, and how it was seen.
type entry struct {
	lower []rune // in lower case
	form  []rune // as it stands, in lower case if it was seen so
	small bool   // it was seen so
}

// NewLexicon begins a lexicon; known, which may be nil, tells in how many other texts
// a word stands.
func NewLexicon(known func(word string) int) *Lexicon {
	return &Lexicon{of: map[uint64][]entry{}, known: known, letters: map[rune]bool{}}
}

// Take adds the words of a text that lost nothing; one with a sign behind it may have
// lost its last letter.
func (l *Lexicon) Take(t *Text) {
	var sp letters
	for _, r := range t.runs {
		if r.runes > longest || !spell(&sp, t.text[r.start:r.end]) || signIn(sp.runes) >= 0 {
			continue
		}
		if lo, hi := core(sp.runes, sp.runes); hi > lo {
			l.addAll(sp.runes[lo:hi])
		}
	}
}

// addAll adds a word, and what stands behind an apostrophe in it.
func (l *Lexicon) addAll(word []rune) {
	for l.add(word); ; {
		i := slices.IndexFunc(word, isApostrophe)
		if i < 0 || i+1 == len(word) {
			return
		}
		word = word[i+1:]
		l.add(word)
	}
}

// add takes a word; of the same word with and without capitals the one in small
// letters is kept.
func (l *Lexicon) add(word []rune) {
	e := entry{lower: make([]rune, len(word)), form: word}
	for i, r := range word {
		e.lower[i] = unicode.ToLower(r)
	}
	e.small = string(e.lower) == string(word)
	shape := shapeOf(word)
	list := l.of[shape]
	for i, x := range list {
		if string(x.lower) == string(e.lower) {
			if e.small && !x.small {
				list[i].form, list[i].small = x.lower, true
			}
			return
		}
	}
	e.form = slices.Clone(word)
	l.of[shape] = append(list, e)
	for _, r := range e.lower {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			l.letters[r] = true
		}
	}
}

// shapeOf is the shape of a word.
func shapeOf(word []rune) uint64 {
	h := uint64(0)
	for _, r := range word {
		s, ok := inkOf(r)
		if !ok {
			s = '?'
		}
		h = mix(h, uint64(s))
	}
	return h
}

// has reports a word of the lexicon.
func (l *Lexicon) has(word []rune) bool {
	lower := strings.ToLower(string(word))
	for _, e := range l.of[shapeOf(word)] {
		if string(e.lower) == lower {
			return true
		}
	}
	return false
}

// only is the one word that a word with lost letters may have been, nil if
// there is none or several. What it kept of its letters stays.
func (l *Lexicon) only(word []rune, opens bool) []rune {
	signs, known := 0, 0
	for _, r := range word {
		switch {
		case isSign(r):
			signs++
		case isWord(r):
			known++
		}
	}
	if signs == 0 || known < leastKnown || known < signs {
		return nil
	}
	var found *entry
	for i, e := range l.of[shapeOf(word)] {
		if !kept(word, e.lower) {
			continue
		}
		if found != nil {
			return nil
		}
		found = &l.of[shapeOf(word)][i]
	}
	out := slices.Clone(word)
	if found == nil {
		if out = l.guess(word, signs, known); out == nil {
			return nil
		}
	} else {
		for i, r := range word {
			if isSign(r) {
				out[i] = found.form[i]
			}
		}
	}
	if opens && isSign(word[0]) {
		out[0] = unicode.ToUpper(out[0])
	}
	return out
}

// kept reports whether a word has the letters that another kept.
func kept(of, whole []rune) bool {
	for i, r := range of {
		if !isSign(r) && unicode.ToLower(r) != whole[i] && !(isApostrophe(r) && isApostrophe(whole[i])) {
			return false
		}
	}
	return true
}

// trimmed is the word within a run of which signs and marks may have been lost at
// either end, and where it begins.
func (l *Lexicon) trimmed(run []rune, opens bool) (word []rune, lead int) {
	for _, cut := range [][2]int{{1, 0}, {0, 1}, {1, 1}} {
		if len(run) <= cut[0]+cut[1] || cut[0] > 0 && !isSign(run[0]) || cut[1] > 0 && !isSign(run[len(run)-1]) {
			continue
		}
		part := run[cut[0] : len(run)-cut[1]]
		if !strings.ContainsFunc(string(part), isSign) && l.has(part) {
			return part, cut[0]
		}
		if now := l.only(part, opens); now != nil {
			return now, cut[0]
		}
	}
	return nil, 0
}

// Infer reads what no copy had in its place, given the words of the sound
// copies; those that the text itself kept, or others read, are taken, too.
func (m *Mending) Infer(l *Lexicon) {
	l.Take(m.text)
	for i := range m.words {
		if now := []rune(m.words[i].now); m.words[i].read && signIn(now) < 0 {
			l.addAll(now)
		}
	}
	elided := m.elisions()
	hidden := make([]bool, len(m.words)) // in passages that are illegible
	for i := 0; i < len(m.words); {
		to, lost := m.unread(i)
		for to = max(to, i+1); i < to; i++ {
			if hidden[i] = lost; !lost && !m.words[i].read {
				m.inferWord(i, l, elided)
			}
		}
	}
	m.inferAlone(hidden)
}

// inferWord reads one word that no other has.
func (m *Mending) inferWord(i int, l *Lexicon, elided map[string]elision) {
	r := m.text.runs[i]
	ink := m.text.text[r.start:r.end]
	runes := []rune(ink)
	if r.runes != len(runes) || len(runes) > longest || l.has(runes[:len(runes)-1]) && !lostIn(ink) {
		return
	}
	opens, lead := m.opens(i), 0
	now := l.only(runes, opens)
	if now == nil {
		now = elided[prefixOf(runes)].apply(runes, l)
	}
	if now == nil && lostIn(ink) {
		now, lead = l.trimmed(runes, opens)
	}
	if now == nil {
		return
	}
	start := r.start + len(string(runes[:lead]))
	end := start + len(string(runes[lead:lead+len(now)]))
	m.words[i] = word{read: true, start: start, end: end, now: string(now)}
}

// opens reports whether run i begins a sentence or a paragraph.
func (m *Mending) opens(i int) bool {
	if i == 0 {
		return true
	}
	gap := m.text.text[m.text.runs[i-1].end:m.text.runs[i].start]
	return strings.ContainsAny(gap, ".!") || strings.Contains(gap, "\n\n")
}

// An elision is what a sign stood for behind some letters.
type elision struct {
	sign          rune
	elided, other int
}

// prefixOf is what stands before the first sign of a word, in lower case.
func prefixOf(word []rune) string {
	return strings.ToLower(string(word[:max(0, signIn(word))]))
}

// signIn is the place of the first sign, -1 if there is none.
func signIn(word []rune) int { return slices.IndexFunc(word, isSign) }

// elisions counts what the first sign of a word stood for in those that were read.
func (m *Mending) elisions() map[string]elision {
	out := map[string]elision{}
	for _, w := range m.words {
		if !w.read {
			continue
		}
		was, now := []rune(inkIn(m.text.text[w.start:w.end])), []rune(w.now)
		k := signIn(was)
		if k <= 0 || k+2 >= len(was) || len(was) != len(now) || isSign(now[k]) {
			continue
		}
		e := out[prefixOf(was)]
		if isApostrophe(now[k]) {
			e.sign, e.elided = now[k], e.elided+1
		} else {
			e.other++
		}
		out[prefixOf(was)] = e
	}
	return out
}

// apply reads a word that lost an apostrophe behind its first letters, nil if that
// is not sure.
func (e elision) apply(word []rune, l *Lexicon) []rune {
	k := signIn(word)
	if k <= 0 || k+2 >= len(word) || e.elided < leastElided {
		return nil
	}
	rest := word[k+1:]
	if signIn(rest) >= 0 {
		if rest = l.only(rest, false); rest == nil {
			return nil
		}
	} else if e.other > 0 && !l.has(rest) {
		return nil
	}
	return slices.Concat(word[:k], []rune{e.sign}, rest)
}
