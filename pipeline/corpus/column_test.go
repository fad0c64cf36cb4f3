package corpus

import (
	"math/rand"
	"testing"
)

// TestColumn holds columns of few and of many witnesses to a map.
func TestColumn(t *testing.T) {
	for _, n := range []int{1, 3, wholeMost, wholeMost + 1, 1000} {
		r := rand.New(rand.NewSource(int64(n)))
		col, want := NewColumns(2, n)[1], map[int]int32{}
		for range 4 * n {
			w, i := r.Intn(n), int32(r.Intn(5))-1
			col.Set(w, i)
			if want[w] = i; i == Absent {
				delete(want, w)
			}
			if col.Empty() != (len(want) == 0) {
				t.Fatalf("%d witnesses: empty is %v, %d have words", n, col.Empty(), len(want))
			}
		}
		copied, last, seen := col.Clone(), -1, 0
		col.Set(0, 9)
		want[0], seen = copied.At(0), 0
		if want[0] == Absent {
			delete(want, 0)
		}
		for w, i := range copied.All() {
			if x, ok := want[w]; !ok || x != i || w <= last {
				t.Fatalf("%d witnesses: %d has %d, want %d", n, w, i, x)
			}
			last, seen = w, seen+1
		}
		for w := range n {
			if x, ok := want[w]; ok != (copied.At(w) != Absent) || ok && copied.At(w) != x {
				t.Fatalf("%d witnesses: at %d stands %d, want %d", n, w, copied.At(w), x)
			}
		}
		if seen != len(want) {
			t.Fatalf("%d witnesses: %d of %d seen", n, seen, len(want))
		}
	}
}

// TestFewTakeLittle has the column of one among many, and one that all have.
func TestFewTakeLittle(t *testing.T) {
	col := NewColumns(1, 10_000)[0]
	col.Set(77, 5)
	if col.Cells() > 8 {
		t.Errorf("one word takes %d cells", col.Cells())
	}
	for w := range 10_000 {
		col.Set(w, 1)
	}
	if col.Cells() != 10_000 {
		t.Errorf("the words of all take %d cells", col.Cells())
	}
}
