package pipeline

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// protect is the last stage of gather: it marks what the user wants kept and
// takes back every proposal that touches it. The phrases are lists of match
// keys, by their first; an address is the words that it is made of.
type protect map[string][][]string

// newProtect reads phrases and hosts. Case, and what stands between the words,
// do not matter; the scheme of an address and "www." do not either.
func newProtect(phrases []string) protect {
	out := make(protect)
	for _, phrase := range phrases {
		if _, rest, ok := strings.Cut(phrase, "://"); ok {
			phrase = rest
		}
		if keys := token.Keys(strings.TrimPrefix(phrase, "www.")); len(keys) > 0 {
			out[keys[0]] = append(out[keys[0]], keys)
		}
	}
	return out
}

// Name is the name of the stage.
func (protect) Name() string { return "protect" }

// Apply marks the protected spans of a document. It never fails.
func (t protect) Apply(doc *corpus.Document) error {
	text := doc.Draft.Text
	spans := token.Words(nil, text)
	keys := make([]string, len(spans))
	for i, s := range spans {
		keys[i] = token.Key(text[s.Start:s.End])
	}
	for i, key := range keys {
		for _, phrase := range t[key] {
			if n := len(phrase); i+n <= len(keys) && slices.Equal(keys[i:i+n], phrase) {
				doc.Marks = append(doc.Marks, corpus.Mark{Start: spans[i].Start, End: spans[i+n-1].End, Role: corpus.RoleProtected})
			}
		}
	}
	touched := func(q corpus.Proposal) bool { return protected(doc, q.Start, q.End) }
	doc.Proposals, doc.Alone = slices.DeleteFunc(doc.Proposals, touched), slices.DeleteFunc(doc.Alone, touched)
	return nil
}

// protected reports that a span touches what the user wants kept.
func protected(doc *corpus.Document, start, end int) bool {
	return slices.ContainsFunc(doc.Marks, func(m corpus.Mark) bool {
		return m.Role == corpus.RoleProtected && m.Start < end && start < m.End
	})
}
