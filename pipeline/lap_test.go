package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/store"
)

// TestArrangedGivesWhatWasKept holds that a document comes back as it was, whether
// there is room for it in memory or not.
func TestArrangedGivesWhatWasKept(t *testing.T) {
	spool, err := store.NewSpool(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer spool.Close()
	b := &arranged{spool: spool, budget: 1, held: lap{room: 10}}
	var docs []*corpus.Document
	var numbers []int32
	for _, text := range []string{"first one", "a long text", "", "x", "two"} {
		doc := lean(&corpus.Document{Draft: corpus.NewDraft(text), Language: "en"})
		if text == "" {
			doc.Marks = []corpus.Mark{{Role: corpus.RolePageMark}}
		}
		n, err := b.append(doc)
		if err != nil {
			t.Fatal(err)
		}
		docs, numbers = append(docs, doc), append(numbers, n)
	}
	if d := cmp.Diff([]int32{-1, 0, 1, -2, 2}, numbers); d != "" {
		t.Error(d)
	}
	if err := b.next([]int32{-2, 2, -1, 0}); err != nil {
		t.Fatal(err)
	}
	for i, n := range numbers {
		got, err := b.read(n)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(docs[i], got); d != "" {
			t.Error(d)
		}
	}
	if err := b.clear(); err != nil {
		t.Error(err)
	}
}
