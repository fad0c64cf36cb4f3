package cluster

import (
	"slices"
	"testing"
)

// TestStock holds that words are kept as long as all fit, and then none are.
func TestStock(t *testing.T) {
	s := stock{room: 5}
	first := []unit{{hash: 1}, {hash: 2}, {hash: 3}}
	s.add(first)
	s.add(nil)
	if got := s.get(0); !slices.Equal(got, first) || s.get(1) != nil || s.get(2) != nil {
		t.Errorf("%v, %v, %v", got, s.get(1), s.get(2))
	}
	s.add(first)
	s.add(first[:1])
	for n := range int32(4) {
		if got := s.get(n); got != nil {
			t.Errorf("text %d still has %v", n, got)
		}
	}
}

// TestPagesOfKnownWords holds that a page is the same when the words of its text are
// at hand.
func TestPagesOfKnownWords(t *testing.T) {
	c := Config{Key: 5}
	for _, d := range motley(3) {
		s, body := c.sketch(d, true), NewBody(d)
		a, b := c.newPage(body), c.pageOf(body, s.kept)
		if !slices.Equal(a.units, b.units) || !slices.Equal(a.shingles, b.shingles) || !slices.Equal(a.weight, b.weight) || a.total != b.total {
			t.Fatalf("%.100q: another page", body.Text)
		}
	}
}

// TestShelfSketchesWords holds that a sketch has the words of its text as long as the
// shelf has room for those of all, and none for whoever keeps no shelf.
func TestShelfSketchesWords(t *testing.T) {
	c := Config{Key: 5}
	shelf := c.NewShelf(t.TempDir(), 0)
	defer shelf.Close()
	d := document("en", noteOf(1))
	words := len(c.sketch(d, true).kept)
	shelf.stock.room = int64(words)
	for i, want := range []int{words, words, 0} {
		s := shelf.Sketch(c, d)
		if len(s.kept) != want {
			t.Errorf("sketch %d has %d words, want %d", i, len(s.kept), want)
		}
		if _, err := shelf.Add(&s); err != nil {
			t.Fatal(err)
		}
	}
	if s := c.Sketch(d); s.kept != nil {
		t.Errorf("a sketch beside the shelf has %d words", len(s.kept))
	}
}
