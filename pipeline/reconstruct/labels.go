package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a page puts between the paragraphs of an article it puts there again and again,
// under one label: "See also: ..." each time with another title, "Advertisement",
// a caption that begins with the word for a picture. Who loses paragraphs does not
// choose those that open alike.

const (
	labelWords = 4 // at most
	labelRunes = 9 // the same, in scripts without spaces
	leastAlike = 2 // runs with the label
)

// findLabelled marks the runs of lines that one group has alone, of which several open
// with one label, or close with one line, and none of what two groups have does.
func (v *view) findLabelled() {
	type named struct {
		group int
		label string
	}
	found := map[named][]int{}
	for i := range v.runs {
		r := &v.runs[i]
		w := r.by[0]
		if !v.oneGroup(r.by) || v.attesters(r.from) >= v.standing(r.from) || r.to <= v.first || r.from >= v.last || !v.ownLine(r, w) {
			continue
		}
		first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
		open := v.label(w, first, last)
		if open != "" {
			found[named{v.group[w], open}] = append(found[named{v.group[w], open}], i)
		}
		if from := v.lineFrom(w, first, last); from > first {
			if l := v.label(w, from, last); l != "" && l != open {
				found[named{v.group[w], l}] = append(found[named{v.group[w], l}], i)
			}
		}
	}
	var common map[string]bool
	for x, runs := range found {
		if len(runs) < leastAlike {
			continue
		}
		if common == nil {
			common = v.commonLabels()
		}
		for _, i := range runs {
			v.runs[i].labelled = v.runs[i].labelled || !common[x.label]
		}
	}
}

// label returns what a line of witness w opens with before a colon, a bar, a dash or its
// end, for a few words; words [from, last] are looked at.
func (v *view) label(w int, from, last int32) string {
	wit := v.ws[w]
	most := int32(labelWords)
	if charWords(wit.Words[from].Key) {
		most = labelRunes
	}
	var b strings.Builder
	content := false
	for i := from; i <= last && i < from+most; i++ {
		key := wit.Words[i].Key
		content = content || v.content(key)
		b.WriteString(key + " ")
		if gap := wit.Gaps[i+1]; strings.ContainsAny(gap, "\n:：|»>–—") || strings.Contains(gap, " - ") {
			if !content || utf8.RuneCountInString(b.String()) <= sameLetters {
				return ""
			}
			return b.String()
		}
	}
	return ""
}

// lineFrom is the first word of the line of witness w that ends with word last.
func (v *view) lineFrom(w int, first, last int32) int32 {
	for i := last; i > first; i-- {
		if strings.Contains(v.ws[w].Gaps[i], "\n") {
			return i
		}
	}
	return first
}

// commonLabels are the labels of lines that two groups have.
func (v *view) commonLabels() map[string]bool {
	out := map[string]bool{}
	for w, wit := range v.ws {
		for _, c := range v.colsOf[w] {
			i := v.al.Columns[c].At(w)
			if v.attesters(int(c)) > 1 && (i == 0 || strings.Contains(wit.Gaps[i], "\n")) {
				out[v.label(w, i, int32(len(wit.Words)-1))] = true
			}
		}
	}
	return out
}

// interrupts reports a run that stands, as a line or as sentences of its own, in the
// midst of a sentence that goes on behind it, and that the copies without it have whole.
func (v *view) interrupts(r *run, w int) bool {
	wit := v.ws[w]
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	if first == 0 || int(last)+1 >= len(wit.Words) || r.to-r.from < 2 {
		return false
	}
	before, behind := wit.Gaps[first], wit.Gaps[last+1]
	if strings.ContainsAny(before, sentenceStops+":") || !strings.Contains(before, "\n") && !strings.ContainsAny(behind, sentenceStops) {
		return false
	}
	begins, _ := utf8.DecodeRuneInString(wit.Words[first].Surface)
	goes, _ := utf8.DecodeRuneInString(wit.Words[last+1].Surface)
	ended, _ := utf8.DecodeRuneInString(wit.Words[first-1].Surface)
	if unicode.IsLower(begins) || !unicode.IsLower(goes) || ended == utf8.RuneError || !strings.ContainsAny(behind, sentenceStops+"\n") {
		return false
	}
	return v.goesOver(r)
}

// goesOver reports that a copy without a run has the words at both sides of it in one
// sentence.
func (v *view) goesOver(r *run) bool {
	if r.from == 0 || r.to >= v.cols {
		return false
	}
	for _, u := range v.present(r.from - 1) {
		i, j := v.al.Columns[r.from-1].At(u), v.al.Columns[r.to].At(u)
		if j == i+1 && !endsSentence(v.ws[u].Gaps[j]) {
			return true
		}
	}
	return false
}
