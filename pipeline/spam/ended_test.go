package spam

import (
	"strings"
	"testing"
)

// A comma with a space before it that nothing explained shows a phrase once the rest of
// what was injected is known.
func TestEnded(t *testing.T) {
	const offer = " I found great childhood reeds on www.velmo44.biz and saved $49. Quiet childhood reeds for winters from $19 on www.dranex12.biz today."
	for name, c := range map[string]struct {
		phrase string
		falls  bool
	}{
		"what is certain has it more often": {"childhood 2013", true},
		"the text has it more often":        {"winters 2013", false},
		"none":                              {"vieille denholm", false},
	} {
		text := replace(t, setIn(t, c.phrase), " A tree that loses", offer+" A tree that loses")
		want := orchard
		if !c.falls {
			want = setIn(t, c.phrase)
		}
		if got := cut(t, detect(t, text, "en")); got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// Phrases that recur before all the spaced commas of a page fall whatever it speaks of.
func TestStamped(t *testing.T) {
	for name, c := range map[string]struct {
		phrases []string
		falls   bool
	}{
		"three times":                     {[]string{"pear tree childhood", "pear tree childhood", "", "pear tree childhood"}, true},
		"three times, a term of the page": {[]string{"pear tree ladder", "pear tree ladder", "", "pear tree ladder"}, false},
		"twice":                           {[]string{"pear tree ladder", "", "", "pear tree ladder"}, false},
		"beside other spaces":             {[]string{"pear tree ladder", "pear tree ladder", "soon", "pear tree ladder", "once"}, false},
		"three times, in ordinary speech": {[]string{"what is in the tree", "what is in the tree", "", "what is in the tree"}, false},
	} {
		want := orchard
		if !c.falls {
			want = setIn(t, c.phrases...)
		}
		if got := cut(t, detect(t, setIn(t, c.phrases...), "en")); got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// A word that stands before two such commas, and once in the rest, shows the phrases of
// what is certain; one that the rest has oftener does not.
func TestEndedTwice(t *testing.T) {
	const offer = " Quiet velmo reeds for the orchestra from $19 on www.dranex12.biz today."
	for name, c := range map[string]struct {
		rest  string
		falls bool
	}{
		"once in the rest":        {"the velmo behind the shed", true},
		"three times in the rest": {"the velmo and velmo or velmo behind the shed", false},
	} {
		in := replace(t, setIn(t, "quiet velmo", "", "", "quiet velmo"), " A tree that loses", offer+" A tree that loses")
		in = replace(t, in, "behind the shed", c.rest)
		if got := cut(t, detect(t, in, "en")); strings.Contains(got, "quiet") == c.falls {
			t.Errorf("%s: left %q", name, got)
		}
	}
}
