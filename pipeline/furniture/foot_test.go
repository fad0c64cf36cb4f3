package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestFoot holds what speaks against the lines below the last rule of a letter: much where
// a rule parts its head from the article too, little where none does, and nothing more than
// elsewhere where they speak of the article's matter or are long.
func TestFoot(t *testing.T) {
	const (
		rule   = "----------------------------------------"
		head   = "Valley Courier                  3 May 2009\n" + rule + "\n\n"
		left   = "You get this because your address was entered. To get no more of it, answer with STOP and nothing else."
		kin    = "The hives of the neighbours stand where the bees of the old garden were before the winter took them."
		plenty = left + " "
	)
	for name, c := range map[string]struct {
		text string
		want float64
	}{
		"framed":             {head + beesTitle + "\n\n" + bees + "\n\n" + rule + "\n" + left, framedFoot},
		"one rule":           {beesTitle + "\n\n" + bees + "\n\n" + rule + "\n" + left, footScore},
		"of the matter":      {head + beesTitle + "\n\n" + bees + "\n\n" + rule + "\n" + kin, 0},
		"long":               {head + beesTitle + "\n\n" + bees + "\n\n" + rule + "\n" + strings.Repeat(plenty, 8), 0},
		"underlined heading": {beesTitle + "\n\n" + bees + "\n\nWhat is left\n------------\n" + left, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPage(c.text, "en")
			r := p.read()
			got := r.footing(len(p.blocks) - 1)
			if got != c.want {
				t.Errorf("%g speaks against it, want %g", got, c.want)
			}
			doc := propose(t, c.text, "en")
			last := 0.0
			for _, q := range doc.Proposals {
				if q.End == len(doc.Draft.Text) && strings.HasPrefix(q.Head, "you get this") {
					last = q.Score
				}
				if q.Verdict == corpus.Cut && strings.Contains(doc.Draft.Text[q.Start:q.End], "You get") {
					t.Error("it is cut")
				}
			}
			if last < c.want {
				t.Errorf("flagged at %g", last)
			}
		})
	}
}
