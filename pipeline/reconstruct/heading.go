package reconstruct

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Where the title of the article stands, and what pages write before it.

// prefixMost is the number of words up to which something may be the name of a site
// or column before a title, and prefixSigns end it.
const prefixMost, prefixSigns = 12, ":|»–—-"

// noTitle are signs at the end of a line that a title does not end with.
const noTitle = ".,;:"

// titlePrefix reports a run that ends in a colon or bar right before a
// column in which another group's text begins.
func (v *view) titlePrefix(r *run, w int) bool {
	if r.to >= v.cols || r.to-r.from > prefixMost || !v.leading(r, w) || v.underTitle(r, w) && !v.inTitle(r.to) {
		return false
	}
	last := v.al.Columns[r.to-1].At(w)
	gap := v.ws[w].Gaps[last+1]
	if !strings.ContainsAny(gap, prefixSigns) || strings.Contains(gap, "\n") {
		return false
	}
	return slices.ContainsFunc(v.present(r.to), func(u int) bool { return v.group[u] != v.group[w] && v.al.Columns[r.to].At(u) == 0 })
}

// sitesBefore reports a run that is what two groups or more have before the title, in
// its line: each another name, or a name that as many do without, who begin a line with
// the title, or that is parted from it in several ways.
func (v *view) sitesBefore(r *run) bool {
	if r.to >= v.cols || r.to-r.from > prefixMost || r.from > v.first+borderSlack {
		return false
	}
	var having []int           // others have their frame there, and the title behind in a line of its own
	signs := map[string]bool{} // their first bytes
	at := -1                   // the column of the title
	for _, w := range r.by {
		i := v.al.Columns[r.to-1].At(w) + 1
		if gap, c := v.ws[w].Gaps[i], v.columnOf(w, i, r.to-1, 1); c >= 0 && !strings.Contains(gap, "\n") {
			if at < 0 {
				at = c
			}
			if c != at || !strings.ContainsAny(gap, prefixSigns) || strings.ContainsFunc(v.ws[w].Words[i-1].Key, isLost) {
				return false
			}
			having = append(having, w)
			signs[gap[strings.IndexAny(gap, prefixSigns):][:1]] = true
		}
	}
	groups := v.groupsOf(having)
	if groups < 2 || !slices.ContainsFunc(v.places[at].ws, func(w int) bool { return v.titleLine(w, v.al.Columns[at].At(w)) }) {
		return false
	}
	bare := v.groupsOf(v.titledBare(at))
	return len(v.agreeingAt(r.to-1)) == 0 || bare >= groups || bare > 0 && len(signs) > 1
}

// sinkPrefix drops what the article still begins with, if it is parted by a sign from
// the title behind it in its line, and as many groups begin with the title as have that.
func (v *view) sinkPrefix() {
	first := v.nextKept(0)
	if first == v.cols || v.hands {
		return
	}
	r := v.verdict[first]
	title := v.nextKept(r.to)
	if title == v.cols || r.from < first || r.to-r.from > prefixMost {
		return
	}
	var having, bare []int // their frame may have the words in a line of their own
	for _, w := range r.by {
		i := v.al.Columns[r.to-1].At(w) + 1
		switch gap := v.ws[w].Gaps[i]; {
		case strings.Contains(gap, "\n"):
		case v.al.Columns[title].At(w) == i && strings.ContainsAny(gap, prefixSigns):
			having = append(having, w)
		default:
			if c := v.wherever(w, i); c < 0 || v.verdict[c].keep {
				return
			}
		}
	}
	for _, w := range v.places[title].ws {
		if i := v.al.Columns[title].At(w); !slices.Contains(r.by, w) && v.titleLine(w, i) && !v.anyKept(w, i) {
			bare = append(bare, w)
		}
	}
	if n := v.groupsOf(having); n > 0 && v.groupsOf(bare) >= n {
		r.drop(RuleTitlePrefix, .9, corpus.KindFurniture, "witness: others have the title without it")
	}
}

// nextKept returns the first kept column from c on, v.cols where there is none.
func (v *view) nextKept(c int) int {
	for c < v.cols && !v.verdict[c].keep {
		c++
	}
	return c
}

// anyKept reports whether any of the words of witness w before word i is of the article.
func (v *view) anyKept(w int, i int32) bool {
	return slices.ContainsFunc(v.colsOf[w], func(c int32) bool { return v.al.Columns[c].At(w) < i && v.verdict[c].keep })
}

// titledBare returns the witnesses that begin a line that may be a title with their word
// in column c.
func (v *view) titledBare(c int) (out []int) {
	for _, w := range v.places[c].ws {
		if i := v.al.Columns[c].At(w); (i == 0 || strings.Contains(v.ws[w].Gaps[i], "\n")) && v.titleLine(w, i) {
			out = append(out, w)
		}
	}
	return out
}

