package align

import (
	"cmp"
	"slices"
)

// runLength is the number of words in the runs that rank strands and anchor
// a whole text.
const runLength = 4

// An anchor pairs the columns [col, col+n) with the words [word, word+n).
type anchor struct{ col, word, n int }

func hashRun(run []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, x := range run {
		h = (h ^ uint64(uint32(x))) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
}

// A pairing finds the runs that two texts have in common. Its memory is kept
// between texts.
type pairing struct {
	runs  runs
	ofB   []int32  // the number of each run of b
	first []paired // of each number
	found []anchor
}

// A paired run has its places in both texts and one more: 0 for none, -1 for
// several.
type paired struct{ a, b int32 }

// uniqueRuns returns the anchors of runs of k keys that occur once in a and
// once in b, each extended as far as both sides agree, sorted by column.
// Anchors on one diagonal that touch are one.
func (p *pairing) uniqueRuns(a, b []int32, k int) []anchor {
	if len(a) < k || len(b) < k {
		return nil
	}
	p.runs.reset(len(b))
	p.ofB, p.first = p.ofB[:0], p.first[:0]
	for j := 0; j+k <= len(b); j++ {
		id := p.runs.number(hashRun(b[j : j+k]))
		p.ofB = append(p.ofB, id)
		if int(id) < len(p.first) {
			p.first[id].b = -1
		} else {
			p.first = append(p.first, paired{0, int32(j + 1)})
		}
	}
	for i := 0; i+k <= len(a); i++ {
		id := p.runs.find(hashRun(a[i : i+k]))
		if id < 0 || p.first[id].b < 0 {
			continue
		}
		if x := &p.first[id]; x.a != 0 {
			x.a = -1
		} else {
			x.a = int32(i + 1)
		}
	}
	p.found = p.found[:0]
	for j, id := range p.ofB {
		x := p.first[id]
		if x.a > 0 && x.b > 0 && slices.Equal(a[x.a-1:int(x.a)-1+k], b[j:j+k]) {
			p.found = append(p.found, anchor{int(x.a - 1), j, k})
		}
	}
	return extend(p.found, a, b)
}

// extend fuses anchors on one diagonal and grows each to both sides.
func extend(anchors []anchor, a, b []int32) []anchor {
	var out []anchor
	for _, x := range anchors { // sorted by word
		if n := len(out); n > 0 {
			if l := &out[n-1]; l.col-l.word == x.col-x.word && x.word <= l.word+l.n {
				l.n = max(l.n, x.word+x.n-l.word)
				continue
			}
		}
		for x.col > 0 && x.word > 0 && a[x.col-1] == b[x.word-1] {
			x.col, x.word, x.n = x.col-1, x.word-1, x.n+1
		}
		for x.col+x.n < len(a) && x.word+x.n < len(b) && a[x.col+x.n] == b[x.word+x.n] {
			x.n++
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(x, y anchor) int {
		return cmp.Or(cmp.Compare(x.col, y.col), cmp.Compare(x.word, y.word))
	})
	return out
}

// chain returns the heaviest sequence of anchors that ascends in columns and
// words. Anchors that overlap their predecessor are trimmed. It is the
// weighted longest increasing subsequence, by a Fenwick tree of maxima over
// word positions: n log n.
func chain(anchors []anchor, words int) []anchor {
	if len(anchors) == 0 {
		return nil
	}
	best := make([]int, len(anchors)) // weight of the best chain that ends here
	prev := make([]int, len(anchors))
	tree := make([]int, words+2) // 1 + index of the best anchor whose words end by here
	byEnd := make([]int, len(anchors))
	for i := range byEnd {
		byEnd[i] = i
	}
	slices.SortFunc(byEnd, func(x, y int) int {
		return cmp.Compare(anchors[x].col+anchors[x].n, anchors[y].col+anchors[y].n)
	})
	ended := 0
	top := 0
	for i, x := range anchors {
		mid := x.n / 2 // a predecessor may overlap the first half
		for ended < len(byEnd) && anchors[byEnd[ended]].col+anchors[byEnd[ended]].n <= x.col+mid && byEnd[ended] < i {
			e := byEnd[ended]
			for t := anchors[e].word + anchors[e].n; t <= words; t += (t + 1) & -(t + 1) {
				if tree[t] == 0 || best[tree[t]-1] < best[e] {
					tree[t] = e + 1
				}
			}
			ended++
		}
		prev[i] = -1
		best[i] = x.n
		for t := x.word + mid; t >= 0; t = (t+1)&t - 1 {
			if e := tree[t]; e > 0 && best[e-1]+x.n > best[i] {
				best[i], prev[i] = best[e-1]+x.n, e-1
			}
		}
		if best[i] > best[top] {
			top = i
		}
	}
	var out []anchor
	for i := top; i >= 0; i = prev[i] {
		out = append(out, anchors[i])
	}
	slices.Reverse(out)
	return trim(out)
}

// trim cuts the beginning of each anchor that its predecessor overlaps.
func trim(anchors []anchor) []anchor {
	out := anchors[:0]
	for _, x := range anchors {
		if n := len(out); n > 0 {
			l := out[n-1]
			if over := max(l.col+l.n-x.col, l.word+l.n-x.word); over > 0 {
				x.col, x.word, x.n = x.col+over, x.word+over, x.n-over
			}
		}
		if x.n > 0 {
			out = append(out, x)
		}
	}
	return out
}
