package cluster

import (
	"math/rand"
	"testing"
)

// TestPairSet holds the set against a map.
func TestPairSet(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	var s pairSet
	want := map[[2]int32]bool{}
	for range 200_000 {
		a := int32(r.Intn(300))
		x := [2]int32{a, a + 1 + int32(r.Intn(400))}
		if s.has(x) != want[x] || s.add(x) == want[x] || !s.has(x) {
			t.Fatalf("%v: %v, want %v", x, s.has(x), want[x])
		}
		want[x] = true
	}
	if s.count != len(want) {
		t.Errorf("%d pairs, want %d", s.count, len(want))
	}
	slots := 0
	for _, p := range s.parts {
		slots += len(p.slots)
	}
	if slots > len(want)*3/2 {
		t.Errorf("%d slots for %d pairs", slots, len(want))
	}
}
