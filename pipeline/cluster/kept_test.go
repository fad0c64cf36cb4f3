package cluster

import (
	"context"
	"fmt"
	"math/rand"
	"runtime"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestDocumentsTakeFewBytes holds what stays in memory of each document, of which
// there may be millions: on the shelf, and while clusters are handed on, with all
// that the search for them holds.
func TestDocumentsTakeFewBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("clusters thousands of documents")
	}
	const few, many, onShelf, clustered = 6_000, 26_000, 44, 80
	kept(t, few) // loads the tables, which stay
	shelfFew, allFew := kept(t, few)
	shelfMany, allMany := kept(t, many)
	shelf, all := (shelfMany-shelfFew)/(many-few), (allMany-allFew)/(many-few)
	t.Logf("%d bytes on the shelf, %d in all", shelf, all)
	if shelf > onShelf || all > clustered {
		t.Errorf("of each document %d bytes stay on the shelf and %d in all, want under %d and %d", shelf, all, onShelf, clustered)
	}
}

// kept clusters n unrelated documents within the least budget and returns the bytes
// of heap when they lie on the shelf, and when the first cluster is handed on.
func kept(t *testing.T, n int) (shelved, clustered int64) {
	before := heapInUse()
	c := Config{Key: 1, Workers: 1}
	shelf := c.NewShelf(t.TempDir(), leastBudget)
	shelf.bound = 0 // what is beside the cards shall not shrink
	defer shelf.Close()
	list := make([]int32, n)
	for i := range list {
		sk := shelf.Sketch(c, document("en", noteOf(i)))
		at, err := shelf.Add(&sk)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = int32(at)
	}
	shelved = heapInUse() - before
	clusters := 0
	c.Each = func(corpus.Cluster) error {
		if clusters++; clusters == 1 {
			clustered = heapInUse() - before
		}
		return nil
	}
	if _, err := c.Group(context.Background(), shelf, list, func(i int) (Body, error) {
		return NewBody(document("en", noteOf(i))), nil
	}); err != nil {
		t.Fatal(err)
	}
	if clusters != n {
		t.Fatalf("%d clusters of %d documents", clusters, n)
	}
	return shelved, clustered
}

// noteOf writes a short document of words that no other has.
func noteOf(i int) string {
	r := rand.New(rand.NewSource(int64(i)))
	var b strings.Builder
	for range 40 {
		fmt.Fprintf(&b, "w%x ", r.Int63())
	}
	return b.String()
}

func heapInUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
