package repair

import (
	"math/rand"
	"strings"
	"testing"
)

// TestWrappable holds that no break is found wrapped where the search is spared.
func TestWrappable(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	words := strings.Fields(ferry)
	spared, wrapped := 0, 0
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
		p.follow(p.search(fills))
		found := false
		for _, w := range p.wraps {
			found = found || w.width > 0
		}
		if found {
			wrapped++
		}
		if !wrappable(fills) {
			if spared++; found {
				t.Errorf("wrapped lines are missed in\n%s", text)
			}
		}
	}
	t.Logf("%d texts were spared, %d have wrapped lines", spared, wrapped)
	if spared == 0 || wrapped == 0 {
		t.Errorf("%d texts were spared, %d have wrapped lines: both should be some", spared, wrapped)
	}
}
