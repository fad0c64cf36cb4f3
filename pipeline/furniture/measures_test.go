package furniture

import (
	"slices"
	"testing"
)

func TestDistancesAndRuns(t *testing.T) {
	for _, c := range []struct {
		places          string // x: has the property
		distances, runs []int32
	}{
		{"", []int32{}, []int32{}},
		{"-", []int32{2}, []int32{0}},
		{"---", []int32{4, 5, 4}, []int32{0, 0, 0}},
		{"x", []int32{0}, []int32{1}},
		{"x----", []int32{0, 1, 2, 3, 4}, []int32{1, 0, 0, 0, 0}},
		{"--xx-x", []int32{2, 1, 0, 0, 1, 0}, []int32{0, 0, 2, 2, 0, 1}},
	} {
		has := func(i int) bool { return c.places[i] == 'x' }
		near, run := make([]int32, len(c.places)), make([]int32, len(c.places))
		distances(near, has)
		runs(run, has)
		if !slices.Equal(near, c.distances) || !slices.Equal(run, c.runs) {
			t.Errorf("%q: %v %v, want %v %v", c.places, near, run, c.distances, c.runs)
		}
	}
}
