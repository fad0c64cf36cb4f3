package store

import (
	"math/rand"
	"testing"
)

// TestOffsets holds that places come back as they were added, near each other and too
// far apart for four bytes, and that near ones take no more.
func TestOffsets(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var o offsets
	var want []int64
	at := int64(8)
	for i := range 5 * offsetChunk {
		o.add(at)
		want = append(want, at)
		if at += r.Int63n(1 << 16); i == offsetChunk+17 || i == 2*offsetChunk-1 || i == 3*offsetChunk {
			at += 1 << 33
		}
	}
	for i, x := range want {
		if got := o.at(i); got != x {
			t.Fatalf("place %d is %d, want %d", i, got, x)
		}
	}
	if o.last() != want[len(want)-1] {
		t.Errorf("the last is %d, want %d", o.last(), want[len(want)-1])
	}
	far := 0
	for _, c := range o.chunks {
		far += len(c.far)
	}
	if far != 2*offsetChunk {
		t.Errorf("%d places take eight bytes, want those of two stretches", far)
	}
}
