package repair

import (
	"strings"
	"testing"
)

func TestDropCaps(t *testing.T) {
	want := strings.ReplaceAll(ferry, "\n", "\n\n")
	for name, c := range map[string]struct{ language, text, want string }{
		"a space":  {"en", strings.NewReplacer("The ferry", "T he ferry", "What I", "W hat I", "The postmaster", "T he postmaster").Replace(want), want},
		"a line":   {"en", strings.Replace(want, "The ferry", "T\nhe ferry", 1), want},
		"a word":   {"en", "A ferry to the north shore leaves at six in the morning, when the lamps along the quay are still burning.", "A ferry to the north shore leaves at six in the morning, when the lamps along the quay are still burning."},
		"Czech":    {"cs", "K večeru se na chatu sešlo deset lidí a nikdo z nich nevěděl, jestli bude polévka, protože kuchař odešel.", "K večeru se na chatu sešlo deset lidí a nikdo z nich nevěděl, jestli bude polévka, protože kuchař odešel."},
		"a letter": {"en", "B is the letter of the second berth, and whoever has it on a ticket must wait until the first one is full.", "B is the letter of the second berth, and whoever has it on a ticket must wait until the first one is full."},
		"an item":  {"en", "B side of the record", "B side of the record"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, c.language, c.text, Lines{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
