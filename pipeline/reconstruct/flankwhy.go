package reconstruct

import (
	"slices"
)

// flankWhy says what the copies without a run beyond the borders do there: one begins
// or ends with the article, or all broke off before.
func (v *view) flankWhy(r *run) string {
	for u := range v.n {
		if !slices.Contains(r.by, u) && v.endsShort(u, r.from) {
			return "witness: other copies begin or end here without it"
		}
	}
	return "witness: no other copy reaches so far, and it reads like a page's frame"
}

// endsShort reports whether witness u, which has nothing in column c beyond the borders,
// begins or ends with the article and did not break off before.
func (v *view) endsShort(u, c int) bool {
	trailing := c >= v.last
	return v.hi[u] > 0 && v.atBorder(u, trailing) && !v.cutShort(u, trailing)
}

// atBorder reports whether what witness u has in common with others reaches the end
// of the article, or its beginning.
func (v *view) atBorder(u int, trailing bool) bool {
	if trailing {
		return v.hi[u] >= v.last-borderSlack
	}
	return v.lo[u] <= v.first+borderSlack
}
