package align

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// moveLength is the number of equal words, unique on both sides, from which
// a passage in another place is held to be the same passage.
const moveLength = 8

// moves finds passages of the strand that stand in another place in the
// profile: anchors off the main chain that are long enough. They are paired
// before the gaps are aligned, each with the damaged words round it, so that
// no chance match takes their places.
func (l *locator) moves(main, anchors []anchor) {
	col, word := make([]bool, len(l.reps)), make([]bool, len(l.word))
	use := func(a anchor) {
		for i := range a.n {
			col[a.col+i], word[a.word+i] = true, true
		}
	}
	for _, a := range main {
		use(a)
	}
	var off []anchor
	for _, a := range anchors {
		if a.n >= l.moveLength(a) {
			off = append(off, a)
		}
	}
	slices.SortFunc(off, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.col, b.col), cmp.Compare(a.word, b.word))
	})
	for _, a := range off {
		if a = freeOf(a, col, word); a.n < l.moveLength(a) {
			continue
		}
		use(a)
		l.move(a, col, word)
	}
}

// moveLength is twice as long where each character is a word.
func (l *locator) moveLength(a anchor) int {
	if l.p.lone(l.columns[a.col].rep) {
		return 2 * moveLength
	}
	return moveLength
}

// lone reports a key that is one character of a script without spaces.
func (p *profile) lone(key int32) bool {
	r, _ := utf8.DecodeRuneInString(p.keys[key])
	return token.Spaceless(r)
}

// freeOf trims an anchor to its longest stretch of free columns and words.
func freeOf(a anchor, col, word []bool) anchor {
	best, from := anchor{a.col, a.word, 0}, 0
	for i := 0; i <= a.n; i++ {
		if i < a.n && !col[a.col+i] && !word[a.word+i] {
			continue
		}
		if i-from > best.n {
			best = anchor{a.col + from, a.word + from, i - from}
		}
		from = i + 1
	}
	return best
}

// reach is how far from its anchor a moved passage may be damaged, in words.
const reach = 60

// move pairs a moved anchor and the free words and columns beside it.
func (l *locator) move(a anchor, col, word []bool) {
	for i := range a.n {
		l.pair(a.col+i, a.word+i)
	}
	before := segment{a.col, a.col, a.word, a.word, true, false}
	for before.c0 > 0 && !col[before.c0-1] && a.col-before.c0 < reach {
		before.c0--
	}
	for before.w0 > 0 && !word[before.w0-1] && a.word-before.w0 < reach {
		before.w0--
	}
	after := segment{a.col + a.n, a.col + a.n, a.word + a.n, a.word + a.n, false, true}
	for after.c1 < len(col) && !col[after.c1] && after.c1-after.c0 < reach {
		after.c1++
	}
	for after.w1 < len(word) && !word[after.w1] && after.w1-after.w0 < reach {
		after.w1++
	}
	l.segment(before, runLength)
	l.segment(after, runLength)
	for w := before.w0; w < after.w1; w++ {
		if l.at[w] >= 0 {
			word[w], col[l.at[w]] = true, true
		}
	}
}
