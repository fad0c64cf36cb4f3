package reconstruct

// againMin is the number of words from which nobody says a thing twice in a row.
const againMin = 6

// saidAgain reports a run that its copy says twice in a row. Where the run begins
// in that is all the same: each of its words stands as far before or behind as the
// run is long.
func (v *view) saidAgain(r *run) bool {
	n := r.to - r.from
	if n < againMin {
		return false
	}
	w := r.by[0]
	words, from := v.ws[w].Words, int(v.al.Columns[r.from][w])
	for i := from; i < from+n; i++ {
		if key := words[i].Key; (i < n || words[i-n].Key != key) && (i+n >= len(words) || words[i+n].Key != key) {
			return false
		}
	}
	return true
}
