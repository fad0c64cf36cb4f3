package repair

import (
	"fmt"
	"strings"
	"testing"
)

// setInColumns puts the lines of a text side by side, so many in a column.
func setInColumns(text string, width, height int) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i := 0; i < len(lines); i += 2 * height {
		for j := i; j < min(i+height, len(lines)); j++ {
			right := ""
			if j+height < len(lines) {
				right = lines[j+height]
			}
			left := lines[j] + strings.Repeat(" ", width+4-columns(lines[j]))
			b.WriteString(strings.TrimRight(left+right, " ") + "\n")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestSideBySide(t *testing.T) {
	text := wrapAt(strings.ReplaceAll(ferry, "\n", "\n\n")+"\n\n"+strings.ReplaceAll(ferry, "\n", "\n\n"), 40)
	var table strings.Builder
	for i, w := range strings.Fields(ferry)[:40] {
		fmt.Fprintf(&table, "%-30sthe value of this one is %d\n", w+" and what it was", i)
	}
	terms := eachLineOf(wrapAt(strings.ReplaceAll(ferry, "\n", " "), 50), func(n int, l string) string {
		return fmt.Sprintf("%-24s%s", strings.Repeat("-x", n%3), l)
	})
	for name, c := range map[string]struct{ text, want string }{
		"one page":      {setInColumns(text, 40, (strings.Count(text, "\n")+2)/2), text},
		"several pages": {setInColumns(text, 40, 14), text},
		"a table":       {table.String(), table.String()},
		"terms":         {terms, terms},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, "en", c.text, Margin{}).Draft.Text
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.want), " ") {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
