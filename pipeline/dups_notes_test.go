package pipeline

import (
	"cmp"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// TestNotesInOrder holds that notes come back from their file by unique ids, however few
// are sorted at one time: the second of an id takes the next one that no other has.
func TestNotesInOrder(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	long := strings.Repeat("long", 10_000)
	for round := range 60 {
		compare := func(a, b copyNote) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.hash, b.hash)) }
		notes := newCopyNotes(Options{Memory: int64(1+r.Intn(40)) * 2 * notesShare * noteBytes}, t.TempDir(), compare)
		var want []copyNote
		for i := range r.Intn(200) {
			id := strings.Repeat("~2", r.Intn(3))
			if id = fmt.Sprint(r.Intn(1+round*8)) + id; r.Intn(40) == 0 {
				id = long
			}
			n := copyNote{id: id, hash: uint64(i), offset: r.Int63(), path: 3, record: int32(i), text: -5, shelf: int32(r.Intn(9) - 1), words: 7, damage: .5}
			if want = append(want, n); notes.add(n) != nil {
				t.Fatal("a note is not kept")
			}
		}
		slices.SortFunc(want, compare)
		count, has := map[string]int{}, map[string]bool{}
		for _, n := range want {
			has[n.id] = true
			count[n.id]++
		}
		next := map[string]int{}
		for i, n := range want {
			k := next[n.id]
			for k++; k > 1 && has[fmt.Sprintf("%s~%d", n.id, k)]; k++ {
			}
			if next[n.id] = k; k > 1 {
				want[i].id = fmt.Sprintf("%s~%d", n.id, k)
			}
		}
		slices.SortFunc(want, compare)
		same, err := notes.settle(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		var got []copyNote
		if err := notes.each(func(_ int32, n copyNote) error { got = append(got, n); return nil }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			for i := range want {
				if got[i] != want[i] {
					t.Logf("%d %.30q %d want %.30q %d", i, got[i].id, got[i].hash, want[i].id, want[i].hash)
				}
			}
			t.Fatalf("round %d: %d notes come back, not as %d were kept", round, len(got), len(want))
		}
		for id, n := range count {
			if n == 1 != (same[id] == 0) || n > 1 && same[id] != n {
				t.Errorf("%d documents are %.9q, said %d", n, id, same[id])
			}
		}
		if err := notes.close(); err != nil {
			t.Error(err)
		}
	}
}

// TestBlanks holds that the notes of documents with words are found past those without.
func TestBlanks(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200 {
		var l blanks
		var others []int32
		for i, n := int32(0), int32(r.Intn(30)); i < n; i++ {
			if r.Intn(3) == 0 {
				l = append(l, i)
			} else {
				others = append(others, i)
			}
		}
		for i, want := range others {
			if got := l.other(int32(i)); got != want {
				t.Fatalf("other %d beside %v is at %d, want %d", i, l, got, want)
			}
		}
	}
}
