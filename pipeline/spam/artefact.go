package spam

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// trace is what odd spacing stands at one side of a word.
type trace uint8

const (
	noTrace   trace = iota
	noBreak         // U+00A0 or another space that is not typed
	doubled         // two or more plain spaces
	hidden          // an invisible character stood here
	spaceMark       // a plain space before a comma or full stop
	apart           // a plain space in a script that sets none
)

func (t trace) String() string {
	return [...]string{"nothing", "a no-break space", "doubled spaces", "an invisible character", "a space before the mark", "a space in a script that sets none"}[t]
}

// maxPhrase is how many words an injected phrase may have; longer ones are
// judged as sentences.
const maxPhrase = 10

// phrase is a run of words [from, to) inside a sentence that may be injected.
type phrase struct {
	from, to    int
	in          stretch // its sentence
	left, right trace
	artefact    float64
	evidence    []corpus.Evidence
	shape       string // key of the template it fills
	template    float64
	syntax      float64
	semantics   float64
	needed      bool // the sentence breaks without it
	novel       int  // words of content that stand nowhere else
	unsure      bool // where it begins is a guess
	wedged      bool // between odd spaces, the second before a comma
	cast        bool // one of a mould that has no place in its sentences
	recurs      bool // what it begins with stands before a spaced comma again
	filled      bool // one of those that recur, which are not all alike
	times       int  // how many phrases recur with it
}

// note adds evidence to one family, which grows towards 1 and no further.
func (f *phrase) note(family corpus.Family, sum *float64, weight float64, detail string) {
	*sum = 1 - (1-*sum)*(1-weight)
	f.evidence = append(f.evidence, corpus.Evidence{Family: family, Weight: weight, Detail: detail})
}

// traces finds odd spacing in prose: left[i] is what stands right before
// word i, right[i] what stands right after it.
type traces struct {
	left, right []trace
	loose       [spaceMark + 1]int // traces that are at no side of a phrase
	total       [spaceMark + 1]int
	plain       int  // commas of prose with no space before them
	scattered   bool // see scatter
}

// findTraces notes on both sides of each word what an injection may have left
// there, and how often the page has each such trace.
func (p *page) findTraces() *traces {
	t := &traces{left: p.sides.Take(len(p.words)), right: p.sides.Take(len(p.words))}
	if p.some&traceBefore == 0 && len(p.invisible) == 0 { // most pages
		t.total[noTrace] = len(p.words)
		return t
	}
	p.glues = p.keepsTogether()
	for _, l := range p.lines {
		if !p.columns(l) && (l.prose || p.reads(l)) {
			p.traceLine(t, l)
		}
	}
	if !p.strewn() {
		for _, at := range p.invisible {
			p.traceHidden(t, at)
		}
	}
	for i := range t.right {
		t.total[t.right[i]]++
		if t.left[i] != noTrace && (i == 0 || t.right[i-1] != t.left[i]) {
			t.total[t.left[i]]++
		}
	}
	t.scattered = t.scatter()
	return t
}

const (
	leastNear = 8  // odd spaces that are near to the next
	nearShare = .3 // of these, whose next is about as near to its next
	aboutNear = 2  // times as far at most
)

// scatter reports odd spaces as a typist or a scan leaves them, one here and one
// there. Those of whoever injects come in pairs: from the second of one phrase to
// the first of the next it is farther than within a phrase.
func (t *traces) scatter() bool {
	odd := func(k trace) bool { return k == noBreak || k == doubled }
	last, before := -1, 0 // the last odd space, and how far it is from the one before, if that is near
	near, alike := 0, 0
	for i := 1; i < len(t.left); i++ {
		if !odd(t.left[i]) && !odd(t.right[i-1]) {
			continue
		}
		if last >= 0 && i == last+1 {
			last = i // a chain of words apart by odd spaces
			continue
		}
		if d := i - last; last < 0 || d > maxPhrase {
			before = 0
		} else {
			near++
			if before > 0 && max(d, before) <= aboutNear*min(d, before) {
				alike++
			}
			before = d
		}
		last = i
	}
	return near >= leastNear && float64(alike) > nearShare*float64(near)
}

// manyPlain is how many times as many commas without a space before them a page has
// whose few with one were set so by another hand.
const manyPlain = 4

// chosen reports such a page: another space before a comma, of which nothing is known,
// says little against one.
func (t *traces) chosen() bool { return t.plain >= manyPlain*t.total[spaceMark] }

// none reports a text without odd spacing.
func (t *traces) none() bool {
	return t.total == [len(t.total)]int{noTrace: len(t.right)}
}