// prefixEnds reports whether some of the witnesses have a sign that ends such a name
// before column c, near the beginning of the article, and others have different words
// there, or begin a line.
func (v *view) prefixEnds(by []int, c int) bool {
	if c > v.first+borderSlack+prefixMost || v.oneGroup(by) {
		return false
	}
	signs, lines := 0, 0
	for _, w := range by {
		gap := v.ws[w].Gaps[v.al.Columns[c].At(w)]
		line := strings.Contains(gap, "\n")
		lines += b2i(line)
		signs += b2i(!line && strings.ContainsAny(gap, prefixSigns))
	}
	return signs > 0 && signs+lines == len(by) && (lines > 0 || len(v.agreeingAt(c-1)) == 0)
}

// titleLine reports whether what witness w has from word i to the end of its line may be
// a title.
func (v *view) titleLine(w int, i int32) bool {
	wit, most := v.ws[w], i+titleMax
	if charWords(wit.Words[i].Key) {
		most += titleMax
	}
	for ; i < most && int(i)+1 < len(wit.Words); i++ {
		if at := strings.IndexByte(wit.Gaps[i+1], '\n'); at >= 0 {
			return !strings.ContainsAny(wit.Gaps[i+1][:at], noTitle)
		}
	}
	return false
}

// titleBehind reports whether the article begins with a title: what some
// copy marks as one, or a short first line.
func (v *view) titleBehind() bool {
	return v.titleAt(v.first) || len(v.firstLine()) > 0
}

// titled reports whether witness w has its title before a run or at the
// beginning of it: a heading behind is then none of the article's.
func (v *view) titled(r *run, w int) bool {
	i := int(v.al.Columns[r.from].At(w))
	return slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool { return m.Role == corpus.RoleTitle && m.Start <= i })
}

// underTitle reports whether witness w has its title before a run, whole, and the run
// is of sentences or goes on in the article: the title of another copy behind is a heading.
func (v *view) underTitle(r *run, w int) bool {
	gap := v.ws[w].Gaps[v.al.Columns[r.to-1].At(w)+1]
	if endsSentence(gap) && !v.sentences(r, w) {
		return false
	}
	return v.titledBefore(w, int(v.al.Columns[r.from].At(w)))
}

// titledBefore reports whether witness w has its title before word i, whole.
func (v *view) titledBefore(w, i int) bool {
	return slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool { return m.Role == corpus.RoleTitle && m.End <= i })
}

// titleMax is the number of words up to which a first line may be a title.
const titleMax = 20

// firstLine returns the keys of the line with which the article begins, when
// it is short enough for a title, no sentence, and two groups have it.
func (v *view) firstLine() []string {
	if v.opening == nil {
		keys := v.readFirstLine()
		v.opening = &keys
	}
	return *v.opening
}

// readFirstLine gives the keys of the line with which the article begins, of the
// first witness that has one; nil for a line that can be no title.
func (v *view) readFirstLine() []string {
	if v.first >= v.cols || len(v.agreeingAt(v.first)) < 2 {
		return nil
	}
	for w, wit := range v.ws {
		i := v.al.Columns[v.first].At(w)
		if i == corpus.Absent {
			continue
		}
		var keys []string
		for j := int(i); j < len(wit.Words) && len(keys) <= titleMax; j++ {
			keys = append(keys, wit.Words[j].Key)
			gap := wit.Gaps[j+1]
			if at := strings.IndexByte(gap, '\n'); at >= 0 {
				if strings.ContainsAny(gap[:at], noTitle) {
					return nil
				}
				return keys
			}
		}
	}
	return nil
}

// echoesTitle reports a run that is the first line of the article once more.
func (v *view) echoesTitle(r *run) bool {
	title := v.firstLine()
	n := r.to - r.from
	return len(title) > 1 && n >= len(title)-1 && n <= len(title)+1 && slices.Equal(v.keysOf(r)[:min(n, len(title))], title[:min(n, len(title))])
}

// charWords reports a word, or the key of one, of a script in which each character is
// a word.
func charWords(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return token.Spaceless(r)
}

// headed reports whether two groups or more have the first line of the text as a line
// of their own that may be a title.
func (v *view) headed(t *text) bool {
	to := 0
	for to < len(t.kept) && !strings.Contains(t.joins[to+1].text, "\n") {
		to++
	}
	if to == len(t.kept) || strings.ContainsAny(t.joins[to+1].text, noTitle) {
		return false
	}
	first, last := t.kept[0], t.kept[to]
	var alike []int
	for _, w := range v.places[first].ws {
		i, j := v.al.Columns[first].At(w), v.al.Columns[last].At(w)
		if j != corpus.Absent && int(j-i) == to && (i == 0 || strings.Contains(v.ws[w].Gaps[i], "\n")) && v.titleLine(w, i) && strings.Contains(v.ws[w].Gaps[j+1], "\n") {
			alike = append(alike, w)
		}
	}
	return v.groupsOf(alike) > 1
}
