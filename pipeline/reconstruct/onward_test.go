package reconstruct

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestFrameBelowIsNoRest measures what a copy has past a border: lines that are all but
// certainly of its frame say nothing of the rest.
func TestFrameBelowIsNoRest(t *testing.T) {
	w := &corpus.Witness{Language: "en", Gaps: []string{""}, Proposals: []corpus.Proposal{{Kind: corpus.KindFurniture, Score: .9}}}
	al := &corpus.Alignment{Witnesses: []*corpus.Witness{w}}
	for i := range int32(40) {
		key, gap, framed := "the", " ", int32(0)
		if i >= 20 {
			key, framed = "lamps", 1
		}
		if i%10 == 9 {
			gap = "\n"
		}
		w.Words, w.Gaps, w.Suspect = append(w.Words, corpus.Word{Key: key}), append(w.Gaps, gap), append(w.Suspect, framed)
		al.Columns = append(al.Columns, corpus.ColumnOf([]int32{i}))
	}
	v := newView(al, Knowledge{})
	v.last, v.functions = 0, .5
	if got := v.measureOnward(0, true).rest; got != 1 {
		t.Errorf("of the rest %v is prose", got)
	}
}
