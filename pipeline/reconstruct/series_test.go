package reconstruct_test

import (
	"fmt"
	"strings"
	"testing"
)

// counting puts a number in the midst of every so many words.
func counting(text, form string, every, first, step int) string {
	words := strings.SplitAfter(text, " ")
	var b strings.Builder
	for i, w := range words {
		if b.WriteString(w); i%every == every-1 {
			fmt.Fprintf(&b, form+" ", first)
			first += step
		}
	}
	return b.String()
}

func TestNumbersInSeries(t *testing.T) {
	for _, c := range []struct {
		form        string
		every, step int
	}{{"[Pg %d]", 25, 1}, {"{%d}", 25, 1}, {"%d/12", 25, 1}, {"10:%02d", 25, 3}, {"%d", 22, 5}} {
		got := rebuild(witness("a", counting(article, c.form, c.every, 11, c.step)), witness("b", article)).Article.Text
		if got != article {
			t.Errorf("%s: got\n%s", c.form, got)
		}
	}
	for _, list := range []string{"1. Bring a lamp.\n2. Bring bread.\n3. Bring a coat.\n4. Bring the letter.", "Rooms 12, 340, 41 and 7 were shut, 3 was open."} {
		whole := article + "\n\n" + list
		lost := article + "\n\n" + strings.Join(strings.FieldsFunc(list, func(r rune) bool { return r >= '0' && r <= '9' }), "")
		if got := rebuild(witness("a", whole), witness("b", lost)).Article.Text; !strings.Contains(got, list[:8]) {
			t.Errorf("lost numbers: got\n%s", got)
		}
	}
}
