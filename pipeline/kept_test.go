package pipeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestKeeper holds that an alignment comes back as if it were made of what is
// known now, and that no more are kept than there is room for.
func TestKeeper(t *testing.T) {
	witnesses := func(texts ...string) []*corpus.Witness {
		var out []*corpus.Witness
		for i, text := range texts {
			w := &corpus.Witness{ID: string(rune('a' + i)), Gaps: []string{""}}
			for _, f := range strings.Fields(text) {
				w.Words, w.Gaps = append(w.Words, corpus.Word{Surface: f, Key: token.Key(f)}), append(w.Gaps, " ")
			}
			out = append(out, w)
		}
		return out
	}
	plain := []string{"the ferry leaves the old pier with three passengers", "ferry leaves the old pier with three dogs"}
	one, two := "one by one the lanterns went out along the northern quay ", "nobody could say afterwards who had first seen the second boat come in"
	moved := []string{one + two + " three four five", two + " " + one + "three four five", one + two}
	suspect := func(ws []*corpus.Witness) []*corpus.Witness {
		for _, w := range ws[1:] {
			w.Proposals, w.Suspect = []corpus.Proposal{{Score: 1}}, make([]int32, len(w.Words))
			for i := range w.Suspect {
				w.Suspect[i] = 1
			}
		}
		return ws
	}
	s := newKeeper()
	for name, texts := range map[string][]string{"plain": plain, "moved": moved} {
		layout, _ := align.Lay(witnesses(texts...))
		s.put(name, layout)
		again := suspect(witnesses(texts...))
		if d := cmp.Diff(align.Align(again), s.align(name, again), cmp.AllowUnexported(corpus.Column{})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	if len(s.kept) > 0 || s.room != keptCells {
		t.Error("an alignment is kept though it was taken")
	}
	s.room = 8
	if layout, _ := align.Lay(witnesses(plain...)); layout.Cells() > s.room {
		s.put("plain", layout)
	}
	if len(s.kept) > 0 {
		t.Error("an alignment is kept for which there is no room")
	}
	f := finding{eaten: [][]corpus.Change{nil, make([]corpus.Change, 3)}}
	s.find("plain", f)
	if again, ok := s.finding("plain"); !ok || len(again.eaten) != 2 || s.changes != keptChanges-5 {
		t.Error("what was found is not kept, or takes other room")
	}
	s.changes = 4
	if s.find("moved", f); len(s.found) > 1 {
		t.Error("findings are kept for which there is no room")
	}
}
