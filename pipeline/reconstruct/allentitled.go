package reconstruct

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// entitledByAll reports whether a run is the title for all that it has no word of the
// article, as where each word is compounded or inflected in another way: every group has
// it, two as a line right above the article against which nothing speaks but that, and
// one of these has nothing above it.
func (v *view) entitledByAll(r *run, attest, against int) bool {
	if attest < 2 || against > 0 || r.to > v.first || v.titleBehind() || !v.allHave(r) {
		return false
	}
	bare, begins, mark := 0, false, v.stamp()
	for _, w := range r.by {
		first := v.al.Columns[r.from][w]
		if !v.oneLine(r, w) || !v.besideArticle(r, w) || !v.onlyStrange(w, first) {
			continue
		}
		begins = begins || first == 0 && strings.TrimSpace(v.ws[w].Gaps[0]) == ""
		if g := v.group[w]; v.stamps[g] != mark {
			v.stamps[g] = mark
			bare++
		}
	}
	return bare >= 2 && begins
}

// allHave reports whether no group of the article is without a run.
func (v *view) allHave(r *run) bool {
	mark := v.stamp()
	for _, w := range r.by {
		v.stamps[v.group[w]] = mark
	}
	for _, g := range v.group {
		if v.stamps[g] != mark {
			return false
		}
	}
	return true
}

// onlyStrange reports whether nothing was found against word i of witness w but that the
// text does not speak of it.
func (v *view) onlyStrange(w int, i int32) bool {
	p := v.suspect(w, i)
	if p == nil {
		return true
	}
	for _, e := range p.Evidence {
		if e.Family != corpus.Semantics || e.Detail == corpus.AnotherTitle || e.Detail == corpus.AnotherBeginning {
			return false
		}
	}
	return true
}
