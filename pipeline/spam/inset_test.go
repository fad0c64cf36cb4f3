package spam

import (
	"strings"
	"testing"
)

// Rows amid the paragraphs that say one thing again and again fall if something besides
// speaks against them; verses, lists and what is announced stay.
func TestInsets(t *testing.T) {
	for name, c := range map[string]struct {
		language, rows string
		falls          bool
	}{
		"capitals":              {"en", "Cheap Bootwear Denholm\nCheap Bootwear Oakhurst\nCheap Bootwear Denholm\nCheap Bootwear Norett", true},
		"numbers":               {"en", "lose 30 ounces fast\nlose 8 ounces fast\nlose 70 ounces fast\nlose 12 ounces fast", true},
		"numbers that rise":     {"en", "lose 3 ounces fast\nlose 8 ounces fast\nlose 12 ounces fast\nlose 30 ounces fast", false},
		"verses":                {"en", "heave away johnny\nheave away mary\nheave away johnny\nheave away mary", false},
		"verses, capitals":      {"en", "Heave away Johnny\nHeave away Mary\nHeave away Johnny\nHeave away Mary", false},
		"a list":                {"en", "Bootwear Denholm Lane\nBootwear Oakhurst Lane\nBootwear Norett Lane\nBootwear Parlin Lane", false},
		"announced":             {"en", "These came:\nCheap Bootwear Denholm\nCheap Bootwear Oakhurst\nCheap Bootwear Denholm\nCheap Bootwear Norett", false},
		"another script":        {"ru", "cheap bootwear denholm\ncheap bootwear oakhurst\ncheap bootwear denholm\ncheap bootwear norett", true},
		"capitals, Russian":     {"ru", "Сапоги Норетт Недорого\nСапоги Парлин Недорого\nСапоги Норетт Недорого\nСапоги Дресон Недорого", true},
		"verses, Russian":       {"ru", "сапоги мои сапоги\nсапоги да валенки\nсапоги мои сапоги\nсапоги да валенки", false},
		"another script, Greek": {"el", "cheap bootwear denholm\ncheap bootwear oakhurst\ncheap bootwear denholm\ncheap bootwear norett", true},
		"verses, Greek":         {"el", "γιαλό γιαλό πηγαίνουμε\nγιαλό ψαράκια πιάνουμε\nγιαλό γιαλό πηγαίνουμε\nγιαλό ψαράκια πιάνουμε", false},
	} {
		text := orchard
		if c.language != "en" {
			text = articles(t, c.language)[0]
		}
		paragraphs := strings.SplitAfter(strings.TrimSpace(text), "\n\n")
		n := len(paragraphs) / 2
		text = strings.Join(paragraphs, "")
		in := strings.Join(paragraphs[:n], "") + c.rows + "\n\n" + strings.Join(paragraphs[n:], "")
		want := in
		if c.falls {
			want = text
		}
		if got := cut(t, detect(t, in, c.language)); got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// Rows in small letters fall if what they say stands in sentences, too, where nothing
// governs it, and with something certain of which they speak.
func TestInsetsBeside(t *testing.T) {
	rows := "cheap bootwear denholm\ncheap bootwear oakhurst\ncheap bootwear denholm\ncheap bootwear norett\n\n"
	in := replace(t, orchard, "We began in February", rows+"We began in February")
	if got := cut(t, detect(t, in, "en")); got != in {
		t.Errorf("alone: left %q", got)
	}
	in = replace(t, replace(t, in, "looked at the trunk", "looked cheap bootwear denholm at the trunk"), "the saw hangs", "the saw cheap bootwear norett hangs")
	if got := cut(t, detect(t, in, "en")); strings.Contains(got, "oakhurst") {
		t.Errorf("strewn: left %q", got)
	}
}
