package cluster

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestPairThatFails holds that a document that cannot be compared joins nothing,
// is told of, and keeps no other from joining.
func TestPairThatFails(t *testing.T) {
	w := newWriter(1)
	a, b := w.article(8), w.article(8)
	docs := english(a, w.drop(a, 40), w.drop(a, 30), b, w.drop(b, 40))
	c := Config{Key: 1, Workers: 2}
	sketches := make([]Sketch, len(docs))
	for i, d := range docs {
		sketches[i] = c.Sketch(d)
	}
	shelf, list := shelve(t, c, sketches)
	r, err := c.Group(context.Background(), shelf, list, func(i int) (Body, error) {
		if i == 2 {
			panic("torn page")
		}
		return NewBody(docs[i]), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([][]int{{0, 1}, {2}, {3, 4}}, r.sets()); d != "" {
		t.Errorf("clusters (-want +got):\n%s", d)
	}
	if len(r.Failed) == 0 {
		t.Error("no failure is told of")
	}
	for _, f := range r.Failed {
		if f.A != 2 && f.B != 2 || f.A >= f.B || !errors.Is(f.Err, corpus.ErrInternal) || !strings.Contains(f.Err.Error(), "torn page") {
			t.Errorf("failure %+v", f)
		}
	}
}
