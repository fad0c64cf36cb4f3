package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The frame of a page goes on from where the article ends to the end of the
// page, and from the beginning of the page up to the article: what a copy has
// farther out than a part of its frame is frame too, and a line that is frame at
// one end of the page is frame at the other.

// frameProse is the number of words from which prose that sends nobody anywhere
// stands beyond a part of the frame: the part may be a heading that fell.
const frameProse = 12

// sinkFrames drops the runs beyond the borders that were kept though their copy
// has a part of its frame between them and the article.
func (v *view) sinkFrames() {
	lead := 0
	for lead < len(v.runs) && v.runs[lead].to <= v.first {
		lead++
	}
	trail := len(v.runs)
	for trail > 0 && v.runs[trail-1].from >= v.last {
		trail--
	}
	fallen := v.frameLines()
	framed := make([]bool, v.n)
	for i := lead - 1; i >= 0; i-- {
		v.sinkFramed(&v.runs[i], framed, fallen)
	}
	for w := range framed {
		framed[w] = v.signedOff(w)
	}
	next := make([]bool, v.n)
	for i := trail; i < len(v.runs); i++ {
		v.sinkNext(&v.runs[i], next)
		v.sinkFramed(&v.runs[i], framed, fallen)
	}
}

// sinkNext notes whose page goes on with the next article, told by its title, or drops
// the run of the only group that has it, below such a title, where as many end before.
func (v *view) sinkNext(r *run, next []bool) {
	if !r.keep && r.rule == RuleFlank {
		for _, w := range r.by {
			next[w] = next[w] || r.to-r.from >= 2 && v.oneLine(r, w) && saysOf(v.suspect(w, v.al.Columns[r.from].At(w)), corpus.AnotherTitle)
		}
		return
	}
	if r.keep && r.flank && v.oneGroup(r.by) && next[r.by[0]] && !v.protected(r, r.by[0]) && v.bordering(r, true) >= v.attesters(r.from) {
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: below the title of another article")
	}
}

// signedOff reports whether the last word of the article that witness w has is of
// what tells of the author: nothing of the article stands behind that.
func (v *view) signedOff(w int) bool {
	c := v.nextOf(w, v.last, -1)
	if c < v.first {
		return false
	}
	i := int(v.al.Columns[c].At(w))
	return slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool {
		return m.Role == corpus.RoleAuthorBox && m.Start <= i && i < m.End
	})
}

// sinkFramed notes whose frame begins with a run, or drops the run where the
// frame of the only group that has it has begun, or of all that have it, and as
// many end before.
func (v *view) sinkFramed(r *run, framed []bool, fallen map[string]bool) {
	if !r.keep && r.rule == RuleFlank {
		for _, w := range r.by {
			framed[w] = true
		}
		return
	}
	if !r.keep || !r.flank || v.protected(r, r.by[0]) {
		return
	}
	in := !slices.ContainsFunc(r.by, func(w int) bool { return !framed[w] }) &&
		(v.oneGroup(r.by) || v.bordering(r, r.from >= v.last) >= v.attesters(r.from))
	switch {
	case in && !(v.oneGroup(r.by) && r.to-r.from >= frameProse && v.prose(r, r.by[0]) && v.addresses(r, r.by[0]) == 0):
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: beyond a part of the page's frame")
	case v.among(r, fallen) && v.cohesion(r) < outermostCohesion: // and no title that a page repeats
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: the frame has the same line at the other end")
		for _, w := range r.by {
			framed[w] = true
		}
	}
}

// outermostCohesion is the share of content words known to the article of a line
// that is of it, for all that it looks like a frame.
const outermostCohesion = .2

