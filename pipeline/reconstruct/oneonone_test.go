package reconstruct

import (
	"strings"
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

// TestSlide finds the whole sentence of which a run lacks the first words, because
// the next one begins with the same.
func TestSlide(t *testing.T) {
	words := func(keys ...string) (out []corpus.Word) {
		for _, k := range keys {
			out = append(out, corpus.Word{Key: k})
		}
		return out
	}
	for name, c := range map[string]struct {
		keys, gaps              []string
		first, last, from, upTo int32
	}{
		"the next begins alike":   {[]string{"stay", "it", "rains", "it", "pours"}, []string{"", ". ", " ", ". ", " ", "."}, 2, 3, 1, 2},
		"the last ends alike":     {[]string{"so", "it", "rains", "now", "it", "pours", "now"}, []string{"", " ", " ", " ", ". ", " ", " ", "."}, 3, 5, 4, 6},
		"a sentence already":      {[]string{"it", "rains", "it", "pours"}, []string{"", " ", ". ", " ", "."}, 0, 1, 0, 1},
		"no sentence on any side": {[]string{"and", "it", "rains", "it", "pours"}, []string{"", " ", " ", " ", " ", "."}, 2, 3, 2, 3},
	} {
		t.Run(name, func(t *testing.T) {
			wit := &corpus.Witness{Words: words(c.keys...), Gaps: c.gaps}
			if from, upTo := slide(wit, c.first, c.last); from != c.from || upTo != c.upTo {
				t.Errorf("words %d to %d, want %d to %d", from, upTo, c.from, c.upTo)
			}
		})
	}
}

// TestStutters tells what says a few words over and over.
func TestStutters(t *testing.T) {
	v := &view{lang: "en"}
	for text, want := range map[string]bool{
		"cheap keys 2012 cheap keys 2009 cheap download 2011 cheap keys": true,
		"1 cup sugar 1 cup flour 2 cups milk and a spoon of salt":        false,
		"the dog and the cat and the bird and the fish and the man":      false,
		"cheap keys cheap keys": false,
	} {
		if got := v.stutters(strings.Fields(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestAgain tells phrases that come again, with other numbers perhaps.
func TestAgain(t *testing.T) {
	v := &view{lang: "en"}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"serial numbers 2014", "serial numbers 2012", true}, {"step 5", "step 6", false},
		{"serial numbers 2014", "serial letters 2012", false}, {"cheap keys", "cheap keys", true},
	} {
		if got := v.again(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestSuspicionOfALostWord has a run of which one of its copies lacks a word, as a line
// has in its second place.
func TestSuspicionOfALostWord(t *testing.T) {
	w := &corpus.Witness{ID: "a", Suspect: []int32{1}, Proposals: []corpus.Proposal{{Score: .8}}}
	v := &view{ws: []*corpus.Witness{w}, al: &corpus.Alignment{Columns: []corpus.Column{corpus.ColumnOf([]int32{0}), corpus.ColumnOf([]int32{corpus.Absent})}}}
	if s := v.suspicion(&run{from: 0, to: 2, by: []int{0}}); s != .4 {
		t.Errorf("suspicion %v", s)
	}
}
