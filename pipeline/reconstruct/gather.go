package reconstruct

import "slices"

// Each of ten thousand copies may have something of its own that the others lack. Were
// each of these an entry, of which the reading chosen names all others, the apparatus
// would grow with the square of the copies. Of so many, what one rule dropped in one place
// of the text is one entry: nothing is chosen, which those have who lack all of it, and
// beside that is what each of the others has. So there are no more entries than
// the text has places, times the rules.

// gatherFrom is the number of copies from which entries are gathered.
const gatherFrom = 256

// gathers reports whether the copies are so many.
func (v *view) gathers() bool { return v.n >= gatherFrom && len(v.events) == 0 }

// gather makes the entries of columns [from, to), all of which were dropped: one for
// each rule.
func (v *view) gather(t *text, from, to int) (out []variation) {
	for c := from; c < to; c++ {
		i := slices.IndexFunc(out, func(x variation) bool { return v.verdict[x.from].rule == v.verdict[c].rule })
		if i < 0 {
			i = len(out)
			out = append(out, variation{from: c, gathered: true})
		}
		out[i].to = c + 1
	}
	for i, x := range out {
		out[i] = v.wordEntry(t, x)
	}
	return out
}

// reaches reports whether witness w has a say on the last of columns [from, to), or begins
// or ends among them.
func (v *view) reaches(w, from, to int) bool {
	return v.covers(w, to-1) || v.hi[w] > 0 && (v.lo[w] >= from && v.lo[w] < to || v.hi[w] > from && v.hi[w] <= to)
}

// isOf reports whether a variation is about a column, which lies among its columns.
func (v *view) isOf(x variation, c int) bool {
	return !x.gathered || v.verdict[c].rule == v.verdict[x.from].rule
}
