// Package align lays the copies of one article word by word over common
// columns. Witnesses come in; an alignment goes out in which each column
// holds the words that stand at one place of the article.
//
//  1. Witnesses with the same stream of keys collapse into one strand.
//  2. The strand that holds most of what others hold is the backbone; the
//     others join the growing profile in the order of what they share.
//  3. A strand is aligned to the profile by anchors (word runs unique on both
//     sides, the heaviest chain of them), then gap by gap, down to an affine
//     dynamic programme with character similarity (gap.go).
//  4. Passages that stand elsewhere than in the profile are paired with their
//     places there (moves.go).
//  5. Each strand is taken out and aligned once more to the finished profile.
//  6. Where a strand has twice what others have once they take the same of the
//     two places (slide.go).
//  7. Passages are put where most strands have them (order.go), then where they
//     break fewest joins (blocks.go), and of places that are equal in this where
//     the text coheres best (cohesion.go).
//
// The result depends on the content of the witnesses only, never on their
// order. The cost is the sum of the lengths plus the cells of the gaps.
package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// realignLimit is the number of distinct strands up to which each is aligned
// a second time: with more, the profile is settled long before the end.
const realignLimit = 48

// Align aligns the witnesses of one cluster. The witnesses of the result are
// in content order (text, then id), whatever order they came in.
func Align(witnesses []*corpus.Witness) *corpus.Alignment {
	_, al := Lay(witnesses)
	return al
}

// Lay aligns witnesses as Align does, and says besides what can be kept of it
// until more is known of what they are suspected of.
func Lay(witnesses []*corpus.Witness) (Layout, *corpus.Alignment) {
	ws := slices.Clone(witnesses)
	slices.SortStableFunc(ws, compare)
	p, home := newProfile(ws)
	p.build()
	l := p.layout(ws, home)
	if l.straight {
		return l, &corpus.Alignment{Witnesses: ws, Columns: l.rows, Moves: l.moves}
	}
	p.cohere()
	return l, p.alignment(ws, home)
}

// build joins the strands and puts passages where most of them have them.
func (p *profile) build() {
	order := p.joinOrder()
	for _, s := range order {
		p.join(s)
	}
	if len(order) > 1 && len(order) <= realignLimit {
		for _, s := range order {
			p.remove(s)
			p.join(s)
		}
	}
	p.slide()
	p.relocate()
}

// compare orders witnesses by their words, then their gaps, then their ids.
func compare(a, b *corpus.Witness) int {
	for i := range min(len(a.Words), len(b.Words)) {
		if c := strings.Compare(a.Words[i].Key, b.Words[i].Key); c != 0 {
			return c
		}
	}
	if c := cmp.Compare(len(a.Words), len(b.Words)); c != 0 {
		return c
	}
	for i := range a.Words {
		if c := strings.Compare(a.Words[i].Surface, b.Words[i].Surface); c != 0 {
			return c
		}
	}
	if c := slices.Compare(a.Gaps, b.Gaps); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// newProfile interns the keys of the witnesses and folds those with equal
// streams. home[w] is the strand of witness w.
func newProfile(ws []*corpus.Witness) (p *profile, home []int) {
	p = &profile{ids: map[string]int32{}}
	home = make([]int, len(ws))
	for i, w := range ws {
		if i > 0 && w.SameWords(ws[i-1]) {
			home[i] = home[i-1]
			p.strands[home[i]].hands += b2i(!w.SameForm(ws[i-1]))
			continue
		}
		home[i] = len(p.strands)
		p.strands = append(p.strands, p.intern(w))
	}
	p.similar, p.plain = newSimilarity(p.keys), p.plainKeys()
	return p, home
}

// alignment hands the columns out to all witnesses, copies included.
func (p *profile) alignment(ws []*corpus.Witness, home []int) *corpus.Alignment {
	return &corpus.Alignment{Witnesses: ws, Columns: p.rows(home), Moves: p.moves(home)}
}

// rows are the columns by witnesses. Those of one strand are neighbours. Where each
// is a strand the columns are handed out as they are: nobody changes their words
// once passages have slid.
func (p *profile) rows(home []int) []corpus.Column {
	out := make([]corpus.Column, len(p.columns))
	if len(home) == len(p.strands) {
		for c, col := range p.columns {
			out[c] = col.cells
		}
		return out
	}
	first := make([]int, len(p.strands)+1) // witness of each strand
	for w, s := range home {
		first[s+1] = w + 1
	}
	copy(out, corpus.NewColumns(len(out), len(home)))
	for c, col := range p.columns {
		for s, i := range col.cells.All() {
			for w := first[s]; w < first[s+1]; w++ {
				out[c].Set(w, i)
			}
		}
	}
	return out
}

// moves are the words that witnesses have elsewhere than in the columns.
func (p *profile) moves(home []int) (out []corpus.Move) {
	words := p.inColumns()
	for w, s := range home {
		for _, m := range outOfOrder(words[s], len(p.strands[s].words)) {
			out = append(out, corpus.Move{Witness: w, From: m[0], To: m[1]})
		}
	}
	return out
}
