package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers in brackets that a copy has again and again and another nowhere are
// the marks of notes, or the times of a recording: the page's, not the article's.

const (
	leastSerial = 5 // of one shape
	leastAlone  = 4 // times as many as of those that all copies have
)

// findSerials marks the runs of such numbers.
func (v *view) findSerials() {
	shapes, common := map[string][]int{}, map[string]int{}
	for i := range v.runs {
		r := &v.runs[i]
		switch shape := v.bracketed(r); {
		case shape == "":
		case v.attesters(r.from) < v.standing(r.from):
			shapes[shape] = append(shapes[shape], i)
		default:
			common[shape]++
		}
	}
	for shape, runs := range shapes {
		for _, i := range runs {
			v.runs[i].serial = len(runs) >= max(leastSerial, leastAlone*common[shape])
		}
	}
}

// bracketed returns the shape of a run of numbers that stand in brackets of their
// own in each copy that has them: what stands round each number. It is empty for
// any other run.
func (v *view) bracketed(r *run) (shape string) {
	if r.to-r.from > 3 {
		return ""
	}
	for c := r.from; c < r.to; c++ {
		for _, key := range v.keysAt(c) {
			if strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsDigit(r) && r != ':' && r != '.' }) {
				return ""
			}
		}
	}
	for _, w := range r.by {
		gaps, first, last := v.ws[w].Gaps, v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
		before, _ := utf8.DecodeLastRuneInString(gaps[first])
		behind, _ := utf8.DecodeRuneInString(gaps[last+1])
		if before != '[' && before != '(' || behind != ']' && behind != ')' {
			return ""
		}
		shape = string(before) + strings.Join(gaps[first+1:last+1], "0") + string(behind)
	}
	return shape
}
