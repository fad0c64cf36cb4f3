package corpus

import (
	"math/rand"
	"slices"
	"testing"
)

// TestCrowd holds sets of few and of many to a sorted list.
func TestCrowd(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{1, 2, 63, 64, 65, 1000} {
		for _, k := range []int{0, 1, n / 40, n / 2, n} {
			var want []int
			var some []int32
			for _, w := range r.Perm(n)[:k] {
				want, some = append(want, w), append(some, int32(w))
			}
			slices.Sort(want)
			c := NewCrowd(some, n)
			if got := slices.Collect(c.All()); !slices.Equal(got, want) || c.Len() != k {
				t.Fatalf("of %d: %v (%d), want %v", n, got, c.Len(), want)
			}
		}
	}
}

// TestVariantsAreEntries has the names of witnesses, in their order.
func TestVariantsAreEntries(t *testing.T) {
	v := Variants{IDs: []string{"a", "b", "c"}, List: []Variant{{Start: 1, End: 2, Rule: "reading", Confidence: .5,
		Readings: []Attested{{Text: "x", Who: NewCrowd([]int32{2, 0}, 3), Weight: 1}, {Who: NewCrowd(nil, 3)}}}}}
	got := slices.Collect(v.Entries())
	if len(got) != 1 || v.Named() != 2 || got[0].Rule != "reading" || got[0].Start != 1 || got[0].End != 2 || got[0].Confidence != .5 {
		t.Fatalf("%+v, %d named", got, v.Named())
	}
	if rs := got[0].Readings; len(rs) != 2 || rs[0].Text != "x" || !slices.Equal(rs[0].Witnesses, []string{"a", "c"}) || rs[1].Witnesses == nil || len(rs[1].Witnesses) != 0 {
		t.Fatalf("%+v", rs)
	}
}
