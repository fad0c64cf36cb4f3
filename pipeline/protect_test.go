package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestProtect(t *testing.T) {
	const text = "Visit  Harrow\u00a0Mill at http://www.harrow-mill.example/shop today. Harrow alone, Mill alone."
	for _, c := range []struct {
		name, phrase, cut string
		kept              bool
	}{
		{"case and spaces", "harrow MILL", "Harrow\u00a0Mill", true},
		{"a part of what would be cut", "harrow mill", "Visit  Harrow\u00a0Mill at", true},
		{"touched at one end", "harrow mill", "Mill at", true},
		{"a host", "https://www.harrow-mill.example", "http://www.harrow-mill.example/shop", true},
		{"half of the phrase", "harrow mill", "Harrow alone", false},
		{"another host", "mill.example.net", "http://www.harrow-mill.example/shop", false},
		{"nothing but marks", "...", "today", false},
	} {
		start := strings.Index(text, c.cut)
		doc := &corpus.Document{Draft: corpus.NewDraft(text), Proposals: []corpus.Proposal{{Start: start, End: start + len(c.cut), Verdict: corpus.Cut}}}
		if err := newProtect([]string{"", c.phrase}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		if kept := len(doc.Proposals) == 0; kept != c.kept {
			t.Errorf("%s: kept %t", c.name, kept)
		}
	}
}
