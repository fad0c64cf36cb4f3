package reconstruct

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Collation lays the article out beside its copies, which stand in the order
// of their ids: one row a column, with the bytes of the article that it fills
// and its entry in the apparatus. Where versions differ the words of the one
// that was not rebuilt have their rows too.
func (r Result) Collation() corpus.Collation {
	vs := r.view.variations(r.text, false)
	w := newRowWriter(r.view, r.text, vs)
	c := corpus.Collation{Article: r.Article, Apparatus: corpus.Apparatus{Entries: slices.Collect(r.view.variants(vs).Entries())}, Rows: w.rows()}
	for _, i := range w.order {
		c.Witnesses = append(c.Witnesses, r.view.ws[i])
	}
	for _, m := range r.view.al.Moves {
		m.Witness = slices.Index(w.order, m.Witness)
		c.Moves = append(c.Moves, m)
	}
	return c
}

// A rowWriter makes the rows of a collation.
type rowWriter struct {
	v        *view
	t        *text
	order    []int // witnesses by their ids
	entry    []int // of each column its place in the apparatus, -1 where it has none
	versions []int // the same of each passage in which versions differ
	end      int   // of the last chosen word
	out      []corpus.Row
}

// newRowWriter notes for each column which of the variations, the entries of the
// apparatus in their order, it belongs to.
func newRowWriter(v *view, t *text, vs []variation) *rowWriter {
	w := &rowWriter{v: v, t: t, order: make([]int, v.n), entry: make([]int, v.cols)}
	for i := range w.order {
		w.order[i] = i
	}
	slices.SortFunc(w.order, func(a, b int) int { return cmp.Compare(v.ws[a].ID, v.ws[b].ID) })
	for i := range w.entry {
		w.entry[i] = -1
	}
	for i, x := range vs {
		if x.version {
			w.versions = append(w.versions, i)
			continue
		}
		for col := x.from; col < x.to; col++ {
			w.entry[col] = i
		}
	}
	return w
}

func (w *rowWriter) rows() []corpus.Row {
	events := w.v.events
	for col := 0; col < w.v.cols || len(events) > 0; {
		if len(events) > 0 && col >= events[0].at {
			w.event(events[0], w.versions[len(w.v.events)-len(events)])
			col, events = max(col, events[0].end), events[1:]
			continue
		}
		w.add(w.v, col, col, w.entry[col])
		col++
	}
	return w.out
}

// event adds the rows of a passage in which versions differ, as they were
// before the words of the other version were struck.
func (w *rowWriter) event(e event, entry int) {
	at := e.at
	for col := e.from; col < e.to; col++ {
		row := w.v.whole.al.Columns[col]
		if e.strike {
			row = struck(row, w.v.other)
		}
		if !row.Empty() && at < e.end {
			w.add(w.v.whole, col, at, entry)
			at++
			continue
		}
		w.add(w.v.whole, col, -1, entry)
	}
}

// add adds the row of a column of v, with the chosen word of column chosen,
// -1 when there is none.
func (w *rowWriter) add(v *view, col, chosen, entry int) {
	row := corpus.Row{Start: w.end, End: w.end, Entry: entry}
	if chosen >= 0 && w.t.start[chosen] >= 0 {
		row.Start, row.End = w.t.start[chosen], w.t.end[chosen]
		w.end = row.End
	}
	for _, i := range w.order {
		x := v.al.Columns[col].At(i)
		row.Words = append(row.Words, x)
		row.Stands = append(row.Stands, x != corpus.Absent || v.covers(i, col))
	}
	w.out = append(w.out, row)
}
