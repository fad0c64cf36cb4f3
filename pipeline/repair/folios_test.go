package repair

import (
	"fmt"
	"strings"
	"testing"
)

// printed puts the lines of a text on pages, each with what foot writes at its end.
func printed(text string, height int, foot func(page int) string) string {
	var out []string
	for i, l := range strings.Split(text, "\n") {
		if i > 0 && i%height == 0 {
			out = append(out, "", foot(41+i/height), "")
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

func TestFolios(t *testing.T) {
	text := wrapAt(ferry+"\n"+strings.ReplaceAll(ferry, "ferry", "boat"), 60)
	plain := strings.Join(strings.Fields(text), " ")
	chapters := ""
	for i, p := range strings.Split(ferry, "\n") {
		chapters += fmt.Sprintf("%d\n\n%s\n\n", i+1, wrapAt(p, 40))
	}
	program := ""
	for i := range 5 {
		program += fmt.Sprintf("%d\n\nprocedure open (\n  tape\n  mode\n  size\n  name\n)\nbegin\n  wind\n  look\nend;\n\n", i+1)
	}
	for name, c := range map[string]struct{ text, want string }{
		"numbers":  {printed(text, 9, func(n int) string { return fmt.Sprintf("- %d -", n) }), plain},
		"words":    {printed(text, 9, func(n int) string { return fmt.Sprintf("Seite %d", n) }), plain},
		"heads":    {printed(text, 9, func(n int) string { return fmt.Sprintf("%d\n\n\fTHE LETTER AND THE CREW", n) }), plain},
		"together": {printed(text, 9, func(n int) string { return fmt.Sprintf("The Letter and the Crew   %d", n) }), plain},
		"chapters": {chapters, strings.Join(strings.Fields(chapters), " ")},
		"program":  {program, strings.Join(strings.Fields(program), " ")},
		"other":    {printed(text, 9, func(n int) string { return fmt.Sprintf("See the notes of version 3.%d for more.", n) }), strings.Join(strings.Fields(printed(text, 9, func(n int) string { return fmt.Sprintf("See the notes of version 3.%d for more.", n) })), " ")},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(strings.Fields(run(t, "en", c.text, Margin{}).Draft.Text), " "); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
