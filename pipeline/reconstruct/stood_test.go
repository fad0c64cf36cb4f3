package reconstruct

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
)

// TestStandsAsCounted holds the number of groups that have a say on a column to a count
// of one after the other, whatever they lost and whoever shares a vote.
func TestStandsAsCounted(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 50 {
		var ws []*corpus.Witness
		for i := range 12 {
			ws = append(ws, fixtures.Witness(fmt.Sprint(i), "en", "the rope is old and the rope is long and nobody ever walks on it"))
		}
		v := newView(align.Align(ws), Knowledge{})
		v.cover()
		v.groups = 7
		for w := range v.n {
			v.group[w] = w % v.groups
			v.lo[w] = r.Intn(v.cols)
			v.hi[w] = v.lo[w] + r.Intn(v.cols-v.lo[w]+1)
			for range r.Intn(3) {
				v.lacuna[w] = v.lacuna[w].add(r.Intn(v.cols), v.cols-r.Intn(v.cols))
			}
		}
		v.regroup()
		for c := range v.cols {
			groups := map[int]bool{}
			for w, g := range v.group {
				if v.covers(w, c) {
					groups[g] = true
				}
			}
			if n := v.stands(c); n != len(groups) {
				t.Fatalf("column %d: %d groups stand, counted %d", c, n, len(groups))
			}
			by := []int{0, r.Intn(v.n)}
			beside := len(groups)
			for g := range groups {
				beside -= b2i(g == v.group[by[0]] || g == v.group[by[1]])
			}
			if n := v.standingBeside(by, c); n != beside {
				t.Fatalf("column %d: %d stand beside %v, counted %d", c, n, by, beside)
			}
		}
	}
}
