package repair

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func eachLineOf(text string, put func(n int, line string) string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = put(i+1, line)
	}
	return strings.Join(lines, "\n")
}

func TestMargin(t *testing.T) {
	text := wrapAt(strings.ReplaceAll(ferry, "\n", "\n\n"), 66)
	quote := func(_ int, line string) string { return strings.TrimRight("> "+line, " ") }
	number := func(n int, line string) string { return fmt.Sprintf("%3d  %s", n, line) }
	filled := 0
	numberFilled := func(_ int, line string) string {
		if line == "" {
			return line
		}
		filled++
		return fmt.Sprintf("%d\t%s", filled, line)
	}
	list := "1 Boil the water.\n2 Warm the pot.\n3 Add the leaves.\n4 Wait.\n5 Pour it.\n6 Add milk.\n7 Stir.\n8 Sit down.\n9 Drink.\n10 Wash the pot.\n11 Dry it."
	code := eachLineOf(strings.Repeat("if x {\n\treturn y\n}\n", 6), number)
	reply := "> What time does it leave?\n\nAt six, from the old pier.\n\n> And comes back?\n\nAt nine."
	cases := []struct{ name, text, want string }{
		{"clean", text, text},
		{"quoted", eachLineOf(text, quote), text},
		{"quoted twice", eachLineOf(eachLineOf(text, quote), quote), eachLineOf(text, quote)},
		{"numbered", eachLineOf(text, number), text},
		{"numbered but for blank lines", eachLineOf(text, numberFilled), text},
		{"items", eachLineOf(ferry, func(_ int, line string) string { return "• " + line }), ferry},
		{"a list of items", eachLineOf(list, func(_ int, line string) string { return "• " + line }), eachLineOf(list, func(_ int, line string) string { return "• " + line })},
		{"rows of signs", strings.ReplaceAll(ferry, "\n", "\n\n* * *\n\n"), strings.ReplaceAll(ferry, "\n", "\n\n\n\n")},
		{"one row of signs", strings.Replace(ferry, "\n", "\n\n* * *\n\n", 1), strings.Replace(ferry, "\n", "\n\n* * *\n\n", 1)},
		{"a list", list, list},
		{"code", code, code},
		{"a reply", reply, reply},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := run(t, "en", c.text, Margin{})
			if got := doc.Draft.Text; strings.TrimSpace(strings.ReplaceAll(got, " \n", "\n")) != strings.TrimSpace(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// FuzzMargin: nothing goes but signs of quotations, numbers, times and spaces, and what
// stands in columns.
func FuzzMargin(f *testing.F) {
	f.Add("> a\n> b\n> c\n>\n> d\n> e")
	f.Add(eachLineOf(wrapAt(ferry, 50), func(n int, line string) string { return fmt.Sprintf("%d %s", n, line) }))
	f.Fuzz(func(t *testing.T, text string) {
		doc := run(t, "en", strings.ToValidUTF8(text, "?"), Margin{})
		for _, e := range doc.Draft.Edits {
			if e.Kind == corpus.KindUnwrap && len(strings.Fields(e.Was)) == len(strings.Fields(e.Now)) {
				continue // columns
			}
			if e.Kind != corpus.KindMargin || strings.Trim(e.Was, "> \t\r\n0123456789•▪►‣●◦∙*-_=~:.,") != "" && !strings.Contains(e.Was, "-->") || e.Now != "" {
				t.Fatalf("edit %v", e)
			}
		}
	})
}
