package furniture

// A lexicon holds how often each content word comes in a stretch of blocks.
// Content words go by the numbers that the page gives them.
type lexicon struct {
	counts []int32 // by number
	words  []int32 // those that come, each once
}

// newLexicon makes room for the content words of the page, so many of them at
// most.
func (p *page) newLexicon(most int) *lexicon {
	n := p.subjects.Len()
	return &lexicon{counts: p.numbers.Take(n), words: p.numbers.Take(min(most, n))[:0]}
}

func (l *lexicon) add(word int32) {
	if l.counts[word] == 0 {
		l.words = append(l.words, word)
	}
	l.counts[word]++
}

// leave takes all words out again.
func (l *lexicon) leave() {
	for _, w := range l.words {
		l.counts[w] = 0
	}
	l.words = l.words[:0]
}

// words collects the content words of the blocks chosen.
func (p *page) words(in func(i int) bool) *lexicon {
	most := 0
	for i := range p.blocks {
		if in(i) {
			most += len(p.blocks[i].content)
		}
	}
	l := p.newLexicon(most)
	for i := range p.blocks {
		if in(i) {
			for _, h := range p.blocks[i].content {
				l.add(h)
			}
		}
	}
	return l
}

// shared returns the share of a block's content words that the lexicon has,
// not counting the block's own when it is part of it, and their number.
func (b *block) shared(l *lexicon, inside bool) (share float64, n int) {
	if len(b.content) == 0 {
		return 0, 0
	}
	own := int32(0)
	if inside {
		own = 1
	}
	hits := 0
	for _, w := range b.content {
		if l.counts[w] > own {
			hits++
		}
	}
	return float64(hits) / float64(len(b.content)), len(b.content)
}

// shared returns the share of the words of l that the other has.
func (l *lexicon) shared(other *lexicon) float64 {
	if len(l.words) == 0 {
		return 0
	}
	n := 0
	for _, w := range l.words {
		if other.counts[w] > 0 {
			n++
		}
	}
	return float64(n) / float64(len(l.words))
}
