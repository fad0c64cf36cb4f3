package pipeline

import (
	"strings"
	"testing"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestLabelsBetweenParagraphs holds that a label which unrelated articles have
// too falls where its form is suspect and it stands alone between paragraphs.
func TestLabelsBetweenParagraphs(t *testing.T) {
	const above, below = "The bees came home.\n\n", "\n\nThen it was dark."
	flagged := func(text, line, head string, score float64) corpus.Proposal {
		at := strings.Index(text, line)
		return corpus.Proposal{Start: at, End: at + len(line), Kind: corpus.KindFurniture, Score: score, Head: head}
	}
	for name, c := range map[string]struct {
		lines    string
		score    float64
		clusters int32
		want     bool
	}{
		"a label":                 {"Advertisement", .44, burstClusters, true},
		"of this article only":    {"Advertisement", .44, burstClusters - 1, false},
		"hardly suspect":          {"Advertisement", .2, burstClusters, false},
		"among others of a frame": {"Advertisement\nShare", .44, burstClusters, false},
	} {
		text := above + c.lines + below
		doc := &corpus.Document{Draft: corpus.NewDraft(text)}
		for line := range strings.SplitSeq(c.lines, "\n") {
			doc.Proposals = append(doc.Proposals, flagged(text, line, strings.ToLower(line), c.score))
		}
		s := &settler{parts: &partition{burst: tally{}}, words: newLexicon()}
		for _, p := range doc.Proposals {
			s.parts.burst[xxh3.HashString(p.Head)] = c.clusters
		}
		if got := s.cutLabels([]*corpus.Document{doc}); got != c.want || (doc.Proposals[0].Verdict == corpus.Cut) != c.want {
			t.Errorf("%s: %v, %+v", name, got, doc.Proposals[0])
		}
	}
	text := "Advertisement" + below
	doc := &corpus.Document{Draft: corpus.NewDraft(text), Proposals: []corpus.Proposal{flagged(text, "Advertisement", "advertisement", .44)}}
	s := &settler{parts: &partition{burst: tally{}}, words: newLexicon()}
	if s.parts.burst[xxh3.HashString("advertisement")] = burstClusters; s.cutLabels([]*corpus.Document{doc}) {
		t.Error("a first line is cut")
	}
}
