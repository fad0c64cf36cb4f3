package repair

import (
	"strings"
	"testing"
)

func TestEchoed(t *testing.T) {
	ps := strings.Split(ferry, "\n")
	text := strings.Join(ps, "\n\n")
	damaged := strings.Replace(ps[1], " the ", " ", 1)
	verse := "Now row the boat, my brothers, to the pier,\n"
	for _, c := range []struct{ name, text, want string }{
		{"none", text, ""},
		{"a paragraph", strings.Replace(text, ps[1], ps[1]+"\n\n"+ps[1], 1), ps[1]},
		{"damaged", strings.Replace(text, ps[1], ps[1]+"\n\n"+damaged, 1), damaged},
		{"within a line", ps[0] + " " + ps[1] + " " + ps[1] + " " + ps[2], ps[1]},
		{"elsewhere", text + "\n\n" + ps[1], ""},
		{"a refrain", verse + verse + "for the tide is out.", ""},
	} {
		var got []string
		for _, e := range Echoed(c.text) {
			got = append(got, strings.TrimSpace(c.text[e[0]:e[1]]))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
