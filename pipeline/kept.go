package pipeline

import (
	"sync"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
)

// keptCells is how many cells of alignments are kept from the survey to the
// decision: 64 MB. What finds no room is aligned again.
const keptCells = 1 << 24

// A keeper keeps the columns of alignments by the id of their group.
type keeper struct {
	mu   sync.Mutex
	room int
	kept map[string]columns
}

// columns are an alignment without its witnesses, whose texts are read again.
type columns struct {
	ids  []string
	rows [][]int32
}

func newKeeper() *keeper { return &keeper{room: keptCells, kept: map[string]columns{}} }

// put keeps an alignment that nothing which is found out later can change.
func (s *keeper) put(id string, al *corpus.Alignment) {
	cells := len(al.Columns) * len(al.Witnesses)
	s.mu.Lock()
	defer s.mu.Unlock()
	if !al.Straight || len(al.Moves) > 0 || cells > s.room {
		return
	}
	s.room -= cells
	c := columns{rows: al.Columns}
	for _, w := range al.Witnesses {
		c.ids = append(c.ids, w.ID)
	}
	s.kept[id] = c
}

// align takes the alignment of a group from the keeper, or makes it.
func (s *keeper) align(id string, ws []*corpus.Witness) *corpus.Alignment {
	s.mu.Lock()
	c, ok := s.kept[id]
	if ok {
		delete(s.kept, id)
		s.room += len(c.rows) * len(c.ids)
	}
	s.mu.Unlock()
	if !ok {
		return align.Align(ws)
	}
	by := make(map[string]*corpus.Witness, len(ws))
	for _, w := range ws {
		by[w.ID] = w
	}
	al := &corpus.Alignment{Columns: c.rows, Straight: true}
	for _, id := range c.ids {
		al.Witnesses = append(al.Witnesses, by[id])
	}
	return al
}
