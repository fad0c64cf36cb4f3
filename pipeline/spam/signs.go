package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs reports a phrase between invisible characters that has other signs in
// it than those that words are written with: code and tables of letters are
// full of invisible characters, and no one searches for brackets.
func (p *page) signs(f *phrase) bool {
	if f.left != hidden && f.right != hidden {
		return false
	}
	for i := f.from + 1; i < f.to; i++ {
		if strings.Trim(p.gap(i), spaces+"'’&-.") != "" {
			return true
		}
	}
	return false
}

// unspaced reports a place in a script that sets no spaces between words and
// has an invisible one where a line may break.
func (p *page) unspaced(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at:])
	return unicode.In(before, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan) ||
		unicode.In(after, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan)
}
