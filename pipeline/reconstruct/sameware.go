package reconstruct

import "slices"

// Who injects phrases into a copy names one ware in several places. The phrases are
// short, stand inside sentences, and the copies that agree round them lack each; that
// one of their words is of the article, or that there are but two, does not acquit
// them where another such phrase of the copy has a word of theirs that the article
// never has. What a version of the article adds in several places is longer, or is
// tied by words of the article.

// setInMost is the number of words that a phrase has at most that was set into a
// sentence.
const setInMost = 8

// isPhrase reports a dropped run of one hand that is set into a sentence: other copies
// have words beside it and lack it.
func (v *view) isPhrase(r *run) bool {
	w, n := r.by[0], r.to-r.from
	if r.keep || r.rule != RuleOutvoted && r.rule != RuleOneOnOne && r.rule != RuleInsertion || n < 2 || n > setInMost || !v.oneGroup(r.by) {
		return false
	}
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	gaps := v.ws[w].Gaps
	if first == 0 || int(last-first) != n-1 || endsSentence(gaps[first]) {
		return false
	}
	return !slices.ContainsFunc(gaps[first+1:last+1], endsSentence)
}

// sameWare reports that another such phrase of a copy has a word of content of the
// run that the article has nowhere, and that more than half of those of the run are such.
func (v *view) sameWare(r *run) bool {
	if !v.isPhrase(r) {
		return false
	}
	if kin, strange := v.kinship(r); kin >= strange {
		return false
	}
	wares := v.waresOf(r.by[0])
	return slices.ContainsFunc(v.strangeStems(r), func(s string) bool { return wares[s] > 1 })
}

// waresOf counts in how many phrases of a copy each stem stands that the article
// does not have.
func (v *view) waresOf(w int) map[string]int {
	if v.named == nil {
		v.named = make([]map[string]int, v.n)
	}
	if v.named[w] == nil {
		v.named[w] = map[string]int{}
		for i := range v.runs {
			if r := &v.runs[i]; r.by[0] == w && v.isPhrase(r) {
				for _, s := range v.strangeStems(r) {
					v.named[w][s]++
				}
			}
		}
	}
	return v.named[w]
}

// strangeStems are the stems of the words of content of a run that the article does
// not have, each once.
func (v *view) strangeStems(r *run) (out []string) {
	for _, k := range v.keysOf(r) {
		if s := stem(k); v.strange(k) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
