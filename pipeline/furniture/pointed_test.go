package furniture

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPointed holds that the fields with a point or a slash are found as they are
// among all fields.
func TestPointed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab./. \t\n\u00a0\u2003é。"))).Draw(t, "s")
		want := slices.DeleteFunc(appendFields(nil, s), func(f string) bool { return !strings.ContainsAny(f, "./") })
		if got := appendPointed(nil, s); !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}
