package pipeline

import (
	"slices"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestNamesBesideTitles holds that the names of columns and sites which stand at the
// margins of other articles are flagged beside a title, and no others.
func TestNamesBesideTitles(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"a column with a dash":            {"|Gardening - " + pierTitle + "|\n\n" + pierText, 1},
		"a column with a colon":           {"|Gardening: " + pierTitle + "|\n\n" + pierText, 1},
		"a site with a dash":              {"|" + pierTitle + " - Gardening|\n\n" + pierText, 1},
		"both":                            {"|Gardening :: " + pierTitle + " - Gardening|\n\n" + pierText, 2},
		"before the mark":                 {"Gardening - |" + pierTitle + "|\n\n" + pierText, 1},
		"run together with the text":      {"|Another Title of Four|\nGardening - " + pierTitle + " " + pierText, 1},
		"a name that nobody knows":        {"|Clockwork: " + pierTitle + "|\n\n" + pierText, 0},
		"a name with nothing between":     {"|Gardening " + pierTitle + "|\n\n" + pierText, 0},
		"in a sentence":                   {"|" + pierTitle + "|\n\nGardening: a pastime. " + pierText, 0},
		"a name that the title ends with": {"|" + pierTitle + " and Gardening|\n\n" + pierText, 0},
	} {
		h, docs, _ := headed(census{}, c.text, "|"+pierTitle+"|\n\n"+pierText)
		menu := &corpus.Document{Draft: corpus.NewDraft("Gardening")}
		top, _ := margins(menu)
		h.flagNames(frames{lines: map[uint32]int32{top[0].hash: frameClusters}}, docs)
		if got := len(h.ws[0].Proposals); got != c.want {
			t.Errorf("%s: %d flagged, want %d", name, got, c.want)
		}
		if c.want > 0 && name != "run together with the text" && !slices.Equal(h.words(0), token.Keys(pierTitle)) {
			t.Errorf("%s: the mark is on %q", name, h.words(0))
		}
	}
}
