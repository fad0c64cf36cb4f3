package scratch

import "testing"

// TestRegister holds that equal names have one number and different ones two.
func TestRegister(t *testing.T) {
	var r Register
	for range 2 { // the second time in the room of the first
		r.Reset(10)
		for i := range int32(100) {
			name := uint64(i)<<32 | uint64(i%7)
			if n := r.Find(name); n != -1 {
				t.Fatalf("name %d is %d before it is there", i, n)
			}
			if first, again, found := r.Number(name), r.Number(name), r.Find(name); first != i || again != i || found != i {
				t.Fatalf("name %d is %d, then %d, and found as %d", i, first, again, found)
			}
		}
		if r.Len() != 100 {
			t.Fatalf("there are %d names", r.Len())
		}
	}
}
