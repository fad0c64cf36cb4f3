package spam

import (
	"strings"
	"testing"
)

// Agglutinating languages have few function words; their prose is prose.
func TestSparseProse(t *testing.T) {
	for _, language := range []string{"ko", "tr"} {
		for _, text := range articles(t, language) {
			if p := newPage(text, language); 10*p.proseSize < 8*len(p.words) {
				t.Errorf("%s: %d of %d words are prose", language, p.proseSize, len(p.words))
			}
		}
	}
	list := strings.Repeat("Elma 12, Armut 14, Kiraz 20, Vişne 30, Dut 7, Nar 9.\n", 8)
	if p := newPage(list, "tr"); p.proseSize > 0 {
		t.Error("a list is taken for prose")
	}
	text := articles(t, "ko")[0]
	par := strings.SplitN(text, "\n\n", 4)
	spam := "I found great Chess Boards on www.tarnkol-sets.info and saved $500."
	in := strings.Join([]string{par[0], par[1], spam, par[2], par[3]}, "\n\n")
	if got := cut(t, detect(t, in, "ko")); got != text {
		t.Errorf("left %q", got[:min(len(got), 600)])
	}
}

// So it is where it breaks off, as in a text that has lost its line breaks.
func TestSparseProseBreaksOff(t *testing.T) {
	text := strings.TrimRight(strings.Join(strings.Fields(articles(t, "ko")[0]), " "), ".!?…\"")
	if p := newPage(text, "ko"); p.proseSize == 0 {
		t.Error("no prose")
	}
}

// In a page in another script one sees where a phrase begins, whatever words it shares
// with others.
func TestPhrasesInAnotherScript(t *testing.T) {
	text := articles(t, "ko")[0]
	commas := strings.SplitN(text, ", ", 4)
	in := commas[0] + " Old Chess Boards Velmo Brindle , " + commas[1] + " Silver Paper Lamps Tarnkol Osgood , " + commas[2] + ", " + commas[3]
	if got := cut(t, detect(t, in, "ko")); got != text {
		t.Errorf("left %q", got[:min(len(got), 900)])
	}
}
