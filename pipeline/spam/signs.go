package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs reports a phrase that has other signs in it than those that words are
// written with, the names of things in programs, or signs of code at its sides: code,
// formulas and tables are full of odd spaces and invisible characters, and no one
// searches for brackets.
func (p *page) signs(f *phrase) bool {
	written := "'’&-."
	if f.left != hidden && f.right != hidden {
		written += ",/:|+#%–!?，"
	}
	for i := f.from + 1; i < f.to; i++ {
		if strings.Trim(p.gap(i), spaces+written) != "" || p.parted(i) {
			return true
		}
	}
	if p.namesThing(f) {
		return true
	}
	e := p.edgeOf(f.from, f.to, f.in)
	return strings.ContainsAny(e.before, ofCode) || strings.ContainsAny(e.after, ofCode)
}

// parted reports what parts words inside a phrase: a comma, but for one before a number,
// and a dash or a plus between spaces, where two things stand on both sides, of a list or
// of a path, and doubled spaces, which set columns.
func (p *page) parted(i int) bool {
	if p.onlySpace(i) {
		return kindOf(p.gap(i)) == doubled
	}
	switch gap := p.gap(i); strings.Trim(gap, spaces) {
	case "...", "…":
		return true
	case ",", "，", "、":
		return !p.words[i].is(numeral)
	case "-", "–", "+", "/":
		return strings.ContainsAny(gap[:1], spaces) && strings.ContainsAny(gap[len(gap)-1:], spaces)
	}
	return false
}

// namesThing reports a name with a full stop or a colon in it that no site has, as
// things in programs do.
func (p *page) namesThing(f *phrase) bool {
	for i := f.from; i < f.to; i++ {
		if p.beginsAddress(i, f.from) && !p.isSite(i, p.hostEnd(i, f.to)) {
			return true
		}
	}
	return false
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
