package reconstruct

import (
	"slices"
	"strings"
)

// A heading that one copy has moved stands in two places: too short for the aligner to
// know it again, it would come twice. A line that some copies have in one place and
// others in another, and none in both, stands where most have it; of equals where nothing
// suspects it, or no other heading stands beside it, since a heading has its text behind
// it, or in the copy that has more of the article.

const (
	// lineMost is the number of words up to which a line is a heading.
	lineMost = 20
	// lineGroups is the number of groups up to which lines are looked for in two
	// places: of more, enough agree.
	lineGroups = 12
)

// A stand is a line in one place, in the columns [from, to), with the witnesses that
// have its words there.
type stand struct {
	from, to int
	by       []int
	crowded  bool // beside another heading
	stays    bool
}

// splitTwice cuts out the lines that stand in another place, too.
func (v *view) splitTwice() {
	if v.hands || v.groups < 2 || v.groups > lineGroups {
		return
	}
	var moved []stand
	lines, order := v.shortLines()
	for _, keys := range order {
		moved = append(moved, v.displaced(lines[keys])...)
	}
	if len(moved) == 0 {
		return
	}
	v.forgetStanding()
	slices.SortFunc(moved, func(a, b stand) int { return a.from - b.from })
	var out []run
	for _, r := range v.runs {
		for _, x := range moved {
			from, to := max(r.from, x.from), min(r.to, x.to)
			if from >= to || slices.ContainsFunc(r.by, func(w int) bool { return !slices.Contains(x.by, w) }) {
				continue
			}
			if from > r.from {
				before := r
				before.to = from
				out = append(out, before)
			}
			out = append(out, run{from: from, to: to, by: r.by, twice: !x.stays})
			r.from = to
		}
		if r.from < r.to {
			out = append(out, r)
		}
	}
	v.runs, v.casts = out, nil
}

// shortLines finds the lines that may be headings, by their keys, in each place.
func (v *view) shortLines() (lines map[string][]stand, order []string) {
	lines = map[string][]stand{}
	cols := make([]int, v.mostWords())
	for w, wit := range v.ws {
		for _, c := range v.colsOf[w] {
			cols[v.al.Columns[c].At(w)] = int(c)
		}
		before := false // the line before is short, too
		for from, to := 0, 0; from < len(wit.Words); from = to {
			to = wit.LineEnd(from)
			short := to-from <= lineMost && !strings.ContainsAny(strings.TrimSpace(wit.Gaps[to]), ".,;:")
			if !short || !slices.IsSorted(cols[from:to]) || !v.telling(w, from, to) {
				before = short
				continue
			}
			keys := make([]string, 0, to-from)
			for _, x := range wit.Words[from:to] {
				keys = append(keys, x.Key)
			}
			name := strings.Join(keys, " ")
			if lines[name] == nil {
				order = append(order, name)
			}
			x := stand{from: cols[from], to: cols[to-1] + 1, crowded: before}
			if !slices.ContainsFunc(lines[name], func(y stand) bool { return x.from == y.from && x.to == y.to }) {
				x.by = v.sayingAll(w, from, cols[from:to])
				lines[name] = append(lines[name], x)
			}
			before = short
		}
	}
	return lines, order
}

// telling reports whether a line of witness w has two words, one of them of content.
func (v *view) telling(w, from, to int) bool {
	n := 0
	for _, x := range v.ws[w].Words[from:to] {
		n += b2i(v.content(x.Key))
	}
	return to-from > 1 && n > 0
}

// sayingAll returns the witnesses that have the words of witness w from a word on in
// the same columns.
func (v *view) sayingAll(w, from int, cols []int) (out []int) {
	for _, u := range v.present(cols[0]) {
		all := true
		for i, c := range cols {
			x := v.at(c, u)
			all = all && x != nil && x.Key == v.ws[w].Words[from+i].Key
		}
		if all {
			out = append(out, u)
		}
	}
	return out
}

// displaced returns the places of a line, of which it stays in one. Those who have it in
// the others have no say there.
func (v *view) displaced(places []stand) []stand {
	if len(places) < 2 {
		return nil
	}
	best := 0
	paged := !slices.ContainsFunc(places, func(x stand) bool { return v.pageOf(x) == 0 }) // where most have a later page the article begins with it
	for i, x := range places {
		for _, y := range places[:i] {
			if slices.ContainsFunc(x.by, func(w int) bool { return slices.Contains(y.by, w) }) {
				return nil // it is a refrain
			}
		}
		if !paged && (x.from < v.first || x.to > v.last) {
			return nil
		}
		if i > 0 && v.righter(x, places[best]) {
			best = i
		}
	}
	places[best].stays = true
	for i, x := range places {
		if i != best {
			v.lose(places[best].run(), x.by)
		}
	}
	return places
}

// righter reports whether a line stands rather in place a than in place b.
func (v *view) righter(a, b stand) bool {
	if p, q := v.pageOf(a), v.pageOf(b); p != q && p*q > 0 {
		return p < q // a later page has the title of the first again
	}
	if m, n := v.majority(a), v.majority(b); m != n {
		return m > n
	}
	if p, q := v.suspicion(a.run()), v.suspicion(b.run()); p != q {
		return p < q
	}
	if a.crowded != b.crowded {
		return b.crowded
	}
	return v.wordsOf(a.by) > v.wordsOf(b.by)
}

// pageOf is the first of the pages of an article that have a line in a place, 0 where
// one of those that have it is no page of several.
func (v *view) pageOf(x stand) int {
	first := v.ws[x.by[0]].Page
	for _, w := range x.by {
		first = min(first, v.ws[w].Page)
	}
	return first
}

func (x stand) run() *run { return &run{from: x.from, to: x.to, by: x.by} }

// majority is the number of hands that have a line in a place, less those without it.
func (v *view) majority(x stand) int {
	return v.handsOf(x.by) - v.handsOf(v.without(x.run()))
}

// wordsOf is the length of the longest of some witnesses.
func (v *view) wordsOf(ws []int) (n int) {
	for _, w := range ws {
		n = max(n, len(v.colsOf[w]))
	}
	return n
}
