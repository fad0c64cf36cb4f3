package reconstruct

import (
	"slices"
)

// flankWhy says what the copies without a run beyond the borders do there: one begins
// or ends with the article, or all broke off before.
func (v *view) flankWhy(r *run) string {
	trailing := r.from >= v.last
	for u := range v.n {
		if !slices.Contains(r.by, u) && v.hi[u] > 0 && v.atBorder(u, trailing) && !v.cutShort(u, trailing) {
			return "witness: other copies begin or end here without it"
		}
	}
	return "witness: no other copy reaches so far, and it reads like a page's frame"
}

// atBorder reports whether what witness u has in common with others reaches the end
// of the article, or its beginning.
func (v *view) atBorder(u int, trailing bool) bool {
	if trailing {
		return v.hi[u] >= v.last-borderSlack
	}
	return v.lo[u] <= v.first+borderSlack
}
