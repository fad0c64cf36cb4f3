package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A page names its article in its frame too: "Topic: ...", the end of a path of
// links. Several pages of one site, or of one make, agree on that, and so it
// stands before the title as if it were attested.

const (
	echoLines   = 6 // lines at the beginning that are looked at
	echoApart   = 2 // of them between the title and itself, at most, each
	echoAmid    = 6 // of so many words
	echoLeast   = 3 // words of a title that is known again,
	echoLetters = 6 // or characters, where each is a word
	echoMost    = 30
	echoMore    = 4 // words of the line before it besides the title
)

// sinkEcho drops a line at the beginning that holds the title once more,
// before the title itself, when a copy has the title without it or it bears a label.
// What stands between the two, and before the first, is of the frame then.
func (v *view) sinkEcho() {
	lines := v.headLines()
	for i := 0; i+1 < len(lines); i++ {
		j := i + 1
		for j < len(lines) && !v.echoed(lines[i], lines[j]) {
			if j-i > echoApart || len(lines[j]) > echoAmid {
				j = len(lines)
			}
			j++
		}
		if j >= len(lines) {
			continue
		}
		gone := lines[i:j]
		if (!v.echoes(lines[i], lines[j]) && !v.endsPath(lines[i], lines[j]) || v.tornFrom(lines[i], lines[j])) && v.attesters(lines[i][0]) > v.attesters(lines[j][0]) {
			gone = lines[i+1 : j+1]
		} else if j > i+1 {
			gone = v.withFrame(lines[:j], lines[j][0], i)
		}
		for _, line := range gone {
			for _, c := range line {
				v.sinkColumn(c)
			}
		}
	}
}

// echoed reports whether line a says the title that line b is, or the other way round.
func (v *view) echoed(a, b []int) bool {
	return v.echoes(a, b) || v.endsPath(a, b) || v.sameLine(a, b) && v.mostlyOnce(a, b)
}

// tornFrom reports whether line a begins with what line b says and goes on with more words
// of a copy's title: b is what is left of it then.
func (v *view) tornFrom(a, b []int) bool {
	return len(a) > len(b) && v.sameKeys(a[:len(b)], b) && !slices.ContainsFunc(a[len(b):], func(c int) bool {
		return !slices.ContainsFunc(v.places[c].ws, func(w int) bool { return v.heads(w, c) })
	})
}

// withFrame gives lines from number i on, and those right before it that are short too
// and that a copy lacks that has the word in column title behind them.
func (v *view) withFrame(lines [][]int, title, i int) [][]int {
	lacks := func(line []int) bool {
		return slices.ContainsFunc(v.places[title].ws, func(w int) bool {
			return !slices.ContainsFunc(line, func(c int) bool { return v.al.Columns[c].At(w) != corpus.Absent })
		})
	}
	for i > 0 && len(lines[i-1]) <= echoMore && lacks(lines[i-1]) {
		i--
	}
	return lines[i:]
}

// endsPath reports whether line a is the end of a longer line of which the rest fell,
// in the copies that have it, and says what line b says.
func (v *view) endsPath(a, b []int) bool {
	return len(b) >= v.echoLeast(b[0]) && !v.opensLine(a[0]) && v.sameKeys(a, b)
}

// headLines gives the kept columns of the first lines of the article.
func (v *view) headLines() [][]int {
	var out [][]int
	for c := range v.cols {
		if !v.verdict[c].keep {
			continue
		}
		if len(out) == 0 || v.opensLine(c) {
			if len(out) == echoLines {
				return out
			}
			out = append(out, nil)
		}
		if last := &out[len(out)-1]; len(*last) > echoMost+echoMore {
			return out
		} else {
			*last = append(*last, c)
		}
	}
	return out
}

