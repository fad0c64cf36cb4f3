package repair

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// An eaten word is a frequent word that some program took out of a text,
// leaving a line break in its place each time. The proof is a count: in the
// stretch where the breaks stand the word is missing, and what is missing
// is as much as there are breaks inside sentences.
//
// For a stretch of n words with b such breaks and c occurrences of the word,
// the hypothesis "eaten" expects b+c occurrences at the word's rate, the
// hypothesis "not eaten" expects c, and b breaks of any cause. Rates differ
// from text to text: the count is a Poisson count whose rate is drawn from a
// gamma distribution (negative binomial), and its mean is scaled by how many
// of the other function words the stretch has, so that code and lists, which
// lack them all, prove nothing.

const (
	minBreaks   = 6    // fewer prove nothing
	candidates  = 30   // how many of the most frequent words are tried
	lowerShare  = 0.9  // of a word's occurrences, those not at a sentence's beginning
	leftShare   = 0.04 // of the occurrences, those that were overlooked
	minEvidence = 6.5  // log-likelihood ratio against "not eaten"
	minLead     = 3.0  // and against the second-best word
	maxDoubt    = 3.0  // what the count may speak against before the neighbours are asked
	maxFit      = 10.0 // what the neighbours may speak for
	minContext  = -2.5 // least fit of the neighbours of a single break
	minGenre    = 0.6  // share of the other function words that a stretch must have
)

// unit is a paragraph as it was before words were eaten: the lines [from, to)
// that breaks inside sentences hold together.
type unit struct {
	from, to, words, breaks int
	function                int // function words in it
}

// stretch is a run of units and the word that its breaks stand for.
type stretch struct {
	from, to int // units
	key      int
	word     string
	evidence float64 // of the count, as a log-likelihood ratio
	fit      float64 // of the words beside the breaks, where they are known
	words    int
	breaks   int
	seen     int
	expected float64
}

