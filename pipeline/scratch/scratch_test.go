package scratch

import "testing"

// TestTake holds that what is taken is zero, and no two slices share a cell.
func TestTake(t *testing.T) {
	var r Room[int]
	for range 3 {
		var taken [][]int
		for n := range 40 {
			s := r.Take(n)
			if len(s) != n {
				t.Fatalf("Take(%d) gave %d cells", n, len(s))
			}
			for i, x := range s {
				if x != 0 {
					t.Fatalf("cell %d of %d is %d", i, n, x)
				}
				s[i] = n
			}
			taken = append(taken, s)
		}
		for n, s := range taken {
			for i, x := range s {
				if x != n {
					t.Fatalf("cell %d of %d became %d", i, n, x)
				}
			}
			if cap(s) != n {
				t.Fatalf("a slice of %d can grow to %d, into another's cells", n, cap(s))
			}
		}
		r.Leave()
	}
}
