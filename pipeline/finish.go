package pipeline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/repair"
)

// aloneScore is the score from which a flagged proposal falls in a document
// that has no copies to speak for it.
const aloneScore = .9

// finish makes the cuts of a document, those certain on their own evidence
// and those its copies proved, and folds its white space. The marks and
// proposals do not fit the text any more afterwards.
func finish(doc *corpus.Document, w *corpus.Witness, removals []corpus.Removal) error {
	if err := doc.Draft.Apply(cuts(doc, w, removals)); err != nil {
		return err
	}
	doc.Proposals, doc.Alone, doc.Marks = nil, nil, nil
	return repair.Layout{}.Apply(doc)
}

// finishAlone finishes a document on its own evidence and on what the corpus
// knows of it. Whether a word is left of it is decided here and nowhere else.
func finishAlone(doc *corpus.Document, burst func(head string) int) (title string, left bool, err error) {
	decideAlone(doc, burst)
	title, left = titleOf(doc), anyWords(doc)
	return title, left, finish(doc, nil, nil)
}

// cuts turns proposals and removals into changes, sorted and disjoint.
func cuts(doc *corpus.Document, w *corpus.Witness, removals []corpus.Removal) []corpus.Change {
	all := certain(doc.Proposals)
	own := remover{doc.Draft.Text, w, all}
	for _, r := range joined(doc, w, removals) {
		all = append(all, own.change(r))
	}
	slices.SortStableFunc(all, func(a, b corpus.Change) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return fuse(all)
}

// fuse makes, in place, one change of those that overlap, with the reasons of
// all. They are sorted by their starts.
func fuse(sorted []corpus.Change) []corpus.Change {
	out := sorted[:0]
	for _, c := range sorted {
		if n := len(out); n > 0 && c.Start < out[n-1].End {
			last := &out[n-1]
			if c.End > last.End {
				last.End, last.Now = c.End, c.Now
			}
			last.Why = append(last.Why[:len(last.Why):len(last.Why)], c.Why...)
			continue
		}
		out = append(out, c)
	}
	return out
}

// decideAlone turns the flagged proposals of a document without copies into
// cuts where their score is as good as certain, or where they burst across
// the corpus, and adds those that hold where no copy speaks.
func decideAlone(doc *corpus.Document, burst func(head string) int) {
	for i, p := range doc.Proposals {
		if p.Backed {
			doc.Proposals[i].Verdict = corpus.Flag
		}
		if p.Verdict == corpus.Cut && !p.Backed {
			continue
		}
		bursts := p.Head != "" && burst != nil && burst(p.Head) >= burstClusters
		if bursts {
			doc.Proposals[i].Evidence = append(p.Evidence[:len(p.Evidence):len(p.Evidence)],
				corpus.Evidence{Family: corpus.Corpus, Weight: 1, Detail: "stands in unrelated articles too"})
		}
		if p.Score >= aloneScore && !p.Backed || bursts && p.Score >= .5 {
			doc.Proposals[i].Verdict = corpus.Cut
		}
	}
	doc.Proposals = append(doc.Proposals, doc.Alone...)
}

// burstClusters is the number of unrelated clusters from which a proposal's
// head is known as inserted.
const burstClusters = 3

// titleOf is the text of the document's title mark, else the title its
// record gives; white space folded.
func titleOf(doc *corpus.Document) string {
	for _, m := range doc.Marks {
		if m.Role == corpus.RoleTitle {
			return strings.Join(strings.Fields(doc.Draft.Text[m.Start:m.End]), " ")
		}
	}
	return ownTitle(strings.Join(strings.Fields(doc.Title), " "), doc.Draft.Text)
}

// titleBars part a title from the name of its site.
var titleBars = regexp.MustCompile(` [|»·–—-] | :: `)

// ownTitle is the part of a recorded title that stands as a line in the text,
// else the title as it is recorded.
func ownTitle(title, text string) string {
	for _, part := range titleBars.Split(title, -1) {
		if part == "" || part == title {
			continue
		}
		for _, line := range strings.Split(text, "\n") {
			if strings.Join(strings.Fields(line), " ") == part {
				return part
			}
		}
	}
	return title
}

// emptyReason says why nothing is left of a document.
func emptyReason(doc *corpus.Document) string {
	if strings.TrimSpace(doc.Draft.Read) == "" {
		return "empty"
	}
	spam, furniture := 0, 0
	for _, e := range doc.Draft.Edits {
		switch e.Kind {
		case corpus.KindSpam, corpus.KindTail:
			spam += len(e.Was)
		case corpus.KindFurniture:
			furniture += len(e.Was)
		}
	}
	switch {
	case spam > furniture:
		return "spam"
	case furniture > 0:
		return "furniture"
	}
	return "no-words"
}
