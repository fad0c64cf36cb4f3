package spam

import "github.com/urtext/urtext/pipeline/corpus"

// halfFramed finds phrases with odd spacing on one side only; where they end
// on the other side is told by title case or by a mark.
func (p *page) halfFramed(t *traces, known []*phrase) []*phrase {
	if t.none() {
		return nil
	}
	taken := p.taken(known)
	var out []*phrase
	for _, s := range p.sentences {
		for i := s.from; i < s.to; i++ {
			if taken[i] {
				continue
			}
			if t.right[i] != noTrace && t.right[i] != hidden && (i+1 == s.to || !taken[i+1]) { // else it is that phrase that it sets apart
				if f := p.runBefore(i, s, taken); f != nil {
					f.right = t.right[i]
					t.loose[f.right]--
					out = append(out, f)
				}
			} else if t.left[i] != noTrace && t.left[i] != hidden && i > 0 && !p.words[i-1].is(numeral) && !taken[i-1] {
				if f := p.runAfter(i, s, taken); f != nil {
					f.left = t.left[i]
					t.loose[f.left]--
					out = append(out, f)
					i = f.to - 1
				}
			}
		}
	}
	for _, f := range out {
		p.weighHalf(f, t)
	}
	return out
}

func (p *page) taken(phrases []*phrase) []bool {
	taken := p.flags.Take(len(p.words))
	for _, f := range phrases {
		for i := f.from; i < f.to; i++ {
			taken[i] = true
		}
	}
	return taken
}

// runBefore takes the words with capitals that end with word i, or the words
// before a mark that stand nowhere else in the text; numbers may stand behind them.
func (p *page) runBefore(i int, s stretch, taken []bool) *phrase {
	last := i
	for last > s.from && p.words[last].is(numeral) && p.words[last].is(spaced) {
		last--
	}
	fits := p.capital
	if !p.capital(last) {
		fits = p.single
	}
	j := last
	for j >= s.from && i-j < maxPhrase && fits(j) && !taken[j] && (j == i || p.words[j+1].is(spaced)) && p.latin(p.words[j]) == p.latin(p.words[last]) {
		j--
	}
	if j < s.from || i-j < 2 || j == last || !p.onlySpace(j+1) {
		return nil
	}
	from := j + 1
	// A genuine name may stand right before the phrase and be taken with it.
	unsure := (last-from > 3 || !p.once(p.words[from])) && !p.behindOtherScript(from, s)
	return &phrase{from: from, to: i + 1, in: s, unsure: unsure}
}

// behindOtherScript reports a word behind one in another script that sets spaces between
// its words.
func (p *page) behindOtherScript(i int, s stretch) bool {
	return i > s.from && !p.words[i-1].is(spaceless) && p.latin(p.words[i-1]) != p.latin(p.words[i])
}

// single reports a word in lower case that prose has this once.
func (p *page) single(i int) bool {
	w := p.words[i]
	return w.is(content) && !w.is(title) && p.once(w) || w.is(address)
}

// once reports a word that prose has once at most.
func (p *page) once(w word) bool { return p.inProse[w.stem] <= 1 }

// runAfter takes the words from word i to the next mark, or as far as
// capitals go.
func (p *page) runAfter(i int, s stretch, taken []bool) *phrase {
	if j := p.runEnd(i, s, taken); j-i >= 2 {
		return &phrase{from: i, to: j, in: s}
	}
	return nil
}

// runEnd is where the words of runAfter end.
func (p *page) runEnd(i int, s stretch, taken []bool) int {
	j := i
	for j < s.to && j-i < maxPhrase && p.capital(j) && !taken[j] && (j == i || p.words[j].is(spaced)) {
		j++
	}
	return j
}

func (p *page) capital(i int) bool {
	return p.words[i].class&(title|function) == title
}

// weighHalf weighs a phrase with an odd space on one side only: the rarer such a
// space is on the page the more it says.
func (p *page) weighHalf(f *phrase, t *traces) {
	k := max(f.left, f.right)
	each := 2.
	if k == spaceMark && t.chosen() {
		each = .2
	}
	f.artefact = .6 / (1 + each*float64(max(t.loose[k], 0)))
	if t.scattered && k != spaceMark {
		f.artefact = 0
	}
	if k == noBreak && f.right == noTrace {
		f.artefact *= .7 // editors leave one such space in many places
	}
	last := f.to - 1
	for last > f.from && p.words[last].is(numeral) {
		last--
	}
	if !p.capital(last) {
		f.artefact *= .7 // where it begins is a guess
	}
	f.evidence = append(f.evidence, corpus.Evidence{Family: corpus.Artefact, Weight: f.artefact, Detail: "has " + k.String() + " on one side"})
}

// unframed finds runs of capitals inside lower-case sentences that nothing
// governs, without any odd spacing.
func (p *page) unframed(known []*phrase) []*phrase {
	if p.caseWeight() < .2 {
		return nil
	}
	taken := p.taken(known)
	var out []*phrase
	for _, s := range p.sentences {
		if !s.prose || s.lacks(title) {
			continue
		}
		for i := s.from + 1; i < s.to; i++ {
			if !p.capital(i) || taken[i] || p.capital(i-1) || !p.onlySpace(i) {
				continue
			}
			f := phrase{from: i, to: p.runEnd(i, s, taken), in: s}
			if f.to-f.from < 2 {
				continue
			}
			i = f.to - 1
			if f.to-f.from <= 6 && p.ungoverned(&f) {
				out = append(out, &phrase{from: f.from, to: f.to, in: s})
			}
		}
	}
	return out
}

// ungoverned reports a run of capitals with no word before it that could
// govern it and no possessive or hyphen after it.
func (p *page) ungoverned(f *phrase) bool {
	e := p.edgeOf(f.from, f.to, f.in)
	if !e.leftPlain || e.governor != free || !p.titleCase(f) {
		return false
	}
	if w := p.words[e.left]; w.is(function) && roles[p.language] == nil && !p.closes[w.key] {
		return false // what never stands before a mark may well govern
	}
	return e.rightPlain || e.mark == ',' || e.mark == '.' || e.mark == ';' || e.mark == '，' || e.mark == '。'
}
