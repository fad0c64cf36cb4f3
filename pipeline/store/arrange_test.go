package store

import (
	"math/rand"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestArranged holds that the documents of an arranged spool are those asked
// for, in memory or not, and that it leaves the old one as it was.
func TestArranged(t *testing.T) {
	dir := t.TempDir()
	s, err := NewSpool(dir)
	if err != nil {
		t.Fatal(err)
	}
	const docs = 60
	for i := range docs {
		if _, err := s.Append(page(int64(i))); err != nil {
			t.Fatal(err)
		}
	}
	list := []int32{5}
	for _, n := range rand.New(rand.NewSource(2)).Perm(docs)[:docs/2] {
		list = append(list, int32(n))
	}
	for _, budget := range []int64{1, s.Size() / 5, s.Size()} {
		a, err := s.Arranged(budget, list)
		if err != nil {
			t.Fatal(err)
		}
		if a.Len() != len(list) {
			t.Errorf("%d documents, want %d", a.Len(), len(list))
		}
		for i, n := range list {
			got, err := a.Read(i)
			if err != nil {
				t.Fatal(err)
			}
			want, err := s.Read(int(n))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("budget %d, document %d: (-want +got)\n%s", budget, i, d)
			}
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%d files left", len(left))
	}
}
