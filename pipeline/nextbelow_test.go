package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestNextArticleBelow has a page that shows the beginning of another article below its
// own, pages with the beginnings of two, and one of which another copy goes on with it.
func TestNextArticleBelow(t *testing.T) {
	own := strings.Repeat("The ferry leaves the old pier with three passengers and a dog that belongs to nobody. ", 6)
	first := "Every winter the council meets to decide what to do about the gulls on the roof."
	next := "What the Council Did About the Gulls\n\n" + first + "\n\nIn spring it had not decided."
	other := "A Lamp in the Window of the Harbour\n\nThe master of the harbour has kept a lamp in his window for thirty years now."
	hash := func(s string) uint64 { return hashKeys(lead(token.Keys(s))) }
	all := teasers{
		titles: newCensus([]uint64{hashKeys(token.Keys("What the Council Did About the Gulls")), hashKeys(token.Keys("A Lamp in the Window of the Harbour"))}),
		leads:  newCensus([]uint64{hash(first), hash(strings.Split(other, "\n\n")[1])}),
	}
	for name, c := range map[string]struct {
		page, copy string
		want       bool
	}{
		"the next article":             {own + "\n\n" + next, own, true},
		"several, as chapters":         {own + "\n\n" + next + "\n\n" + other, own, false},
		"a copy goes on with it":       {own + "\n\n" + next, own + "\n\n" + next, false},
		"a title, and other words":     {own + "\n\n" + strings.Replace(next, "Every", "Each", 1), own, false},
		"hardly anything stands above": {"The ferry leaves.\n\n" + next, "The ferry leaves.", false},
	} {
		ws := []*corpus.Witness{asRead(c.page), asRead(c.copy)}
		keys := []keyText{newKeyText(ws[0].Words), newKeyText(ws[1].Words)}
		all.flagNext(ws, keys, 0, nil, nil)
		got := slices.ContainsFunc(ws[0].Proposals, func(p corpus.Proposal) bool { return p.Evidence[0].Detail == corpus.NextArticle })
		if got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
