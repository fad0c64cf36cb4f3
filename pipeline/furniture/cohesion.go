package furniture

import "math/bits"

// A lexicon holds how often each content word comes in a stretch of blocks,
// by open addressing: the hash of a word is its place.
type lexicon struct {
	slots []slot
	words int // different ones
}

type slot struct {
	hash  uint32 // folded
	count int32  // 0 in an empty slot
}

func fold(hash uint64) uint32 { return uint32(hash ^ hash>>32) }

// newLexicon makes room for so many words.
func (p *page) newLexicon(most int) *lexicon {
	return &lexicon{slots: p.slots.Take(2 << bits.Len(uint(most*3/4)))}
}

// at is the slot of a word, or the empty one where it belongs.
func (l *lexicon) at(hash uint64) *slot {
	return l.slot(fold(hash))
}

func (l *lexicon) slot(hash uint32) *slot {
	mask := uint32(len(l.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &l.slots[i]; s.hash == hash || s.count == 0 {
			return s
		}
	}
}

func (l *lexicon) add(hash uint64) {
	s := l.at(hash)
	if s.count == 0 {
		s.hash = fold(hash)
		l.words++
	}
	s.count++
}

func (l *lexicon) count(hash uint64) int32 { return l.at(hash).count }

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
	for _, h := range b.content {
		if l.count(h) > own {
			hits++
		}
	}
	return float64(hits) / float64(len(b.content)), len(b.content)
}

// shared returns the share of the words of l that the other has.
func (l *lexicon) shared(other *lexicon) float64 {
	if l.words == 0 {
		return 0
	}
	n := 0
	for _, s := range l.slots {
		if s.count > 0 && other.slot(s.hash).count > 0 {
			n++
		}
	}
	return float64(n) / float64(l.words)
}
