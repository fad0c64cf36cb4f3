package segment

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"
)

// TestSortByWorkers holds that records come in one order on any number of
// workers, few different ones and many.
func TestSortByWorkers(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for _, different := range []int{1, 7, 1 << 30} {
		list := make([]int, 5*leastToShare)
		for i := range list {
			list[i] = r.Intn(different)
		}
		want := slices.Clone(list)
		slices.Sort(want)
		for workers := 1; workers <= 5; workers++ {
			got := slices.Clone(list)
			sortBy(got, cmp.Compare[int], workers)
			if !slices.Equal(got, want) {
				t.Errorf("%d different records are not sorted by %d workers", different, workers)
			}
		}
	}
}
