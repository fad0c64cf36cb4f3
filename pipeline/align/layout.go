package align

import "github.com/urtext/urtext/pipeline/corpus"

// A Layout is an alignment without the texts, before passages are put where the
// text coheres best (step 6, second half): the one step that what the witnesses
// are suspected of has a say in.
type Layout struct {
	ids      []string // of the witnesses, in content order
	rows     []corpus.Column
	moves    []corpus.Move
	straight bool // no passage is left to be put elsewhere
}

// layout is what the profile is before it coheres.
func (p *profile) layout(ws []*corpus.Witness, home []int) Layout {
	l := Layout{rows: p.rows(home), straight: len(p.strands) > realignLimit || p.disorder() == 0}
	if l.straight {
		l.moves = p.moves(home)
	}
	for _, w := range ws {
		l.ids = append(l.ids, w.ID)
	}
	return l
}

// Cells is what a layout takes, in cells of four bytes.
func (l Layout) Cells() (n int) {
	for c := range l.rows {
		n += l.rows[c].Cells()
	}
	return n
}

// Align finishes the alignment of the witnesses, which are read again, in any
// order, and may be suspected of more than when they were laid out: the result
// is what Align would make of them.
func (l Layout) Align(witnesses []*corpus.Witness) *corpus.Alignment {
	by := make(map[string]*corpus.Witness, len(witnesses))
	for _, w := range witnesses {
		by[w.ID] = w
	}
	ws := make([]*corpus.Witness, len(l.ids))
	for i, id := range l.ids {
		ws[i] = by[id]
	}
	if l.straight {
		return &corpus.Alignment{Witnesses: ws, Columns: l.rows, Moves: l.moves}
	}
	p, home := newProfile(ws)
	p.restore(l.rows, home)
	p.cohere()
	return p.alignment(ws, home)
}

// restore gives a profile its columns back.
func (p *profile) restore(rows []corpus.Column, home []int) {
	cells := corpus.NewColumns(len(rows), len(p.strands))
	columns := make([]column, len(rows))
	for c, row := range rows {
		col := &columns[c]
		col.cells = cells[c]
		p.columns = append(p.columns, col)
		for w, i := range row.All() {
			if w == 0 || home[w] != home[w-1] {
				p.put(col, home[w], int(i))
			}
		}
	}
	p.joined = len(p.strands)
}
