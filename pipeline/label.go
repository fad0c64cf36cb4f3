package pipeline

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A page puts labels between the paragraphs of an article, as over an
// advertisement. They are the same on the pages of unrelated articles; where
// copies stand they fall by what the corpus knows of them, but where one copy
// is the only one to stand nobody speaks against it.

const (
	labelWords = 3
	labelScore = .4 // of its own, from which it falls
)

// cutLabels turns the flagged labels of documents that stand in unrelated
// articles too into cuts, and reports whether there are any.
func (s *settler) cutLabels(docs []*corpus.Document) (any bool) {
	for _, doc := range docs {
		for i, p := range doc.Proposals {
			if p.Verdict == corpus.Cut || p.Kind != corpus.KindFurniture || p.Score < labelScore || p.Head == "" ||
				strings.Count(p.Head, " ") >= labelWords || s.burst(p.Head) < burstClusters || !between(doc, i) {
				continue
			}
			doc.Proposals[i].Verdict = corpus.Cut
			doc.Proposals[i].Evidence = append(p.Evidence[:len(p.Evidence):len(p.Evidence)],
				corpus.Evidence{Family: corpus.Corpus, Weight: 1, Detail: "stands in unrelated articles too"})
			any = true
		}
	}
	return any
}

// between reports whether a proposal is a line that nothing on either side is
// proposed with: a label among paragraphs.
func between(doc *corpus.Document, i int) bool {
	p, text := doc.Proposals[i], doc.Draft.Text
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	return !blank(text[:p.Start]) && !blank(text[p.End:]) && !slices.ContainsFunc(doc.Proposals, func(o corpus.Proposal) bool {
		return o.Kind == corpus.KindFurniture && (o.End <= p.Start && blank(text[o.End:p.Start]) || o.Start >= p.End && blank(text[p.End:o.Start]))
	})
}
