package repair

import (
	"fmt"
	"strings"
	"testing"
)

func TestCues(t *testing.T) {
	wrapped := wrapAt(ferry, 38)
	var lines []string
	for _, l := range strings.Split(wrapped, "\n") {
		if l != "" {
			lines = append(lines, l)
		}
	}
	want := strings.Join(lines, "\n")
	cued := func(form string) string {
		var b strings.Builder
		for i, l := range lines {
			fmt.Fprintf(&b, form, i+1, 2*i/60, 2*i%60, l)
		}
		return b.String()
	}
	plan := "The day\n09:00\nRegistration\n09:30\nOpening\n10:00\nBoats\n10:45\nCoffee\n11:00\nNets\n12:00\nLunch\n"
	for name, c := range map[string]struct{ text, want string }{
		"subtitles":     {cued("%d\n00:%02d:%02d,000 --> 00:59:00,500\n%s\n\n"), want},
		"web subtitles": {"WEBVTT\n\n" + cued("%d\n00:%02d:%02d.000 --> 00:59:00.500 align:start\n%s\n\n"), "WEBVTT\n" + want},
		"a transcript":  {strings.ReplaceAll(cued("%[2]d:%02[3]d\n%[4]s\n"), "%!(EXTRA int=1)", ""), want},
		"a programme":   {plan, plan},
		"without":       {wrapped, wrapped},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Margin{}).Draft.Text; strings.TrimSpace(got) != strings.TrimSpace(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
