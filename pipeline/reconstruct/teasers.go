package reconstruct

import (
	"slices"
	"strings"
)

// A list of the beginnings of other pages ends each with an ellipsis and the
// same few words, which lead there.

const (
	leastTeasers = 2 // lines of a list of teasers
	invitation   = 5 // words behind the ellipsis, at most
)

// oddsTeasers is what it weighs that a page has a list of teasers behind the end
// of the article.
const oddsTeasers = 3

// teasersBehind reports whether some copy has a list of teasers behind the end of
// the article.
func (v *view) teasersBehind() bool {
	if v.teasing == unasked {
		v.teasing = no
		if v.teasersIn(v.last, v.cols) {
			v.teasing = yes
		}
	}
	return v.teasing == yes
}

// teasersIn reports whether some witness has a list of teasers in the columns
// [from, to).
func (v *view) teasersIn(from, to int) bool {
	for w, cols := range v.colsOf {
		count := map[string]int{}
		for _, c := range cols {
			if int(c) < from || int(c) >= to {
				continue
			}
			if words := v.invites(w, int(v.al.Columns[c].At(w))); words != "" {
				if count[words]++; count[words] >= leastTeasers {
					return true
				}
			}
		}
	}
	return false
}

// teases reports whether a line of witness w ends with an ellipsis and a few words.
func (v *view) teases(w int, line []int32) bool {
	return slices.ContainsFunc(line[max(0, len(line)-invitation-1):], func(i int32) bool { return v.invites(w, int(i)) != "" })
}

// invites returns the few words between an ellipsis behind word i of witness w and
// the end of the line, "" where there are none.
func (v *view) invites(w, i int) string {
	wit := v.ws[w]
	if gap := wit.Gaps[i+1]; !strings.Contains(gap, "...") && !strings.Contains(gap, "…") || strings.Contains(gap, "\n") {
		return ""
	}
	var words []string
	for i++; i < len(wit.Words) && len(words) <= invitation; i++ {
		words = append(words, wit.Words[i].Key)
		if i+1 == len(wit.Words) || strings.Contains(wit.Gaps[i+1], "\n") {
			return strings.Join(words, " ")
		}
	}
	return ""
}
