package repair

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSentences holds that a line is cut behind each mark that ends a sentence.
func TestSentences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab.!? \n。！？、é"))).Draw(t, "s")
		var want []string
		for line := range strings.SplitSeq(s, "\n") {
			from := 0
			for i := range line {
				if rest := line[i:]; strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "！") || strings.HasPrefix(rest, "？") {
					want, from = append(want, line[from:i+3]), i+3
				} else if strings.ContainsAny(rest[:1], ".!?") && strings.HasPrefix(rest[1:], " ") {
					want, from = append(want, line[from:i+1]), i+1
				}
			}
			want = append(want, line[from:])
		}
		var trim []string
		for _, w := range want {
			if w = strings.Trim(w, " "); w != "" {
				trim = append(trim, w)
			}
		}
		var got []string
		for _, p := range phrasesOf(s) {
			got = append(got, s[p.start:p.end])
		}
		if strings.Join(got, "|") != strings.Join(trim, "|") {
			t.Fatalf("%q: %q, want %q", s, got, trim)
		}
	})
}

// TestWideGap holds that four blanks in a row are found wherever they stand.
func TestWideGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("a    é"))).Draw(t, "s")
		if got := wideGap(s); got != strings.Contains(s, "    ") {
			t.Fatalf("%q: %v", s, got)
		}
	})
}
