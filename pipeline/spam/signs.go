package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs reports a phrase that has other signs in it than those that words are
// written with, or signs of code at its sides: code, formulas and tables are full of
// odd spaces and invisible characters, and no one searches for brackets.
func (p *page) signs(f *phrase) bool {
	written := "'’&-."
	if f.left != hidden && f.right != hidden {
		written += ",/:|+#%–!?，"
	}
	for i := f.from + 1; i < f.to; i++ {
		if strings.Trim(p.gap(i), spaces+written) != "" {
			return true
		}
	}
	e := p.edgeOf(f.from, f.to, f.in)
	return strings.ContainsAny(e.before, ofCode) || strings.ContainsAny(e.after, ofCode)
}

// ofCode are signs that stand beside words in code and next to never in prose.
const ofCode = codeSigns + ";~*"

// unspaced reports a place in a script that sets no spaces between words and
// has an invisible one where a line may break.
func (p *page) unspaced(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at:])
	return unicode.In(before, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan) ||
		unicode.In(after, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan)
}

const (
	leastInWords  = 3  // invisible characters within words
	inWordsShare  = 4  // of so many, one
	leastStrewn   = 8  // invisible characters
	strewnDensely = 60 // characters for each
)

// strewn reports that the page had invisible characters everywhere, within words
// too: a program put them there, to mark a copy or to break lines.
func (p *page) strewn() bool {
	within, n := 0, len(p.invisible)
	for _, at := range p.invisible {
		i := p.wordAt(at)
		if i < len(p.words) && p.words[i].start() < at || i > 0 && at < p.words[i-1].end() {
			within++
		}
	}
	return within >= leastInWords && within*inWordsShare >= n || n >= leastStrewn && n*strewnDensely >= utf8.RuneCountInString(p.text)
}