// traceLine notes the odd spaces of a line; of prose the plain commas, too,
// which are counted against them.
func (p *page) traceLine(t *traces, l stretch) {
	for i := l.from + 1; i < l.to && l.prose; i++ {
		if c := p.text[p.words[i-1].end()]; c == ',' {
			t.plain++
		}
	}
	for i := l.from + 1; i < l.to && !l.lacks(traceBefore); i++ {
		if p.words[i].is(traceBefore) {
			gap := p.gap(i)
			t.left[i] = p.trailing(gap, i)
			t.right[i-1] = p.leading(gap, i)
		}
	}
	if end := p.text[p.words[l.to-1].end():l.end]; len(end) > 1 && l.prose {
		t.right[l.to-1] = p.leading(end, l.to)
	}
}

// columns reports that the words of a line are set in columns.
func (p *page) columns(l stretch) bool {
	return p.wide && (strings.Contains(p.text[p.words[l.from].start():p.words[l.to-1].end()], "   ") || strings.Contains(p.text[p.words[l.from].end():p.words[l.to-1].end()], "\t"))
}

// reads reports that a line that is not prose may still be a sentence: some
// words, a function word among them, and no columns.
func (p *page) reads(l stretch) bool {
	if l.words() < 6 || l.lacks(function) {
		return false
	}
	functions, wide := 0, 0
	for i := l.from; i < l.to; i++ {
		if p.words[i].is(function) {
			functions++
		}
		if i > l.from && !p.words[i].is(spaced) && len(p.gap(i)) > 1 && blank(p.gap(i)) {
			wide++
		}
	}
	return functions > 0 && wide <= 4
}

// traceHidden notes an invisible character that was taken out at a byte.
func (p *page) traceHidden(t *traces, at int) {
	i := p.wordAt(at)
	if i == 0 || i >= len(p.words) || at < p.words[i-1].end() || p.unspaced(at) {
		return
	}
	if t.left[i] == noTrace && t.right[i-1] == noTrace {
		t.left[i], t.right[i-1] = hidden, hidden
	}
}

// trailing judges the white space right before word i, at the end of gap.
func (p *page) trailing(gap string, i int) trace {
	start := len(strings.TrimRight(gap, spaces))
	run := gap[start:]
	k := kindOf(run)
	if k == noTrace {
		return noTrace
	}
	if start > 0 {
		r, _ := utf8.DecodeLastRuneInString(gap[:start])
		if r != ',' && r != ')' && r != '\'' && r != '’' && r != '"' && r != '”' && r != '，' {
			return noTrace // sentence ends, colons, dashes, opening marks, French quotes: typists' and printers' habits
		}
		if r != ',' && r != '，' && k == noBreak {
			return noTrace
		}
	}
	if p.habit(i, k) {
		return noTrace
	}
	return k
}

// leading judges the white space at the beginning of the gap before word i.
func (p *page) leading(gap string, i int) trace {
	rest := strings.TrimLeft(gap, spaces)
	run := gap[:len(gap)-len(rest)]
	k := kindOf(run)
	if rest == "" {
		if i < len(p.words) && k != noTrace && gap == run && !p.habit(i, k) && strings.IndexByte(gap, '\n') < 0 {
			return k
		}
		return noTrace
	}
	r, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case ',', '.', '，', '。', '、':
		if strings.HasPrefix(rest, "..") || len(rest) == 1 && r == '.' && i < len(p.words) && run == " " {
			return noTrace // an ellipsis, ".net"
		}
		if k == noTrace && run == " " {
			return spaceMark
		}
		return k
	case ':', ';', '!', '?', '»', '%', '–', '—', '-', '|', '•', '·', '/', '=', '+', '*', '…', '#', '&', '€', '$':
		return noTrace
	}
	return k
}

// spaces are the characters of odd spacing; line ends are not among them.
const spaces = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

func kindOf(run string) trace {
	if run == "" || run == " " || strings.IndexByte(run, '\t') >= 0 {
		return noTrace // tabs set columns
	}
	if strings.Contains(run, "   ") {
		return noTrace // so do many spaces
	}
	for i := 0; i < len(run); i++ {
		if run[i] >= utf8.RuneSelf {
			return noBreak
		}
	}
	return doubled
}

// habit reports places where a no-break space is good typography: by
// numbers, after initials and one-letter prepositions and short titles.
func (p *page) habit(i int, k trace) bool {
	a, b := p.words[i-1], p.words[i]
	if k != noBreak {
		return false
	}
	if a.is(numeral) || b.is(numeral) {
		return true
	}
	if utf8.RuneCountInString(p.text[a.start():a.end()]) == 1 {
		return p.glues
	}
	return a.is(title) && b.is(title) && a.size() <= 3 && !a.is(upper|function)
}

