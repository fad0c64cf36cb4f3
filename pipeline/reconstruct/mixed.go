package reconstruct

import "strings"

// A copy that has lines which the other lacks may have lines of the article
// among them, which the other lost, and lines that were injected.

// plainOdds is how far from even, in log odds, the lines of a run must lie on
// either side for it to be cut between them.
const plainOdds = 1

// splitMixed cuts the runs that one group has against one at the line breaks
// between lines that speak plainly for an insertion and lines that speak plainly
// for a loss.
func (v *view) splitMixed() {
	out := make([]run, 0, len(v.runs))
	for i := range v.runs {
		r := &v.runs[i]
		if lines := v.linesIn(r); len(lines) > 1 {
			if active, _ := v.silent(r); active == 1 && !v.outside(r) {
				out = append(out, v.unmixed(*r, lines)...)
				continue
			}
		}
		out = append(out, *r)
	}
	v.runs, v.casts = out, nil
}

// linesIn cuts a run that one group has at its line breaks. It returns nothing
// for other runs.
func (v *view) linesIn(r *run) (out []run) {
	if r.to-r.from < 2 || !v.oneGroup(r.by) {
		return nil
	}
	w, from := r.by[0], r.from
	for c := r.from + 1; c <= r.to; c++ {
		if c == r.to || strings.Contains(v.ws[w].Gaps[v.al.Columns[c].At(w)], "\n") {
			out = append(out, run{from: from, to: c, by: r.by})
			from = c
		}
	}
	return out
}

// unmixed gives the lines of a run, those that speak for the same put together,
// or the run itself where they do not plainly speak for different things.
func (v *view) unmixed(r run, lines []run) []run {
	w := r.by[0]
	low, high := 0., 0.
	var out []run
	foreign := false
	for i := range lines {
		l := &lines[i]
		odds, _ := v.weighInsertion(l, w, v.shape(l, w))
		low, high = min(low, odds), max(high, odds)
		if i > 0 && foreign == (odds > 0) {
			out[len(out)-1].to = l.to
			continue
		}
		foreign = odds > 0
		out = append(out, *l)
	}
	if low > -plainOdds || high < plainOdds {
		return []run{r}
	}
	return out
}
