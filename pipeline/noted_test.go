package pipeline

import (
	"bytes"
	"context"
	"math/rand"
	"reflect"
	"runtime"
	"testing"

	"github.com/urtext/urtext/fixtures"
)

// TestNoted holds that records come back as they were, one by one and all together.
func TestNoted(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for _, n := range []int{0, 1, notedBlock - 1, notedBlock, notedBlock + 1, 200} {
		l, err := newNoted(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		var want [][]byte
		for i := range n {
			record := bytes.Repeat([]byte{byte(i)}, r.Intn(300))
			if at, err := l.add(record); err != nil || int(at) != i {
				t.Fatalf("record %d is number %d, %v", i, at, err)
			}
			want = append(want, record)
		}
		if err := l.done(); err != nil {
			t.Fatal(err)
		}
		seen := 0
		check := func(i int32) func([]byte) error {
			return func(got []byte) error {
				if seen++; !bytes.Equal(got, want[i]) {
					t.Errorf("record %d of %d: %d bytes, want %d", i, n, len(got), len(want[i]))
				}
				return nil
			}
		}
		for i := range want {
			if err := l.read(int32(i), check(int32(i))); err != nil {
				t.Error(err)
			}
		}
		if err := l.each(func(i int32, got []byte) error { return check(i)(got) }); err != nil || seen != 2*n {
			t.Errorf("%d records of %d, %v", seen, 2*n, err)
		}
		if err := l.close(); err != nil {
			t.Error(err)
		}
	}
}

// TestAsides holds that what is noted of a document comes back.
func TestAsides(t *testing.T) {
	for _, want := range []aside{{}, {title: 1, lead: 2, host: 3, heads: []uint64{4, 5}, margin: []uint32{6}}, {margin: []uint32{7, 8, 9}}} {
		got := aside{heads: []uint64{1, 2, 3}, margin: []uint32{1, 2, 3, 4}} // of the one before
		if err := got.decode(want.append(nil)); err != nil {
			t.Error(err)
		}
		if len(got.heads)+len(want.heads) == 0 {
			got.heads = want.heads
		}
		if len(got.margin)+len(want.margin) == 0 {
			got.margin = want.margin
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	var a aside
	if a.decode(make([]byte, 27)) == nil || a.decode(append(make([]byte, 24), 1, 0, 0, 0)) == nil {
		t.Error("a damaged aside is read")
	}
}

// TestCensus holds a census against a tally.
func TestCensus(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for _, n := range []int{0, 1, 100, 5000} {
		var list []uint64
		tally := map[uint64]int{}
		for range n {
			h := uint64(r.Intn(n)+1) * 0x9E3779B97F4A7C15 &^ 1
			list, tally[h] = append(list, h|uint64(r.Intn(2))), tally[h]+1
		}
		c := newCensus(list)
		for h, k := range tally {
			if got := c.count(h); got != min(k, 2) {
				t.Errorf("%x came %d times, counted %d", h, k, got)
			}
			if c.count(h+2) != min(tally[h+2], 2) {
				t.Errorf("%x was counted, and never came", h+2)
			}
		}
	}
}

// TestNotesTakeFewBytes holds what stays in memory of each short document of a run, of
// which there may be millions, besides its card on the shelf: its place in the order
// of ids and in its group.
func TestNotesTakeFewBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("gathers thousands of documents")
	}
	const few, many, bound = 500, 3500, 120
	docs := prose(t, many, 200)
	afterDivide(t, docs) // loads the models, which stay
	a, b := afterDivide(t, docs[:few]), afterDivide(t, docs)
	each := (b - a) / (many - few)
	t.Logf("%d bytes stay of each document", each)
	if each > bound {
		t.Errorf("%d bytes stay of each document, want under %d", each, bound)
	}
}

// afterDivide gathers and clusters documents and returns the bytes of heap that are held
// then.
func afterDivide(t *testing.T, docs []fixtures.Document) int64 {
	g, opt, spool, before := gathered(t, docs, 8<<20)
	defer g.close()
	p, err := divide(context.Background(), opt, g, spool)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.shelf.Close(); err != nil {
		t.Fatal(err)
	}
	g.shelf = nil // it has a test of its own
	after := heap()
	if len(p.groups) == 0 || len(p.notes) != len(docs) {
		t.Fatalf("%d groups of %d notes", len(p.groups), len(p.notes))
	}
	runtime.KeepAlive(g)
	return after - before
}
