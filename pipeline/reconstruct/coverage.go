package reconstruct

import (
	"slices"
	"strings"
)

const (
	// window and windowMin: a witness stands where at least windowMin of
	// window words in a row are corroborated.
	window, windowMin = 5, 3
	// The borders of the article are told by firmer windows: pages of one
	// site have short runs in common beyond them.
	firmWindow, firmMin = 30, 24
	// lacunaMin is the number of columns that others corroborate and a
	// witness lacks in a row from which it has lost a passage rather than
	// words.
	lacunaMin = 10
)

// cover finds where each witness stands: its extent, from the first to the
// last window of words that other groups corroborate, and its lacunae within.
// Past its extent it has no vote: page 2 says nothing of page 1.
func (v *view) cover() {
	v.lo, v.hi = make([]int, v.n), make([]int, v.n)
	v.lacuna = make([]spans, v.n)
	from, to := make([]int, v.n), make([]int, v.n)
	firm := v.vouchedWords()
	for w := range v.n {
		if v.lo[w], v.hi[w] = 0, v.cols; v.groups > 1 {
			v.lo[w], v.hi[w] = v.extent(w, window, windowMin, firm[w])
		}
	}
	v.leaveIslands()
	common := v.common()
	before := make([]int, v.cols+1) // common columns before each
	for c, is := range common {
		before[c+1] = before[c]
		if is {
			before[c+1]++
		}
	}
	for w := range v.n {
		if v.groups > 1 {
			v.lacuna[w] = v.lacunae(w, before)
		}
		for i, c := range v.colsOf[w] {
			firm[w][i] = firm[w][i] && common[c]
		}
		if from[w], to[w] = v.extent(w, firmWindow, firmMin, firm[w]); to[w] == 0 {
			from[w], to[w] = v.lo[w], v.hi[w]
		}
	}
	v.silence()
	v.first, v.last = v.borders(from, to)
	v.reachBorders()
	v.forgetStanding()
}

// reachBorders lets the copies that begin or end next to a border of the
// article have a say on the few words up to it.
func (v *view) reachBorders() {
	for w := range v.n {
		if v.hi[w] == 0 {
			continue
		}
		if v.lo[w] > v.first && v.lo[w] <= v.first+borderSlack {
			v.lo[w] = v.first
		}
		if v.hi[w] < v.last && v.hi[w] >= v.last-borderSlack {
			v.hi[w] = v.last
		}
	}
}

// borderSlack is how many columns apart two copies may begin or end at one
// border of the article.
const borderSlack = 3

// borders returns the columns [first, last) between which the article lies
// by the witness of its copies: where most groups begin and where most end,
// given the firm extent of each.
// Of equals the wider is taken, but for a beginning with what is marked as the
// title, and an end behind a list of teasers; next to each other, the one at which
// a line ends. What lies outside may be an author's box
// that some copies lack, or what pages of one site have in common. A first page
// says nothing of the end, nor a later one of the beginning.
func (v *view) borders(from, to []int) (first, last int) {
	best := func(at []int, says func(u int) bool, better func(a, b int) bool) int {
		out, most := -1, 0
		tried := map[int]bool{}
		for w, x := range at {
			if !says(w) || tried[x] {
				continue
			}
			tried[x] = true
			n, mark := 0, v.stamp()
			for u, y := range at {
				if g := v.group[u]; says(u) && max(x-y, y-x) <= borderSlack && v.stamps[g] != mark {
					v.stamps[g] = mark
					n++
				}
			}
			if n > most || n == most && better(x, out) {
				out, most = x, n
			}
		}
		return out
	}
	first = best(from, v.saying(func(page int) bool { return page < 2 }), func(a, b int) bool {
		return a < b != (v.titleAt(max(a, b)) && !v.titleAt(min(a, b)))
	})
	last = best(to, v.saying(func(page int) bool { return page != 1 }), func(a, b int) bool {
		if ends := v.endsLine(a); max(a-b, b-a) <= borderSlack && ends != v.endsLine(b) {
			return ends
		}
		return a > b != v.teasersIn(min(a, b), max(a, b))
	})
	if first < 0 || last <= first {
		return 0, v.cols
	}
	return first, last
}

// endsLine reports whether a line ends before column c in some witness.
func (v *view) endsLine(c int) bool {
	return c > 0 && v.behind(c-1, func(gap string, last bool) bool { return last || strings.Contains(gap, "\n") })
}

// behind reports whether a witness has behind its word in column c what is looked
// for, given the gap and whether that word is its last.
func (v *view) behind(c int, is func(gap string, last bool) bool) bool {
	return slices.ContainsFunc(v.places[c].ws, func(w int) bool {
		gaps, i := v.ws[w].Gaps, v.al.Columns[c].At(w)+1
		return is(gaps[i], int(i) == len(gaps)-1)
	})
}

