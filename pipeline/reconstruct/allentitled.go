package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// entitledByAll reports whether a run is the title for all that it has no word of the
// article, as where each word is compounded or inflected in another way: every group has
// it, two as a line right above the article against which nothing speaks but that, and
// one of these has nothing above it.
func (v *view) entitledByAll(r *run, attest, against int) bool {
	if attest < 2 || against > 0 || r.to > v.first || v.titleBehind() || v.groupsOf(r.by) < v.groups {
		return false
	}
	var bare []int
	begins := false
	for _, w := range r.by {
		first := v.al.Columns[r.from].At(w)
		if !v.oneLine(r, w) || !v.besideArticle(r, w) || !v.onlyStrange(w, first) {
			continue
		}
		bare, begins = append(bare, w), begins || first == 0 && strings.TrimSpace(v.ws[w].Gaps[0]) == ""
	}
	return begins && v.groupsOf(bare) >= 2
}

// onlyStrange reports whether nothing was found against word i of witness w but that the
// text does not speak of it.
func (v *view) onlyStrange(w int, i int32) bool {
	p := v.suspect(w, i)
	if p == nil {
		return true
	}
	return !saysOf(p, corpus.AnotherTitle, corpus.AnotherBeginning) &&
		!slices.ContainsFunc(p.Evidence, func(e corpus.Evidence) bool { return e.Family != corpus.Semantics })
}
