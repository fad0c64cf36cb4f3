// Package trafilatura lets go-trafilatura choose the main content of HTML
// documents, in place of pipeline/furniture.
//
// In: documents that are HTML, as the stages before left them. Out: the lines
// that go-trafilatura leaves out, as spans that fall where the document has no
// copies. It is linked only into a build with the tag trafilatura, since its
// tables of dates take a fifth of a second whenever the program starts.
package trafilatura

import (
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Extract is the stage. It is safe for concurrent use.
type Extract struct{}

// Name implements the stage.
func (Extract) Name() string { return "trafilatura" }

// Apply appends to the document's Alone the lines of its text that are not in
// what go-trafilatura extracts of its markup. A document that is no HTML, or
// of which it extracts nothing, is left alone.
func (Extract) Apply(doc *corpus.Document) error {
	if !doc.HTML {
		return nil
	}
	if text := extract(doc.Draft.Read); text != "" {
		doc.Alone = append(doc.Alone, missing(doc.Draft.Text, text)...)
	}
	return nil
}

// run is how many words in a row tell a place.
const run = 3

// missing proposes the lines of text that extracted lacks: those of whose
// words less than half stand in a run of three that it has too, and that are
// not a line of it.
func missing(text, extracted string) []corpus.Proposal {
	lines, runs := map[string]bool{}, map[string]bool{}
	var all []string
	for line := range strings.Lines(extracted) {
		words := keys(line)
		lines[strings.Join(words, " ")] = true
		all = append(all, words...)
	}
	for i := run; i <= len(all); i++ {
		runs[strings.Join(all[i-run:i], " ")] = true
	}
	words := keys(text)
	in := make([]bool, len(words))
	for i := run; i <= len(words); i++ {
		if runs[strings.Join(words[i-run:i], " ")] {
			in[i-3], in[i-2], in[i-1] = true, true, true
		}
	}
	var out []corpus.Proposal
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end == at {
			end = len(text)
		}
		own := keys(text[at:end])
		hits := 0
		for _, x := range in[:len(own)] {
			if x {
				hits++
			}
		}
		in = in[len(own):]
		if len(own) > 0 && 2*hits < len(own) && !lines[strings.Join(own, " ")] {
			out = append(out, corpus.Proposal{Start: at, End: end, Kind: corpus.KindFurniture, Verdict: corpus.Cut, Score: 1,
				Evidence: []corpus.Evidence{{Family: corpus.Layout, Weight: 1, Detail: "left out by go-trafilatura"}}})
		}
		at = end
	}
	return out
}

// keys are the match keys of the words of a text. Words end at white space
// and signs, so that those of the lines are those of the text.
func keys(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		out = append(out, token.Key(w))
	}
	return out
}