// saying returns which witnesses have a say on a border: those of the pages that
// do, where any stands, or else all that stand.
func (v *view) saying(pages func(page int) bool) func(w int) bool {
	say := func(w int) bool { return v.hi[w] > 0 && pages(v.ws[w].Page) }
	for w := range v.n {
		if say(w) {
			return say
		}
	}
	return func(w int) bool { return v.hi[w] > 0 }
}

// titleAt reports whether some witness marks what begins near column c as
// the title.
func (v *view) titleAt(c int) bool {
	for end := min(c+borderSlack, v.cols); c < end; c++ {
		if v.inTitle(c) {
			return true
		}
	}
	return false
}

// common marks the columns that half of the groups whose extent they lie in
// attest, and two at least.
func (v *view) common() []bool {
	out := make([]bool, v.cols)
	v.countStanding() // the lacunae are not known yet
	for c, around := range v.stood[:v.cols] {
		agreeing := v.agreeingAt(c)
		if len(agreeing) < 2 {
			continue
		}
		n, free := 0, v.stampFree(c)
		for _, g := range agreeing {
			n += b2i(v.stamps[g] == free)
		}
		out[c] = n >= 2 && 2*n >= around
	}
	v.stood = nil
	return out
}

// stampFree stamps those of the groups around column c which have a word there under no
// proposal that says that it belongs to the page.
func (v *view) stampFree(c int) (free int) {
	free = v.stamp()
	for _, w := range v.places[c].ws {
		g := v.group[w]
		if v.stamps[g] == free {
			continue
		}
		if p := v.suspect(w, v.al.Columns[c].At(w)); (p == nil || p.Score < frameScore) && v.groupCovers(g, c) {
			v.stamps[g] = free
		}
	}
	return free
}

// support counts the groups that attest each column.
func (v *view) support() []int {
	out := make([]int, v.cols)
	for c := range v.cols {
		out[c] = v.attesters(c)
	}
	return out
}

// frameScore is the score from which the words of a proposal are no evidence
// of where an article begins or ends: copies from one site have its frame in
// common.
const frameScore = .6

// vouched reports whether another group has the word of witness w in column c,
// and nothing says that it belongs to a page's frame.
func (v *view) vouched(c, w int) bool {
	i := v.al.Columns[c].At(w)
	if v.pastMark(w, i) {
		return false // the title on page 2 is no page 1
	}
	if p := v.suspect(w, max(0, i)); p != nil && p.Score >= frameScore {
		return false
	}
	return v.corroborated(c, w)
}

// vouchedWords says of the words of each witness, in the order of their columns,
// whether they are vouched for.
func (v *view) vouchedWords() [][]bool {
	out := make([][]bool, v.n)
	for w, cols := range v.colsOf {
		out[w] = make([]bool, len(cols))
		for i, c := range cols {
			out[w][i] = v.vouched(int(c), w)
		}
	}
	return out
}

// extent returns the columns [lo, hi) between which witness w stands, by
// windows of words in which enough are firm; none when there is no window.
func (v *view) extent(w, window, need int, ok []bool) (lo, hi int) {
	cols := v.colsOf[w]
	first, last := standing(ok, window, need)
	if first < 0 {
		return 0, 0
	}
	return int(cols[first]), int(cols[last]) + 1
}

// standing returns the first and the last corroborated word that stand in a
// window with enough others, -1 when there is none.
func standing(ok []bool, span, need int) (first, last int) {
	if len(ok) < span {
		need, span = (len(ok)+1)/2, len(ok)
	}
	n := 0
	first, last = -1, -1
	for i, o := range ok {
		if o {
			n++
		}
		if i >= span && ok[i-span] {
			n--
		}
		if n < need || i < span-1 {
			continue
		}
		if first < 0 {
			first = i - span + 1 + slices.Index(ok[i-span+1:], true)
		}
		last = i // the end of the last window
	}
	for last >= 0 && !ok[last] {
		last--
	}
	return first, last
}

// lacunae returns the columns inside the extent of w that belong to a
// stretch without words of its that another has, which is common to the others,
// given the number of columns before each that are: the frame between a title and
// a second page is no first page. What two of many
// copies have alone may be one site's spam, and is missing nowhere.
func (v *view) lacunae(w int, before []int) spans {
	var out spans
	from := v.lo[w]
	hole := func(to int) {
		if to > from && before[to]-before[from] >= lacunaMin {
			out = append(out, [2]int{from, to}) // behind the last one, and a word between
		}
	}
	for _, c := range v.colsOf[w] {
		if c := int(c); c >= from && c < v.hi[w] && v.corroborated(c, w) {
			hole(c)
			from = c + 1
		}
	}
	hole(v.hi[w])
	return out
}

// covers reports whether witness w has a say on column c.
func (v *view) covers(w, c int) bool {
	return c >= v.lo[w] && c < v.hi[w] && !v.lacuna[w].has(c)
}
