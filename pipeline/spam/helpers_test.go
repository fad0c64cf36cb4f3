package spam

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// orchard is an ordinary page, long enough to be measured against.
const orchard = `Pruning an Old Pear Tree

When we bought the house nobody told us about the pear tree behind the shed. It had not been pruned for twenty years, and its branches had grown into one another until the middle of the crown was as dark as a cellar. The neighbours said we should fell it, but my father looked at the trunk and said it was sound.

We began in February, before the buds swelled. The first rule is to take out what is dead, and the second is to stop before you think you have finished. A tree that loses too many branches in one winter answers with a thicket of shoots, and the work is harder the year after, so we spread it over three winters.

Use a sharp saw, cut just outside the collar of the branch, and never paint the wound. The tree closes it by itself if you leave the collar alone. My father held the ladder, gave advice, and told me about the orchard of his childhood, where the pears were kept in straw until the new year.

In the second spring there was blossom on the south side, and in the third we had fruit. The pears are small and hard, but they keep until March, and they taste of something that I cannot buy. The shed is still crooked, the ladder is in the shed, and the saw hangs behind the door.`

func detect(t testing.TB, text, language string) *corpus.Document {
	t.Helper()
	doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: language}
	if err := (Detector{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// cut carries out the cuts and gives the text that is left.
func cut(t testing.TB, doc *corpus.Document) string {
	t.Helper()
	var changes []corpus.Change
	for _, q := range doc.Proposals {
		if q.Verdict == corpus.Cut {
			changes = append(changes, corpus.Change{Start: q.Start, End: q.End, Now: q.Now, Kind: q.Kind, Why: q.Why()})
		}
	}
	draft := doc.Draft
	if err := draft.Apply(changes); err != nil {
		t.Fatal(err)
	}
	return draft.Text
}

func cuts(doc *corpus.Document) []corpus.Proposal {
	var out []corpus.Proposal
	for _, q := range doc.Proposals {
		if q.Verdict == corpus.Cut {
			out = append(out, q)
		}
	}
	return out
}

// show puts a proposal and what stands round it on one line.
func show(doc *corpus.Document, q corpus.Proposal) string {
	text := doc.Draft.Text
	from, to := max(0, q.Start-40), min(len(text), q.End+40)
	return strings.ReplaceAll(fmt.Sprintf("%.2f %s<<%s>>%s %v", q.Score, text[from:q.Start], text[q.Start:q.End], text[q.End:to], q.Why()), "\n", "¶")
}

// replace puts new for old, which must stand in the text once.
func replace(t testing.TB, text, old, new string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, new, 1)
}

func families(q corpus.Proposal) map[corpus.Family]bool {
	out := make(map[corpus.Family]bool)
	for _, e := range q.Evidence {
		out[e.Family] = true
	}
	return out
}

func newPage(text, language string) *page {
	return new(page).read(new(token.Reading).Read(text), language)
}
