package spam

import "strings"

// Some languages say by endings what others say by function words. Their
// prose has few of those, and is told by the marks that end its sentences.

// sparse are the languages of which a line of prose may well have fewer
// function words than one in six (agglutinating ones).
var sparse = map[string]bool{
	"az": true, "et": true, "eu": true, "fi": true, "hu": true, "ka": true, "kk": true, "ko": true, "ky": true,
	"mn": true, "ta": true, "te": true, "kn": true, "ml": true, "tr": true, "uz": true, "hy": true,
}

// A line that breaks off before its end is prose if it is this long, and a sentence ends
// in it every so many words.
const longSparse, sparseSentence = 40, 30

// isSparseProse reports a line of such a language that reads like running
// text: long enough, ending as a sentence does or of several of them, few of its
// words with capitals or numbers.
func (p *page) isSparseProse(s stretch, titles, odd int) bool {
	if !sparse[p.language] || s.words() < 10 || (titles+odd)*4 > s.words() {
		return false
	}
	if strings.ContainsAny(p.text[p.words[s.to-1].end():s.end], ".!?…") {
		return true
	}
	ends := 0
	for _, w := range p.words[s.from+1 : s.to] {
		ends += w.class.one(stopBefore)
	}
	return s.words() >= longSparse && ends*sparseSentence >= s.words()
}
