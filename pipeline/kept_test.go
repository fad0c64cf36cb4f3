package pipeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestShelf holds that an alignment comes back as it was, that only such are
// kept which suspicions cannot change, and no more than there is room for.
func TestShelf(t *testing.T) {
	witnesses := func(texts ...string) []*corpus.Witness {
		var out []*corpus.Witness
		for i, text := range texts {
			w := &corpus.Witness{ID: string(rune('a' + i)), Gaps: []string{""}}
			for _, f := range strings.Fields(text) {
				w.Words, w.Gaps = append(w.Words, corpus.Word{Surface: f, Key: token.Key(f)}), append(w.Gaps, " ")
			}
			out = append(out, w)
		}
		return out
	}
	plain := []string{"the ferry leaves the old pier with three passengers", "ferry leaves the old pier with three dogs"}
	one, two := "one by one the lanterns went out along the northern quay ", "nobody could say afterwards who had first seen the second boat come in"
	moved := []string{one + two + " three four five", two + " " + one + "three four five", one + two}
	s := newKeeper()
	for name, texts := range map[string][]string{"plain": plain, "moved": moved} {
		s.put(name, align.Align(witnesses(texts...)))
		again := witnesses(texts...)
		if d := cmp.Diff(align.Align(again), s.align(name, again)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	s.put("moved", align.Align(witnesses(moved...)))
	if len(s.kept) > 0 {
		t.Error("an alignment with passages in different places is kept")
	}
	s.room = 8
	if s.put("plain", align.Align(witnesses(plain...))); len(s.kept) > 0 {
		t.Error("an alignment is kept for which there is no room")
	}
}
