package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Where one copy lost a sentence and another the next, or had one injected there, the two
// sentences are laid on each other: a few words of them are alike by chance. What a copy
// has there is then judged in pieces, none of which is a sentence.

const (
	// crossedWords is the number of words from which a sentence may be crossed with
	// another, crossedShare the share of them up to which others have them there.
	crossedWords, crossedShare = 7, .25
	// crossedContent is the number of content words among these.
	crossedContent = 1
)

// A stretch is words [from, to) of a witness, and whether it goes behind what others have
// between the words beside it, and not before that.
type stretch struct {
	w        int
	from, to int32
	behind   bool
}

// crossed returns the sentences of all witnesses that are laid on other sentences,
// between words that others have.
func (v *view) crossed() (out []stretch) {
	for w, wit := range v.ws {
		n := int32(len(wit.Words))
		at := v.columnsOf(w)
		from := int32(0)
		for i := int32(1); i <= n; i++ {
			if i < n && !endsSentence(wit.Gaps[i]) {
				continue
			}
			s := stretch{w: w, from: from, to: i}
			if from = i; s.from == 0 || i == n || !v.crosses(s, at) {
				continue
			}
			var known bool
			if s.behind, known = v.goesBehind(s, at[s.from-1], at[i]); known {
				out = append(out, s)
			}
		}
	}
	return out
}

// columnsOf returns the columns of the words of witness w, -1 for one that has none.
func (v *view) columnsOf(w int) []int {
	at := make([]int, len(v.ws[w].Words))
	for i := range at {
		at[i] = -1
	}
	for _, c := range v.colsOf[w] {
		at[v.al.Columns[c].At(w)] = int(c)
	}
	return at
}

// crosses reports whether a sentence, given the columns of the words of its witness, is
// laid on what others have in place of it.
func (v *view) crosses(s stretch, at []int) bool {
	n := int(s.to - s.from)
	if n < crossedWords || charWords(v.ws[s.w].Words[s.from].Key) || !v.anchored(s.w, at[s.from-1]) || !v.anchored(s.w, at[s.to]) {
		return false
	}
	alike, content, over := 0, 0, false
	for i := s.from; i < s.to; i++ {
		c := at[i]
		if c < 0 || i > s.from && c < at[i-1] {
			return false
		}
		over = over || len(v.places[c].ws) > 1
		if !v.likeAnother(c, s.w) {
			continue
		}
		alike++
		content += b2i(v.content(v.ws[s.w].Words[i].Key))
		if content > crossedContent || float64(alike) > crossedShare*float64(n) {
			return false
		}
	}
	return over
}

// likeAnother reports whether another witness has in column c what witness w has, or a
// word like it.
func (v *view) likeAnother(c, w int) bool {
	key := v.at(c, w).Key
	return v.corroborated(c, w) || slices.ContainsFunc(v.places[c].keys, func(k string) bool {
		return k != key && token.Similarity(k, key) >= token.Likeness
	})
}

// goesBehind reports whether a sentence that stands between two columns goes behind what
// another copy has there, and whether that is known: where one of the two begins or ends
// a line and the other does not, the one in whose line the words beside it stand is next
// to them. It does not matter where one of them is suspected, and falls.
func (v *view) goesBehind(s stretch, before, after int) (behind, known bool) {
	for u := range v.n {
		i, j := v.al.Columns[before].At(u), v.al.Columns[after].At(u)
		if u == s.w || i == corpus.Absent || j <= i+1 {
			continue
		}
		mine, theirs := v.ws[s.w], v.ws[u]
		if v.breaksLines(s.w) && v.breaksLines(u) {
			ends := func(gap string) int { return b2i(strings.Contains(gap, "\n")) }
			if n := ends(mine.Gaps[s.from]) - ends(theirs.Gaps[i+1]) + ends(theirs.Gaps[j]) - ends(mine.Gaps[s.to]); n != 0 {
				return n > 0, true
			}
		}
		return false, v.suspects(s.w, s.from, s.to) || v.suspects(u, i+1, j)
	}
	return false, false
}

// suspects reports whether a stage suspects one of the words [from, to) of witness w.
func (v *view) suspects(w int, from, to int32) bool {
	for i := from; i < to; i++ {
		if v.suspect(w, i) != nil {
			return true
		}
	}
	return false
}

// anchored reports whether another witness has the word of witness w in column c.
func (v *view) anchored(w, c int) bool { return c >= 0 && v.corroborated(c, w) }

// rehomed returns the alignment with stretches in columns of their own, right behind the
// words before them, or before those behind them.
func (v *view) rehomed(stretches []stretch) *corpus.Alignment {
	of := make([][]stretch, v.n)
	for _, s := range stretches {
		of[s.w] = append(of[s.w], s)
	}
	out := &corpus.Alignment{Witnesses: v.al.Witnesses, Moves: v.al.Moves}
	for _, row := range v.al.Columns {
		rest := row.Clone()
		var homes []stretch
		for w, i := range row.All() {
			for _, s := range of[w] {
				if i >= s.from && i < s.to {
					rest.Set(w, corpus.Absent)
				}
				switch {
				case s.behind && i == s.to:
					out.Columns = append(out.Columns, v.alone(s)...)
				case !s.behind && i == s.from-1:
					homes = append(homes, s)
				}
			}
		}
		if !rest.Empty() {
			out.Columns = append(out.Columns, rest)
		}
		for _, s := range homes {
			out.Columns = append(out.Columns, v.alone(s)...)
		}
	}
	return out
}

// alone returns columns that hold nothing but a stretch.
func (v *view) alone(s stretch) []corpus.Column {
	out := corpus.NewColumns(int(s.to-s.from), v.n)
	for i := range out {
		out[i].Set(s.w, s.from+int32(i))
	}
	return out
}
