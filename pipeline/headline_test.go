package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

const (
	pierTitle  = "How We Mended the Old Pier Clock"
	ferryTitle = "The Ferry That Left Before the Tide"
	pierText   = "The clock had stopped in the war. We mended it on a Tuesday."
)

// headed makes the headlines of copies whose texts are given with their titles
// between bars.
func headed(known census, copies ...string) (h headlines, docs []*corpus.Document, titles []string) {
	h.known = known
	for _, c := range copies {
		parts := strings.Split(c, "|")
		doc := &corpus.Document{ID: c, Draft: corpus.NewDraft(strings.Join(parts, "")),
			Marks: []corpus.Mark{{Start: len(parts[0]), End: len(parts[0] + parts[1]), Role: corpus.RoleTitle}}}
		w := new(mill).fill(doc, nil)
		h.ws, h.keys = append(h.ws, w), append(h.keys, newKeyText(w.Words))
		docs, titles = append(docs, doc), append(titles, titleOf(doc))
	}
	return h, docs, titles
}

// TestTeaserTakenForTitle holds that a title mark leaves the title of another
// article of the run for the title of another copy below it.
func TestTeaserTakenForTitle(t *testing.T) {
	right := "|" + pierTitle + "|\n\n" + pierText
	ferry := hashKeys(token.Keys(ferryTitle))
	for name, c := range map[string]struct {
		wrong string
		known census
		want  string
	}{
		"above the title":            {"|" + ferryTitle + "|\nPosted by admin\n\n" + pierTitle + "\n\n" + pierText, newCensus([]uint64{ferry, ferry}), pierTitle},
		"run together with the text": {"|" + ferryTitle + "|\n" + pierTitle + " " + pierText, newCensus([]uint64{ferry, ferry}), pierTitle},
		"no other article's":         {"|" + ferryTitle + "|\n" + pierTitle + "\n" + pierText, newCensus([]uint64{ferry}), ferryTitle},
		"no title below":             {"|" + ferryTitle + "|\n\n" + pierText, newCensus([]uint64{ferry, ferry}), ferryTitle},
	} {
		h, docs, titles := headed(c.known, right, c.wrong)
		h.retitle(titles, docs)
		if titles[1] != c.want {
			t.Errorf("%s: %q", name, titles[1])
		}
		if got := h.words(1); !slices.Equal(got, token.Keys(c.want)) {
			t.Errorf("%s: the mark is on %q", name, got)
		}
	}
}

// TestSitesBehindTitles holds that names of sites behind the title are flagged
// as far as the copies tell them from the title.
func TestSitesBehindTitles(t *testing.T) {
	alone := "|" + pierTitle + "|\n\n" + pierText
	behind := func(tail string) string { return "|" + pierTitle + tail + "|\n\n" + pierText }
	for name, c := range map[string]struct {
		copies []string
		want   int
	}{
		"one of two":                {[]string{alone, behind(" - The Corner Reader")}, 1},
		"different ones":            {[]string{alone, behind(" - The Corner Reader"), behind(" :: Hillside Daily")}, 2},
		"most have it":              {[]string{alone, behind(" - a diary"), behind(" - a diary")}, 0},
		"nobody is without":         {[]string{behind(" - The Corner Reader"), behind(" :: Hillside Daily")}, 0},
		"the title behind another":  {[]string{"|Cheap Zither Strings|\n\n" + pierText, "|Cheap Zither Strings - The Pier Clock|\n\n" + pierText, "|The Pier Clock|\n\n" + pierText}, 0},
		"no parting":                {[]string{alone, behind(" and other stories")}, 0},
		"a sentence behind a dash ": {[]string{alone, behind(" - and why it took us all the summer")}, 0},
	} {
		h, _, _ := headed(census{}, c.copies...)
		h.flagSites()
		got := 0
		for i, w := range h.ws {
			got += len(w.Proposals)
			if len(w.Proposals) > 0 && !slices.Equal(h.words(i), token.Keys(pierTitle)) {
				t.Errorf("%s: the mark is on %q", name, h.words(i))
			}
		}
		if got != c.want {
			t.Errorf("%s: %d flagged, want %d", name, got, c.want)
		}
	}
}
