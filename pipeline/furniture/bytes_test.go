package furniture

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestLooks holds what is looked for byte by byte to what the strings have.
func TestLooks(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pieces := []string{" ", " ", " ", "a", "b", "-", "–", "—", "’", "“", "•", "(", ")", ":", "[", "]", "\u00a0", "é", "\u2003", "1"}
	yes := [3]int{}
	for range 200_000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := strings.TrimSpace(b.String())
		if got, want := wide(s), strings.Contains(s, "    "); got != want {
			t.Fatalf("%q: wide %v", s, got)
		} else if got {
			yes[0]++
		}
		if got, want := dashed(s), strings.Contains(s, " - ") || strings.Contains(s, " – ") || strings.Contains(s, " — "); got != want {
			t.Fatalf("%q: dashed %v", s, got)
		} else if got {
			yes[1]++
		}
		if fields := appendFields(nil, s); !slices.Equal(fields, strings.Fields(s)) {
			t.Fatalf("%q: %q", s, fields)
		}
		if s == "" || framed(s) {
			continue
		}
		yes[2]++
		block := block{words: 3, bytes: bytesOf(s)}
		out := shape{parts: 1, piece: 3}
		if new(page).fieldsOf(&out, s, &block); out != (shape{parts: 1, piece: 3}) {
			t.Fatalf("%q is framed: %+v", s, out)
		}
	}
	if slices.Min(yes[:]) < 100 {
		t.Errorf("hardly tried: %v", yes)
	}
}