// keepsTogether reports that the page keeps its one-letter words with the
// next word by a no-break space, as Slavic printers do: a third of them.
func (p *page) keepsTogether() bool {
	if !strings.Contains(p.text, "\u00a0") && !strings.Contains(p.text, "\u202f") {
		return false
	}
	glued, loose := 0, 0
	for i := 1; i < len(p.words); i++ {
		a := &p.words[i-1]
		if a.is(spaceless|numeral) || a.size() > 2 || utf8.RuneCountInString(p.text[a.start():a.end()]) != 1 {
			continue
		}
		switch p.gap(i) {
		case " ":
			loose++
		case "\u00a0", "\u202f":
			glued++
		}
	}
	return glued*2 > loose
}

// framed finds the phrases that stand between two traces of odd spacing
// within one sentence, and counts the traces that frame nothing.
func (p *page) framed(t *traces) []*phrase {
	if t.loose = t.total; t.none() {
		return nil
	}
	var out []*phrase
	for _, s := range p.sentences {
		for i := s.from; i < s.to; i++ {
			left := t.left[i]
			if left == noTrace && (i == s.from || p.words[i].is(spaced) || p.gap(i) != "\u00a0") {
				continue
			}
			j := t.close(i, s, p.longestPhrase(i))
			if j < 0 {
				continue
			}
			if left != noTrace {
				t.loose[left]--
			} else if left = noBreak; t.right[j] != noBreak || !p.beforeComma(j+1, s) {
				continue // the no-break space is a habit before or behind this word
			}
			f := &phrase{from: i, to: j + 1, in: s, left: left, right: t.right[j]}
			for ; i <= j; i++ {
				if t.right[i] != noTrace {
					t.loose[t.right[i]]--
				}
			}
			out = append(out, f)
			i = j
		}
	}
	for _, f := range out {
		p.weighFrame(f, t)
	}
	return slices.DeleteFunc(out, func(f *phrase) bool { return t.unframes(f) })
}

// unframes reports a phrase before a comma with a space before it that begins with a
// space of a kind that the page is full of: it is told by the comma alone.
func (t *traces) unframes(f *phrase) bool {
	if f.right != spaceMark || f.artefact >= leastFrame {
		return false
	}
	t.loose[f.left]++
	t.loose[f.right]++
	return true
}

// leastFrame is the weight from which the spaces round a phrase are its frame.
const leastFrame = .2

// longestPhrase is how many words a phrase may have that begins at a word: in
// scripts without spaces each character is one.
func (p *page) longestPhrase(i int) int {
	if p.words[i].is(spaceless) {
		return 2 * maxPhrase
	}
	return maxPhrase
}

// close returns the last word of the phrase that a trace before word i opens.
// When the words inside are apart by the same odd spaces, it takes the chain.
func (t *traces) close(i int, s stretch, most int) int {
	for j := i; j < s.to && j-i < most; j++ {
		if t.right[j] == noTrace {
			continue
		}
		if t.right[j] == spaceMark {
			return j
		}
		for j+1 < s.to && j+1-i < most && t.left[j+1] == t.right[j] && t.right[j+1] == t.left[j+1] {
			j++
		}
		return j
	}
	return -1
}

// weighFrame gives a framed phrase its artefact evidence: full when the text
// has no other such spacing, less the more of it the text has.
func (p *page) weighFrame(f *phrase, t *traces) {
	others := max(t.loose[f.left], 0) // two phrases may share the space between them
	pairs := t.total[f.left] - others
	if f.right != f.left {
		others += max(t.loose[f.right], 0)
	}
	f.artefact = .95 * float64(pairs) / float64(pairs+2*others)
	if t.scattered || t.total[f.left]*12 > p.proseSize+60 {
		f.artefact = 0 // the way this text spaces its words
		return
	}
	if f.right == spaceMark && f.left == doubled {
		f.artefact *= .9
	}
	if f.to-f.from == 1 {
		f.artefact *= .9
	}
	if p.words[f.to-1].is(function) && blank(p.edgeOf(f.from, f.to, f.in).after) {
		f.artefact *= .3 // printers glue a short word to the next one; no phrase ends so
	}
	detail := "stands between " + f.left.String() + " and " + f.right.String()
	if f.left == f.right {
		detail = "stands between " + f.left.String() + " on both sides"
	}
	if others == 0 {
		detail += ", which the rest of the text never has"
	}
	f.evidence = append(f.evidence, corpus.Evidence{Family: corpus.Artefact, Weight: f.artefact, Detail: detail})
}
