package furniture

// A lexicon holds how often each content word comes in a stretch of blocks.
type lexicon map[uint64]int32

// words collects the content words of the blocks chosen.
func (p *page) words(in func(i int) bool) lexicon {
	l := lexicon{}
	for i := range p.blocks {
		if in(i) {
			for _, h := range p.blocks[i].content {
				l[h]++
			}
		}
	}
	return l
}

// shared returns the share of a block's content words that the lexicon has,
// not counting the block's own when it is part of it, and their number.
func (b *block) shared(l lexicon, inside bool) (share float64, n int) {
	if len(b.content) == 0 {
		return 0, 0
	}
	own := int32(0)
	if inside {
		own = 1
	}
	hits := 0
	for _, h := range b.content {
		if l[h] > own {
			hits++
		}
	}
	return float64(hits) / float64(len(b.content)), len(b.content)
}

// shared returns the share of the words of l that the other has.
func (l lexicon) shared(other lexicon) float64 {
	if len(l) == 0 {
		return 0
	}
	n := 0
	for h := range l {
		if other[h] > 0 {
			n++
		}
	}
	return float64(n) / float64(len(l))
}
