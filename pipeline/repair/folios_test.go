package repair

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
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

// TestNumbersRise holds that no page's number is missed where nothing seems to rise.
func TestNumbersRise(t *testing.T) {
	rises, found := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"said the ferryman to the boy", "", "", "Page %d", "%d", "of 7 boats and 9 men", "%d. The crew"})
		n := 1020
		var text []string
		for _, l := range rapid.SliceOfN(line, 20, 120).Draw(t, "lines") {
			if strings.Contains(l, "%d") {
				n += rapid.SampledFrom([]int{0, 1, 1, 1, 2}).Draw(t, "step")
				l = fmt.Sprintf(l, n)
				text = append(text, strings.Repeat("and so on\n", rapid.IntRange(4, 9).Draw(t, "lines between")))
			}
			text = append(text, l)
		}
		all := strings.Join(text, "\n")
		leaves := leavesOf(all)
		rise, some := numbersRise(all), markNumbers(leaves, make([]bool, len(leaves)))
		if some && !rise {
			t.Fatalf("missed in %q", all)
		}
		rises, found = rises+b2i(rise), found+b2i(some)
	})
	if found == 0 || rises == 100 {
		t.Errorf("%d rise, %d are numbers of pages", rises, found)
	}
}
