package segment

import (
	"bytes"
	"io"
	"math/rand"
	"os"
	"testing"
)

// backward fails where a file is not read from front to back.
type backward struct {
	*bytes.Reader
	t    *testing.T
	next int64
}

func (b *backward) ReadAt(p []byte, at int64) (int, error) {
	if at < b.next {
		b.t.Errorf("read at %d after %d", at, b.next)
	}
	b.next = at
	return b.Reader.ReadAt(p, at)
}

// TestRearrange holds that pieces come as they were asked for, whatever part of
// them fits into memory, and that nothing is left behind.
func TestRearrange(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	src := make([]byte, 3<<20)
	r.Read(src)
	for _, far := range []int{1, 300} {
		var pieces []Piece
		for at := 0; at < len(src)-1000*far; {
			n := r.Intn(1000)
			pieces = append(pieces, Piece{int64(at), int32(n)})
			at += r.Intn(2*n*far + 2)
		}
		pieces = append(pieces, pieces[0], pieces[1])
		r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
		for _, budget := range []int64{1, 10_000, 200_000, 1 << 30} {
			dir, next := t.TempDir(), 0
			err := Rearrange(dir, budget, &backward{Reader: bytes.NewReader(src), t: t}, pieces, func(i int, data []byte) error {
				if x := pieces[i]; i != next || !bytes.Equal(data, src[x.At:x.At+int64(x.Len)]) {
					t.Fatalf("budget %d: piece %d, want %d, or other data", budget, i, next)
				}
				next++
				return nil
			})
			if err != nil || next != len(pieces) {
				t.Errorf("budget %d: %d of %d pieces, %v", budget, next, len(pieces), err)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("budget %d: %d files left", budget, len(left))
			}
		}
	}
	err := Rearrange(t.TempDir(), 1, bytes.NewReader(src), []Piece{{0, 10}, {int64(len(src)) - 5, 10}}, func(int, []byte) error { return nil })
	if err == nil || !bytes.Contains([]byte(err.Error()), []byte(io.ErrUnexpectedEOF.Error())) {
		t.Errorf("beyond the end: %v", err)
	}
}
