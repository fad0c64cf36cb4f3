package align

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/rising"
)

// exact is the reference: the best score of any alignment of a strand to the
// columns, by the whole table of the recurrence of Gotoh (1982), without
// anchors, bands or memory shared between rows. The ends cost nothing when
// they are open.
func exact(p *profile, st *strand, open bool) int {
	n, m := len(p.columns), len(st.words)
	l := p.newLocator(p.columns, st)
	const never = -1 << 30
	var best [3][][]int // by what stands last: a pair, a column alone, a word alone
	for k := range best {
		best[k] = make([][]int, n+1)
		for i := range best[k] {
			best[k][i] = slices.Repeat([]int{never}, m+1)
		}
	}
	at := func(i, j int) int { return max(best[pair][i][j], best[colGap][i][j], best[wordGap][i][j]) }
	for i := range n + 1 {
		for j := range m + 1 {
			if i == 0 && j == 0 {
				best[pair][0][0] = 0
				continue
			}
			if i > 0 && j > 0 {
				best[pair][i][j] = at(i-1, j-1) + int(l.match(p.columns[i-1], st.words[j-1]))
			}
			free := open && (i == 0 || j == 0)
			if i > 0 {
				first, further := p.skip(p.columns[i-1])
				if free || open && j == m {
					first, further = 0, 0
				}
				best[colGap][i][j] = max(at(i-1, j)+int(first), best[colGap][i-1][j]+int(further))
			}
			if j > 0 {
				first, further := scoreOpen+scoreExtend, scoreExtend
				if free || open && i == n {
					first, further = 0, 0
				}
				best[wordGap][i][j] = max(at(i, j-1)+first, best[wordGap][i][j-1]+further)
			}
		}
	}
	return at(n, m)
}

// worth scores places as the reference does. Words that have moved count as
// pairs, and where they are missing as a gap.
func worth(p *profile, st *strand, at []int, open bool) int {
	l := p.newLocator(p.columns, st)
	var words []int // that have a column
	total := 0
	for w, c := range at {
		if c >= 0 {
			words = append(words, w)
			total += int(l.match(p.columns[c], st.words[w]))
		}
	}
	col, word := 0, 0
	gap := func(toCol, toWord int) {
		cols, gaps := 0, 0
		for c := col; c < toCol; c++ {
			if first, further := p.skip(p.columns[c]); c == col {
				cols += int(first)
			} else {
				cols += int(further)
			}
		}
		if toWord > word {
			gaps = scoreOpen + (toWord-word)*scoreExtend
		}
		start, end := col == 0 && word == 0, toCol == len(p.columns) && toWord == len(at)
		switch {
		case open && start && end: // each stands beyond the other's end
		case open && (start || end):
			total += max(cols, gaps) // one of them does
		default:
			total += cols + gaps
		}
	}
	for _, i := range rising.Longest(len(words), func(i int) int { return at[words[i]] }) {
		gap(at[words[i]], words[i])
		col, word = at[words[i]]+1, words[i]+1
	}
	gap(len(p.columns), len(at))
	return total
}

// laid makes a profile of the first text, and a strand of the second that is
// not in it.
func laid(a, b string) (*profile, *strand) {
	p, _ := newProfile([]*corpus.Witness{witness("a", a), witness("b", b)})
	if len(p.strands) < 2 {
		return nil, nil
	}
	p.join(0)
	return p, p.strands[1]
}

// TestFillIsExact holds that the dynamic programme finds the best score.
func TestFillIsExact(t *testing.T) {
	for seed := range int64(400) {
		r := rand.New(rand.NewSource(seed))
		a, b := someWords(r, 1+r.Intn(30)), someWords(r, 1+r.Intn(30))
		if seed%2 == 0 {
			b = damage(r, a, .5)
		}
		p, st := laid(strings.Join(a, " "), strings.Join(b, " "))
		if p == nil {
			continue
		}
		for _, open := range []bool{false, true} {
			l := p.newLocator(p.columns, st)
			l.fill(segment{0, len(p.columns), 0, len(st.words), open, open})
			if got, want := worth(p, st, l.at, open), exact(p, st, open); got != want {
				t.Fatalf("seed %d, open %v: %d, the best is %d\n%v\n%v\n%v", seed, open, got, want, a, b, l.at)
			}
		}
	}
}

// someWords makes n words out of few, so that most stand in several places.
func someWords(r *rand.Rand, n int) []string {
	few := []string{"amber", "birch", "cedar", "amble", "bench", "cellar", "the", "of"}
	out := make([]string, n)
	for i := range out {
		out[i] = few[r.Intn(len(few))]
	}
	return out
}

// lossPerEdit is the most that anchors may cost, per edit that parts a copy
// from the other, against the best score there is: as much as two words that
// stay apart. Nine in ten of 17,000 pairs lost nothing, none half of it.
const lossPerEdit = 2 * scoreRare

// edited makes a copy with the edits that the bytes tell, and counts them.
func edited(text []string, edits []byte) (out []string, n int) {
	out = slices.Clone(text)
	for ; len(edits) >= 3 && len(out) > 0; edits = edits[3:] {
		at := int(edits[1]) * len(out) / 256
		to := min(len(out), at+1+int(edits[2])%8)
		switch edits[0] % 5 {
		case 0: // a word lost
			out = slices.Delete(out, at, at+1)
		case 1: // words lost
			out = slices.Delete(out, at, to)
		case 2: // a word misspelt
			out[at] += "x"
		case 3: // words repeated
			out = slices.Insert(out, at, slices.Clone(out[at:to])...)
		case 4: // a foreign word
			out = slices.Insert(out, at, "zebra")
		}
		n++
	}
	return out, n
}

// FuzzLocate compares the fast aligner with the exact one: texts of few or of
// many different words, and copies with any edits.
func FuzzLocate(f *testing.F) {
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		edits := make([]byte, 3*r.Intn(12))
		r.Read(edits)
		f.Add(seed, uint8(r.Intn(200)), seed%2 == 0, edits)
	}
	f.Fuzz(func(t *testing.T, seed int64, length uint8, few bool, edits []byte) {
		r := rand.New(rand.NewSource(seed))
		text := article(r, 20+int(length))
		if few {
			text = someWords(r, 20+int(length))
		}
		copied, n := edited(text, edits[:min(len(edits), 60)])
		p, st := laid(strings.Join(text, " "), strings.Join(copied, " "))
		if p == nil {
			return
		}
		open := len(st.words) > sentenceWords
		l := p.newLocator(p.columns, st)
		l.lay()
		got, best := worth(p, st, l.at, open), exact(p, st, open)
		if got < best-n*lossPerEdit {
			t.Errorf("%d edits: %d, the best is %d\n%s\n%s", n, got, best, strings.Join(text, " "), strings.Join(copied, " "))
		}
	})
}
