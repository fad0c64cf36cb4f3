package spam

import (
	"strings"
	"testing"
)

// Phrases in small letters before a comma with a space before it.
func TestSpacedPhrases(t *testing.T) {
	at := []string{", gave advice", ", and never paint", ", and its branches"}
	for _, c := range []struct {
		name    string
		phrases []string
		cut     bool
	}{
		{"one shape", []string{"hand carved chess sets tarnkol", "hand carved chess sets brindle", "hand carved chess sets osgood"}, true},
		{"two wares", []string{"carved chess sets", "carved chess boards", "carved chess sets"}, true},
		{"in another language", []string{"ajedrez de marfil barato", "ajedrez de madera barato", "ajedrez de marfil barato"}, true},
		{"no shape", []string{"through the frost", "with some patience", "by the lantern"}, false},
	} {
		text := orchard
		for i, p := range c.phrases {
			text = replace(t, text, at[i], " "+p+" "+at[i])
		}
		got := cut(t, detect(t, text, "en"))
		left := 0
		for _, p := range c.phrases {
			left += strings.Count(got, p)
		}
		if c.cut && got != orchard || !c.cut && left < len(c.phrases) {
			t.Errorf("%s: left %q", c.name, got)
		}
	}
	if spaced := strings.ReplaceAll(orchard, ",", " ,"); cut(t, detect(t, spaced, "en")) != spaced {
		t.Error("a text that always has a space before its commas was cut")
	}
	code := orchard + "\n\nssize_t pread(int fd , void *buf ); ssize_t pwrite(int fd , const void *buf );"
	if cut(t, detect(t, code, "en")) != code {
		t.Error("code was cut")
	}
}
