package pipeline

import (
	"testing"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestBurstOfCommonWords holds that what is proposed in several clusters tells nothing
// if many documents have all its words without being suspect.
func TestBurstOfCommonWords(t *testing.T) {
	s := &settler{parts: &partition{burst: tally{}}, words: newLexicon()}
	add := func(text string) { s.words.add(&corpus.Document{Draft: corpus.NewDraft(text)}) }
	for range commonWord*burstClusters + 1 {
		add("a new house in York")
	}
	add("cheap sneakers")
	for head, want := range map[string]int{"new *": 0, "new york": 0, "* sneakers": burstClusters, "new sneakers": burstClusters} {
		s.parts.burst[xxh3.HashString(head)] = burstClusters
		if n := s.burst(head); n != want {
			t.Errorf("%q: in %d clusters, want %d", head, n, want)
		}
	}
}
