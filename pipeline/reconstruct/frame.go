package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The frame of a page goes on from where the article ends to the end of the
// page, and from the beginning of the page up to the article: what a copy has
// farther out than a part of its frame is frame too, and a line that is frame at
// one end of the page is frame at the other.

// frameProse is the number of words from which prose that coheres with the
// article stands beyond a part of the frame.
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
	clear(framed)
	for i := trail; i < len(v.runs); i++ {
		v.sinkFramed(&v.runs[i], framed, fallen)
	}
}

// sinkFramed notes whose frame begins with a run, or drops the run where the
// frame of the only group that has it has begun.
func (v *view) sinkFramed(r *run, framed []bool, fallen [][]string) {
	if !r.keep && r.rule == RuleFlank {
		for _, w := range r.by {
			framed[w] = true
		}
		return
	}
	if !r.keep || !r.flank || v.protected(r, r.by[0]) {
		return
	}
	in := v.oneGroup(r.by) && !slices.ContainsFunc(r.by, func(w int) bool { return !framed[w] })
	switch {
	case in && !(r.to-r.from >= frameProse && v.prose(r, r.by[0]) && v.cohesion(r) >= onwardCohesion):
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: beyond a part of the page's frame")
	case v.among(r, fallen):
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: the frame has the same line at the other end")
		for _, w := range r.by {
			framed[w] = true
		}
	}
}

// closes reports whether a run of several groups is the end of the article,
// whatever it looks like: one of them has it right behind the article, and behind
// it they have nothing more in common, as two pages of one frame would.
func (v *view) closes(r *run) bool {
	if r.from < v.last || !slices.ContainsFunc(r.by, func(w int) bool { return v.follows(r, w) }) {
		return false
	}
	for i := range v.runs {
		if x := &v.runs[i]; x.from >= r.to && x.to-x.from >= 2 && !v.oneGroup(x.by) {
			return false
		}
	}
	return true
}

// follows reports whether the word of witness w before a run stands in the
// article.
func (v *view) follows(r *run, w int) bool {
	i := v.al.Columns[r.from][w]
	for c := r.from - 1; c >= 0 && i > 0; c-- {
		if x := v.al.Columns[c][w]; x != corpus.Absent {
			return x == i-1 && c < v.last
		}
	}
	return false
}

// frameLines lists the words of the runs that fell as parts of frames.
func (v *view) frameLines() (out [][]string) {
	for i := range v.runs {
		if r := &v.runs[i]; !r.keep && r.rule == RuleFlank && r.to-r.from >= 2 {
			out = append(out, v.keysOf(r))
		}
	}
	return out
}

// among reports whether a run of two words or more is one of the lines.
func (v *view) among(r *run, lines [][]string) bool {
	if r.to-r.from < 2 {
		return false
	}
	keys := v.keysOf(r)
	return slices.ContainsFunc(lines, func(l []string) bool { return slices.Equal(l, keys) })
}
