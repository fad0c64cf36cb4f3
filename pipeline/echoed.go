package pipeline

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/token"
)

// A paragraph that stands right behind itself was printed twice, or written so. Where
// other copies have it, once, it goes before they are aligned: to the aligner a passage
// that one copy has twice and another in another place is three passages.

const (
	echoShingle = 5  // words of a passage that are looked for in other copies
	echoHeld    = .6 // of its shingles, that a copy which has it has
)

// cutEchoes cuts from the documents of a group the paragraphs that stand right behind
// themselves and that as many other texts of the group have once as have them more
// often, and reports whether there are any.
func cutEchoes(docs []*corpus.Document) (any bool) {
	var held []shingled // of each document, once one is asked for
	for i, doc := range docs {
		for _, e := range repair.Echoed(doc.Draft.Text) {
			if held == nil {
				held = shinglesOf(docs)
			}
			if protected(doc, e[0], e[1]) || !heldOnce(docs, held, i, doc.Draft.Text[e[0]:e[1]]) {
				continue
			}
			doc.Proposals = append(slices.Clip(doc.Proposals), corpus.Proposal{Start: e[0], End: e[1], Kind: corpus.KindRepeat, Verdict: corpus.Cut, Score: 1,
				Evidence: []corpus.Evidence{{Family: corpus.Copies, Weight: 1, Detail: "the copy says this twice in a row, and others once"}}})
			any = true
		}
	}
	return any
}

// shingled has how often each run of words stands in a text.
type shingled map[uint64]int

func shinglesOf(docs []*corpus.Document) []shingled {
	out := make([]shingled, len(docs))
	for i, doc := range docs {
		out[i] = shingled{}
		for _, h := range runsOf(doc.Draft.Text) {
			out[i][h]++
		}
	}
	return out
}

// runsOf hashes the runs of words of a text.
func runsOf(text string) (out []uint64) {
	keys := token.Keys(text)
	for n := 0; n+echoShingle <= len(keys); n++ {
		out = append(out, hashKeys(keys[n:n+echoShingle]))
	}
	return out
}

// heldOnce reports whether of the texts that have a passage of document i at least as
// many have it once as have it twice, equal texts counted once.
func heldOnce(docs []*corpus.Document, held []shingled, i int, passage string) bool {
	runs := runsOf(passage)
	once, more := 0, 1
	for j, h := range held {
		if j == i || slices.ContainsFunc(docs[:j], func(d *corpus.Document) bool { return d.Draft.Text == docs[j].Draft.Text }) || docs[j].Draft.Text == docs[i].Draft.Text {
			continue
		}
		has, twice := 0, 0
		for _, r := range runs {
			has, twice = has+min(h[r], 1), twice+min(h[r]/2, 1)
		}
		switch {
		case float64(has) < echoHeld*float64(len(runs)) || has == 0:
		case 2*twice > has:
			more++
		default:
			once++
		}
	}
	return once >= more
}
