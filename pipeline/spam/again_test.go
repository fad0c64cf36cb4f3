package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestReweigh has a phrase between odd spaces that an injected sentence vouches for, until
// that one falls.
func TestReweigh(t *testing.T) {
	const said = " I found great harmonica reeds and more harmonica reeds on www.velmo44.biz today."
	text := replace(t, orchard, "held the ladder, gave", "held the ladder\u00a0harmonica reeds\u00a0for the gave")
	text = replace(t, text, " A tree that loses", said+" A tree that loses")
	p := newPage(text, "en")
	if got := p.phrases(); len(got) > 0 && got[0].Verdict == corpus.Cut {
		t.Fatalf("cut already: %v", got)
	}
	at := strings.Index(text, said)
	found := []corpus.Proposal{{Start: at + 1, End: at + len(said), Verdict: corpus.Cut}}
	if got := p.reweigh(found); len(got) != 1 || !strings.Contains(text[got[0].Start:got[0].End], "harmonica reeds") {
		t.Errorf("got %v", got)
	}
	if got := p.reweigh(nil); got != nil {
		t.Errorf("nothing is certain, and yet %v", got)
	}
}
