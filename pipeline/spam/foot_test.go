package spam

import (
	"strings"
	"testing"
)

// TestFoot has rows, lists and reports of links below a page, such as others leave there
// and such as its author has.
func TestFoot(t *testing.T) {
	rows := []string{"Velmont Tall Boots", "cheap velmont boots", "Ostrava Short Boots", "ostrava boots on sale", "Delfino Tall Boots"}
	own := []string{"Pear Tree Pruning", "Pear Tree Blossom", "Sharp Saw Collars", "Ladder and Shed", "Orchard in Winter"}
	var links []string
	for i, r := range rows {
		links = append(links, r+" - http://www."+[]string{"kelvane", "torbina", "mizzelo", "quaduna", "fenbora"}[i]+".net/")
	}
	for name, c := range map[string]struct {
		foot string
		cut  bool
	}{
		"rows":             {strings.Join(rows, "\n"), true},
		"rows with links":  {strings.Join(links, "\n"), true},
		"capitals":         {"Velmont Tall Boots, Ostrava Short Boots, Delfino Tall Boots, Kordiane Short Boots, Lumeret Tall Boots", true},
		"nothing shared":   {"bad credit loans, wholesale snapbacks, binary options robot, free ringtones, roof repair advice, video poker bonus, antivirus license key, vapor starter coupon", true},
		"piled up":         {"watch Dreson online free watch Norett online free download Jasby full movie free tv streams watch Velow online free", true},
		"report":           {"[...] Kordiane Jackets reviews and tips for beginners [...]", true},
		"title and report": {"forex trading signals...\n\nI found your entry interesting thus I've added a Trackback to it on my weblog :)...", true},
		"own rows":         {strings.Join(own, "\n"), false},
		"own list":         {strings.Join(own, ", "), false},
		"a log":            {strings.Repeat("60 bytes read from network\n74 packets sent through network\n", 4), false},
		"a motto":          {"nobody reads it\nonly a name on paper...\n-- Zuse, incident by incident, and so on...", false},
		"own report":       {"[...] pruning an old pear tree, and what the saw does to its branches [...]", false},
	} {
		text := orchard + "\n\n" + c.foot
		got := cut(t, detect(t, text, "en"))
		if want := map[bool]string{true: orchard, false: text}[c.cut]; strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: left %q", name, strings.TrimPrefix(got, orchard))
		}
	}
}