// restore returns the changes that put eaten words back, and those that
// close the breaks inside sentences where no word is missing.
func (p *sheet) restore() []corpus.Change {
	mids := make([]bool, len(p.lines))
	n := 0
	for i := range p.lines {
		linked := i > 0 && (mids[i-1] || p.wraps[i-1].join)
		if mids[i] = p.midSentence(i, linked); mids[i] {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	var out []corpus.Change
	if n >= minBreaks && len(token.Function(p.language)) > 0 {
		out = p.putBack(mids)
	}
	if out == nil {
		out = p.close(mids)
	}
	return out
}

// midSentence reports whether the break after line i, which no wrapping
// explains, stands inside a sentence beyond doubt. Where letter case cannot
// tell, a line that goes on from another, or is long, is no heading.
func (p *sheet) midSentence(i int, linked bool) bool {
	if i+1 >= len(p.lines) || p.wraps[i].join {
		return false
	}
	l, n := p.lines[i], p.lines[i+1]
	if l.blank || n.blank || l.fixed || n.fixed || l.quote+n.quote > 0 || n.item || n.indent > l.indent+1 || p.formula(l) || p.formula(n) {
		return false
	}
	if !goesOn(l.end1) && !(linked && (l.end1 == ':' || l.end1 == ';')) {
		return false // a colon announces a list unless its line goes on with another
	}
	lead := leadLetter(p.text, n)
	switch {
	case unicode.IsLower(n.start1):
		return true
	case !unicode.IsLetter(lead) && !unicode.IsDigit(lead):
		return false
	case leansOn(p.language, lastWord(p.text[l.start:l.end])):
		return true
	case unicode.IsUpper(lead) && nounsCapital(p.language), unicode.Is(unicode.Lo, n.start1) && unicode.In(l.end1, unicode.Lo, unicode.M):
		return linked || l.width >= headingWidth
	}
	return false
}

// formula reports a line with signs that code and formulas are made of.
func (p *sheet) formula(l line) bool { return strings.ContainsAny(p.text[l.start:l.end], "=<>{}^") }

// headingWidth is how many columns headings have at most.
const headingWidth = 60

// goesOn reports characters that do not end sentences.
func goesOn(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == ',' || r == ')' || r == '،' || r == '，' || r == '、'
}

// leansOn reports the function words that a sentence or title does not end
// with: short frequent ones, which call for what follows.
func leansOn(language, word string) bool {
	if word == "" || !unicode.IsLower(leadRune(word)) {
		return false
	}
	for i, w := range token.Function(language) {
		if i == candidates {
			break
		}
		if w == word {
			return true
		}
	}
	return false
}

// putBack finds the stretches where a word was eaten, best first, and
// returns the changes for them; nil where nothing is proved.
func (p *sheet) putBack(mids []bool) []corpus.Change {
	c := p.census(mids)
	var out []corpus.Change
	best, ok := c.best()
	if !ok {
		return nil
	}
	near := c.neighbours(best.key)
	why := fmt.Sprintf("%s: %d seen, %.0f expected in %d words; %d breaks inside sentences", best.word, best.seen, best.expected, best.words, best.breaks)
	for u := best.from; u < best.to; u++ {
		if c.units[u].breaks == 0 {
			continue
		}
		for i := c.units[u].from; i < c.units[u].to-1; i++ {
			if mids[i] && !(near.known() && near.at(i) < minContext) {
				out = append(out, p.eaten(i, best.word, why))
			}
		}
	}
	return out
}

// eaten is the change that puts the word in the place of the break after
// line i.
func (p *sheet) eaten(i int, word, why string) corpus.Change {
	l, n := p.lines[i], p.lines[i+1]
	now := " " + word + " "
	if l.wide && n.startsWide {
		now = word
	}
	return corpus.Change{Start: l.end, End: n.start, Now: now, Kind: corpus.KindEaten, Why: []string{why}}
}

// farLine is how long, in columns, a line is that no writer broke by hand.
const farLine = 120

// close joins the lines of breaks inside sentences where one of the lines
// is longer than writers make them and ends in a word that cannot end a
// sentence.
func (p *sheet) close(mids []bool) []corpus.Change {
	var out []corpus.Change
	for i, mid := range mids {
		if !mid {
			continue
		}
		l, n := p.lines[i], p.lines[i+1]
		if l.width < farLine && n.width < farLine || !unicode.IsLower(n.start1) || !leansOn(p.language, lastWord(p.text[l.start:l.end])) || codeStarts(p.text[n.start:n.end]) {
			continue
		}
		out = append(out, corpus.Change{Start: l.end, End: n.start, Now: " ", Kind: corpus.KindUnwrap, Why: []string{"line break inside a sentence"}})
	}
	return out
}

// ragged reports whether the lines are as uneven as words eaten here and
// there leave them: verse, wrapped text and lists are more even.
func (p *sheet) ragged(units []unit) bool {
	n, sum, squares, longest := 0.0, 0.0, 0.0, 0.0
	for _, u := range units {
		for i := u.from; i < u.to-1; i++ {
			w := float64(p.lines[i].width)
			n, sum, squares, longest = n+1, sum+w, squares+w*w, math.Max(longest, w)
		}
	}
	mean := sum / n
	return longest >= 60 && longest >= 1.7*mean && squares/n-mean*mean >= 0.16*mean*mean
}

// maxFilled is the share of breaks that may look like wraps at one width by
// chance.
const maxFilled = 0.4

// filled reports whether one width explains many of the breaks between the
// lines: then they are wraps of a block too small or too mixed to be found.
func (p *sheet) filled(units []unit) bool {
	var starts, ends [maxWidth + 2]int
	n := 0
	for _, u := range units {
		for i := u.from; i < u.to-1; i++ {
			f, _ := p.fillOf(i)
			n++
			if f.low <= maxWidth {
				starts[f.low]++
				ends[min(f.high, maxWidth+1)]++
			}
		}
	}
	open, most := 0, 0
	for w := range starts {
		open += starts[w] - ends[w]
		if w >= minWidth {
			most = max(most, open)
		}
	}
	return float64(most) > maxFilled*float64(n)
}

// fragment reports keys that are pieces of words cut at an apostrophe, and
// words that are never written in lower case: no break stands for them.
func fragment(language, key string) bool {
	if utf8.RuneCountInString(key) > 4 {
		return false
	}
	for _, f := range fragments[language] {
		if f == key {
			return true
		}
	}
	return false
}

var fragments = map[string][]string{
	"en": {"i", "s", "t", "m", "re", "ve", "ll", "d"},
	"fr": {"l", "d", "qu", "c", "n", "s", "j", "m", "t"},
	"it": {"l", "d", "un", "c", "dell", "all", "nell", "sull"},
	"ca": {"l", "d", "s", "n", "m", "t"},
}

// codeStarts reports a line whose first word is none of prose: a name of
// several parts, a call, an address.
func codeStarts(line string) bool {
	first, _, _ := strings.Cut(line, " ")
	_, size := utf8.DecodeRuneInString(first)
	return strings.ContainsFunc(strings.TrimRight(first, ".,;:!?…")[size:], func(r rune) bool {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("(:./_=", r)
	})
}
