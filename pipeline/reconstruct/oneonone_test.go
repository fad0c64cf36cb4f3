package reconstruct

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestOddSpacing(t *testing.T) {
	for _, c := range []struct {
		gap    string
		typist bool
		odd    bool
	}{
		{"  ", false, true}, {"  ", true, true}, {".  ", false, true}, {".  ", true, false}, {"!  ", true, false},
		{"\u00a0", true, true}, {" ,", true, true}, {" .", true, true}, {" ", false, false}, {". ", false, false},
	} {
		if got := oddSpacing(c.gap, c.typist); got != c.odd {
			t.Errorf("%q, typist %v: odd %v, want %v", c.gap, c.typist, got, c.odd)
		}
	}
}

func TestTypists(t *testing.T) {
	for name, c := range map[string]struct {
		gaps []string
		want bool
	}{
		"after each sentence":          {[]string{"", " ", ".  ", " ", ".  ", "."}, true},
		"once, round a splice":         {[]string{"", "  ", "  ", " ", ". ", ". ", "."}, false},
		"after a few sentences":        {[]string{"", ".  ", ". ", ". ", ". ", ". ", ".  ", ". ", "."}, false},
		"between lines it says little": {[]string{"", ".  \n", ".  \n", "."}, false},
	} {
		v := &view{n: 1, ws: []*corpus.Witness{{Gaps: c.gaps}}}
		if got := v.typists()[0]; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestOddPair(t *testing.T) {
	for _, c := range []struct {
		before, after string
		odd           bool
	}{
		{"Â ", "Â ", true}, {" †", "† ", true}, {"……。", "。", false}, {"، ", "، ", false}, {"«", "«", false}, {". ", ". ", false}, {"（", "（", false},
	} {
		if got := oddPair(c.before, c.after); got != c.odd {
			t.Errorf("%q, %q: odd %v, want %v", c.before, c.after, got, c.odd)
		}
	}
}
