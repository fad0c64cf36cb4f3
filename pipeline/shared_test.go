package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// cutDocument makes a document of a text whose cuts stand in brackets: [soft] and
// {formal}, which have an artefact for evidence.
func cutDocument(text string) *corpus.Document {
	doc := &corpus.Document{}
	var plain strings.Builder
	for _, r := range text {
		n := len(doc.Proposals) - 1
		switch r {
		case '[', '{':
			p := corpus.Proposal{Start: plain.Len(), Kind: corpus.KindSpam, Verdict: corpus.Cut,
				Evidence: []corpus.Evidence{{Family: corpus.Semantics, Weight: 1}}}
			if r == '{' {
				p.Evidence = append(p.Evidence, corpus.Evidence{Family: corpus.Artefact, Weight: 1})
			}
			doc.Proposals = append(doc.Proposals, p)
		case ']', '}':
			doc.Proposals[n].End = plain.Len()
		default:
			plain.WriteRune(r)
		}
	}
	doc.Draft = corpus.NewDraft(plain.String())
	return doc
}

// A sentence that one copy's own evidence cuts becomes a suspect where another
// copy has it at the same place and not what else was injected into the first.
func TestSpareShared(t *testing.T) {
	const first = "The tide comes in at six [Wer den Dienst beendet hat, geht heim.] and the boats follow it {Cheap Velmo Reeds} home at night."
	for _, c := range []struct {
		name, first, second string
		spared              bool
	}{
		{"shared", first, "The tide comes in at six Wer den Dienst beendet hat, geht heim. and the boats follow it home at night.", true},
		{"cut in both", first, "The tide comes in at six [Wer den Dienst beendet hat, geht heim.] and the boats follow it home {Kelvo Jersey} at night.", true},
		{"beside something injected", first, "The tide comes in at Kelvo Jersey six Wer den Dienst beendet hat, geht heim. and the boats follow it home at night.", true},
		{"lacked by the other", first, "The tide comes in at six and the boats follow it home at night.", false},
		{"elsewhere", first, "The tide comes in at six and the boats follow it home at night. Wer den Dienst beendet hat, geht heim.", false},
		{"of the same hand", first, "The tide comes in at six Wer den Dienst beendet hat, geht heim. and the boats follow it {Cheap Velmo Reeds} home at night. [Another one.]", false},
		{"nothing that tells the hands", strings.NewReplacer("{", "", "}", "").Replace(first), "The tide comes in at six Wer den Dienst beendet hat, geht heim. and the boats follow it home at night.", false},
		{"a phrase", "The tide comes [at six o'clock] and {Cheap Reeds} goes.", "The tide comes at six o'clock and goes.", false},
	} {
		docs := []*corpus.Document{cutDocument(c.first), cutDocument(c.second)}
		spare(docs, sharedCuts(docs))
		if spared := docs[0].Proposals[0].Verdict == corpus.Flag; spared != c.spared {
			t.Errorf("%s: spared %v", c.name, spared)
		}
		for _, p := range docs[0].Proposals[1:] {
			if p.Verdict != corpus.Cut {
				t.Errorf("%s: what an artefact convicts is spared", c.name)
			}
		}
	}
}

// Any cut becomes a suspect where two copies have its words in place, uncut, and
// nothing else that was injected into the first.
func TestSpareWhatTwoHave(t *testing.T) {
	const first = "The tide comes in along {Mercer Road} {Cheap Velmo Reeds} and the boats follow it home at night."
	const clean = "The tide comes in along Mercer Road and the boats follow it home at night."
	for _, c := range []struct {
		name, second, third string
		spared              bool
	}{
		{"two have it", clean, clean, true},
		{"one lacks it", clean, "The tide comes in along and the boats follow it home at night.", false},
		{"one has it cut", clean, "The tide comes in along {Mercer Road} and the boats follow it home at night.", false},
		{"one has it elsewhere", clean, "The tide comes in along and the boats follow Mercer Road home at night.", false},
		{"one is of the same hand", clean, "The tide comes in along Mercer Road Cheap Velmo Reeds and the boats follow it home at night.", false},
	} {
		docs := []*corpus.Document{cutDocument(first), cutDocument(c.second), cutDocument(c.third)}
		spare(docs, sharedCuts(docs))
		if spared := docs[0].Proposals[0].Verdict == corpus.Flag; spared != c.spared {
			t.Errorf("%s: spared %v", c.name, spared)
		}
		if docs[0].Proposals[1].Verdict != corpus.Cut {
			t.Errorf("%s: what nobody has is spared", c.name)
		}
	}
}
