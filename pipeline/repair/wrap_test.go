package repair

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// TestHopeful holds that the search finds the same among the hopeful widths as
// among all.
func TestHopeful(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	words := strings.Fields(ferry)
	spared, wrapped := 0, 0
	all := make([]int, widths)
	for s := range all {
		all[s] = s
	}
	for range 300 {
		var b strings.Builder
		for range 2 + random.Intn(8) {
			from := random.Intn(len(words) - 30)
			part := strings.Join(words[from:from+1+random.Intn(29)], " ")
			if random.Intn(4) == 0 {
				part = wrapAt(ferry[:200+random.Intn(400)], minWidth+random.Intn(widths))
			}
			b.WriteString(part + strings.Repeat("\n", 1+random.Intn(2)))
		}
		text := b.String()
		p := sheet{text: text, language: "en", lines: splitLines(text)}
		p.wraps = make([]wrap, len(p.lines))
		fills := p.fills()
		p.follow(p.search(fills, all))
		want := slices.Clone(p.wraps)
		clear(p.wraps)
		states := hopeful(fills)
		if len(states) > 0 {
			p.follow(p.search(fills, states))
		}
		if !slices.Equal(p.wraps, want) {
			t.Errorf("got %v, want %v for\n%s", p.wraps, want, text)
		}
		if slices.ContainsFunc(want, func(w wrap) bool { return w.width > 0 }) {
			wrapped++
		}
		spared += widths - len(states)
	}
	t.Logf("%d widths were spared, %d texts have wrapped lines", spared, wrapped)
	if spared == 0 || wrapped == 0 {
		t.Errorf("%d widths were spared, %d texts have wrapped lines: both should be some", spared, wrapped)
	}
}