// opensLine reports whether half or more of those who have a word in column c begin a
// line with it, or one of them its title.
func (v *view) opensLine(c int) bool {
	n := 0
	for _, w := range v.places[c].ws {
		i := v.al.Columns[c].At(w)
		opens := i == 0 || strings.Contains(v.ws[w].Gaps[i], "\n")
		if opens && v.heads(w, c) {
			return true
		}
		n += 2*b2i(opens) - 1
	}
	return n >= 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sameLine reports whether two lines long enough for a title have most words in
// common, as the copies have them.
func (v *view) sameLine(a, b []int) bool {
	if len(b) < v.echoLeast(b[0]) || max(len(a), len(b)) > min(len(a), len(b))+2 {
		return false
	}
	held := map[string]bool{}
	for _, c := range a {
		for _, k := range v.keysAt(c) {
			held[k] = true
		}
	}
	n := 0
	for _, c := range b {
		n += b2i(slices.ContainsFunc(v.keysAt(c), func(k string) bool { return held[k] }))
	}
	return 4*n >= 3*max(len(a), len(b))
}

// mostlyOnce reports whether most of the groups that have the first word of lines a and
// b have one of the two, or one group where the lines are the same: those that have both
// have the title in their frame too, and some of the others were aligned with that.
func (v *view) mostlyOnce(a, b []int) bool {
	both, once := map[int]bool{}, map[int]bool{}
	for w := range v.n {
		x, y := v.at(a[0], w) != nil, v.at(b[0], w) != nil
		switch {
		case x && y:
			both[v.group[w]] = true
		case x || y:
			once[v.group[w]] = true
		}
	}
	return len(once) > len(both) || len(once) > 0 && v.sameKeys(a, b)
}

// sameKeys reports whether two lines have the same words in their first copies.
func (v *view) sameKeys(a, b []int) bool {
	return slices.EqualFunc(a, b, func(x, y int) bool { return v.keysAt(x)[0] == v.keysAt(y)[0] })
}

// echoes reports whether line a holds the words of line b and few besides, and
// b is the title of a copy that lacks a, or ends a whose first words are a label.
func (v *view) echoes(a, b []int) bool {
	more := len(a) - len(b)
	if more < 0 || more > echoMore || len(b) > echoMost || len(b) < v.echoLeast(b[0]) {
		return false
	}
	keys := func(cols []int) (out []string) {
		for _, c := range cols {
			out = append(out, v.keysAt(c)[0])
		}
		return out
	}
	x, y := keys(a), keys(b)
	held := false
	for at := 0; at <= more && !held; at++ {
		held = slices.Equal(x[at:at+len(y)], y)
	}
	if more > 0 && held && v.labels(a, more) && slices.Equal(x[more:], y) {
		return true
	}
	return held && slices.ContainsFunc(v.places[b[0]].ws, func(w int) bool {
		return v.heads(w, b[0]) && !slices.ContainsFunc(a, func(c int) bool { return v.al.Columns[c].At(w) != corpus.Absent })
	})
}

// labels reports whether the copies that have a line part its first words, so many,
// from the rest by a colon.
func (v *view) labels(line []int, words int) bool {
	for _, w := range v.places[line[words]].ws {
		if gap := v.ws[w].Gaps[v.al.Columns[line[words]].At(w)]; !strings.HasPrefix(gap, ":") {
			return false
		}
	}
	return true
}

func (v *view) echoLeast(c int) int {
	if charWords(v.keysAt(c)[0]) {
		return echoLetters
	}
	return echoLeast
}

// heads reports whether the word of witness w in column c is of its title.
func (v *view) heads(w, c int) bool {
	i := int(v.al.Columns[c].At(w))
	return slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool {
		return m.Role == corpus.RoleTitle && i >= m.Start && i < m.End
	})
}

// sinkColumn drops one column, with its run where that is all of it.
func (v *view) sinkColumn(c int) {
	r := v.verdict[c]
	if r.to-r.from > 1 {
		r = &run{from: c, to: c + 1, by: r.by}
		v.verdict[c] = r
	}
	r.drop(RuleEcho, .95, corpus.KindFurniture, "layout: the title again")
}
