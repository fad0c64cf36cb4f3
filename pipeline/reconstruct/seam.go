package reconstruct

// Where the copies of one page end and the next page begins the article has nothing
// between: what one copy of either has there alone is its frame, but for sentences, which
// the others may have lost.

// seamed counts the groups that have the page of a run without it: they end before it, or
// begin behind it, and so do those of the next page, or of the one before. 0 where the run
// does not stand between two pages.
func (v *view) seamed(r *run) int {
	page := v.ws[r.by[0]].Page
	if v.prose(r, r.by[0]) {
		return 0 // the others may have lost a sentence
	}
	for _, w := range r.by {
		if page == 0 || v.ws[w].Page != page {
			return 0
		}
	}
	if n := v.seamBehind(r, page, true); n > 0 {
		return n
	}
	return v.seamBehind(r, page, false)
}

// seamBehind is seamed for what stands behind a page, or before it.
func (v *view) seamBehind(r *run, page int, trailing bool) (n int) {
	next, mark := false, v.stamp()
	for _, w := range r.by {
		if v.stamps[v.group[w]] = mark; trailing && !v.trailing(r, w) || !trailing && !v.leading(r, w) {
			return 0
		}
	}
	for u, wit := range v.ws {
		lo, hi := v.standsFrom(u)
		before, behind := hi > 0 && hi <= r.from, hi > 0 && lo >= r.to
		switch {
		case wit.Page == 0:
			return 0
		case v.stamps[v.group[u]] == mark:
		case trailing && wit.Page > page, !trailing && wit.Page < page:
			next = next || trailing && behind || !trailing && before
		case wit.Page == page && (trailing && before || !trailing && behind) && !v.cutShort(u, trailing):
			v.stamps[v.group[u]] = mark
			n++
		}
	}
	if !next {
		return 0
	}
	return n
}

// standsFrom returns the columns [lo, hi) between which a witness stands, those of all its
// words where it has nothing in common with others.
func (v *view) standsFrom(w int) (lo, hi int) {
	if cols := v.colsOf[w]; v.hi[w] == 0 && len(cols) > 0 {
		return int(cols[0]), int(cols[len(cols)-1]) + 1
	}
	return v.lo[w], v.hi[w]
}
