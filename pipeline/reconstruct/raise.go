package reconstruct

import (
	"slices"
	"strings"
)

// Past a border each line, and each proposal in it, is judged alone. What stands
// amid words of its copy that were found to be the article's there is the
// article's too, unless much speaks against it.

// raiseAmid keeps the runs beyond the borders that fell though they stand so, going
// through them both ways.
func (v *view) raiseAmid() {
	for i := range v.runs {
		v.raise(&v.runs[i])
	}
	for i := len(v.runs) - 1; i >= 0; i-- {
		v.raise(&v.runs[i])
	}
}

// dropAmid is the score from which a proposal that stands so falls all the same.
const dropAmid = .5

// raise keeps a run that fell beyond a border though its copy has it in a sentence that
// was found to be of the article there, under its title and in one line with the
// article, or between what was kept there and sentences.
func (v *view) raise(r *run) {
	w := r.by[0]
	if r.keep || !r.flank || r.rule != RuleFlank || !v.oneGroup(r.by) || v.suspicion(r) >= dropAmid || v.shape(r, w).artefact {
		return
	}
	inner, outer, last := v.beside(r, w, -1), v.beside(r, w, 1), v.al.Columns[r.to-1].At(w)
	if r.to <= v.first {
		inner, outer = outer, inner
	}
	kept := inner != nil && inner.keep
	switch {
	case v.amidKept(r, w, -1), v.amidKept(r, w, 1):
	case kept && r.to <= v.first && v.underTitle(r, w) && !v.inTitle(r.to) && !strings.Contains(v.ws[w].Gaps[last+1], "\n"):
	case kept && v.beyond(inner) && outer != nil && outer.keep && v.sentences(outer, w):
	default:
		return
	}
	r.keepAs(RuleSingle, .8)
}

// beyond reports whether a run lies beyond a border of the article.
func (v *view) beyond(r *run) bool { return r.from >= v.last || r.to <= v.first }

// amidKept reports whether witness w has so many words beyond the border in the sentence
// of a run, in that direction, that none of its frame would be kept there.
func (v *view) amidKept(r *run, w, step int) bool {
	c, n := r.from, 0
	if step > 0 {
		c = r.to - 1
	}
	for ; n < proseWords; n++ {
		i := v.al.Columns[c].At(w)
		if endsSentence(v.ws[w].Gaps[i+int32(b2i(step > 0))]) {
			return false
		}
		if c = v.columnOf(w, i+int32(step), c, step); c < 0 || !v.verdict[c].keep || !v.beyond(v.verdict[c]) || v.inTitle(c) {
			return false
		}
	}
	return true
}

// beside returns the run of the word of witness w next to a run in a direction.
func (v *view) beside(r *run, w, step int) *run {
	i, c := v.al.Columns[r.from].At(w), r.from
	if step > 0 {
		i, c = v.al.Columns[r.to-1].At(w), r.to-1
	}
	if c = v.columnOf(w, i+int32(step), c, step); c < 0 {
		return nil
	}
	return v.verdict[c]
}

// sentences reports a run of sentences, as a line of a page's frame hardly is.
func (v *view) sentences(r *run, w int) bool {
	gap := v.ws[w].Gaps[v.al.Columns[r.to-1].At(w)+1]
	return slices.Contains(r.by, w) && r.to-r.from >= frameProse && strings.ContainsAny(gap, sentenceStops) && !curtailed(gap)
}

// farBehind reports whether so many words of witness w that were found to be the
// article's lie between its end, where others end, and a run: they were cut there.
func (v *view) farBehind(r *run, w int) bool {
	n := 0
	for _, c := range v.within(w, v.last, r.from) {
		if n += b2i(v.verdict[c] != nil && v.verdict[c].keep); n >= onwardWords {
			break
		}
	}
	return n >= onwardWords
}
