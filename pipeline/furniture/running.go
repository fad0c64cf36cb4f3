package furniture

import "slices"

// A paragraph that breaks off ends as no prose does. Among others of the
// article that does no harm; but where the line breaks of a copy were lost the
// article is one paragraph, and what ends it may be the place where the copy
// breaks off or the author's address.

// A block of so many words with a sentence to so many is prose wherever it
// breaks off; where one is, so are the shorter ones, its other parts.
const (
	runningWords  = 100
	sentenceWords = 40
)

// runOn notes which blocks break off within prose, if there is an article
// among them, and reports whether there is.
func (p *page) runOn() bool {
	runs := func(b *block) bool {
		return !b.terminal && b.words >= 12 && float64(sentences(p.text[b.start:b.end])) >= b.words/sentenceWords
	}
	if !slices.ContainsFunc(p.blocks, func(b block) bool { return b.words >= runningWords && runs(&b) }) {
		return false
	}
	for i := range p.blocks {
		p.blocks[i].running = runs(&p.blocks[i])
	}
	return true
}

// atLength is the least that a block which breaks off within prose has for it.
// It grows with its words: lists of links on either side, or thrown between
// its parts, do not outweigh it.
func (b *block) atLength() float64 {
	if !b.running {
		return 0
	}
	return runningOdds * min(1, b.words/runningSure)
}

const (
	runningOdds = 8   // of a block of
	runningSure = 200 // words
)

// bodily reports whether block i is such and most of the article: then there is
// none without it.
func (r *reading) bodily(i int) bool {
	b := &r.page.blocks[i]
	return b.running && r.state[i] == article && b.words >= r.prose/2
}

// sentences counts the ends of sentences within a text.
func sentences(s string) (n int) {
	for i, r := range s {
		switch r {
		case '。', '！', '？', '؟', '।', '۔':
			n++
		case '.', '!', '?':
			if i > 0 && i+1 < len(s) && s[i+1] <= ' ' && !isDigit(rune(s[i-1])) {
				n++
			}
		}
	}
	return n
}
