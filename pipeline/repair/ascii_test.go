package repair

import (
	"strings"
	"testing"
)

// No character below U+3000 is wide, and every one from there on, wherever it stands.
func TestWide(t *testing.T) {
	for r := rune(0); r <= 0x10FFFF; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		before := strings.Repeat("a", int(r%11))
		for _, text := range []string{before + string(r), before + "’" + string(r) + "“and é some more"} {
			if got := wide(text); got != (r >= 0x3000) {
				t.Fatalf("wide(%q) is %v", text, got)
			}
		}
	}
}
