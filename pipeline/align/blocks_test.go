package align

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestWovenPassages has two passages in the columns woven into each other, which the
// copies have one behind the other: none goes on from either into the other.
func TestWovenPassages(t *testing.T) {
	piece := map[rune]string{
		't': "Seven notes from a drawer\n\n",
		'a': "Rain fell all night upon slate, copper and ", 'A': "thatch alike, without any favour, and gulls slept standing.\n\n",
		'b': "Some walnuts will not open, and ", 'B': "my uncle throws those at passing clouds until none is left.\n\n",
		'z': "Old maps fold wrongly once, and afterwards they never fold otherwise.\n\n",
		'y': "Every harbour smells alike until somebody lights a stove beside it.\n\n",
	}
	copies := []string{"taAzbBy", "taAzybB", "tbBaAzy", "taAzyB"}
	var ws []*corpus.Witness
	for i, c := range copies {
		text := ""
		for _, r := range c {
			text += piece[r]
		}
		ws = append(ws, witness(string(rune('a'+i)), text))
	}
	p, home := newProfile(ws)
	for _, r := range "tabABzy" {
		for i := range strings.Fields(piece[r]) {
			col := &column{cells: corpus.NewColumns(1, len(copies))[0]}
			for w, c := range copies {
				if at := strings.IndexRune(c, r); at >= 0 {
					before := 0
					for _, r := range c[:at] {
						before += len(strings.Fields(piece[r]))
					}
					p.put(col, home[w], before+i)
				}
			}
			p.columns = append(p.columns, col)
		}
	}
	p.joined = len(copies)
	p.cohere()
	got := text(p.alignment(ws, home))
	for _, whole := range []string{piece['a'] + piece['A'], piece['b'] + piece['B']} {
		if want := strings.Join(strings.FieldsFunc(whole, func(r rune) bool { return strings.ContainsRune(" ,.\n", r) }), " "); !strings.Contains(got, want) {
			t.Errorf("%q is parted:\n%s", want, got)
		}
	}
}
