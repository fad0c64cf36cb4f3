package token

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestListsAreWellFormed(t *testing.T) {
	for _, family := range [][]list{germanic, romance, slavic, european, asian} {
		for _, l := range family {
			fields := strings.Fields(l.table)
			if len(fields)%2 != 0 || len(fields) < 80 {
				t.Errorf("%s: %d fields", l.language, len(fields))
				continue
			}
			seen := map[string]bool{}
			for i := 0; i < len(fields); i += 2 {
				surface, rate := fields[i], fields[i+1]
				if r, err := strconv.ParseFloat(rate, 64); err != nil || r <= 0 || r > 80 {
					t.Errorf("%s: %q has the rate %q", l.language, surface, rate)
				}
				if w := Words(nil, surface); len(w) != 1 || w[0] != (Span{0, len(surface)}) {
					t.Errorf("%s: %q is not one word", l.language, surface)
				}
				if !norm.NFC.IsNormalString(surface) || seen[Key(surface)] {
					t.Errorf("%s: %q stands twice or is not NFC", l.language, surface)
				}
				seen[Key(surface)] = true
			}
		}
	}
}

func TestLanguages(t *testing.T) {
	got := Languages()
	if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Fatalf("not sorted or not unique: %v", got)
	}
	for _, want := range strings.Fields(`en de fr es it pt nl sv da nb no fi pl cs sk ru uk bg sr hr ro hu el tr ar fa
		he hi id ms vi ca et lv lt sl af sw tl eu ga is sq mk be az kk`) {
		if !slices.Contains(got, want) {
			t.Errorf("no list for %s", want)
		}
	}
}

func TestSets(t *testing.T) {
	for _, c := range []struct {
		language, yes, no string
	}{
		{"en", "the", "jersey"}, {"fr", "l", "maison"}, {"de", "für", "haus"}, {"el", "της", "σπίτι"},
		{"ru", "что", "дом"}, {"he", "של", "בית"}, {"hi", "के", "घर"}, {"fa", "می‌شود", "خانه"}, {"zz", "", "the"},
	} {
		s := Of(c.language)
		if c.yes != "" {
			key := Key(c.yes)
			if !s.Has(key) || s.Rate(key) <= 0 || !IsFunction(c.language, key) {
				t.Errorf("%s: %q is missing", c.language, c.yes)
			}
		}
		if key := Key(c.no); s.Has(key) || Rate(c.language, key) != 0 {
			t.Errorf("%s: %q is a function word", c.language, c.no)
		}
		keys := Function(c.language)
		if len(keys) != s.Len() || !slices.IsSortedFunc(keys, func(a, b string) int {
			return int((s.Rate(b) - s.Rate(a)) * 1000)
		}) {
			t.Errorf("%s: not by falling rate", c.language)
		}
	}
	if Function("en")[0] != "the" || Of("zz").Len() != 0 {
		t.Error("first English word, or a list for an unknown language")
	}
}

func BenchmarkHas(b *testing.B) {
	s := Of("en")
	words := strings.Fields("the quick brown fox jumps over a lazy dog and is never seen again by anyone in town")
	for i := 0; b.Loop(); i++ {
		s.Has(words[i&15])
	}
}
