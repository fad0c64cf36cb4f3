package align

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestMarksLost aligns a copy in which nearly no word is left as it was, because the
// marks of its letters are lost, and which has more before and behind.
func TestMarksLost(t *testing.T) {
	all, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if a.Language != "el" {
			continue
		}
		p := strings.Split(a.Text, "\n\n")
		bare := token.Bare(strings.Join(append(append([]string{}, p[len(p)/2:]...), p[1:len(p)/2]...), "\n\n"))
		al := Align([]*corpus.Witness{witness("a", a.Text), witness("b", bare)})
		pairs := 0
		for _, col := range al.Columns {
			if col.At(0) != corpus.Absent && col.At(1) != corpus.Absent && token.Bare(al.Witnesses[0].Words[col.At(0)].Key) == token.Bare(al.Witnesses[1].Words[col.At(1)].Key) {
				pairs++
			}
		}
		if n := len(al.Witnesses[1].Words); pairs*10 < n*4 {
			t.Errorf("%s: %d of %d words have their column", a.Name, pairs, n)
		}
	}
}
