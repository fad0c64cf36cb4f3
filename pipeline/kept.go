package pipeline

import (
	"sync"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
)

// keptCells is how many cells of alignments are kept from the survey to the
// decision: 64 MB. What finds no room is aligned again.
const keptCells = 1 << 24

// keptChanges is how many changes of findings are kept: 10 MB.
const keptChanges = 1 << 17

// A keeper keeps the layouts of groups, and what was found in their copies, by
// their id.
type keeper struct {
	mu      sync.Mutex
	room    int
	kept    map[string]align.Layout
	changes int // there is still room for
	found   map[string]finding
}

func newKeeper() *keeper {
	return &keeper{room: keptCells, kept: map[string]align.Layout{}, changes: keptChanges, found: map[string]finding{}}
}

// A finding is what the copies of a group, as they lie in the spool, tell of each
// other: it need not be looked for again.
type finding struct {
	shared []sharedCut
	eaten  [][]corpus.Change // by document
}

// find keeps a finding where there is room for it.
func (s *keeper) find(id string, f finding) {
	n := len(f.shared)
	for _, c := range f.eaten {
		n += 1 + len(c)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if n <= s.changes {
		s.changes -= n
		s.found[id] = f
	}
}

// finding gives what was found in the copies of a group; ok is false where it was
// not kept.
func (s *keeper) finding(id string) (f finding, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok = s.found[id]
	return f, ok
}

// put keeps a layout where there is room for it.
func (s *keeper) put(id string, l align.Layout) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l.Cells() <= s.room {
		s.room -= l.Cells()
		s.kept[id] = l
	}
}

// drop forgets the layout of a group whose witnesses are others than when it
// was made.
func (s *keeper) drop(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l, ok := s.kept[id]; ok {
		delete(s.kept, id)
		s.room += l.Cells()
	}
}

// align takes the layout of a group from the keeper and finishes it, or aligns
// the witnesses anew.
func (s *keeper) align(id string, ws []*corpus.Witness) *corpus.Alignment {
	s.mu.Lock()
	l, ok := s.kept[id]
	if ok {
		delete(s.kept, id)
		s.room += l.Cells()
	}
	s.mu.Unlock()
	if !ok {
		return align.Align(ws)
	}
	return l.Align(ws)
}