// outermost reports whether a line of several groups is the first or the last of
// the article, whatever it looks like: it speaks of the matter, one of them has
// it right beside the article, and farther out they have nothing more in common,
// as pages of one frame would.
func (v *view) outermost(r *run) bool {
	if v.cohesion(r) < outermostCohesion {
		return false
	}
	beside := func(w int) bool { return v.besideArticle(r, w) }
	if !slices.ContainsFunc(r.by, beside) || slices.ContainsFunc(r.by, func(w int) bool { return !v.oneLine(r, w) }) {
		return false
	}
	for i := range v.runs {
		x := &v.runs[i]
		if out := x.from >= r.to && r.from >= v.last || x.to <= r.from && r.to <= v.first; out && x.to-x.from >= 2 && !v.oneGroup(x.by) {
			return false
		}
	}
	return true
}

// headCohesion and headKin are the share and the number of content words known to the
// article of a line that is its title, though others have something else above the
// article, the wares of those who injected perhaps.
const headCohesion, headKin = .5, 2

// entitles reports whether a run is a line right above the article, which has no title
// otherwise, that speaks of its matter, and no copy begins without it but those out of
// which something was cut there.
func (v *view) entitles(r *run) bool {
	if r.to > v.first || v.titleBehind() || v.cohesion(r) < headCohesion {
		return false
	}
	if kin, _ := v.kinship(r); kin < headKin || !slices.ContainsFunc(r.by, func(w int) bool { return v.oneLine(r, w) && v.besideArticle(r, w) }) {
		return false
	}
	if charWords(v.at(r.from, r.by[0]).Key) {
		return false // whose characters are kin to anything
	}
	for w := range v.n {
		if !slices.Contains(r.by, w) && (v.beginsBare(w) || v.titledAbove(w)) {
			return false
		}
	}
	return true
}

// beginsBare reports whether the text of witness w begins with the article, and
// nothing was cut there.
func (v *view) beginsBare(w int) bool {
	wit, c := v.ws[w], v.lo[w]
	return v.hi[w] > 0 && c <= v.first+borderSlack && wit.Page < 2 && v.al.Columns[c].At(w) == 0 && (wit.Cut == nil || wit.Cut[0] == corpus.CutNowhere)
}

// titledAbove reports whether witness w has what is marked as its title above the
// article.
func (v *view) titledAbove(w int) bool {
	for _, c := range v.colsOf[w] {
		if int(c) >= v.first {
			return false
		}
		if v.heads(w, int(c)) {
			return true
		}
	}
	return false
}

// oneLine reports whether the run is a line of witness w, from end to end, and no
// row of links.
func (v *view) oneLine(r *run, w int) bool {
	wit, first, last := v.ws[w], v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	for i := first + 1; i <= last; i++ {
		if strings.ContainsAny(wit.Gaps[i], "\n|»>[]") || strings.Contains(wit.Gaps[i], "::") {
			return false
		}
	}
	return (first == 0 || strings.Contains(wit.Gaps[first], "\n")) && (int(last) == len(wit.Words)-1 || strings.Contains(wit.Gaps[last+1], "\n"))
}

// besideArticle reports whether the word of witness w before a run behind the
// article, or behind a run before it, stands in the article.
func (v *view) besideArticle(r *run, w int) bool {
	c, next := v.nextOf(w, r.from, -1), v.al.Columns[r.from].At(w)-1
	if r.to <= v.first {
		c, next = v.nextOf(w, r.to-1, 1), v.al.Columns[r.to-1].At(w)+1
	}
	return c >= v.first && c < v.last && v.al.Columns[c].At(w) == next
}

// frameLines lists the words of the runs that fell as parts of frames.
func (v *view) frameLines() map[string]bool {
	out := map[string]bool{}
	for i := range v.runs {
		if r := &v.runs[i]; !r.keep && r.rule == RuleFlank && r.to-r.from >= 2 {
			out[v.lineOfKeys(r)] = true
		}
	}
	return out
}

func (v *view) lineOfKeys(r *run) string { return strings.Join(v.keysOf(r), " ") }

// among reports whether a run of two words or more is one of the lines.
func (v *view) among(r *run, lines map[string]bool) bool {
	return r.to-r.from >= 2 && lines[v.lineOfKeys(r)]
}
