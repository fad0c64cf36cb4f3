package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page says where it stands on its site: "Home :: Articles :: Garden :: ..." ends in the
// title. The line is no part of the article, in whatever place it comes to lie there.

const (
	pathLines = 3  // lines at the beginning of a copy that are looked at
	pathMost  = 12 // words of a path besides the title
	pathSteps = 2  // signs between them, at least
)

// inPath reports a run that all who have it have in such a line.
func (v *view) inPath(r *run) bool {
	for _, w := range r.by {
		if from, to := v.pathOf(w); int(v.al.Columns[r.from].At(w)) < from || int(v.al.Columns[r.to-1].At(w)) >= to {
			return false
		}
	}
	return true
}

// pathOf returns the words [from, to) of witness w that are its path; none where it has
// no such line.
func (v *view) pathOf(w int) (from, to int) {
	if v.paths == nil {
		v.paths = make([]*[2]int, v.n)
	}
	if v.paths[w] == nil {
		from, to := v.findPath(w)
		v.paths[w] = &[2]int{from, to}
	}
	return v.paths[w][0], v.paths[w][1]
}

// findPath looks for a line at the beginning of witness w whose steps are parted by one
// sign, and whose last step is said again in the article.
func (v *view) findPath(w int) (from, to int) {
	wit := v.ws[w]
	for line := 0; line < pathLines && to < len(wit.Words); line++ {
		from, to = to, wit.LineEnd(to)
		if to-from > echoMost+pathMost {
			continue
		}
		for _, sign := range token.PathSigns {
			if last := lastStep(wit.Gaps[from+1:to], sign); last > 0 && v.saysElsewhere(w, from, from+last, to) {
				return from, to
			}
		}
	}
	return 0, 0
}

// lastStep returns the number of words before the last step of a line with the gaps
// between its words; 0 where a sign does not part as many as a path has.
func lastStep(gaps []string, sign string) (last int) {
	n := 0
	for i, gap := range gaps {
		if strings.TrimSpace(gap) == sign {
			n, last = n+1, i+1
		}
	}
	if n < pathSteps {
		return 0
	}
	return last
}

// saysElsewhere reports whether words [from, to) of witness w, enough for a title, stand
// side by side in one of the first witnesses, or in this one elsewhere than in its line
// from word line on.
func (v *view) saysElsewhere(w, line, from, to int) bool {
	title, least := v.ws[w].Words[from:to], echoLeast
	if charWords(title[0].Key) {
		least = echoLetters
	}
	if len(title) < least {
		return false
	}
	if says(v.ws[w].Words[:line], title) || says(v.ws[w].Words[to:], title) {
		return true
	}
	for u := range min(v.n, lineGroups) {
		if u != w && says(v.ws[u].Words, title) {
			return true
		}
	}
	return false
}

// says reports whether some words stand side by side in others.
func says(words, some []corpus.Word) bool {
	for i := 0; i+len(some) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(some)], some, func(a, b corpus.Word) bool { return a.Key == b.Key }) {
			return true
		}
	}
	return false
}
