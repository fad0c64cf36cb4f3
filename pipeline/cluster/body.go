package cluster

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A Body is a document as it is compared: its text less the spans that are
// certain to be foreign, and less what stands beyond its page marks.
type Body struct {
	Text  string
	Doubt [][2]int // byte spans of Text that may be foreign: they count against nothing
	Pages bool     // the page bears a page mark, "Continued from page 1"
	Part  Part     // what its page marks say
}

// NewBody takes the spans with verdict Cut out of the document's text and
// notes those that are only flagged.
func NewBody(d *corpus.Document) Body {
	var b Body
	for _, m := range d.Marks {
		b.Pages = b.Pages || m.Role == corpus.RolePageMark
	}
	t := trim(d.Draft.Text, certain(d))
	part, from, to := parts(d, t)
	first, last := t.at(from), t.at(to)
	b.Part, b.Text = part, t.text[first:max(first, last)]
	for _, p := range d.Proposals {
		if p.Verdict == corpus.Cut || !inside(p, d) {
			continue
		}
		if from, to := max(t.at(p.Start), first), min(t.at(p.End), last); from < to {
			b.Doubt = append(b.Doubt, [2]int{from - first, to - first})
		}
	}
	slices.SortFunc(b.Doubt, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return b
}

// certain lists the proposals that are certain to be foreign.
func certain(d *corpus.Document) []corpus.Proposal {
	var out []corpus.Proposal
	for _, p := range d.Proposals {
		if p.Verdict == corpus.Cut && inside(p, d) {
			out = append(out, p)
		}
	}
	return out
}

// inside reports whether a proposal lies in the text.
func inside(p corpus.Proposal, d *corpus.Document) bool {
	return p.Start >= 0 && p.Start <= p.End && p.End <= len(d.Draft.Text)
}

// trimmed is a text without its cuts, and where each kept piece went.
type trimmed struct {
	text string
	from []int // start of each kept piece in the old text
	to   []int // and in the new
}

// trim takes the cuts, which it sorts, out of a text, and notes where what is
// left came from.
func trim(text string, cuts []corpus.Proposal) trimmed {
	if len(cuts) == 0 {
		return trimmed{text, []int{0}, []int{0}}
	}
	slices.SortStableFunc(cuts, func(a, b corpus.Proposal) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var t trimmed
	var out strings.Builder
	at := 0
	for _, p := range cuts {
		if p.End <= at && at > 0 {
			continue
		}
		if p.Start >= at {
			t.from, t.to = append(t.from, at), append(t.to, out.Len())
			out.WriteString(text[at:p.Start])
			out.WriteString(p.Now)
		}
		at = p.End
	}
	t.from, t.to = append(t.from, at), append(t.to, out.Len())
	out.WriteString(text[at:])
	t.text = out.String()
	return t
}

// at maps an offset of the old text to the new; what was cut maps to the
// end of the piece before it.
func (t trimmed) at(i int) int {
	k := sort.SearchInts(t.from, i+1) - 1
	if k < 0 {
		return 0
	}
	end := len(t.text)
	if k+1 < len(t.to) {
		end = t.to[k+1]
	}
	return min(t.to[k]+i-t.from[k], end)
}
