package reconstruct

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Views of the same words share their vocabulary. A sign of a lost letter is part of a
// word where another copy has a word that fits, and no longer in columns that part the
// two: then the words are others.
func TestRelaid(t *testing.T) {
	lost := &corpus.Witness{
		Words: []corpus.Word{{Key: "m?re"}, {Key: "f?te"}, {Key: "caf"}, {Key: "noir"}},
		Gaps:  []string{"", " ", " ", "? ", ""},
	}
	sound := &corpus.Witness{
		Words: []corpus.Word{{Key: "mère"}, {Key: "fête"}, {Key: "café"}, {Key: "noir"}},
		Gaps:  []string{"", " ", " ", " ", ""},
	}
	together := [][]int32{{0, 0}, {1, 1}, {2, 2}, {3, 3}}
	apart := [][]int32{{0, 0}, {1, 1}, {2, corpus.Absent}, {corpus.Absent, 2}, {3, 3}}
	of := func(w *corpus.Witness, columns [][]int32) *corpus.Alignment {
		al := &corpus.Alignment{Witnesses: []*corpus.Witness{w, sound}}
		for _, row := range columns {
			al.Columns = append(al.Columns, corpus.ColumnOf(row))
		}
		return al
	}
	for _, x := range []struct {
		witness  *corpus.Witness
		from, to [][]int32
		want     string
		shared   bool
	}{
		{sound, together, apart, "café", true},
		{lost, together, apart, "caf", false},
		{lost, apart, together, "caf?", false},
	} {
		v := newView(of(x.witness, x.from), Knowledge{})
		out := v.relaid(of(x.witness, x.to))
		if got, shared := out.keysAt(2)[0], out.vocabulary == v.vocabulary; got != x.want || shared != x.shared {
			t.Errorf("the word is %q and the vocabulary shared %v; want %q, %v", got, shared, x.want, x.shared)
		}
	}
}
