package pipeline

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A page puts the name of a column before the title of an article, or that of its site
// behind it ("Gardening - Title | The Daily Lamp"), and the same name stands in a line of
// its own in its menus: a name that stands at the margins of other articles and is parted
// from the title is none of it.

const (
	columnMost  = 3   // words of a column's name
	columnScore = .85 // too little for an article without copies
)

// flagNames flags the names of columns before a title, and of sites behind that of a
// copy.
func (h headlines) flagNames(f frames, docs []*corpus.Document) {
	if len(f.lines) == 0 {
		return
	}
	titles := h.marked()
	for i := range h.ws {
		known := func(from, to int) bool { return f.know(docs[i], h.ws[i], from, to) }
		h.flagColumns(i, titles, known)
		h.flagSite(i, known)
	}
}

// know reports whether words [from, to) stand as a line at the margins of other
// articles.
func (f frames) know(doc *corpus.Document, w *corpus.Witness, from, to int) bool {
	l := newMarginLine(doc.Draft.Text, int(w.Words[from].Start), int(w.Words[to-1].End), hostKey(doc))
	return f.lines[l.hash] >= frameClusters
}

// flagColumns flags the names of columns before the titles in witness i.
func (h headlines) flagColumns(i int, titles [][]string, known func(from, to int) bool) {
	w, m := h.ws[i], h.title(i)
	heads := func(at int) bool {
		return m != nil && m.Start <= at && at < m.End || slices.ContainsFunc(titles, func(t []string) bool { return h.reads(i, at, t) })
	}
	for from := range w.Words {
		if from > 0 && !strings.Contains(w.Gaps[from], "\n") && !parts(w.Gaps[from]) {
			continue
		}
		for at := from + 1; at <= from+columnMost && at < len(w.Words) && !strings.Contains(w.Gaps[at], "\n"); at++ {
			if !(colon(w.Gaps[at]) || parts(w.Gaps[at])) || !heads(at) || !known(from, at) {
				continue
			}
			propose(w, from, at, corpus.KindFurniture, columnScore, "a name that stands at the margins of other articles, before the title")
			if m != nil && m.Start < at && at < m.End {
				m.Start = at
			}
		}
	}
}

// flagSite flags the name of a site behind the title of witness i.
func (h headlines) flagSite(i int, known func(from, to int) bool) {
	w, m := h.ws[i], h.title(i)
	if m == nil || m.Start >= m.End {
		return
	}
	to := w.LineEnd(m.Start)
	for at := to - 1; at >= to-siteMost && at > m.Start; at-- {
		if parts(w.Gaps[at]) && known(at, to) {
			propose(w, at, to, corpus.KindFurniture, columnScore, "a name that stands at the margins of other articles, behind the title")
			m.End = min(m.End, at)
			return
		}
	}
}

// marked lists the titles that the copies mark, a few of them.
func (h headlines) marked() (titles [][]string) {
	for i := range h.ws {
		if t := h.words(i); telling(t) && !slices.ContainsFunc(titles, func(o []string) bool { return slices.Equal(o, t) }) && len(titles) < commonTitles {
			titles = append(titles, t)
		}
	}
	return titles
}

// parts reports whether a gap parts a name from a title, colon whether a colon does.
func parts(gap string) bool {
	return parting(gap) || strings.HasSuffix(gap, " ") && strings.TrimSpace(gap) == "|"
}

func colon(gap string) bool { return gap == ": " || gap == " : " }
