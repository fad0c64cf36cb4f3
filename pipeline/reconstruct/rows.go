package reconstruct

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Collation lays the article out beside its copies, which stand in the order
// of their ids: one row a column, with the bytes of the article that it fills
// and its entry in the apparatus.
func (r Result) Collation() corpus.Collation {
	v, t := r.view, r.text
	order := make([]int, v.n) // witnesses by id
	for w := range order {
		order[w] = w
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(v.ws[a].ID, v.ws[b].ID) })
	vs := v.variations(t)
	c := corpus.Collation{Article: r.Article, Apparatus: corpus.Apparatus{Entries: entriesOf(vs)}}
	for _, w := range order {
		c.Witnesses = append(c.Witnesses, v.ws[w])
	}
	for _, m := range v.al.Moves {
		m.Witness = slices.Index(order, m.Witness)
		c.Moves = append(c.Moves, m)
	}
	entry := v.entryOfColumns(vs)
	end := 0
	for col := range v.cols {
		row := corpus.Row{Start: end, End: end, Entry: entry[col]}
		if t.start[col] >= 0 {
			row.Start, row.End = t.start[col], t.end[col]
			end = row.End
		}
		for _, w := range order {
			i := v.al.Columns[col][w]
			row.Words = append(row.Words, i)
			row.Stands = append(row.Stands, i != corpus.Absent || v.covers(w, col))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// entryOfColumns gives the place in the apparatus of the entry that each
// column belongs to, -1 where it has none.
func (v *view) entryOfColumns(vs []variation) []int {
	out := make([]int, v.cols)
	for i := range out {
		out[i] = -1
	}
	for i, p := range vs {
		for col := p.from; col < p.to; col++ {
			out[col] = i
		}
	}
	return out
}
